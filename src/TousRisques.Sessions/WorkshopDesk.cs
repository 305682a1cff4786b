using Microsoft.Extensions.Logging;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal;
using TousRisques.Sessions.Aggregates;
using TousRisques.Sessions.Grains;
using TousRisques.Sessions.Packs;

namespace TousRisques.Sessions;

/// <summary>The desk of workshops.</summary>
internal sealed class WorkshopDesk(IGrainFactory grains, IJournal journal, PackLibrary packs, TimeProvider time, ILogger<WorkshopDesk> log)
    : StreamDesk<IWorkshopGrain, Workshop, Envelope, Fact, LiveWorkshop>(WorkshopAggregate.Instance, grains, journal, time, log), IWorkshopDesk
{
    /// <inheritdoc/>
    public Task<Submission> SubmitAsync(WorkshopId workshop, Envelope envelope, CancellationToken cancel = default) => SubmitAsync(workshop.Value, envelope, cancel);

    /// <inheritdoc/>
    public ValueTask<LiveWorkshop?> ReadAsync(WorkshopId workshop, CancellationToken cancel = default) => ReadAsync(workshop.Value, cancel);

    /// <inheritdoc/>
    public IAsyncEnumerable<LiveWorkshop> FollowAsync(WorkshopId workshop, CancellationToken cancel = default) => FollowAsync(workshop.Value, cancel);

    /// <inheritdoc/>
    protected override async ValueTask<LiveWorkshop?> ShowAsync(string key, Workshop state, long version, LiveWorkshop? before, CancellationToken cancel)
    {
        if (state.Script is not { } script) return null;
        var pack = before?.Pack ?? await packs.FindAsync(script.PackDigest, cancel);
        // A workshop taken in under another code goes by that code here.
        return new LiveWorkshop(state with { Id = new WorkshopId(key) }, pack, version);
    }
}
