using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Words;
using TousRisques.Formats.Expeditions;
using TousRisques.Formats.Findings;
using TousRisques.Journal;
using TousRisques.Journal.Facts;
using TousRisques.Sessions;
using TousRisques.Sessions.Expeditions;

namespace TousRisques.Web.Expeditions.Example;

/// <summary>Where the shipped example is.</summary>
/// <param name="Folder">Its folder, or null when there is none, or none is wanted.</param>
public sealed record ExampleFolder(string? Folder);

/// <summary>
/// Takes the shipped example into the journal of an installation that has not got it: once, when somebody first asks for expeditions, so that a house where nobody does pays nothing for it, neither at its start nor
/// in memory. Cut short, it goes on where it stood when it is next asked for; it is shown when it is whole. An installation that took in an earlier version gets what is new, unless people lead the example there.
/// </summary>
public sealed class ShippedExample(ExampleFolder example, IJournal journal, IExpeditionDesk desk, TimeProvider time, IHostApplicationLifetime life, ILogger<ShippedExample> log)
{
    /// <summary>How long somebody waits for it at most; it goes on without them.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private Task? taking;

    /// <summary>Whether an address is the example's.</summary>
    public bool IsAt(string id) => example.Folder is { } folder && Path.GetFileName(folder) == id;

    /// <summary>Sees to it that the example is there, and waits for it a while; never throws but when the caller leaves.</summary>
    public async Task EnsureAsync(CancellationToken cancel)
    {
        if (example.Folder is null) return;
        Task begun;
        lock (gate)
        {
            if (taking is null or { IsCompleted: true, IsCompletedSuccessfully: false }) taking = Task.Run(() => RunAsync(life.ApplicationStopping), CancellationToken.None);
            begun = taking;
        }
        try
        {
            await begun.WaitAsync(Patience, time, cancel);
        }
        catch (TimeoutException)
        {
            // It goes on; the next visit finds it.
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The house closes: the rest comes with the next visit after its next start.
        }
        catch (Exception e) when (e is DeskUnavailableException or JournalException or IOException)
        {
            log.LogWarning(e, "The example could not be taken in now; the next visit tries again.");
        }
    }

    /// <summary>
    /// Takes it in now; or, where it is whole already and nobody leads it, what a later version of it has besides. Gives how many commands were given; 0 when there is nothing to give, or its files have errors.
    /// </summary>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        if (example.Folder is not { } folder) return 0;
        var reading = ExpeditionReader.Read(folder);
        if (reading.Folder is not { } read)
        {
            log.LogWarning("The example in {Folder} cannot be read: {Finding}", folder, FindingText.Line(reading.Findings[0], Language.English));
            return 0;
        }
        var steps = ExampleSteps.Of(read, time.GetUtcNow());
        var given = await GivenAsync(read.Id, cancel);
        return given.Contains(ExampleSteps.Last) ? await AddAsync(read.Id, [.. steps.Where(s => !given.Contains(s.Id))], cancel) : await GiveAsync(read.Id, steps, cancel);
    }

    /// <summary>
    /// What a later version has besides. A command that had effect once has none again, so what was there is neither changed nor brought back. Where people lead the example it is theirs: nothing is added.
    /// </summary>
    private async Task<int> AddAsync(ExpeditionId id, ImmutableArray<ExampleStep> missing, CancellationToken cancel)
    {
        if (missing.IsEmpty || await desk.ReadAsync(id, cancel) is not { State.Charter: { Example: true, People.IsEmpty: true, EndedAt: null } }) return 0;
        var given = await GiveAsync(id, missing, cancel);
        // Sheets that came to a kit published before make its next version.
        return (await desk.ReadAsync(id, cancel))!.State.Kit is { HasChanges: true, Published: not null } kit
            ? given + await GiveAsync(id, [new(new($"example-kit-published-{kit.Draft}"), new PublishKit(kit.Draft, ""))], cancel)
            : given;
    }

    private async Task<int> GiveAsync(ExpeditionId id, ImmutableArray<ExampleStep> steps, CancellationToken cancel)
    {
        var given = 0;
        foreach (var step in steps)
        {
            var submission = await desk.SubmitAsync(id, new ExpeditionEnvelope(step.Id, new TheHouse(), time.GetUtcNow(), step.Command), cancel);
            given++;
            if (submission.Refusal is not { } refusal) continue;
            log.LogWarning("The example's command {Step} was refused: {Refusal}", step.Id, refusal);
            if (refusal is NameTaken) break; // somebody's own expedition bears the name: theirs it stays
        }
        return given;
    }

    /// <summary>Commands in the stream: looked for without making an expedition of it.</summary>
    private async Task<HashSet<CommandId>> GivenAsync(ExpeditionId id, CancellationToken cancel)
    {
        var given = new HashSet<CommandId>();
        await foreach (var record in journal.ReadAsync(ExpeditionCodec.StreamOf(id), 1, cancel)) given.Add(new(record.CommandId));
        return given;
    }
}
