using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Leads;

/// <summary>What a lead says.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it is, in Markdown; may be empty.</param>
/// <param name="Themes">Themes that it touches.</param>
/// <param name="Times">Times of crisis at which it serves.</param>
/// <param name="Actors">Whom it needs.</param>
/// <param name="Evidence">What revealed it, or says that it can be done; may be empty.</param>
public sealed record LeadSheet(string Title, string Description, ImmutableArray<Theme> Themes, ImmutableArray<CrisisTime> Times, ImmutableArray<ActorKind> Actors, ImmutableArray<Evidence> Evidence)
{
    /// <inheritdoc/>
    public bool Equals(LeadSheet? other) => other is not null && (Title, Description) == (other.Title, other.Description)
        && Themes.SequenceEqual(other.Themes) && Times.SequenceEqual(other.Times) && Actors.SequenceEqual(other.Actors) && Evidence.SequenceEqual(other.Evidence);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Description, Evidence.Length);
}

/// <summary>Where a lead comes from.</summary>
public enum LeadSource
{
    /// <summary>Somebody of the expedition.</summary>
    Member,
    /// <summary>A table of a workshop.</summary>
    Workshop,
    /// <summary>A publication: its name is the publication's, what is said of it is ours.</summary>
    Published,
}

/// <summary>Where a lead comes from.</summary>
/// <param name="Source">From what.</param>
/// <param name="Workshop">The workshop's code; or empty.</param>
/// <param name="Title">Which workshop or publication; or empty.</param>
/// <param name="By">Which table or character had it; or empty. Never a name.</param>
/// <param name="Support">How many people of the room would carry it.</param>
public sealed record LeadOrigin(LeadSource Source, string Workshop, string Title, string By, int Support)
{
    /// <summary>Somebody of the expedition.</summary>
    public static readonly LeadOrigin OfMember = new(LeadSource.Member, "", "", "", 0);
}

/// <summary>What became of a lead.</summary>
public enum LeadState
{
    /// <summary>On the table.</summary>
    Proposed,
    /// <summary>The expedition pursues it.</summary>
    Kept,
    /// <summary>The expedition does not pursue it.</summary>
    SetAside,
}

/// <summary>What somebody thinks of a lead; each from 1 (very little) to 5 (very much).</summary>
/// <param name="Effort">What it would cost.</param>
/// <param name="Effect">What it would change.</param>
public sealed record LeadJudgement(int Effort, int Effect)
{
    /// <summary>The least.</summary>
    public const int Least = 1;
    /// <summary>The most.</summary>
    public const int Most = 5;
}

/// <summary>A lead for innovation (piste).</summary>
public sealed record Lead
{
    /// <summary>Its name in addresses.</summary>
    public required LeadId Id { get; init; }
    /// <summary>What it says.</summary>
    public required LeadSheet Sheet { get; init; }
    /// <summary>Where it comes from.</summary>
    public required LeadOrigin Origin { get; init; }
    /// <summary>When it came up.</summary>
    public required DateTimeOffset At { get; init; }
    /// <summary>What became of it.</summary>
    public LeadState State { get; init; }
    /// <summary>Why it was kept or set aside; or empty.</summary>
    public string Why { get; init; } = "";
    /// <summary>Leads that resemble it; each has this one among its own.</summary>
    public ImmutableSortedSet<string> Cousins { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
    /// <summary>Accounts that would carry it.</summary>
    public ImmutableHashSet<string> Carriers { get; init; } = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);
    /// <summary>Marks of visitors who would carry it (docs/adr/0022-senders.md).</summary>
    public ImmutableHashSet<string> Visitors { get; init; } = [];
    /// <summary>What each account thinks of it.</summary>
    public ImmutableSortedDictionary<string, LeadJudgement> Judgements { get; init; } = ImmutableSortedDictionary.Create<string, LeadJudgement>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many people would carry it: in the room, here, and as visitors.</summary>
    public int Support => Origin.Support + Carriers.Count + Visitors.Count;

    /// <summary>The median of what people think that it costs, or null when nobody said. Between two middle ones, half-way.</summary>
    public double? Effort => Median(Judgements.Values.Select(j => j.Effort));

    /// <summary>The median of what people think that it changes, or null.</summary>
    public double? Effect => Median(Judgements.Values.Select(j => j.Effect));

    /// <summary>The median of some numbers, or null without any.</summary>
    internal static double? Median(IEnumerable<int> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
    }
}

/// <summary>How large leads may grow.</summary>
public static class LeadLimits
{
    /// <summary>Leads of an expedition, whatever became of them.</summary>
    public const int Leads = 2_000;
    /// <summary>Leads of one command.</summary>
    public const int Batch = 100;
    /// <summary>Cousins of a lead.</summary>
    public const int Cousins = 20;
    /// <summary>Visitors counted for a lead.</summary>
    public const int Visitors = 20_000;
}
