using System.Text.Json;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Utilities;
using TousRisques.Analysis;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal;
using TousRisques.Journal.Facts;
using TousRisques.Journal.Json;
using TousRisques.Sessions.Packs;

namespace TousRisques.Sessions.Grains;

/// <summary>
/// A workshop in play: a shell around the rules, with no <c>if</c> of its own about workshops. Load, decide, append, tell.
/// </summary>
/// <remarks>
/// Commands that arrive while an append is under way wait, and are then decided together and appended together: one flush for all. It
/// lets calls in while others wait (reentrant), but only one batch is ever under way, so commands are decided one after the other.
/// </remarks>
[Reentrant]
internal sealed class WorkshopGrain(
    IJournal journal, PackLibrary packs, IModel model, TimeProvider time, ILogger<WorkshopGrain> log) : Grain, IWorkshopGrain
{
    /// <summary>How long a node is told of facts after it last asked.</summary>
    public static readonly TimeSpan WatchLife = TimeSpan.FromMinutes(5);

    private readonly Queue<(Envelope Envelope, TaskCompletionSource<GrainAnswer> Answer)> waiting = new();
    private readonly ObserverManager<IWorkshopWatcher> watchers = new(WatchLife, log);
    private Workshop state = Workshop.Initial;
    private Pack? pack;
    private long version;
    private bool busy;
    private bool broken;

    private WorkshopId Id => new(this.GetPrimaryKeyString());

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await foreach (var record in journal.ReadAsync(FactCodec.StreamOf(Id), 1, cancellationToken))
        {
            state = Workshop.Evolve(state, FactCodec.Current.Read(record));
            version = record.Version;
        }
        if (state.Script is { } script) pack = await packs.FindAsync(script.PackDigest, cancellationToken);
    }

    /// <inheritdoc/>
    public Task WatchAsync(IWorkshopWatcher watcher)
    {
        watchers.Subscribe(watcher, watcher);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<GrainAnswer> SubmitAsync(Immutable<byte[]> envelope)
    {
        var read = JsonSerializer.Deserialize<Envelope>(envelope.Value, WireJson.Stored)!;
        var answer = new TaskCompletionSource<GrainAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Enqueue((read, answer));
        if (!busy) _ = WorkAsync();
        return answer.Task;
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
            if (broken) throw new JournalException(JournalTrouble.Failed, FactCodec.StreamOf(Id));
            var (next, facts) = (state, new List<Fact>());
            for (var i = 0; i < batch.Length; i++)
                answers[i] = await DecideAsync(batch[i].Envelope);
            Ask();
            await AppendAsync(next, facts);

            async ValueTask<GrainAnswer> DecideAsync(Envelope envelope)
            {
                var decision = Workshop.Decide(next, envelope);
                foreach (var fact in decision.Events.Select(e => new Fact(e, envelope.By, envelope.At, envelope.Id)))
                {
                    next = Workshop.Evolve(next, fact);
                    facts.Add(fact);
                }
                if (pack is null && next.Script is { } script) pack = await packs.FindAsync(script.PackDigest, CancellationToken.None);
                return new(version + facts.Count, decision.Refusal is { } no ? JsonSerializer.SerializeToUtf8Bytes(no, WireJson.Stored) : null, false);
            }

            // What the model says belongs to the same batch: nobody ever sees a situation without its answer.
            void Ask()
            {
                while (pack is not null && Workshop.Pending(next) is { } question)
                {
                    var at = time.GetUtcNow();
                    Envelope envelope;
                    try
                    {
                        envelope = new(new CommandId($"model-{version + facts.Count + 1}"), new ModelActor(), at, model.Answer(pack, question));
                    }
                    catch (Exception e) when (e is not OutOfMemoryException)
                    {
                        log.LogError(e, "The model could not answer workshop {Workshop}; it plays on without.", Id);
                        return; // what people did must not be lost because the model fails
                    }
                    var decision = Workshop.Decide(next, envelope);
                    if (decision.Events.IsEmpty)
                    {
                        log.LogError("Workshop {Workshop} refused the model's answer: {Refusal}.", Id, decision.Refusal);
                        return;
                    }
                    foreach (var fact in decision.Events.Select(e => new Fact(e, envelope.By, at, envelope.Id)))
                    {
                        next = Workshop.Evolve(next, fact);
                        facts.Add(fact);
                    }
                }
            }
        }
        catch (Exception e) when (e is JournalException or AppendConflictException)
        {
            // Unsure what was stored: a new activation reads the journal again before the next command.
            log.LogError(e, "Workshop {Workshop} could not be written.", Id);
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

    private async Task AppendAsync(Workshop next, List<Fact> facts)
    {
        if (facts.Count == 0) return;
        var records = facts.ConvertAll(FactCodec.Write);
        var head = await journal.AppendAsync(FactCodec.StreamOf(Id), version, records);
        var first = version + 1;
        (state, version) = (next, head.Version);
        var told = records.ConvertAll(r => new ToldFact(r.Type, r.Actor, r.At, r.CommandId, r.Json)).ToArray().AsImmutable();
        await watchers.Notify(w => w.TellAsync(Id.Value, first, told));
    }
}
