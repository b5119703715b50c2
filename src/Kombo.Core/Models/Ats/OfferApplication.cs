namespace Kombo.Models;

/// <summary>The application of an offer: its candidate and its job. Its id is with the offer.</summary>
public sealed partial class OfferApplication : KomboObject
{
    /// <summary>Who applied; null when not known.</summary>
    public CandidateReference? Candidate { get; set; }

    /// <summary>The job; null when not known.</summary>
    public JobReference? Job { get; set; }

    /// <summary>The candidate and the job.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(string.Join(", ", new object?[] { Candidate, Job }.Where(part => part is not null)));
}
