using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;

namespace TousRisques.Domain.Reports;

/// <summary>Draws up reports. Pure: the same facts and the same pack give the same report.</summary>
public static class ReportWriter
{
    /// <summary>The report of a workshop, finished or not.</summary>
    /// <param name="facts">Every fact of its journal, in order; the first opens it.</param>
    /// <param name="pack">The pack that it plays, for what stands on its cards.</param>
    public static Report Write(IReadOnlyList<Fact> facts, Pack pack)
    {
        var state = facts.Aggregate(Workshop.Initial, Workshop.Evolve);
        var script = state.Script ?? throw new ArgumentException("The facts do not begin with an opening.", nameof(facts));
        var cast = Cast.Of(state);
        var acts = script.Acts.Select(a => a.Id).Where(a => state.Situations.Keys.Any(k => k.Act == a)).ToImmutableArray();
        return new Report
        {
            Workshop = state.Id,
            Title = state.Title,
            Place = state.Place,
            OpenedAt = state.OpenedAt,
            ClosedAt = state.ClosedAt,
            Mode = script.Mode,
            Demonstration = state.Demonstration,
            People = state.Participants.Length,
            Tables = state.Tables,
            Cast = [.. state.Participants.Select(p => cast[p.Id])],
            Timeline = TimelineWriter.Write(facts),
            Steps = script.Steps,
            Acts = acts,
            Possible = [.. Workshops.Views.Survival.Of(state, table: null).Select(PossibleAt)],
            Survival = [.. SurvivalOf(state, acts)],
            Priorities = [.. acts.Select(a => PrioritiesOf(state, a, cast)).Where(p => !p.Each.IsEmpty)],
            Plans = [.. from act in script.Acts
                        from table in state.Tables
                        let plan = state.Plans.GetValueOrDefault((act.Id, table.Id))
                        where plan is not null
                        select new TablePlan(act.Id, table.Id, act.Slots, [.. plan.Kept.Select(k => k.Action)], plan.Added, plan.Dropped)],
            Divergences = [.. DivergencesOf(state, acts)],
            Consequences = [.. from act in acts
                               from table in state.Tables
                               let recorded = state.Consequences.GetValueOrDefault((act, table.Id))
                               where recorded is not null
                               select new ActConsequences(act, table.Id, recorded.Facts)],
            Stakeholders = [.. state.Tables.Select(t => GapsOf(state, pack.Scenario, t.Id))],
            Observations = state.Observations,
            Debrief = [.. state.Debrief.Select(d => new ReportedAnswer(cast[d.Participant], d.Question, d.Words, d.Theme, d.Time))],
            Leads = [.. state.Leads.OrderByDescending(l => l.Supporters.Count).Select(l =>
                new ReportedLead(l.Id, cast[l.Author], l.Title, l.Words, l.Theme, l.Time, l.Supporters.Count))],
        };
    }

    // The territory without any plan is the same for every table, so that acts can be compared.
    private static PossibleActions PossibleAt(Workshops.Views.ActSurvival act) => new(act.Act, act.Possible - act.Degraded, act.Degraded, act.Lost.Length)
    {
        NewlyImpossible = act.Lost.Count(l => l.Fresh),
        Takers = [.. act.Takers.Select(t => new Taker(t.Root.Event, t.Root.Constraint, t.Root.Component, t.Count))],
    };

    private static IEnumerable<Survival> SurvivalOf(Workshop state, ImmutableArray<ActId> acts)
    {
        foreach (var action in state.Script!.Actions)
            yield return new(action.Id, null, [.. from act in acts from table in state.Tables select StandingOf(state, act, table.Id, action.Id)]);
        foreach (var own in state.OwnActions)
            yield return new(own.Id, own.Title, [.. acts.Select(act => StandingOf(state, act, own.Table, own.Id))]) { OwnTime = own.Time };
    }

    private static Standing StandingOf(Workshop state, ActId act, TableId table, ActionId action)
    {
        var model = state.ModelOn(table, act, action);
        var planned = state.PlanOf(table, act)?.Actions.Contains(action) ?? false;
        return new(act, table, model?.Verdict, state.CountVerdicts(table, act, action)?.Median, state.VerdictOf(table, act, action), planned, model?.Why ?? []);
    }

    private static ActPriorities PrioritiesOf(Workshop state, ActId act, Dictionary<ParticipantId, Voice> cast) =>
        new(act, state.CountPriorities(act),
            [.. from p in state.Participants
                where state.Rankings.ContainsKey((act, p.Id))
                select new PersonalRanking(cast[p.Id], state.Rankings[(act, p.Id)])]);

    private static IEnumerable<ReportedDivergence> DivergencesOf(Workshop state, ImmutableArray<ActId> acts) =>
        from act in acts
        from table in state.Tables
        from d in state.Divergences(table.Id, act)
        let reasons = state.JudgementsOf(table.Id, act, d.Action).Select(j => j.Judgement.Reason).Where(r => r.Length > 0).Distinct()
        select new ReportedDivergence(d, state.ModelOn(table.Id, act, d.Action)?.Why ?? [], [.. reasons]);

    private static StakeholderGaps GapsOf(Workshop state, Scenario scenario, TableId table)
    {
        var placed = state.Board.Where(b => b.Key.Table == table).ToDictionary(b => b.Key.Stakeholder, b => b.Value);
        return new(table,
            [.. scenario.Stakeholders.Where(s => !placed.ContainsKey(s.Id)).Select(s => s.Id)],
            [.. scenario.Stakeholders.Where(s => placed.TryGetValue(s.Id, out var at) && !s.Roles.Contains(at)).Select(s => new PlacedCard(s.Id, placed[s.Id]))],
            [.. state.OwnStakeholders.Where(o => o.Table == table && placed.ContainsKey(o.Id)).Select(o => new AddedCard(o.Name, o.Family, placed[o.Id]))]);
    }
}
