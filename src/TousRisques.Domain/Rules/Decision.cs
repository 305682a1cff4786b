using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace TousRisques.Domain.Rules;

/// <summary>What the rules answer to a command: facts, or a refusal, or neither (already so: nothing to store).</summary>
/// <typeparam name="TEvent">The closed union of an aggregate's facts.</typeparam>
/// <param name="Events">Facts in order; empty with a refusal, or when nothing changes.</param>
/// <param name="Refusal">Why not, or null.</param>
[SuppressMessage("Design", "CA1000", Justification = "Read as Decision<TEvent>.Nothing, or through an alias of each aggregate: there is no other place to say which facts.")]
public readonly record struct Decision<TEvent>(ImmutableArray<TEvent> Events, Refusal? Refusal) where TEvent : class
{
    /// <summary>Already so: nothing to store and nothing to say.</summary>
    public static readonly Decision<TEvent> Nothing = new([], null);

    /// <summary>One fact.</summary>
    public static implicit operator Decision<TEvent>(TEvent @event) => new([@event], null);

    /// <summary>A refusal.</summary>
    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], refusal);

    /// <summary>One fact. For languages without implicit conversions.</summary>
    public static Decision<TEvent> ToDecision(TEvent @event) => @event;

    /// <summary>A refusal. For languages without implicit conversions.</summary>
    public static Decision<TEvent> ToDecision(Refusal refusal) => refusal;

    /// <summary>Several facts.</summary>
    public static Decision<TEvent> Of(IEnumerable<TEvent> events) => new([.. events], null);
}
