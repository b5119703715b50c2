namespace Kombo.Sandbox;

/// <summary>GET custom/datev/check-document-permission.</summary>
internal sealed class GetDatevCheckDocumentPermission : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "GET";

    /// <inheritdoc/>
    public override string Template => "custom/datev/check-document-permission";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var answer = DatevAccess.Check(request);
        if (answer["ready"] is true)
        {
            answer["documents_granted"] = DatevDocuments.Types.Select(type => type.Name);
        }

        return answer;
    }
}
