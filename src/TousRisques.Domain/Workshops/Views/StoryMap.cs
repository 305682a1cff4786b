using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>What is marked at one place of the map.</summary>
/// <param name="Place">The place.</param>
/// <param name="Events">Events revealed there, in the order of the story.</param>
/// <param name="Latest">Whether the event revealed last happened there.</param>
/// <param name="Struck">Components there that a revealed event strikes at the hour of the story.</param>
public sealed record MapMark(PlaceId Place, ImmutableArray<EventId> Events, bool Latest, ImmutableArray<ComponentId> Struck);

/// <summary>The map as the room knows it: nothing on it that was not revealed.</summary>
/// <param name="Hour">The hour it shows, from the scenario's origin.</param>
/// <param name="Marks">Places where something is marked, in the territory's order.</param>
public sealed record StoryMap(TimeSpan Hour, ImmutableArray<MapMark> Marks)
{
    /// <summary>Draws what was revealed so far.</summary>
    public static StoryMap Of(Workshop state, Pack pack)
    {
        var revealed = pack.Scenario.Acts.SelectMany(a => a.Events)
            .Where(e => state.Revealed.Any(r => r.Event == e.Id)).ToImmutableArray();
        var latest = state.Revealed.IsEmpty ? null : pack.Find(state.Revealed[^1].Event);
        var hour = HourOf(state, pack);
        var struck = revealed.SelectMany(e => e.Strikes.Where(s => s.Probability >= 0.5 && Holds(e, s, hour, e == latest)))
            .SelectMany(s => s.On.In(pack.Territory)).Select(c => c.Id).ToHashSet();
        return new(hour,
        [
            .. from place in pack.Territory.Places
               let events = revealed.Where(e => e.Place == place.Id).Select(e => e.Id).ToImmutableArray()
               let down = pack.Territory.Components.Where(c => c.Place == place.Id && struck.Contains(c.Id)).Select(c => c.Id).ToImmutableArray()
               where !events.IsEmpty || !down.IsEmpty
               select new MapMark(place.Id, events, latest?.Place == place.Id, down),
        ]);
    }

    /// <summary>
    /// Where the clock of the story stands: at the event revealed last while events are told, at the act's own hour from its situation on.
    /// </summary>
    public static TimeSpan HourOf(Workshop state, Pack pack)
    {
        if (state.Act is not { } scripted || pack.Find(scripted.Id) is not { } act) return TimeSpan.Zero;
        if (state.Step.Kind is not (StepKind.Events or StepKind.Constraints)) return act.At;
        var told = act.Events.Where(e => state.Revealed.Any(r => r.Event == e.Id)).Select(e => e.At).ToList();
        return told.Count > 0 ? told.Max() : act.Events.IsEmpty ? act.At : act.Events[0].At;
    }

    // A strike that begins later than the event that brings it is announced with the event that was told last.
    private static bool Holds(ScenarioEvent e, Strike strike, TimeSpan hour, bool announced)
    {
        var from = e.At + strike.From;
        return (from <= hour || announced) && (strike.For is not { } spell || hour < from + spell.Middle);
    }
}
