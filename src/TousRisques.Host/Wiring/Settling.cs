using System.Runtime;
using Microsoft.Extensions.Hosting;

namespace TousRisques.Host.Wiring;

/// <summary>
/// Gives back, once, what only the start needed. The first generation of a machine with a large cache is so wide that an installation where little happens would never be collected, and would keep the
/// refuse of its start for as long as it lives (10 MB of the 150 that it may have, docs/performance.md).
/// </summary>
internal sealed class Settling(IHostApplicationLifetime life, TimeProvider time) : BackgroundService
{
    /// <summary>When the first pages have been served; a pause of some hundredths of a second goes unnoticed then.</summary>
    private static readonly TimeSpan After = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(After, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (life.ApplicationStopping.IsCancellationRequested) return;
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
