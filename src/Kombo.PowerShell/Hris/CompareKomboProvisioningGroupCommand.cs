using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Compares the users of your system with the employees of the HR tool.</summary>
[Cmdlet(VerbsData.Compare, "KomboProvisioningGroup")]
[OutputType(typeof(ProvisioningDiff))]
[KomboOperation("POST", "hris/provisioning-groups/{group_id}/diff", Reads = true)]
public sealed class CompareKomboProvisioningGroupCommand : ReadCommand<ProvisioningDiff>
{
    private readonly KomboList<object?> _users = [];

    /// <summary>The users of your system: objects or hashtables with OriginId and Email. All of them make one comparison.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public PSObject?[]? ProvisionedUser { get; set; }

    /// <summary>What to tell about employees; without it, everything.</summary>
    [Parameter]
    [Text(Several = true)]
    [ValidateNotNullOrEmpty]
    [KnownValues("id", "remote_id", "first_name", "last_name", "groups", "avatar", "work_location_id", "legal_entity_id")]
    [Body("options.employee_fields", Required = true)]
    public string[] EmployeeField { get; set; } = ["id", "remote_id", "first_name", "last_name", "groups", "avatar", "work_location_id", "legal_entity_id"];

    /// <summary>The provisioning group; so far Kombo has only one, default.</summary>
    [Parameter]
    [EntityId("ProvisioningGroup")]
    [Path("group_id", Default = "default")]
    public string? ProvisioningGroupId { get; set; }

    /// <summary>The integration to read from; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }

    /// <summary>The users, as the API takes them.</summary>
    [Body("provisioned_users", Required = true)]
    internal KomboList<object?> Users => _users;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var user in ProvisionedUser ?? [])
        {
            _users.Add(ToUser(user));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var given = new HashSet<string>(MyInvocation.BoundParameters.Keys, StringComparer.OrdinalIgnoreCase) { nameof(Users), nameof(EmployeeField) };
        Read(given);
    }

    /// <summary>A user without an id or an address would be left out and come back as someone to create, so nothing is compared at all.</summary>
    private KomboMap ToUser(PSObject? user)
    {
        var map = new KomboMap();
        try
        {
            map["origin_id"] = Text(user, "OriginId", "origin_id");
            map["email"] = Text(user, "Email", "email");
        }
        catch (FormatException refusal)
        {
            Terminate(KomboException.InvalidInput(nameof(ProvisionedUser), refusal.Message), user);
        }

        if (map.FirstOrDefault(entry => entry.Value is null).Key is { } missing)
        {
            Terminate(KomboException.InvalidInput(nameof(ProvisionedUser), $"this is {InputValue.Describe(user)} without a value for {missing}: every user needs OriginId and Email."), user);
        }

        return map;
    }

    /// <summary>An id or an address, as text.</summary>
    /// <exception cref="FormatException">The user has something else there.</exception>
    private static string? Text(PSObject? user, params string[] names)
    {
        if (InputValue.Of(user) is null)
        {
            return null;
        }

        var value = user!.BaseObject is IDictionary map
            ? map.Keys.Cast<object>().Where(key => names.Contains(key as string, StringComparer.OrdinalIgnoreCase)).Select(key => map[key]).FirstOrDefault()
            : names.Select(name => user.Properties[name]).Where(property => property is not null).Select(InputValue.Read).FirstOrDefault(found => found is not null);
        if (InputValue.IsBlank(value))
        {
            return null;
        }

        return EntityReference.TryText(value, out var text)
            ? text
            : throw new FormatException($"the {names[0]} of {InputValue.Describe(user)} is {InputValue.Describe(value)}; text is needed.");
    }
}
