using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST custom/datev/download-document.</summary>
internal sealed class PostDatevDownloadDocument : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "custom/datev/download-document";

    /// <summary>Where the document can be downloaded.</summary>
    /// <param name="request">The request.</param>
    /// <param name="employee">Whose document it is; null for one of the company.</param>
    public static KomboMap Answer(SandboxRequest request, Row? employee)
    {
        var document = request.Table<DatevDocuments>().Fetch((string)request.Body["accounting_month"]!, (string)request.Body["document_type"]!, employee);
        return new KomboMap
        {
            ["data_url"] = GetFile.Address(request.Raw.Root, document).AbsoluteUri,
            ["file_name"] = document["file_name"],
            ["content_type"] = document["content_type"],
        };
    }

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        DatevAccess.Require(request);
        return Answer(request, request.Body["employee_id"] is string id ? request.Table<Employees>().RequireAny(id, "employee_id") : null);
    }
}
