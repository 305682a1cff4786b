using System.Collections.Immutable;

namespace TousRisques.Domain.Workshops;

/// <summary>What the rules answer to a command: facts, or a refusal, or neither (already so: nothing to store).</summary>
/// <param name="Events">Facts in order; empty with a refusal, or when nothing changes.</param>
/// <param name="Refusal">Why not, or null.</param>
public readonly record struct Decision(ImmutableArray<WorkshopEvent> Events, Refusal? Refusal)
{
    /// <summary>Already so: nothing to store and nothing to say.</summary>
    public static readonly Decision Nothing = new([], null);

    /// <summary>One fact.</summary>
    public static implicit operator Decision(WorkshopEvent @event) => new([@event], null);

    /// <summary>A refusal.</summary>
    public static implicit operator Decision(Refusal refusal) => new([], refusal);

    /// <summary>One fact. For languages without implicit conversions.</summary>
    public static Decision ToDecision(WorkshopEvent @event) => @event;

    /// <summary>A refusal. For languages without implicit conversions.</summary>
    public static Decision ToDecision(Refusal refusal) => refusal;

    /// <summary>Several facts.</summary>
    public static Decision Of(IEnumerable<WorkshopEvent> events) => new([.. events], null);
}
