namespace Kombo.Sandbox;

/// <summary>GET lms/users.</summary>
internal sealed class GetLmsUsers : ListRoute<LmsUsers>
{
    /// <inheritdoc/>
    public override string Template => "lms/users";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters => [Filter.List("work_emails", row => [row.Text("work_email")], ignoreCase: true)];
}
