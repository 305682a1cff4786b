using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal.Packs;
using TousRisques.Sessions;
using TousRisques.Sessions.Packs;
using TousRisques.Web.Access;
using TousRisques.Web.Packs;

namespace TousRisques.Web.Lobby;

/// <summary>What opening a workshop came to: its code, or a refusal, or the code of a trouble.</summary>
public sealed record Opened(WorkshopId? Workshop, Refusal? Refusal = null, string? Trouble = null);

/// <summary>Opens workshops: reads the pack, keeps a copy of it in the journal, compiles the script, draws a code.</summary>
public sealed class Openings(InstalledPacks packs, PackLibrary library, IWorkshopDesk desk, ResumeCodes draws, TimeProvider time)
{
    /// <summary>Most codes tried for one request: each is another workshop's with a chance of one in a million or so.</summary>
    private const int Attempts = 9;

    /// <summary>Whether this installation gave a workshop its code for that request: codes are drawn with a secret of its own.</summary>
    public bool IsOurs(WorkshopId code, FacilitatorActor by, string owner, CommandId request) =>
        Enumerable.Range(0, Attempts).Any(attempt => draws.Opening(owner + by.Name, request, attempt) == code);

    /// <summary>Opens a workshop. The same request sent twice, by its id, opens one.</summary>
    public async Task<Opened> OpenAsync(
        string packId, PlayMode mode, string title, string place, ImmutableArray<string> tables, FacilitatorActor by, string owner, bool demonstration,
        CommandId request, CancellationToken cancel)
    {
        if (packs.Find(packId) is not { } installed) return new(null, Trouble: "no-such-pack");
        if (installed.Pack is not { } pack) return new(null, Trouble: "broken-pack");
        var now = time.GetUtcNow();
        var digest = await library.KeepAsync([.. installed.Reading.Files.Files.Select(f => new PackFile(f.Name, f.Content))], now, cancel);
        var script = ScriptCompiler.Compile(pack, digest, mode);
        for (var attempt = 0; ; attempt++)
        {
            var code = draws.Opening(owner + by.Name, request, attempt);
            var open = new OpenWorkshop(code, script, title, place, tables, owner, demonstration);
            var answer = await desk.SubmitAsync(code, new Envelope(request, by, now, open), cancel);
            if (answer.Refusal is AlreadyOpen && attempt < Attempts - 1) continue; // another workshop has that code
            return answer.Refusal is null ? new(code) : new(null, answer.Refusal);
        }
    }
}
