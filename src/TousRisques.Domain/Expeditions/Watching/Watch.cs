using System.Diagnostics;

namespace TousRisques.Domain.Expeditions.Watching;

/// <summary>The watch: what is published on digital uses in crises.</summary>
public sealed partial record Watch
{
    /// <summary>Before anything happened.</summary>
    public static readonly Watch Empty = new();

    internal Decision<ExpeditionEvent> Decide(WatchCommand command, Asking asking) => command switch
    {
        _ => throw new UnreachableException($"No rule for {command.GetType().Name} in {GetType().Name}."),
    };

    internal Watch Evolve(WatchEvent @event, ExpeditionFact fact) => @event switch
    {
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name} in {GetType().Name}."),
    };
}
