using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>The base of the cmdlets that link to a result, such as that of an assessment, from an object of the recruiting tool.</summary>
public abstract class ResultLinkCommand : IntegrationActionCommand
{
    /// <summary>The link's text.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("label", Required = true)]
    public string Label { get; set; } = "";

    /// <summary>Where the link leads.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Address]
    [Body("url", Required = true)]
    public Uri? Url { get; set; }

    /// <summary>Scores and other short values to show with the link, by their names: a hashtable, or an ordered one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Map]
    public IDictionary? Attribute { get; set; }

    /// <summary>What is put before the names of attributes where the tool stores them as custom fields. Needed with -Attribute.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("details.custom_field_name_prefix")]
    public string? CustomFieldNamePrefix { get; set; }

    /// <summary>What only some tools need, by tool: a hashtable whose keys are sent as they are.</summary>
    [Parameter]
    [Map]
    [Body("remote_fields")]
    public IDictionary? RemoteField { get; set; }

    /// <summary>The attributes, as the API takes them.</summary>
    [Body("details.attributes")]
    internal KomboList<object?>? Details { get; set; }

    /// <summary>Turns the attributes into what the API takes.</summary>
    /// <exception cref="KomboException">Only half of what belongs together was given, or a value has no text.</exception>
    internal void TakeAttributes(ICollection<string> given)
    {
        var hasPrefix = given.Contains(nameof(CustomFieldNamePrefix));
        if (Attribute is null || !given.Contains(nameof(Attribute)))
        {
            if (hasPrefix)
            {
                throw KomboException.InvalidInput(nameof(Attribute), "it is required with -CustomFieldNamePrefix.");
            }

            return;
        }

        if (!hasPrefix)
        {
            throw KomboException.InvalidInput(nameof(CustomFieldNamePrefix), "the API requires it with attributes. Use a short prefix, such as the name of your product.");
        }

        Details = [];
        foreach (DictionaryEntry attribute in Attribute)
        {
            Details.Add(new KomboMap
            {
                ["key"] = PlainValue.Key(attribute.Key, nameof(Attribute)),
                ["value"] = RequestBinder.FreeText(attribute.Value, nameof(Attribute)),
            });
        }

        given.Add(nameof(Details));
    }

    /// <inheritdoc/>
    private protected override KomboRequest Prepare(ICollection<string> given, KomboConnection connection)
    {
        TakeAttributes(given);
        return base.Prepare(given, connection);
    }
}
