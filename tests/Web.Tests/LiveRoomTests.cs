using System.Runtime.CompilerServices;
using TousRisques.Sessions;
using TousRisques.Web.Live;

namespace TousRisques.Web.Tests;

/// <summary>A room that nobody looks at any more costs nothing.</summary>
public sealed class LiveRoomTests
{
    [Fact]
    public async Task A_room_that_is_given_up_ends_at_once_even_when_its_source_is_slow_to_notice()
    {
        var state = Testing.Room.Open().State;
        using var stop = new CancellationTokenSource();
        var release = new TaskCompletionSource();
        var clock = new Counting();
        var run = new LiveRoom(clock).RunAsync(Slow(stop.Token), stop.Token);
        await Task.Delay(50);
        await Task.Run(stop.Cancel).WaitAsync(TimeSpan.FromSeconds(10)); // cancelling must come back…
        await Task.Delay(300);
        Assert.InRange(clock.Looks, 1, 50); // …and then nothing spins
        release.SetResult();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromSeconds(10)));

        // Notices that it is cancelled only when released: as a thread does that has other work first.
        async IAsyncEnumerable<LiveWorkshop> Slow([EnumeratorCancellation] CancellationToken cancel)
        {
            yield return new LiveWorkshop(state, Testing.SmallPack.Pack, 1);
            await release.Task;
            cancel.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Counts how often somebody looks at the clock: once each time round.</summary>
    private sealed class Counting : TimeProvider
    {
        private int looks;

        public int Looks => Volatile.Read(ref looks);

        public override DateTimeOffset GetUtcNow()
        {
            Interlocked.Increment(ref looks);
            return base.GetUtcNow();
        }
    }
}
