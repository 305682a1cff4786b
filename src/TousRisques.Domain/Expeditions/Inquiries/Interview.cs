using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>Who was asked, without saying who: never a name.</summary>
/// <param name="Family">Their family of stakeholders.</param>
/// <param name="Organisation">What kind of organisation they belong to (« commune rurale », « opérateur d'eau »); or empty.</param>
/// <param name="Function">Their function, shown with what they said only when they agreed to it; or empty.</param>
/// <param name="Scale">The scale at which they act, or null.</param>
/// <param name="Day">The day of the interview; only the date counts.</param>
public sealed record Profile(StakeholderFamily Family, string Organisation, string Function, Scale? Scale, DateTimeOffset Day);

/// <summary>What somebody who is interviewed agreed to. Ordered: each contains the ones before.</summary>
public enum ConsentScope
{
    /// <summary>Notes are taken, for the expedition's people alone.</summary>
    Notes,
    /// <summary>Their words may be quoted without saying who they are.</summary>
    QuotedAnonymously,
    /// <summary>Their words may be quoted with their function.</summary>
    QuotedWithFunction,
}

/// <summary>How they agreed.</summary>
public enum ConsentMeans
{
    /// <summary>By word of mouth.</summary>
    Spoken,
    /// <summary>They signed a paper.</summary>
    OnPaper,
    /// <summary>By a letter or an e-mail.</summary>
    Written,
    /// <summary>It can be heard on the recording.</summary>
    Recorded,
}

/// <summary>A consent.</summary>
/// <param name="Scope">What was agreed to.</param>
/// <param name="Means">How.</param>
/// <param name="Day">When; only the date counts.</param>
public sealed record Consent(ConsentScope Scope, ConsentMeans Means, DateTimeOffset Day);

/// <summary>Why an interview is withdrawn.</summary>
public enum WithdrawalCause
{
    /// <summary>Who was asked takes their consent back.</summary>
    ConsentTakenBack,
    /// <summary>It was opened by mistake, or twice.</summary>
    Mistake,
}

/// <summary>What was answered to a question.</summary>
/// <param name="Question">The question's name.</param>
/// <param name="Values">
/// In the forms of XLSForm answers: words as they are, numbers with a point, names of choices in order, days as <c>2026-11-26</c>, hours as <c>18:30</c>, both with a T between, places as
/// <c>latitude longitude</c> or words, a ticked box as <c>OK</c>. Several only where several are chosen; none takes the answer away.
/// </param>
public sealed record Answer(string Question, ImmutableArray<string> Values);

/// <summary>What is written down of an interview beside its answers.</summary>
public enum ExcerptKind
{
    /// <summary>What the interviewer noted, in their own words.</summary>
    Note,
    /// <summary>What was said, word for word (verbatim).</summary>
    Quotation,
}

/// <summary>What a note or quotation is about. At least one of the three is there.</summary>
/// <param name="Theme">A theme, or null.</param>
/// <param name="Time">A time of the crisis, or null.</param>
/// <param name="Hazard">A hazard, or null.</param>
public sealed record Code(Theme? Theme, CrisisTime? Time, HazardTag? Hazard);

/// <summary>A note or quotation.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Kind">Note or quotation.</param>
/// <param name="Question">The name of the section or question that brought it up; or empty.</param>
/// <param name="Text">What was noted or said.</param>
/// <param name="Codes">What it is about, each once.</param>
/// <param name="Tags">Free tags, each once.</param>
public sealed record Excerpt(ExcerptId Id, ExcerptKind Kind, string Question, string Text, ImmutableArray<Code> Codes, ImmutableArray<string> Tags);

/// <summary>An interview as it stands.</summary>
public sealed record Interview
{
    /// <summary>Its name.</summary>
    public InterviewId Id { get; init; }
    /// <summary>How many interviews had been opened with it: never used again.</summary>
    public int Number { get; init; }
    /// <summary>What people call it, such as <c>E-07</c>.</summary>
    public string Code { get; init; } = "";
    /// <summary>The grid that was asked from.</summary>
    public GridId Grid { get; init; }
    /// <summary>The version of the grid.</summary>
    public int Version { get; init; }
    /// <summary>The account that opened it; empty when none did.</summary>
    public string Interviewer { get; init; } = "";
    /// <summary>Who was asked.</summary>
    public Profile Profile { get; init; } = new(default, "", "", null, default);
    /// <summary>What they agreed to, or null when that is not recorded yet.</summary>
    public Consent? Consent { get; init; }
    /// <summary>Answers by the question's name.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Answers { get; init; } = ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);
    /// <summary>Notes and quotations, in the order written down.</summary>
    public ImmutableArray<Excerpt> Excerpts { get; init; } = [];
    /// <summary>When it was opened, or arrived.</summary>
    public DateTimeOffset OpenedAt { get; init; }
    /// <summary>When anything of it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }
    /// <summary>When it was finished, or null.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Whether its quotations may be shown to everybody.</summary>
    public bool MayBeQuoted => Consent is { Scope: >= ConsentScope.QuotedAnonymously };

    /// <summary>The answer to a question; empty when there is none.</summary>
    public ImmutableArray<string> AnswerTo(string question) => Answers.GetValueOrDefault(question, []);

    /// <summary>The note or quotation of a name, or null.</summary>
    public Excerpt? Find(ExcerptId id) => Excerpts.FirstOrDefault(e => e.Id == id);
}
