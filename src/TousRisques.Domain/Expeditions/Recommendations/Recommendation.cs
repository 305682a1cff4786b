using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Recommendations;

/// <summary>A recommendation; drawn at random by the edge.</summary>
public readonly record struct RecommendationId(string Value) : IId<RecommendationId>
{
    /// <inheritdoc/>
    public static RecommendationId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Who answers for a recommendation: somebody of the expedition, or an organisation. Both may be empty: nobody does yet.</summary>
/// <param name="Account">The account of somebody of the expedition; or empty.</param>
/// <param name="Organisation">An organisation, by its name; or empty. Never a private person.</param>
public sealed record Owner(string Account, string Organisation)
{
    /// <summary>Nobody yet.</summary>
    public static readonly Owner Nobody = new("", "");

    /// <summary>Whether somebody answers for it.</summary>
    public bool IsSomebody => Account.Length > 0 || Organisation.Length > 0;
}

/// <summary>What a recommendation says.</summary>
/// <param name="Title">What is recommended, in a line.</param>
/// <param name="Words">More about it, in Markdown; may be empty.</param>
/// <param name="For">Kinds of actors whom it addresses, one at least.</param>
/// <param name="Leads">Leads that it comes from.</param>
/// <param name="Evidence">What says that it is needed. One lead or one piece of evidence at least is there.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Horizon">When it should be in place; only the date counts; null when not said.</param>
public sealed record RecommendationSheet(
    string Title, string Words, ImmutableArray<ActorKind> For, ImmutableArray<LeadId> Leads, ImmutableArray<Evidence> Evidence, Owner Owner, DateTimeOffset? Horizon)
{
    /// <inheritdoc/>
    public bool Equals(RecommendationSheet? other) => other is not null && (Title, Words, Owner, Horizon) == (other.Title, other.Words, other.Owner, other.Horizon)
        && For.SequenceEqual(other.For) && Leads.SequenceEqual(other.Leads) && Evidence.SequenceEqual(other.Evidence);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Words, Owner, Horizon, Evidence.Length);
}

/// <summary>What a follow-up found.</summary>
public enum FollowUpOutcome
{
    /// <summary>It is in place.</summary>
    Done,
    /// <summary>It is being worked on.</summary>
    UnderWay,
    /// <summary>It will not be.</summary>
    Abandoned,
}

/// <summary>A follow-up of a recommendation.</summary>
/// <param name="Months">Months after the adoption: 3, 6 or 12.</param>
/// <param name="Outcome">What it found.</param>
/// <param name="Why">Why, or how far; must be said of what is abandoned.</param>
/// <param name="At">When it was recorded.</param>
public sealed record FollowUp(int Months, FollowUpOutcome Outcome, string Why, DateTimeOffset At);

/// <summary>A date at which a recommendation is looked at again.</summary>
/// <param name="Months">Months after the adoption.</param>
/// <param name="On">The day; midnight UTC.</param>
/// <param name="Found">What was found then, or null.</param>
public sealed record Appointment(int Months, DateTimeOffset On, FollowUp? Found);

/// <summary>A recommendation.</summary>
public sealed record Recommendation
{
    /// <summary>Months after the adoption at which it is looked at again.</summary>
    public static readonly ImmutableArray<int> Appointed = [3, 6, 12];

    /// <summary>Its name in addresses.</summary>
    public required RecommendationId Id { get; init; }
    /// <summary>What it says.</summary>
    public required RecommendationSheet Sheet { get; init; }
    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }
    /// <summary>The day on which it was adopted, midnight UTC; null while it is a draft.</summary>
    public DateTimeOffset? AdoptedOn { get; init; }
    /// <summary>Whether it was withdrawn.</summary>
    public bool Withdrawn { get; init; }
    /// <summary>Why it was withdrawn, or empty.</summary>
    public string Why { get; init; } = "";
    /// <summary>Follow-ups, in the order of their months.</summary>
    public ImmutableArray<FollowUp> FollowUps { get; init; } = [];
    /// <summary>How often it was changed: calendars take the newest.</summary>
    public int Changes { get; init; }
    /// <summary>When it last was.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>What the latest follow-up found, or null without any.</summary>
    public FollowUp? Latest => FollowUps is [.., var last] ? last : null;

    /// <summary>Whether nothing more is to be followed: it is a draft, withdrawn, done or abandoned.</summary>
    public bool IsSettled => AdoptedOn is null || Withdrawn || Latest is { Outcome: FollowUpOutcome.Done or FollowUpOutcome.Abandoned };

    /// <summary>When it is looked at again, from its adoption on; none of a draft. A month without such a day has its last one instead.</summary>
    public IEnumerable<Appointment> Appointments =>
        AdoptedOn is { } day ? Appointed.Select(m => new Appointment(m, day.AddMonths(m), FollowUps.FirstOrDefault(f => f.Months == m))) : [];

    /// <summary>Appointments that are still to be kept: none when it is settled, none before one that was kept.</summary>
    public IEnumerable<Appointment> Waiting => IsSettled ? [] : Appointments.Where(a => a.Found is null && a.Months > (Latest?.Months ?? 0));

    /// <summary>Appointments whose day has come and that nobody kept: a later one stands for those before it.</summary>
    public Appointment? Overdue(DateTimeOffset now) => Waiting.LastOrDefault(a => a.On <= now);
}

/// <summary>How large recommendations may grow.</summary>
public static class RecommendationLimits
{
    /// <summary>Recommendations of an expedition, those withdrawn among them.</summary>
    public const int Recommendations = 500;
    /// <summary>Leads that one comes from.</summary>
    public const int Leads = 20;
}

/// <summary>The recommendation is a draft: it must be adopted first.</summary>
public sealed record NotAdopted : Refusal;
/// <summary>The recommendation is withdrawn.</summary>
public sealed record RecommendationIsWithdrawn : Refusal;
/// <summary>A day that has not come yet.</summary>
public sealed record DayToCome(DateTimeOffset Day) : Refusal;
