using TousRisques.Journal;

namespace TousRisques.Sessions.Aggregates;

/// <summary>A kind of stream: how its commands are decided, its facts folded, written and read. Stateless; the rules themselves are in Domain.</summary>
/// <typeparam name="TState">What facts are folded into.</typeparam>
/// <typeparam name="TEnvelope">A command with who, when and its id.</typeparam>
/// <typeparam name="TFact">A fact with who, when and the command that caused it.</typeparam>
internal interface IAggregate<TState, TEnvelope, TFact>
{
    /// <summary>Before the first fact.</summary>
    TState Initial { get; }

    /// <summary>What a command comes to.</summary>
    (IReadOnlyList<TFact> Facts, Refusal? Refusal) Decide(TState state, TEnvelope envelope);

    /// <summary>Takes a fact on board.</summary>
    TState Evolve(TState state, TFact fact);

    /// <summary>The stream of a key.</summary>
    string StreamOf(string key);

    /// <summary>A fact as a record.</summary>
    NewRecord Write(TFact fact);

    /// <summary>The fact that a record keeps.</summary>
    TFact Read(StoredRecord record);
}
