using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;

namespace TousRisques.Web.Watching;

/// <summary>Something that may come into the watch.</summary>
/// <param name="Card">What it says.</param>
/// <param name="State">What becomes of it at once.</param>
/// <param name="Origin">The feed that it comes from, or null.</param>
/// <param name="Line">Its line in a file, or 0.</param>
public sealed record Incoming(WatchCard Card, WatchState State, WatchOrigin? Origin, int Line = 0);

/// <summary>What may come in, beside the title of what is perhaps the same.</summary>
/// <param name="Item">What may come in.</param>
/// <param name="Like">The title in the watch or earlier in the file; empty when there is none.</param>
public sealed record Compared(Incoming Item, string Like);

/// <summary>What comes of comparing a file with the watch, and with itself.</summary>
/// <param name="New">Nothing like them is known.</param>
/// <param name="Perhaps">Their title is near another: for people to decide.</param>
/// <param name="There">They lead to a page that is known.</param>
public sealed record Comparison(ImmutableArray<Compared> New, ImmutableArray<Compared> Perhaps, ImmutableArray<Compared> There);

/// <summary>Takes many items into the watch.</summary>
internal static class WatchIntake
{
    /// <summary>Compares items with the watch and with each other. Nothing is stored: they are folded into a state that is then thrown away.</summary>
    public static Comparison Compare(Expedition state, IEnumerable<Incoming> items, DateTimeOffset now)
    {
        var (fresh, perhaps, there) = (ImmutableArray.CreateBuilder<Compared>(), ImmutableArray.CreateBuilder<Compared>(), ImmutableArray.CreateBuilder<Compared>());
        foreach (var (i, item) in items.Index())
        {
            if (state.Watch.Same(item.Card.Link, item.Origin) is { } same)
            {
                there.Add(new(item, same.Card.Title));
                continue;
            }
            var near = state.Watch.Near(item.Card.Title, most: 1);
            (near.IsEmpty ? fresh : perhaps).Add(new(item, near.IsEmpty ? "" : near[0].Card.Title));
            state = Expedition.Evolve(state, new(new WatchItemAdded(new($"line {i}"), item.Card, item.State, item.Origin), new PasserBy(), now, default));
        }
        return new(fresh.ToImmutable(), perhaps.ToImmutable(), there.ToImmutable());
    }

    /// <summary>Hands items in, some hundreds at a time. Those that are there already are passed over.</summary>
    /// <returns>How many came in, and why the rest did not, or null.</returns>
    public static async Task<(int Taken, Domain.Rules.Refusal? Refusal)> TakeInAsync(
        IExpeditionDesk desk, TimeProvider time, ExpeditionId expedition, ExpeditionActor by, IReadOnlyList<Incoming> items, CancellationToken cancel)
    {
        if (await desk.ReadAsync(expedition, cancel) is not { } live) return (0, new NoSuchExpedition());
        var taken = 0;
        foreach (var batch in items.Where(i => live.State.Watch.Same(i.Card.Link, i.Origin) is null).Chunk(WatchLimits.Batch))
        {
            var command = new TakeInWatchItems([.. batch.Select(i => new IncomingItem(new(Draws.Name()), i.Card, i.State, i.Origin))]);
            var submission = await desk.SubmitAsync(expedition, new ExpeditionEnvelope(Draws.Command(), by, time.GetUtcNow(), command), cancel);
            if (submission.Refusal is { } refusal) return (taken, refusal);
            taken += batch.Length;
        }
        return (taken, null);
    }
}
