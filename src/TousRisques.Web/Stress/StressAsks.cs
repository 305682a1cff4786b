using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using TousRisques.Domain.Scenarios;

namespace TousRisques.Web.Stress;

/// <summary>
/// Questions put to the bench at a click: what if, why, what together. One is computed at a time; those who ask the same share the answer; a few answers are
/// kept; and when too many wait, the next is told to come back.
/// </summary>
public sealed class StressAsks : IDisposable
{
    /// <summary>Answers kept: each takes a few hundred kilobytes at most.</summary>
    private const int MostKept = 24;

    private readonly Lock gate = new();
    private readonly List<Ask> asks = []; // the one asked for last stands last
    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource stop = new();

    /// <summary>Nothing asked yet.</summary>
    /// <param name="lifetime">The server's life: computations end with it.</param>
    public StressAsks(IHostApplicationLifetime lifetime)
    {
        ArgumentNullException.ThrowIfNull(lifetime);
        lifetime.ApplicationStopping.Register(stop.Cancel);
    }

    /// <summary>How many different questions may wait.</summary>
    public int MostWaiting { get; init; } = 6;

    /// <summary>Answers a question; null when too many wait.</summary>
    /// <param name="pack">What it is about.</param>
    /// <param name="question">The question in a canonical form: the same words have the same answer.</param>
    /// <param name="answer">Computes it.</param>
    /// <param name="cancel">The one who asks has gone; the answer is kept for others.</param>
    public Task<T?> AnswerAsync<T>(Pack pack, string question, Func<CancellationToken, T> answer, CancellationToken cancel) where T : class => AnswerAsync([pack], question, answer, cancel);

    /// <summary>Answers a question about several things, each as it stands: another object is another question.</summary>
    /// <param name="about">What it is about.</param>
    /// <param name="question">The question in a canonical form.</param>
    /// <param name="answer">Computes it.</param>
    /// <param name="cancel">The one who asks has gone; the answer is kept for others.</param>
    public async Task<T?> AnswerAsync<T>(ImmutableArray<object?> about, string question, Func<CancellationToken, T> answer, CancellationToken cancel) where T : class
    {
        Task<object> work;
        lock (gate)
        {
            var known = asks.FindIndex(a => a.Question == question && a.About.SequenceEqual(about, ReferenceEqualityComparer.Instance));
            if (known >= 0 && asks[known].Work is { IsFaulted: false, IsCanceled: false })
            {
                var ask = asks[known];
                asks.RemoveAt(known);
                asks.Add(ask);
                work = ask.Work;
            }
            else
            {
                if (known >= 0) asks.RemoveAt(known);
                if (asks.Count(a => !a.Work.IsCompleted) >= MostWaiting) return null;
                while (asks.Count >= MostKept && asks.FindIndex(a => a.Work.IsCompleted) is var oldest and >= 0) asks.RemoveAt(oldest);
                work = ComputeAsync(c => answer(c));
                asks.Add(new(about, question, work));
            }
        }
        return (T)await work.WaitAsync(cancel);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
        turn.Dispose();
    }

    private async Task<object> ComputeAsync(Func<CancellationToken, object> answer)
    {
        await Task.Yield(); // never under the lock
        await turn.WaitAsync(stop.Token);
        try { return await Quietly.RunAsync(() => answer(stop.Token)); }
        finally { turn.Release(); }
    }

    private sealed record Ask(ImmutableArray<object?> About, string Question, Task<object> Work);
}
