using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TousRisques.Domain.Workshops;
using TousRisques.Sessions;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Live;

/// <summary>A moment of a workshop as this node shows it: each part is drawn at most once for each audience, when first asked for.</summary>
/// <param name="Live">The workshop.</param>
/// <param name="Now">The instant.</param>
/// <param name="Over">Done when the next moment has come.</param>
public sealed record Moment(LiveWorkshop Live, DateTimeOffset Now, Task Over)
{
    private readonly ConcurrentDictionary<(LivePart, Viewer), Lazy<Task<string>>> drawn = new();
    private readonly ConcurrentDictionary<Viewer, Scene> scenes = new();

    /// <summary>The HTML of a part for a viewer.</summary>
    public Task<string> DrawAsync(LivePart part, Viewer viewer, IServiceProvider services)
    {
        var audience = viewer.As(part.Audience);
        return drawn.GetOrAdd((part, audience), key => new(() => RenderAsync(key.Item1, key.Item2, services))).Value;
    }

    /// <summary>The scene that a part is drawn from for a viewer.</summary>
    public Scene SceneOf(LivePart part, Viewer viewer) => scenes.GetOrAdd(viewer.As(part.Audience), a => new Scene(Live, a, Now));

    private async Task<string> RenderAsync(LivePart part, Viewer audience, IServiceProvider services)
    {
        var scene = SceneOf(part, audience);
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ILoggerFactory>());
        return await Draw.PartAsync(renderer, part.Component, new Dictionary<string, object?> { ["Scene"] = scene });
    }
}

/// <summary>Follows one workshop for all browsers of this node that look at it, and gives them one moment after another.</summary>
internal sealed class LiveRoom(TimeProvider time)
{
    /// <summary>How often a moment passes although nothing happened: what depends on the clock alone is never later than that.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private readonly TaskCompletionSource<Moment?> first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Moment? moment;
    private bool ended;

    /// <summary>The present moment; null when there is no such workshop.</summary>
    public async ValueTask<Moment?> NowAsync(CancellationToken cancel)
    {
        lock (gate)
            if (ended || moment is not null) return moment;
        return await first.Task.WaitAsync(cancel);
    }

    /// <summary>Goes on until cancelled.</summary>
    public async Task RunAsync(IAsyncEnumerable<LiveWorkshop> following, CancellationToken cancel)
    {
        try
        {
            await using var states = following.GetAsyncEnumerator(cancel);
            var next = states.MoveNextAsync().AsTask();
            while (await next)
            {
                var live = states.Current;
                Pass(live);
                next = states.MoveNextAsync().AsTask();
                // While nothing happens, the clock may change what is seen: a message arrives, time runs out.
                // Once cancelled, an alarm rings at once and for ever: only what is awaited below may end this.
                while (!next.IsCompleted && !cancel.IsCancellationRequested)
                {
                    using var alarm = CancellationTokenSource.CreateLinkedTokenSource(cancel);
                    var rings = Task.Delay(UntilNextChange(live.State, time.GetUtcNow()), time, alarm.Token);
                    if (await Task.WhenAny(next, rings) == rings && !cancel.IsCancellationRequested) Pass(live);
                    await alarm.CancelAsync();
                }
            }
        }
        finally
        {
            first.TrySetResult(null);
            TaskCompletionSource last;
            lock (gate) (moment, last, ended) = (null, over, true);
            last.TrySetResult();
        }
    }

    /// <summary>How long until something is seen differently although nothing happens.</summary>
    internal static TimeSpan UntilNextChange(Workshop state, DateTimeOffset now)
    {
        var next = now + Tick;
        foreach (var message in state.Messages)
            if (message.VisibleFrom > now && message.VisibleFrom < next) next = message.VisibleFrom;
        return next - now + TimeSpan.FromMilliseconds(20);
    }

    private void Pass(LiveWorkshop live)
    {
        TaskCompletionSource past;
        Moment now;
        lock (gate)
        {
            past = over;
            over = new(TaskCreationOptions.RunContinuationsAsynchronously);
            moment = now = new Moment(live, time.GetUtcNow(), over.Task);
        }
        first.TrySetResult(now);
        past.TrySetResult();
    }
}

/// <summary>Rooms of this node that somebody looks at.</summary>
public sealed class LiveRooms(IWorkshopDesk desk, TimeProvider time, ILogger<LiveRooms> log) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> rooms = new(StringComparer.Ordinal);

    private sealed record Entry(LiveRoom Room, CancellationTokenSource Stop)
    {
        public int Lookers { get; set; }
    }

    /// <summary>How many browsers look at workshops through this node.</summary>
    public int Lookers
    {
        get { lock (gate) return rooms.Values.Sum(r => r.Lookers); }
    }

    /// <summary>Moments of a workshop from now on, the latest only for those who take them slowly. Ends when cancelled.</summary>
    public async IAsyncEnumerable<Moment> LookAsync(Domain.Words.WorkshopId workshop, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var entry = Enter(workshop);
        try
        {
            while (await entry.Room.NowAsync(cancel) is { } moment)
            {
                yield return moment;
                await moment.Over.WaitAsync(cancel);
            }
        }
        finally
        {
            Leave(workshop, entry);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
            foreach (var entry in rooms.Values) entry.Stop.Cancel();
    }

    private Entry Enter(Domain.Words.WorkshopId workshop)
    {
        lock (gate)
        {
            if (!rooms.TryGetValue(workshop.Value, out var entry))
            {
                rooms[workshop.Value] = entry = new Entry(new LiveRoom(time), new CancellationTokenSource());
                _ = RunAsync(workshop, entry);
            }
            entry.Lookers++;
            return entry;
        }
    }

    private async Task RunAsync(Domain.Words.WorkshopId workshop, Entry entry)
    {
        try
        {
            await entry.Room.RunAsync(desk.FollowAsync(workshop, entry.Stop.Token), entry.Stop.Token);
        }
        catch (OperationCanceledException) { }
        catch (Exception e)
        {
            // Browsers are told nothing: their line ends and they come back, to a new room.
            log.LogError(e, "Workshop {Workshop} cannot be shown live for now.", workshop);
        }
        finally
        {
            Forget(workshop, entry);
        }
    }

    private void Leave(Domain.Words.WorkshopId workshop, Entry entry)
    {
        lock (gate)
        {
            if (--entry.Lookers > 0) return;
            Forget(workshop, entry);
        }
        entry.Stop.Cancel();
    }

    private void Forget(Domain.Words.WorkshopId workshop, Entry entry)
    {
        lock (gate)
            if (rooms.TryGetValue(workshop.Value, out var known) && ReferenceEquals(known, entry)) rooms.Remove(workshop.Value);
    }
}
