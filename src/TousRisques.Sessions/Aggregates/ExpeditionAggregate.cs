using TousRisques.Domain.Expeditions;
using TousRisques.Journal;
using TousRisques.Journal.Facts;

namespace TousRisques.Sessions.Aggregates;

/// <summary>Expeditions.</summary>
internal sealed class ExpeditionAggregate : IAggregate<Expedition, ExpeditionEnvelope, ExpeditionFact>
{
    /// <summary>The one there is.</summary>
    public static readonly ExpeditionAggregate Instance = new();

    /// <inheritdoc/>
    public Expedition Initial => Expedition.Initial;

    /// <inheritdoc/>
    public (IReadOnlyList<ExpeditionFact> Facts, Refusal? Refusal) Decide(Expedition state, ExpeditionEnvelope envelope)
    {
        var decision = Expedition.Decide(state, envelope);
        return ([.. decision.Events.Select(e => new ExpeditionFact(e, envelope.By, envelope.At, envelope.Id))], decision.Refusal);
    }

    /// <inheritdoc/>
    public Expedition Evolve(Expedition state, ExpeditionFact fact) => Expedition.Evolve(state, fact);

    /// <inheritdoc/>
    public string StreamOf(string key) => ExpeditionCodec.StreamOf(new ExpeditionId(key));

    /// <inheritdoc/>
    public NewRecord Write(ExpeditionFact fact) => ExpeditionCodec.Write(fact);

    /// <inheritdoc/>
    public ExpeditionFact Read(StoredRecord record) => ExpeditionCodec.Current.Read(record);
}
