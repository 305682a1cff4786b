using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using TousRisques.Domain.Expeditions.Futures;
using TousRisques.Domain.Scenarios;
using TousRisques.Web.Packs;
using TousRisques.Web.Stress;

namespace TousRisques.Web.Futures;

/// <summary>Computes what pages say of boxes: one box at a time, once for each state of it, however many people look.</summary>
/// <param name="packs">Packs of this machine.</param>
/// <param name="lifetime">The server's life: computations end with it.</param>
public sealed class BoxDesk(InstalledPacks packs, IHostApplicationLifetime lifetime) : IDisposable
{
    private readonly ConditionalWeakTable<Box, Entry> known = [];
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>The pack of a box's territory; null when it has none, or the pack is not here or has errors.</summary>
    public Pack? TerritoryOf(Box box)
    {
        ArgumentNullException.ThrowIfNull(box);
        return box.Sheet.Territory.Length == 0 ? null : packs.Find(box.Sheet.Territory)?.Pack;
    }

    /// <summary>What is computed of a box, or null while it is being computed: the page comes back.</summary>
    public async Task<BoxFindings?> LookAsync(Box box, TimeSpan patience, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(box);
        var pack = TerritoryOf(box);
        Task<BoxFindings> work;
        lock (known)
        {
            if (!known.TryGetValue(box, out var entry) || !ReferenceEquals(entry.Pack, pack) || entry.Work.IsFaulted || entry.Work.IsCanceled)
                known.AddOrUpdate(box, entry = new(pack, ComputeAsync(box, pack)));
            work = entry.Work;
        }
        try
        {
            return await work.WaitAsync(patience, cancel);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task<BoxFindings> ComputeAsync(Box box, Pack? pack)
    {
        await Task.Yield(); // never under the lock
        await turn.WaitAsync(lifetime.ApplicationStopping);
        try
        {
            return await Quietly.RunAsync(() => BoxFindings.Of(box, pack, lifetime.ApplicationStopping));
        }
        finally
        {
            turn.Release();
        }
    }

    private sealed record Entry(Pack? Pack, Task<BoxFindings> Work);
}
