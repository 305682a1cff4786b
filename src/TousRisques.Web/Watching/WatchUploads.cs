using System.Collections.Concurrent;
using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Formats.Csv;
using TousRisques.Formats.Feeds;
using TousRisques.Formats.Intake;
using TousRisques.Web.Access;

namespace TousRisques.Web.Watching;

/// <summary>A file that was read and waits for somebody to say what of it comes in.</summary>
/// <param name="Expedition">The expedition.</param>
/// <param name="Account">Who sent it; nobody else sees it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Found">What is in it, beside what is in the watch.</param>
/// <param name="Findings">What there is to say, in the reader's language.</param>
/// <param name="Until">When it is forgotten.</param>
public sealed record WatchUpload(ExpeditionId Expedition, string Account, string Name, Comparison Found, ImmutableArray<string> Findings, DateTimeOffset Until);

/// <summary>Files on their way into the watch, in memory, a few and for an hour: nothing of them is stored before somebody says so.</summary>
public sealed class WatchUploads(TimeProvider time)
{
    /// <summary>Bytes of a file.</summary>
    public const int Bytes = FeedLimits.Bytes;
    /// <summary>Items of a file; what comes after them is not read.</summary>
    public const int Items = 5_000;

    private const int Most = 20;
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, WatchUpload> kept = new(StringComparer.Ordinal);

    /// <summary>Reads a file, table or feed, and keeps what is in it. Gives its name, or null when there is nothing in it that could come in.</summary>
    public (string? Name, ImmutableArray<string> Findings) Read(ReadOnlySpan<byte> bytes, string file, Expedition state, string account, Words words)
    {
        var (items, findings) = IsFeed(bytes) ? OfFeed(bytes, file, words) : WatchTable.Read(CsvReader.Read(bytes, file), words);
        if (items.Count > Items) findings = findings.Insert(0, words["explorer-watch.file-too-long", Items]);
        if (items.Count == 0) return (null, findings);
        var now = time.GetUtcNow();
        foreach (var (old, _) in kept.Where(k => k.Value.Until < now).Concat(kept.OrderBy(k => k.Value.Until).Take(Math.Max(0, kept.Count - Most + 1))).ToList()) kept.TryRemove(old, out _);
        var name = Draws.Name();
        kept[name] = new(state.Id, account, file, WatchIntake.Compare(state, items.Take(Items), now), findings, now + Life);
        return (name, findings);
    }

    /// <summary>A file that somebody sent to an expedition, or null.</summary>
    public WatchUpload? Find(string name, ExpeditionId expedition, string? account) =>
        kept.GetValueOrDefault(name) is { } upload && upload.Until >= time.GetUtcNow() && upload.Expedition == expedition && upload.Account == account ? upload : null;

    /// <summary>Forgets a file.</summary>
    public void Forget(string name) => kept.TryRemove(name, out _);

    private static bool IsFeed(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes[..Math.Min(bytes.Length, 200)])
            if (b is not (0xEF or 0xBB or 0xBF or 0xFE or 0xFF or 0 or (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t')) return b == '<';
        return false;
    }

    private static (List<Incoming>, ImmutableArray<string>) OfFeed(ReadOnlySpan<byte> bytes, string file, Words words)
    {
        var reading = FeedReader.Read(bytes, file);
        return (reading.Feed is { } feed ? FeedCards.Of(feed) : [], [.. reading.Findings.Select(f => IntakeText.Line(f, words.Language))]);
    }
}
