using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Web.Expeditions;

namespace TousRisques.Web.Pages.Explorer.Moderation;

/// <summary>Something that waits.</summary>
/// <param name="Words">What it says, or what it is called.</param>
/// <param name="At">Since when.</param>
internal sealed record WaitingThing(string Words, DateTimeOffset At);

/// <summary>A queue of things that wait for a decision.</summary>
/// <param name="Key">Its words: <c>explorer-moderation.{Key}</c>.</param>
/// <param name="Path">Where they are read and decided on, under the expedition's address.</param>
/// <param name="Count">How many wait.</param>
/// <param name="First">The first of them, the oldest first.</param>
/// <param name="MayDecide">Whether who looks may decide.</param>
internal sealed record WaitingQueue(string Key, string Path, int Count, IReadOnlyList<WaitingThing> First, bool MayDecide)
{
    /// <summary>How many are shown of each queue.</summary>
    public const int Shown = 4;

    /// <summary>The queues of an expedition. A part that has one is a line here.</summary>
    public static IReadOnlyList<WaitingQueue> Of(Visit visit)
    {
        var (state, moderates, works) = (visit.State, visit.May(Standing.Moderator), visit.May(Standing.Member));
        return
        [
            new("reactions", "notebook/reactions", state.Notebook.Queue.Count,
                [.. state.Notebook.Pending.Take(Shown).Select(r => new WaitingThing(r.Remark.Words.Length > 0 ? r.Remark.Words : r.Passage.Text, r.At))], moderates),
            new("devices", "devices/pending", state.Catalogue.Waiting.Length,
                [.. state.Catalogue.Pending.Take(Shown).Select(d => new WaitingThing(d.Sheet.Name, d.DeclaredAt))], moderates),
            new("watch", "watch/sort", state.Watch.Waiting,
                [.. state.Watch.Items.Values.Where(i => i.State == WatchState.Proposed).OrderBy(i => i.AddedAt).Take(Shown).Select(i => new WaitingThing(i.Card.Title, i.AddedAt))], works),
        ];
    }

    /// <summary>How many things wait for somebody who moderates.</summary>
    public static int CountFor(Visit visit) => visit.Standing >= Standing.Moderator ? visit.State.Notebook.Queue.Count + visit.State.Catalogue.Waiting.Length + visit.State.Watch.Waiting : 0;
}
