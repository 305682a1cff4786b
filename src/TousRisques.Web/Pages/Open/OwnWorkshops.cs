using System.Collections.Concurrent;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal;
using TousRisques.Journal.Facts;
using TousRisques.Sessions;
using TousRisques.Web.Telling;

namespace TousRisques.Web.Pages.Open;

/// <summary>Workshops of an account. Who opened a workshop is its first fact and never changes, so it is read from the journal once.</summary>
public sealed class OwnWorkshops(IJournal journal, IWorkshopDesk desk)
{
    /// <summary>Workshops shown.</summary>
    public const int Most = 50;

    private readonly ConcurrentDictionary<string, (string Owner, DateTimeOffset At)> opened = new(StringComparer.Ordinal);

    /// <summary>The latest workshops of an account, the latest first.</summary>
    public async Task<IReadOnlyList<OwnWorkshop>> OfAsync(string account, CancellationToken cancel)
    {
        var own = new List<(string Code, DateTimeOffset At)>();
        await foreach (var head in journal.ListAsync(FactCodec.StreamPrefix, cancel))
            if (await OpeningAsync(head.Stream, cancel) is { } opening && opening.Owner == account)
                own.Add((head.Stream[FactCodec.StreamPrefix.Length..], opening.At));
        var lines = new List<OwnWorkshop>();
        foreach (var (code, _) in own.OrderByDescending(w => w.At).Take(Most))
        {
            if (await desk.ReadAsync(new WorkshopId(code), cancel) is not { State: { Script: { } script } w } live) continue;
            lines.Add(new(
                w.Id, w.Title is { Length: > 0 } title ? Text.Same(title) : script.Title, w.Place, LocalTime.In(live.Pack, w.OpenedAt), w.ClosedAt is { } closed ? LocalTime.In(live.Pack, closed) : null, w.Step.Kind, w.Participants.Length));
        }
        return lines;
    }

    private async ValueTask<(string Owner, DateTimeOffset At)?> OpeningAsync(string stream, CancellationToken cancel)
    {
        if (opened.TryGetValue(stream, out var known)) return known;
        await foreach (var record in journal.ReadAsync(stream, 1, cancel))
        {
            try
            {
                if (FactCodec.Current.Read(record).Event is WorkshopOpened e) return opened[stream] = (e.Owner, record.At);
            }
            catch (UnreadableFactException)
            {
                // A workshop that a newer version wrote is not ours to list; `verify` names it.
            }
            break;
        }
        return null;
    }
}
