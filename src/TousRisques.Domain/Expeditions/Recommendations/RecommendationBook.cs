using System.Collections.Immutable;
using System.Diagnostics;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Recommendations;

/// <summary>Recommendations: to whom, from what, who answers for them, what became of them.</summary>
public sealed record RecommendationBook
{
    /// <summary>Before anything was written.</summary>
    public static readonly RecommendationBook Empty = new();

    /// <summary>Every recommendation, in the order of writing.</summary>
    public ImmutableArray<Recommendation> All { get; init; } = [];

    /// <summary>A recommendation, or null.</summary>
    public Recommendation? Find(RecommendationId recommendation) => All.FirstOrDefault(r => r.Id == recommendation);

    /// <summary>Recommendations that a reader finds: everybody those adopted that stand, people of the expedition all.</summary>
    public IEnumerable<Recommendation> For(Standing reader) => All.Where(r => IsFor(r, reader));

    /// <summary>Whether a reader finds one.</summary>
    public static bool IsFor(Recommendation recommendation, Standing reader)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        return reader >= Standing.Member || recommendation is { AdoptedOn: not null, Withdrawn: false };
    }

    /// <summary>What somebody answers for and should have looked at again, the longest overdue first.</summary>
    public IEnumerable<(Recommendation Recommendation, Appointment Appointment)> OverdueOf(string account, DateTimeOffset now) =>
        account.Length == 0 ? [] : Overdue(now).Where(o => string.Equals(o.Recommendation.Sheet.Owner.Account, account, StringComparison.OrdinalIgnoreCase));

    /// <summary>What should have been looked at again, whoever answers for it, the longest overdue first.</summary>
    public IEnumerable<(Recommendation Recommendation, Appointment Appointment)> Overdue(DateTimeOffset now) =>
        All.Select(r => (r, Appointment: r.Overdue(now))).Where(o => o.Appointment is not null).Select(o => (o.r, o.Appointment!)).OrderBy(o => o.Item2.On);

    internal Decision<ExpeditionEvent> Decide(RecommendationCommand command, Asking asking, Expedition expedition) => command switch
    {
        WriteRecommendation c => Write(c, expedition),
        ReviseRecommendation c => On(c.Recommendation, r =>
            SheetRefusal(expedition, c.Sheet, r.Sheet, out var sheet) is { } no ? no : sheet == r.Sheet ? Decision<ExpeditionEvent>.Nothing : new RecommendationRevised(c.Recommendation, sheet)),
        AdoptRecommendation c => On(c.Recommendation, r => Adopt(c, r, asking.At)),
        WithdrawRecommendation c => Find(c.Recommendation) is not { } r ? Missing(c.Recommendation)
            : Clean.Optional(c.Why, "reason", ExpeditionLimits.Paragraph, lines: true, out var why) is { } no ? no
            : why.Length == 0 ? new ReasonWanted()
            : r.Withdrawn && r.Why == why ? Decision<ExpeditionEvent>.Nothing : new RecommendationWithdrawn(c.Recommendation, why),
        RestoreRecommendation c => Find(c.Recommendation) is not { } r ? Missing(c.Recommendation) : r.Withdrawn ? new RecommendationRestored(c.Recommendation) : Decision<ExpeditionEvent>.Nothing,
        FollowRecommendation c => On(c.Recommendation, r => Follow(c, r)),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name} in {GetType().Name}."),
    };

    internal RecommendationBook Evolve(RecommendationEvent @event, ExpeditionFact fact) => @event switch
    {
        RecommendationWritten e => this with { All = All.Add(new() { Id = e.Recommendation, Sheet = e.Sheet, At = fact.At, ChangedAt = fact.At }) },
        RecommendationRevised e => With(e.Recommendation, fact, r => r with { Sheet = e.Sheet }),
        RecommendationAdopted e => With(e.Recommendation, fact, r => r with { AdoptedOn = e.On }),
        RecommendationWithdrawn e => With(e.Recommendation, fact, r => r with { Withdrawn = true, Why = e.Why }),
        RecommendationRestored e => With(e.Recommendation, fact, r => r with { Withdrawn = false, Why = "" }),
        RecommendationFollowed e => With(e.Recommendation, fact, r => r with
        {
            FollowUps = [.. r.FollowUps.Where(f => f.Months != e.Months).Append(new(e.Months, e.Outcome, e.Why, fact.At)).OrderBy(f => f.Months)],
        }),
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name} in {GetType().Name}."),
    };

    private Decision<ExpeditionEvent> Write(WriteRecommendation c, Expedition expedition)
    {
        if (Clean.Line(c.Recommendation.Value, "id", ExpeditionLimits.Id, out var id) is { } badId) return badId;
        if (Find(new(id)) is not null) return new AlreadyThere();
        if (All.Length >= RecommendationLimits.Recommendations) return new TooMany("recommendation", RecommendationLimits.Recommendations);
        return SheetRefusal(expedition, c.Sheet, null, out var sheet) is { } no ? no : new RecommendationWritten(new(id), sheet);
    }

    private static Decision<ExpeditionEvent> Adopt(AdoptRecommendation c, Recommendation r, DateTimeOffset now)
    {
        var day = new DateTimeOffset(c.On.UtcDateTime.Date, TimeSpan.Zero);
        if (day.Year is < 2000 or > 2200) return new OutOfRange("year", 2000, 2200);
        if (day > now.AddDays(1)) return new DayToCome(day); // somewhere it is that day already
        return r.AdoptedOn == day ? Decision<ExpeditionEvent>.Nothing : new RecommendationAdopted(c.Recommendation, day);
    }

    private static Decision<ExpeditionEvent> Follow(FollowRecommendation c, Recommendation r)
    {
        if (r.AdoptedOn is null) return new NotAdopted();
        if (!Recommendation.Appointed.Contains(c.Months)) return new Unknown("follow-up", $"{c.Months}");
        if (!Enum.IsDefined(c.Outcome)) return new Unknown("outcome", c.Outcome.ToString());
        if (Clean.Optional(c.Why, "reason", ExpeditionLimits.Paragraph, lines: true, out var why) is { } badWhy) return badWhy;
        if (c.Outcome == FollowUpOutcome.Abandoned && why.Length == 0) return new ReasonWanted();
        return r.FollowUps.FirstOrDefault(f => f.Months == c.Months) is { } before && (before.Outcome, before.Why) == (c.Outcome, why)
            ? Decision<ExpeditionEvent>.Nothing
            : new RecommendationFollowed(c.Recommendation, c.Months, c.Outcome, why);
    }

    private Decision<ExpeditionEvent> On(RecommendationId id, Func<Recommendation, Decision<ExpeditionEvent>> then) =>
        Find(id) switch { null => Missing(id), { Withdrawn: true } => new RecommendationIsWithdrawn(), var r => then(r) };

    private RecommendationBook With(RecommendationId id, ExpeditionFact fact, Func<Recommendation, Recommendation> change) =>
        this with { All = Lists.Change(All, r => r.Id == id, r => change(r) with { Changes = r.Changes + 1, ChangedAt = fact.At }) };

    private static Refusal? SheetRefusal(Expedition expedition, RecommendationSheet raw, RecommendationSheet? before, out RecommendationSheet sheet)
    {
        sheet = raw;
        if (Clean.Line(raw.Title, "title", ExpeditionLimits.Line, out var title) is { } badTitle) return badTitle;
        if (Clean.Optional(raw.Words, "description", ExpeditionLimits.Words, lines: true, out var words) is { } badWords) return badWords;
        var actors = Clean.Values(raw.For);
        if (actors.IsEmpty) return new TextMissing("recommended-to");
        ImmutableArray<LeadId> leads = raw.Leads.IsDefaultOrEmpty ? [] : [.. raw.Leads.Distinct()];
        if (leads.Length > RecommendationLimits.Leads) return new TooMany("lead", RecommendationLimits.Leads);
        foreach (var lead in leads)
            if (expedition.Leads.Find(lead) is null) return new Unknown("lead", Clean.Cut(lead.Value ?? "", ExpeditionLimits.Id));
        if (EvidenceRules.Check(expedition, raw.Evidence, before?.Evidence ?? [], out var evidence) is { } badEvidence) return badEvidence;
        if (leads.IsEmpty && evidence.IsEmpty) return new EvidenceMissing();
        if (Clean.Optional(raw.Owner.Account, "owner", ExpeditionLimits.Id, lines: false, out var account) is { } badAccount) return badAccount;
        if (account.Length > 0 && account != before?.Owner.Account && !expedition.Charter.People.ContainsKey(account)) return new Unknown("owner", account);
        if (Clean.Optional(raw.Owner.Organisation, "organisation", ExpeditionLimits.Title, lines: false, out var organisation) is { } badOrganisation) return badOrganisation;
        if (raw.Horizon is { } h && h.UtcDateTime.Year is < 2000 or > 2200) return new OutOfRange("year", 2000, 2200);
        sheet = new(title, words, actors, leads, evidence, new(account, organisation), raw.Horizon is { } day ? new DateTimeOffset(day.UtcDateTime.Date, TimeSpan.Zero) : null);
        return null;
    }

    private static Unknown Missing(RecommendationId id) => new("recommendation", Clean.Cut(id.Value ?? "", ExpeditionLimits.Id));
}
