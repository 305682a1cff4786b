using System.Diagnostics;

namespace TousRisques.Domain.Expeditions.Meetings;

/// <summary>Meetings (rencontres): who was met, what was learned.</summary>
public sealed partial record Encounters
{
    /// <summary>Before anything happened.</summary>
    public static readonly Encounters Empty = new();

    internal Decision<ExpeditionEvent> Decide(MeetingCommand command, Asking asking) => command switch
    {
        _ => throw new UnreachableException($"No rule for {command.GetType().Name} in {GetType().Name}."),
    };

    internal Encounters Evolve(MeetingEvent @event, ExpeditionFact fact) => @event switch
    {
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name} in {GetType().Name}."),
    };
}
