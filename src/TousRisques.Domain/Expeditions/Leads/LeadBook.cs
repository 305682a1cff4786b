using System.Collections.Immutable;
using System.Diagnostics;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Leads;

/// <summary>Leads for innovation (pistes): from workshops, from members, from publications.</summary>
public sealed record LeadBook
{
    /// <summary>Before anything happened.</summary>
    public static readonly LeadBook Empty = new();

    /// <summary>Every lead, whatever became of it.</summary>
    public ImmutableDictionary<LeadId, Lead> All { get; init; } = ImmutableDictionary<LeadId, Lead>.Empty;

    /// <summary>Names in the order of arrival.</summary>
    public ImmutableArray<LeadId> Order { get; init; } = [];

    /// <summary>Leads in the order of arrival.</summary>
    public IEnumerable<Lead> InOrder => Order.Select(id => All[id]);

    /// <summary>A lead, or null.</summary>
    public Lead? Find(LeadId lead) => All.GetValueOrDefault(lead);

    internal Decision<ExpeditionEvent> Decide(LeadCommand command, Asking asking, Expedition expedition) => command switch
    {
        AddLead c => All.ContainsKey(c.Lead) ? new AlreadyThere() : AddRefusal(c, expedition, 0, out var added) is { } no ? no : added,
        TakeInLeads c => TakeIn(c, expedition),
        ReviseLead c => Find(c.Lead) is not { } lead ? Missing(c.Lead)
            : SheetRefusal(expedition, c.Sheet, lead.Sheet.Evidence, out var sheet) is { } no ? no
            : sheet == lead.Sheet ? Decision<ExpeditionEvent>.Nothing : new LeadRevised(c.Lead, sheet),
        SortLead c => Sort(c),
        RelateLeads c => Relate(c),
        JudgeLead c => Judge(c, asking.By),
        CarryLead c => Carry(c, asking.By),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name} in {GetType().Name}."),
    };

    internal LeadBook Evolve(LeadEvent @event, ExpeditionFact fact) => @event switch
    {
        LeadAdded e => this with { All = All.SetItem(e.Lead, new Lead { Id = e.Lead, Sheet = e.Sheet, Origin = e.Origin, At = fact.At }), Order = Order.Add(e.Lead) },
        LeadRevised e => With(e.Lead, l => l with { Sheet = e.Sheet }),
        LeadSorted e => With(e.Lead, l => l with { State = e.State, Why = e.Why }),
        LeadsRelated e => With(e.One, l => l with { Cousins = Toggle(l.Cousins, e.Other, e.Cousins) }).With(e.Other, l => l with { Cousins = Toggle(l.Cousins, e.One, e.Cousins) }),
        LeadJudged e => fact.By is AccountHolder { Account: var account } ? With(e.Lead, l => l with { Judgements = l.Judgements.SetItem(account, new(e.Effort, e.Effect)) }) : this,
        LeadCarried e => With(e.Lead, l => fact.By is AccountHolder { Account: var account }
            ? l with { Carriers = e.Carry ? l.Carriers.Add(account) : l.Carriers.Remove(account) }
            : l with { Visitors = e.Carry ? l.Visitors.Add(e.Sender) : l.Visitors.Remove(e.Sender) }),
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name} in {GetType().Name}."),
    };

    private Refusal? AddRefusal(AddLead c, Expedition expedition, int more, out LeadAdded added)
    {
        added = new(c.Lead, c.Sheet, c.Origin);
        if (Clean.Line(c.Lead.Value, "id", ExpeditionLimits.Id, out var id) is { } badId) return badId;
        if (All.Count + more >= LeadLimits.Leads) return new TooMany("lead", LeadLimits.Leads);
        if (SheetRefusal(expedition, c.Sheet, [], out var sheet) is { } badSheet) return badSheet;
        if (!Enum.IsDefined(c.Origin.Source)) return new Unknown("lead-source", c.Origin.Source.ToString());
        if (c.Origin.Support is < 0 or > 10_000) return new OutOfRange("support", 0, 10_000);
        if (Clean.Optional(c.Origin.Workshop, "workshop", ExpeditionLimits.Id, lines: false, out var workshop) is { } badWorkshop) return badWorkshop;
        if (Clean.Optional(c.Origin.Title, "workshop-title", ExpeditionLimits.Line, lines: false, out var title) is { } badTitle) return badTitle;
        if (Clean.Optional(c.Origin.By, "had-by", ExpeditionLimits.Line, lines: false, out var by) is { } badBy) return badBy;
        added = new(new(id), sheet, new(c.Origin.Source, workshop, title, by, c.Origin.Support));
        return null;
    }

    private Decision<ExpeditionEvent> TakeIn(TakeInLeads c, Expedition expedition)
    {
        if (c.Leads.Length > LeadLimits.Batch) return new TooMany("lead", LeadLimits.Batch);
        var facts = new List<ExpeditionEvent>(c.Leads.Length);
        var seen = new HashSet<LeadId>();
        foreach (var lead in c.Leads)
        {
            if (All.ContainsKey(lead.Lead) || !seen.Add(lead.Lead)) continue;
            if (AddRefusal(lead, expedition, facts.Count, out var added) is { } no) return no;
            facts.Add(added);
        }
        return Decision<ExpeditionEvent>.Of(facts);
    }

    private Decision<ExpeditionEvent> Sort(SortLead c)
    {
        if (Find(c.Lead) is not { } lead) return Missing(c.Lead);
        if (!Enum.IsDefined(c.State)) return new Unknown("lead-state", c.State.ToString());
        if (Clean.Optional(c.Why, "reason", ExpeditionLimits.Paragraph, lines: true, out var why) is { } badWhy) return badWhy;
        if (c.State == LeadState.Proposed) why = "";
        else if (why.Length == 0) return new ReasonWanted();
        return (lead.State, lead.Why) == (c.State, why) ? Decision<ExpeditionEvent>.Nothing : new LeadSorted(c.Lead, c.State, why);
    }

    private Decision<ExpeditionEvent> Relate(RelateLeads c)
    {
        if (Find(c.One) is not { } one) return Missing(c.One);
        if (Find(c.Other) is not { } other || c.Other == c.One) return Missing(c.Other);
        if (one.Cousins.Contains(c.Other.Value) == c.Cousins) return Decision<ExpeditionEvent>.Nothing;
        if (c.Cousins && Math.Max(one.Cousins.Count, other.Cousins.Count) >= LeadLimits.Cousins) return new TooMany("cousin", LeadLimits.Cousins);
        return new LeadsRelated(c.One, c.Other, c.Cousins);
    }

    private Decision<ExpeditionEvent> Judge(JudgeLead c, ExpeditionActor by)
    {
        if (Find(c.Lead) is not { } lead) return Missing(c.Lead);
        if (by is not AccountHolder { Account: var account }) return new NotYours();
        if (c.Effort is < LeadJudgement.Least or > LeadJudgement.Most) return new OutOfRange("effort", LeadJudgement.Least, LeadJudgement.Most);
        if (c.Effect is < LeadJudgement.Least or > LeadJudgement.Most) return new OutOfRange("effect", LeadJudgement.Least, LeadJudgement.Most);
        return lead.Judgements.GetValueOrDefault(account) == new LeadJudgement(c.Effort, c.Effect) ? Decision<ExpeditionEvent>.Nothing : new LeadJudged(c.Lead, c.Effort, c.Effect);
    }

    private Decision<ExpeditionEvent> Carry(CarryLead c, ExpeditionActor by)
    {
        if (Find(c.Lead) is not { } lead) return Missing(c.Lead);
        if (by is AccountHolder { Account: var account }) return lead.Carriers.Contains(account) == c.Carry ? Decision<ExpeditionEvent>.Nothing : new LeadCarried(c.Lead, c.Carry, "");
        if (Clean.Line(c.Sender, "sender", ExpeditionLimits.Id, out var sender) is { } badSender) return badSender;
        if (lead.Visitors.Contains(sender) == c.Carry) return Decision<ExpeditionEvent>.Nothing;
        return c.Carry && lead.Visitors.Count >= LeadLimits.Visitors ? new TooMany("support", LeadLimits.Visitors) : new LeadCarried(c.Lead, c.Carry, sender);
    }

    private LeadBook With(LeadId id, Func<Lead, Lead> change) => Find(id) is { } lead ? this with { All = All.SetItem(id, change(lead)) } : this;

    private static ImmutableSortedSet<string> Toggle(ImmutableSortedSet<string> set, LeadId lead, bool there) => there ? set.Add(lead.Value) : set.Remove(lead.Value);

    private static Refusal? SheetRefusal(Expedition expedition, LeadSheet raw, ImmutableArray<Evidence> before, out LeadSheet sheet)
    {
        sheet = raw;
        if (Clean.Line(raw.Title, "title", ExpeditionLimits.Title, out var title) is { } badTitle) return badTitle;
        if (Clean.Optional(raw.Description, "description", ExpeditionLimits.Words, lines: true, out var description) is { } badDescription) return badDescription;
        if (EvidenceRules.Check(expedition, raw.Evidence, before, out var evidence) is { } badEvidence) return badEvidence;
        sheet = new(title, description, Clean.Values(raw.Themes), Clean.Values(raw.Times), Clean.Values(raw.Actors), evidence);
        return null;
    }


    private static Unknown Missing(LeadId lead) => new("lead", Clean.Cut(lead.Value ?? "", ExpeditionLimits.Id));
}
