using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>An act on the timeline.</summary>
/// <param name="Act">Which.</param>
/// <param name="Number">1 for the first.</param>
/// <param name="Begun">Whether the room has come to it; the title of one that has not is kept back.</param>
/// <param name="Events">Its events revealed so far, by their hours.</param>
/// <param name="Constraints">Its constraints imposed so far.</param>
public sealed record TimelineAct(ActId Act, int Number, bool Begun, ImmutableArray<EventId> Events, ImmutableArray<ConstraintId> Constraints);

/// <summary>The story as told so far (frise): the territory's memory, then what was revealed in each act, on one clock.</summary>
/// <param name="Memory">Memory, oldest first.</param>
/// <param name="Acts">Acts in order.</param>
/// <param name="Latest">The event revealed last, or null.</param>
public sealed record StoryTimeline(ImmutableArray<EventId> Memory, ImmutableArray<TimelineAct> Acts, EventId? Latest)
{
    /// <summary>Tells what was revealed so far, and nothing else.</summary>
    public static StoryTimeline Of(Workshop state, Pack pack)
    {
        var script = state.Script;
        var revealed = state.Revealed.Select(r => r.Event).ToHashSet();
        var imposed = state.Imposed.Select(r => r.Constraint).ToHashSet();
        return new(
            [.. pack.Scenario.Memory.Select(e => e.Id)],
            script is null ? [] :
            [
                .. script.Acts.Select((act, i) => new TimelineAct(act.Id, i + 1, HasBegun(state, act.Id),
                    [.. (pack.Find(act.Id)?.Events ?? []).OrderBy(e => e.At).Select(e => e.Id).Where(revealed.Contains)],
                    [.. (pack.Find(act.Id)?.Constraints ?? []).Select(c => c.Id).Where(imposed.Contains)])),
            ],
            state.Revealed.IsEmpty ? null : state.Revealed[^1].Event);
    }

    /// <summary>Whether the room has ever come to an act.</summary>
    public static bool HasBegun(Workshop state, ActId act) =>
        state.Script is { } script && script.Steps.Take(state.FurthestStep + 1).Any(s => s.Act == act);
}
