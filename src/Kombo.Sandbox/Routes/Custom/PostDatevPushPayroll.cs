using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST custom/datev/push-data/payroll.</summary>
internal sealed class PostDatevPushPayroll : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "custom/datev/push-data/payroll";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        DatevAccess.Require(request);
        var month = (string)request.Body["payroll_month"]!;
        if (month.Substring(8, 2) != "01")
        {
            throw SandboxException.Invalid("'payroll_month' must be the first day of a month.");
        }

        KomboMap[] files = request.Table<DatevPayrolls>().FileOf(month) is { } file ? [file] : [];
        if (files.Length == 0)
        {
            request.Warnings.Add("No payroll was prepared for this month.");
        }
        else
        {
            request.Table<DatevDataPushes>().Send("PAYROLL", files);
        }

        return new KomboMap { ["files"] = files };
    }
}
