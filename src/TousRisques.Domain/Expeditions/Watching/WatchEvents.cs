namespace TousRisques.Domain.Expeditions.Watching;

/// <summary>What happened in the watch: what is published on digital uses in crises.</summary>
public abstract record WatchEvent : ExpeditionEvent
{
    private protected WatchEvent() { }
}
