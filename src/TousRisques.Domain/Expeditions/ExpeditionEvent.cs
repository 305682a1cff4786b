namespace TousRisques.Domain.Expeditions;

/// <summary>
/// A fact in an expedition's life. Stored for ever: names and fields only grow (docs/event-catalogue.md). Closed: each part's cases stand in the part's
/// folder, under a base of its own.
/// </summary>
/// <remarks>Names, addresses and telephone numbers of people never stand in facts: facts cannot be erased, people can ask to be.</remarks>
public abstract record ExpeditionEvent
{
    private protected ExpeditionEvent() { }
}

/// <summary>What people can ask of an expedition; each becomes facts or a refusal with a reason.</summary>
public abstract record ExpeditionCommand
{
    private protected ExpeditionCommand() { }

    /// <summary>The least standing that may give it.</summary>
    internal abstract Standing Least { get; }
}
