using Microsoft.Extensions.Logging;
using TousRisques.Domain.Expeditions;
using TousRisques.Journal;
using TousRisques.Journal.Facts;
using TousRisques.Sessions.Aggregates;
using TousRisques.Sessions.Grains;

namespace TousRisques.Sessions.Expeditions;

/// <summary>The desk of expeditions.</summary>
internal sealed class ExpeditionDesk(IGrainFactory grains, IJournal journal, TimeProvider time, ILogger<ExpeditionDesk> log)
    : StreamDesk<IExpeditionGrain, Expedition, ExpeditionEnvelope, ExpeditionFact, LiveExpedition>(ExpeditionAggregate.Instance, grains, journal, time, log), IExpeditionDesk
{
    private readonly IJournal journal = journal;

    /// <inheritdoc/>
    public Task<Submission> SubmitAsync(ExpeditionId expedition, ExpeditionEnvelope envelope, CancellationToken cancel = default) =>
        SubmitAsync(expedition.Value, envelope, cancel);

    /// <inheritdoc/>
    public ValueTask<LiveExpedition?> ReadAsync(ExpeditionId expedition, CancellationToken cancel = default) => ReadAsync(expedition.Value, cancel);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LiveExpedition>> ListAsync(CancellationToken cancel = default)
    {
        var all = new List<LiveExpedition>();
        await foreach (var head in journal.ListAsync(ExpeditionCodec.StreamPrefix, cancel))
            if (await ReadAsync(head.Stream[ExpeditionCodec.StreamPrefix.Length..], cancel) is { } live) all.Add(live);
        return all;
    }

    /// <inheritdoc/>
    protected override ValueTask<LiveExpedition?> ShowAsync(string key, Expedition state, long version, LiveExpedition? before, CancellationToken cancel) =>
        ValueTask.FromResult(state.IsOpened ? new LiveExpedition(state with { Id = new ExpeditionId(key) }, version) : null);
}
