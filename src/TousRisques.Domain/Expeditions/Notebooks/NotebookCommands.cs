namespace TousRisques.Domain.Expeditions.Notebooks;

/// <summary>What can be asked of the exploration notebook, and reactions to it.</summary>
public abstract record NotebookCommand : ExpeditionCommand
{
    private protected NotebookCommand() { }

    internal override Standing Least => Standing.Member;
}
