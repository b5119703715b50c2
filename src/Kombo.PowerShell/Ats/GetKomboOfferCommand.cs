using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads offers of employment.</summary>
[Cmdlet(VerbsCommon.Get, "KomboOffer")]
[OutputType(typeof(Offer))]
[KomboOperation("GET", "ats/offers", List = "results", MaxPageSize = 250)]
public sealed class GetKomboOfferCommand : SyncedListCommand<Offer>;
