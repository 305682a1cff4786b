namespace TousRisques.Domain.Expeditions.Watching;

/// <summary>What can be asked of the watch: what is published on digital uses in crises.</summary>
public abstract record WatchCommand : ExpeditionCommand
{
    private protected WatchCommand() { }

    internal override Standing Least => Standing.Member;
}
