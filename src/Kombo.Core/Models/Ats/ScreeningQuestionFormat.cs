namespace Kombo.Models;

/// <summary>What kind of answer a question expects. The kind decides which of the members have a value.</summary>
public sealed partial class ScreeningQuestionFormat : KomboObject
{
    /// <summary>TEXT, NUMBER, FILE, SINGLE_SELECT, MULTI_SELECT, BOOLEAN, DATE, INFORMATION (nothing to answer) or UNKNOWN.</summary>
    public string? Type { get; set; }

    /// <summary>How to show the field. TEXT: SINGLE_LINE, MULTI_LINE, EMAIL or URL; NUMBER: SLIDER or FIELD; SINGLE_SELECT: DROPDOWN or RADIO; null when the tool does not say.</summary>
    public string? DisplayType { get; set; }

    /// <summary>TEXT: the largest number of characters; null when there is no known limit.</summary>
    public long? MaxLength { get; set; }

    /// <summary>NUMBER: the smallest value; null when there is no known limit.</summary>
    public double? Min { get; set; }

    /// <summary>NUMBER: the largest value; null when there is no known limit.</summary>
    public double? Max { get; set; }

    /// <summary>SINGLE_SELECT and MULTI_SELECT: what there is to choose from.</summary>
    public KomboList<ScreeningQuestionOption>? Options { get; set; }

    /// <summary>FILE: the MIME types that are accepted; null when not known.</summary>
    public KomboList<string>? AcceptedMimeTypes { get; set; }

    /// <summary>FILE: the largest size in bytes; null when there is no known limit.</summary>
    public long? MaxFileSizeBytes { get; set; }

    /// <summary>UNKNOWN: the question as the connected tool has it.</summary>
    public object? RawQuestion { get; set; }

    /// <summary>The kind of answer.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Type);
}
