using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TousRisques.Domain.Expeditions;
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
/// in memory. Cut short, it goes on where it stood when it is next asked for; it is shown when it is whole.
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

    /// <summary>Takes it in now. Gives how many commands were given; 0 when it is there already, or has errors.</summary>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        if (example.Folder is not { } folder || await IsWholeAsync(Path.GetFileName(folder), cancel)) return 0;
        var reading = ExpeditionReader.Read(folder);
        if (reading.Folder is not { } read)
        {
            log.LogWarning("The example in {Folder} cannot be read: {Finding}", folder, FindingText.Line(reading.Findings[0], Domain.Words.Language.English));
            return 0;
        }
        var given = 0;
        foreach (var step in ExampleSteps.Of(read, time.GetUtcNow()))
        {
            var submission = await desk.SubmitAsync(read.Id, new ExpeditionEnvelope(step.Id, new TheHouse(), time.GetUtcNow(), step.Command), cancel);
            given++;
            if (submission.Refusal is not { } refusal) continue;
            log.LogWarning("The example's command {Step} was refused: {Refusal}", step.Id, refusal);
            if (refusal is NameTaken) break; // somebody's own expedition bears the name: theirs it stays
        }
        return given;
    }

    /// <summary>Whether the last command is in the stream: looked for without making an expedition of it.</summary>
    private async Task<bool> IsWholeAsync(string name, CancellationToken cancel)
    {
        await foreach (var record in journal.ReadAsync(ExpeditionCodec.StreamOf(new ExpeditionId(name)), 1, cancel))
            if (record.CommandId == ExampleSteps.Last.Value) return true;
        return false;
    }
}
