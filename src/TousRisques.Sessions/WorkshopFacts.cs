using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal;
using TousRisques.Journal.Facts;

namespace TousRisques.Sessions;

/// <summary>Reads a workshop's facts from the journal, for what is made from the journal alone: the report.</summary>
public sealed class WorkshopFacts(IJournal journal)
{
    /// <summary>Every fact in order; empty when there is no such workshop.</summary>
    public async Task<IReadOnlyList<Fact>> ReadAsync(WorkshopId workshop, CancellationToken cancel = default)
    {
        var facts = new List<Fact>();
        await foreach (var record in journal.ReadAsync(FactCodec.StreamOf(workshop), cancel: cancel))
            facts.Add(FactCodec.Current.Read(record));
        return facts;
    }
}
