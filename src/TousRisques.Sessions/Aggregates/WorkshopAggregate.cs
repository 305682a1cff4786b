using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal;
using TousRisques.Journal.Facts;

namespace TousRisques.Sessions.Aggregates;

/// <summary>Workshops.</summary>
internal sealed class WorkshopAggregate : IAggregate<Workshop, Envelope, Fact>
{
    /// <summary>The one there is.</summary>
    public static readonly WorkshopAggregate Instance = new();

    /// <inheritdoc/>
    public Workshop Initial => Workshop.Initial;

    /// <inheritdoc/>
    public (IReadOnlyList<Fact> Facts, Refusal? Refusal) Decide(Workshop state, Envelope envelope)
    {
        var decision = Workshop.Decide(state, envelope);
        return ([.. decision.Events.Select(e => new Fact(e, envelope.By, envelope.At, envelope.Id))], decision.Refusal);
    }

    /// <inheritdoc/>
    public Workshop Evolve(Workshop state, Fact fact) => Workshop.Evolve(state, fact);

    /// <inheritdoc/>
    public string StreamOf(string key) => FactCodec.StreamOf(new WorkshopId(key));

    /// <inheritdoc/>
    public NewRecord Write(Fact fact) => FactCodec.Write(fact);

    /// <inheritdoc/>
    public Fact Read(StoredRecord record) => FactCodec.Current.Read(record);
}
