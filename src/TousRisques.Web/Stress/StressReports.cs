using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Scenarios;

namespace TousRisques.Web.Stress;

/// <summary>How the bench stands with a pack.</summary>
/// <param name="Report">The report, once there is one.</param>
/// <param name="Progress">How far it is, while it is computed.</param>
/// <param name="Waits">Whether another territory has its turn first.</param>
/// <param name="Failed">Whether the computation broke off; asking again starts it anew.</param>
/// <param name="Busy">Whether too many territories wait already.</param>
public sealed record StressState(StressReport? Report, StressProgress Progress = default, bool Waits = false, bool Failed = false, bool Busy = false);

/// <summary>
/// Reports of the bench, computed at the first visit, one at a time for the whole machine, on half of its cores and at low priority, so that a workshop
/// in play never waits for them. A few are kept; nothing is there before anybody asks, and all ends with the server.
/// </summary>
public sealed class StressReports : IDisposable
{
    /// <summary>Reports kept, and territories that may wait; a report of a hundred components takes a few megabytes.</summary>
    private const int MostKept = 4, MostWaiting = 4;

    private readonly Lock gate = new();
    private readonly List<Entry> entries = []; // the one asked for last stands last
    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource stop = new();
    private readonly ILogger<StressReports> log;

    /// <summary>An empty shelf.</summary>
    /// <param name="settings">How much to compute.</param>
    /// <param name="lifetime">The server's life: computations end with it.</param>
    /// <param name="log">Where a computation that breaks off is told.</param>
    public StressReports(StressSettings settings, IHostApplicationLifetime lifetime, ILogger<StressReports> log)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(lifetime);
        Settings = settings.MostThreads > 0 ? settings : settings with { MostThreads = Math.Max(1, Environment.ProcessorCount / 2) };
        this.log = log;
        lifetime.ApplicationStopping.Register(stop.Cancel);
    }

    /// <summary>How much is computed, and on how many threads.</summary>
    public StressSettings Settings { get; }

    /// <summary>A report that is there already, or null; starts nothing.</summary>
    public StressReport? Peek(string id, Pack pack)
    {
        lock (gate) return entries.Find(e => e.Id == id && ReferenceEquals(e.Pack, pack)) is { Work.IsCompletedSuccessfully: true } done ? done.Work.Result : null;
    }

    /// <summary>How the bench stands with a pack; starts its computation when nobody has.</summary>
    /// <param name="id">Name of the pack's folder: one report is kept of each.</param>
    /// <param name="pack">The pack; another object under the same name is a pack whose files changed.</param>
    public StressState Look(string id, Pack pack)
    {
        var entry = Find(id, pack);
        return entry is null ? new(null, Busy: true) : StateOf(entry);
    }

    /// <summary>The same, after waiting a moment for it to be done.</summary>
    public async Task<StressState> LookAsync(string id, Pack pack, TimeSpan patience, CancellationToken cancel)
    {
        if (Find(id, pack) is not { } entry) return new(null, Busy: true);
        try { await entry.Work.WaitAsync(patience, cancel); }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested) { } // its state says what came of it
        return StateOf(entry);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
        turn.Dispose();
    }

    private static StressState StateOf(Entry entry) => entry.Work switch
    {
        { IsCompletedSuccessfully: true } done => new(done.Result),
        { IsCompleted: true } => new(null, Failed: true),
        _ => new(null, entry.Progress, Waits: !entry.Begun),
    };

    private Entry? Find(string id, Pack pack)
    {
        lock (gate)
        {
            var known = entries.FindIndex(e => e.Id == id);
            if (known >= 0)
            {
                var entry = entries[known];
                entries.RemoveAt(known);
                if (ReferenceEquals(entry.Pack, pack) && !entry.Told)
                {
                    // What broke off is said once; the next visit tries again.
                    entry.Told = entry.Work is { IsFaulted: true } or { IsCanceled: true };
                    entries.Add(entry);
                    return entry;
                }
                Forget(entry);
            }
            if (stop.IsCancellationRequested || entries.Count(e => !e.Work.IsCompleted) >= MostWaiting) return null;
            while (entries.Count >= MostKept && entries.FindIndex(e => e.Work.IsCompleted) is var oldest and >= 0)
            {
                Forget(entries[oldest]);
                entries.RemoveAt(oldest);
            }
            var fresh = new Entry(id, pack, CancellationTokenSource.CreateLinkedTokenSource(stop.Token));
            fresh.Work = ComputeAsync(fresh);
            entries.Add(fresh);
            return fresh;
        }
    }

    private static void Forget(Entry entry)
    {
        entry.Stop.Cancel();
        _ = entry.Work.ContinueWith(_ => entry.Stop.Dispose(), TaskScheduler.Default);
    }

    private async Task<StressReport> ComputeAsync(Entry entry)
    {
        await Task.Yield(); // never under the lock
        await turn.WaitAsync(entry.Stop.Token);
        try
        {
            entry.Begun = true;
            return await Quietly.RunAsync(() => StressReport.Of(entry.Pack, Settings, entry, entry.Stop.Token));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The stress bench broke off on pack {Pack}.", entry.Id);
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    private sealed class Entry(string id, Pack pack, CancellationTokenSource stop) : IProgress<StressProgress>
    {
        private StressProgress progress;

        public string Id => id;
        public Pack Pack => pack;
        public CancellationTokenSource Stop => stop;
        public Task<StressReport> Work { get; set; } = null!;
        public bool Begun { get; set; }
        public bool Told { get; set; }

        public StressProgress Progress
        {
            get { lock (this) return progress; }
        }

        public void Report(StressProgress value)
        {
            lock (this) progress = value;
        }
    }
}
