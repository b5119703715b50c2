
namespace Kombo.Sandbox;

/// <summary>DELETE hris/absences/{absence_id}.</summary>
internal sealed class DeleteAbsence : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "DELETE";

    /// <inheritdoc/>
    public override string Template => "hris/absences/{absence_id}";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var table = request.Table<Absences>();
        var id = request.Segments["absence_id"];
        var row = table.Find(id)
            ?? throw new SandboxException(ErrorCodes.InputInvalid, $"There is no absence '{id}', or it has been deleted.", 404);
        row["status"] = "DELETED";
        table.Delete(row);
        return row.Fields;
    }
}
