using System.Collections.Immutable;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops.Views;

internal sealed partial record Looking
{
    public ImmutableArray<EventView> Events()
    {
        var revealed = Workshop.Revealed.Select(r => r.Event).ToHashSet();
        return
        [
            .. from act in Pack.Scenario.Acts
               from e in act.Events
               where revealed.Contains(e.Id)
               orderby e.At
               select Cards.Event(Pack, e, act),
        ];
    }

    public ImmutableArray<ConstraintView> Constraints()
    {
        var imposed = Workshop.Imposed.Select(i => i.Constraint).ToHashSet();
        return
        [
            .. from act in Pack.Scenario.Acts
               from c in act.Constraints
               where imposed.Contains(c.Id)
               orderby c.At
               select Cards.Constraint(c),
        ];
    }

    public SituationView? Situation()
    {
        if (Act is null || !Reached(StepKind.Situation) || FactsOf(Act.Id) is not { } facts) return null;
        var standing = facts.Components.ToDictionary(c => c.Component);
        var functions = Pack.Territory.Components.Where(c => c.Nature == Nature.Function).Select(Standing).OrderBy(Rank);
        var others = Pack.Territory.Components.Where(c => c.Nature != Nature.Function && standing.ContainsKey(c.Id)).Select(Standing).OrderBy(Rank);
        return new(facts.At, [.. functions], [.. others]);

        StandingView Standing(Component c) => standing.TryGetValue(c.Id, out var fact)
            ? new(c.Id, c.Name, fact.Status, fact.Since, fact.Why)
            : new(c.Id, c.Name, ComponentStatus.Running, TimeSpan.Zero, []);
    }

    public ConsequenceFacts? Consequences() =>
        Act is not null && Reached(StepKind.Consequences) ? Workshop.Consequences.GetValueOrDefault((Act.Id, Me.Table))?.Facts : null;

    // What is lost first, what holds by a thread next, what runs last.
    private static int Rank(StandingView s) => s.IsDown ? 0 : s.Status == ComponentStatus.Running ? 2 : 1;
}
