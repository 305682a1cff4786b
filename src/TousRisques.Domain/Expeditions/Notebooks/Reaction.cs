using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Notebooks;

/// <summary>What somebody says of a passage.</summary>
public enum ReactionKind
{
    /// <summary>I agree.</summary>
    Agree,
    /// <summary>It is more complicated than that.</summary>
    Nuance,
    /// <summary>I disagree.</summary>
    Disagree,
    /// <summary>Here is a case.</summary>
    Case,
}

/// <summary>What became of a reaction.</summary>
public enum ReactionState
{
    /// <summary>Nobody has read it yet: it is not shown.</summary>
    Waiting,
    /// <summary>It is shown.</summary>
    Accepted,
    /// <summary>It is not shown, for a reason.</summary>
    Refused,
}

/// <summary>A reaction as it was typed. Nobody changes its words afterwards.</summary>
/// <param name="Kind">Agreement, nuance, disagreement, or a case.</param>
/// <param name="Words">In words; may be empty for an agreement alone.</param>
/// <param name="Place">Where the case happened, or empty.</param>
/// <param name="Hazard">In which hazard, or null.</param>
/// <param name="Theme">Under which theme, or null.</param>
/// <param name="Time">At which time of a crisis, or null.</param>
/// <param name="Link">A page that says more, or empty.</param>
/// <param name="As">What kind of stakeholder speaks, or null.</param>
/// <param name="Signature">A pseudonym, or empty. Never a name: facts cannot be erased, and the form says so.</param>
public sealed record Remark(ReactionKind Kind, string Words, string Place, HazardTag? Hazard, Theme? Theme, CrisisTime? Time, string Link, StakeholderFamily? As, string Signature);

/// <summary>A reaction to a passage of a chapter.</summary>
public sealed record Reaction
{
    /// <summary>Its name.</summary>
    public required ReactionId Id { get; init; }
    /// <summary>In the order of arrival, from 1 on.</summary>
    public required int Number { get; init; }
    /// <summary>The chapter.</summary>
    public required ChapterId Chapter { get; init; }
    /// <summary>The version that was read.</summary>
    public required int Version { get; init; }
    /// <summary>The passage, as it was then.</summary>
    public required Passage Passage { get; init; }
    /// <summary>What was said.</summary>
    public required Remark Remark { get; init; }
    /// <summary>Tells reactions of one sender from others', for a day; tells nothing of who it is (docs/adr/0022-senders.md).</summary>
    public required string Sender { get; init; }
    /// <summary>When it came.</summary>
    public required DateTimeOffset At { get; init; }
    /// <summary>What became of it.</summary>
    public ReactionState State { get; init; }
    /// <summary>Why it was refused, or empty.</summary>
    public string Reason { get; init; } = "";
    /// <summary>What the expedition answered, or empty.</summary>
    public string Answer { get; init; } = "";
    /// <summary>When it was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
    /// <summary>The version that takes it into account, or null.</summary>
    public int? TakenUpIn { get; init; }
}

/// <summary>By what two sendings of one reaction are known for the same.</summary>
public readonly record struct ReactionMark(ChapterId Chapter, string Anchor, ReactionKind Kind, string Sender, string Words);
