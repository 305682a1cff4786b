using System.Text.Json;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Utilities;
using TousRisques.Journal;
using TousRisques.Journal.Json;
using TousRisques.Sessions.Aggregates;

namespace TousRisques.Sessions.Grains;

/// <summary>What all grains of streams have in common.</summary>
internal static class StreamGrain
{
    /// <summary>How long a node is told of facts after it last asked.</summary>
    public static readonly TimeSpan WatchLife = TimeSpan.FromMinutes(5);
}

/// <summary>
/// A live stream: a shell around the rules of its kind, with no <c>if</c> of its own about them. Load, decide, append, tell.
/// </summary>
/// <remarks>
/// Commands that arrive while an append is under way wait, and are then decided together and appended together: one flush for all. It
/// lets calls in while others wait (reentrant), but only one batch is ever under way, so commands are decided one after the other.
/// </remarks>
internal abstract class StreamGrain<TState, TEnvelope, TFact>(IAggregate<TState, TEnvelope, TFact> aggregate, IJournal journal, ILogger log) : Grain, IStreamGrain
{
    private readonly Queue<(TEnvelope Envelope, TaskCompletionSource<GrainAnswer> Answer)> waiting = new();
    private readonly ObserverManager<IStreamWatcher> watchers = new(StreamGrain.WatchLife, log);
    private TState state = aggregate.Initial;
    private long version;
    private bool busy;
    private bool broken;

    private string Key => this.GetPrimaryKeyString();

    private string Stream => aggregate.StreamOf(Key);

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await foreach (var record in journal.ReadAsync(Stream, 1, cancellationToken))
        {
            state = aggregate.Evolve(state, aggregate.Read(record));
            version = record.Version;
        }
        await PrepareAsync(state, cancellationToken);
    }

    /// <inheritdoc/>
    public Task WatchAsync(IStreamWatcher watcher)
    {
        watchers.Subscribe(watcher, watcher);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<GrainAnswer> SubmitAsync(Immutable<byte[]> envelope)
    {
        var read = JsonSerializer.Deserialize<TEnvelope>(envelope.Value, WireJson.Stored)!;
        var answer = new TaskCompletionSource<GrainAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Enqueue((read, answer));
        if (!busy) _ = WorkAsync();
        return answer.Task;
    }

    /// <summary>Fetches what following facts will need, once the state asks for it.</summary>
    protected virtual ValueTask PrepareAsync(TState next, CancellationToken cancel) => ValueTask.CompletedTask;

    /// <summary>
    /// What the house itself adds to a batch, one command after the other until there is none: nobody ever sees the state without it.
    /// </summary>
    /// <param name="next">The state so far.</param>
    /// <param name="nextVersion">The version that the first fact of it would have.</param>
    protected virtual TEnvelope? Follow(TState next, long nextVersion) => default;

    /// <summary>The house's own command came to nothing: logs it. The batch goes on without.</summary>
    protected virtual void FollowRefused(Domain.Rules.Refusal? refusal)
    {
    }

    private async Task WorkAsync()
    {
        busy = true;
        try
        {
            while (waiting.Count > 0)
            {
                await Task.Yield(); // whatever else has arrived meanwhile joins the batch
                await BatchAsync();
            }
        }
        finally
        {
            busy = false;
        }
    }

    /// <summary>Decides all that waits, appends all facts at once, tells of them, answers.</summary>
    private async Task BatchAsync()
    {
        var batch = waiting.ToArray();
        waiting.Clear();
        var answers = new GrainAnswer[batch.Length];
        try
        {
            if (broken) throw new JournalException(JournalTrouble.Failed, Stream);
            var (next, facts) = (state, new List<TFact>());
            for (var i = 0; i < batch.Length; i++)
            {
                var refusal = Take(batch[i].Envelope);
                await PrepareAsync(next, CancellationToken.None);
                answers[i] = new(version + facts.Count, refusal is null ? null : JsonSerializer.SerializeToUtf8Bytes(refusal, WireJson.Stored), false);
            }
            while (Follow(next, version + facts.Count + 1) is { } own)
            {
                var before = facts.Count;
                var refusal = Take(own);
                if (facts.Count > before) continue;
                FollowRefused(refusal);
                break;
            }
            await AppendAsync(next, facts);

            Domain.Rules.Refusal? Take(TEnvelope envelope)
            {
                var (decided, refusal) = aggregate.Decide(next, envelope);
                foreach (var fact in decided)
                {
                    next = aggregate.Evolve(next, fact);
                    facts.Add(fact);
                }
                return refusal;
            }
        }
        catch (Exception e) when (e is JournalException or AppendConflictException)
        {
            // Unsure what was stored: a new activation reads the journal again before the next command.
            log.LogError(e, "Stream {Stream} could not be written.", Stream);
            broken = true;
            answers.AsSpan().Fill(new GrainAnswer(version, null, Unavailable: true));
            DeactivateOnIdle();
        }
        catch (Exception e)
        {
            foreach (var (_, answer) in batch) answer.TrySetException(e);
            broken = true;
            DeactivateOnIdle();
            throw;
        }
        for (var i = 0; i < batch.Length; i++) batch[i].Answer.TrySetResult(answers[i]);
    }

    private async Task AppendAsync(TState next, List<TFact> facts)
    {
        if (facts.Count == 0) return;
        var records = facts.ConvertAll(aggregate.Write);
        var head = await journal.AppendAsync(Stream, version, records);
        var first = version + 1;
        (state, version) = (next, head.Version);
        var told = records.ConvertAll(r => new ToldFact(r.Type, r.Actor, r.At, r.CommandId, r.Json)).ToArray().AsImmutable();
        await watchers.Notify(w => w.TellAsync(Key, first, told));
    }
}
