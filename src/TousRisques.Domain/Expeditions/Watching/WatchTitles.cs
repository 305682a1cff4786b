using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Watching;

/// <summary>
/// Finds titles that are near another (<see cref="WatchTitle.AreNear(string, string)"/>) without looking at all of them. Titles of Dice's coefficient <c>d</c> share at least
/// <c>d/(2−d)</c> of the words of each: so one that is near has one of the few rarest words of the other.
/// </summary>
internal sealed class WatchTitles
{
    /// <summary>No title.</summary>
    public static readonly WatchTitles Empty = new(ImmutableDictionary.Create<string, Posting>(StringComparer.Ordinal));

    private readonly ImmutableDictionary<string, Posting> byWord;

    private WatchTitles(ImmutableDictionary<string, Posting> byWord) => this.byWord = byWord;

    /// <summary>With one more title. An item whose title changes is added again; that its former title is still found is for the caller to see.</summary>
    public WatchTitles With(WatchItemId item, string title)
    {
        var entry = new Entry(item, title, WatchTitle.Words(title));
        var words = byWord.ToBuilder();
        foreach (var word in entry.Words.Distinct(StringComparer.Ordinal)) words[word] = new Posting(entry, words.GetValueOrDefault(word));
        return new(words.ToImmutable());
    }

    /// <summary>Items whose title is near, with that title.</summary>
    public IEnumerable<(WatchItemId Item, string Title)> Near(string title)
    {
        var words = WatchTitle.Words(title);
        var rarest = words.Distinct(StringComparer.Ordinal).Select(w => byWord.GetValueOrDefault(w)).OrderBy(p => p?.Count ?? 0).ToList();
        var shared = (int)Math.Ceiling(WatchTitle.Near * rarest.Count / (2 - WatchTitle.Near) - 1e-9);
        var seen = new HashSet<Entry>();
        foreach (var posting in rarest.Take(rarest.Count - shared + 1))
            for (var p = posting; p is not null; p = p.Next)
                if (seen.Add(p.Entry) && WatchTitle.AreNear(words, p.Entry.Words)) yield return (p.Entry.Item, p.Entry.Title);
    }

    // No records: dictionaries compare values, and a record would compare whole chains.
    private sealed class Entry(WatchItemId item, string title, ImmutableArray<string> words)
    {
        public WatchItemId Item => item;
        public string Title => title;
        public ImmutableArray<string> Words => words;
    }

    private sealed class Posting(Entry entry, Posting? next)
    {
        public Entry Entry => entry;
        public Posting? Next => next;
        public int Count { get; } = (next?.Count ?? 0) + 1;
    }
}
