namespace TousRisques.Domain.Expeditions.Notebooks;

/// <summary>What happened in the exploration notebook, and reactions to it.</summary>
public abstract record NotebookEvent : ExpeditionEvent
{
    private protected NotebookEvent() { }
}
