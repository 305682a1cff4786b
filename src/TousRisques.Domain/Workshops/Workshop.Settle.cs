using System.Collections.Immutable;

namespace TousRisques.Domain.Workshops;

// Facts that follow by themselves.
public sealed partial record Workshop
{
    /// <summary>
    /// What follows from where the room stands. At the plan of an act the model's verdicts are shown, since the plan would betray them,
    /// and every table's plan is laid, unless a later one builds on it already.
    /// </summary>
    private ImmutableArray<WorkshopEvent> Settled()
    {
        if (Step is not { Act: { } id, Kind: StepKind.Plan or StepKind.Consequences } || ClosedAt is not null) return [];
        var shown = VerdictsShown.Contains(id);
        if (!shown && !IsSituationSettled(id)) return []; // the model has yet to answer: its answer will bring us back here
        var events = ImmutableArray.CreateBuilder<WorkshopEvent>();
        if (!shown) events.Add(new VerdictsRevealed(id));
        var act = Script!.Acts.First(a => a.Id == id);
        foreach (var table in Tables)
            if (Situations.ContainsKey((id, table.Id)) && PlanOf(table.Id, id) is null && !IsPast(table.Id, id)) events.Add(LayPlan(table.Id, act));
        return events.ToImmutable();
    }
}
