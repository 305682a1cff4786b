using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using TousRisques.Analysis;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal;
using TousRisques.Sessions.Aggregates;
using TousRisques.Sessions.Packs;

namespace TousRisques.Sessions.Grains;

/// <summary>A workshop in play. Beside what every stream does, it has the model's answers stored with what they answer.</summary>
[Reentrant]
internal sealed class WorkshopGrain(IJournal journal, PackLibrary packs, IModel model, TimeProvider time, ILogger<WorkshopGrain> log)
    : StreamGrain<Workshop, Envelope, Fact>(WorkshopAggregate.Instance, journal, log), IWorkshopGrain
{
    private Pack? pack;

    /// <inheritdoc/>
    protected override async ValueTask PrepareAsync(Workshop next, CancellationToken cancel)
    {
        if (pack is null && next.Script is { } script) pack = await packs.FindAsync(script.PackDigest, cancel);
    }

    /// <inheritdoc/>
    protected override Envelope? Follow(Workshop next, long nextVersion)
    {
        if (pack is null || Workshop.Pending(next) is not { } question) return null;
        var at = time.GetUtcNow();
        try
        {
            return new(new CommandId($"model-{nextVersion}"), new ModelActor(), at, model.Answer(pack, question));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "The model could not answer workshop {Workshop}; it plays on without.", this.GetPrimaryKeyString());
            return null; // what people did must not be lost because the model fails
        }
    }

    /// <inheritdoc/>
    protected override void FollowRefused(Refusal? refusal) =>
        log.LogError("Workshop {Workshop} refused the model's answer: {Refusal}.", this.GetPrimaryKeyString(), refusal);
}
