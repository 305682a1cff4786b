using System.Diagnostics;

namespace TousRisques.Domain.Expeditions.Notebooks;

/// <summary>The exploration notebook, and reactions to it.</summary>
public sealed partial record Notebook
{
    /// <summary>Before anything happened.</summary>
    public static readonly Notebook Empty = new();

    internal Decision<ExpeditionEvent> Decide(NotebookCommand command, Asking asking) => command switch
    {
        _ => throw new UnreachableException($"No rule for {command.GetType().Name} in {GetType().Name}."),
    };

    internal Notebook Evolve(NotebookEvent @event, ExpeditionFact fact) => @event switch
    {
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name} in {GetType().Name}."),
    };
}
