using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Formats.Packs.Drafting;

/// <summary>A peril that a draft is to play.</summary>
/// <param name="Peril">The peril of the territory's pack.</param>
/// <param name="After">How long after the first peril it begins, at the earliest: an act begins once the act before has been looked at.</param>
public sealed record DraftPeril(PerilId Peril, TimeSpan After);

/// <summary>What a draft scenario is to be made of.</summary>
/// <param name="Id">Its identifier: lower-case letters, digits and hyphens.</param>
/// <param name="Title">Its title, in whatever language it was written.</param>
/// <param name="Narrative">Its story; may be empty.</param>
/// <param name="Perils">The perils, an act each, in the order of their beginnings; one at least, each once.</param>
public sealed record DraftWish(string Id, string Title, string Narrative, ImmutableArray<DraftPeril> Perils);
