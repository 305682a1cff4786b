using System.Collections.Immutable;
using TousRisques.Domain.Workshops;

namespace TousRisques.Domain.Reports;

/// <summary>Picks from the journal what a reader wants to see in order: what was revealed and decided.</summary>
internal static class TimelineWriter
{
    public static ImmutableArray<TimelineEntry> Write(IEnumerable<Fact> facts) => [.. facts.Select(EntryOf).OfType<TimelineEntry>()];

    private static TimelineEntry? EntryOf(Fact fact) => fact.Event switch
    {
        WorkshopOpened => new(fact.At, EntryKind.Opened, "", null, ""),
        StepEntered e => new(fact.At, EntryKind.Step, e.Step.Value, null, ""),
        EventRevealed e => new(fact.At, EntryKind.Event, e.Event.Value, null, ""),
        ConstraintImposed e => new(fact.At, EntryKind.Constraint, e.Constraint.Value, null, ""),
        VerdictsRevealed e => new(fact.At, EntryKind.Verdicts, e.Act.Value, null, ""),
        AvailabilityOverridden { Verdict: not null } e => new(fact.At, EntryKind.Override, e.Action.Value, e.Table, e.Reason),
        MessageInjected { To: ToRoom } e => new(fact.At, EntryKind.Inject, e.As, null, e.Body),
        PlanConfirmed e => new(fact.At, EntryKind.Plan, e.Act.Value, e.Table, ""),
        Corrected => new(fact.At, EntryKind.Correction, "", null, ""),
        WorkshopClosed => new(fact.At, EntryKind.Closed, "", null, ""),
        _ => null,
    };
}
