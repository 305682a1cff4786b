using System.Diagnostics;

namespace TousRisques.Domain.Expeditions.Agendas;

/// <summary>Workshops to come, and who signed up for them (by number: names are kept apart).</summary>
public sealed partial record Agenda
{
    /// <summary>Before anything happened.</summary>
    public static readonly Agenda Empty = new();

    internal Decision<ExpeditionEvent> Decide(AgendaCommand command, Asking asking) => command switch
    {
        _ => throw new UnreachableException($"No rule for {command.GetType().Name} in {GetType().Name}."),
    };

    internal Agenda Evolve(AgendaEvent @event, ExpeditionFact fact) => @event switch
    {
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name} in {GetType().Name}."),
    };
}
