using System.Runtime.CompilerServices;
using TousRisques.Domain.Expeditions.Searching;

namespace TousRisques.Web.Expeditions.Searching;

/// <summary>What a search found.</summary>
/// <param name="Results">The results of the page asked for.</param>
/// <param name="Counts">How many there are of each kind, whatever kind is looked at.</param>
/// <param name="Total">How many there are of the kind looked at.</param>
public sealed record Found(IReadOnlyList<Findable> Results, IReadOnlyDictionary<FindableKind, int> Counts, int Total);

/// <summary>
/// Searches what somebody may see of an expedition. Each item's words are made ready once and kept as long as the item itself (items never change: a changed one is another), so that no index has to follow
/// the journal, and a search of thirty thousand items is a walk over their words.
/// </summary>
internal static class Searcher
{
    private static readonly ConditionalWeakTable<object, Ready> Kept = [];

    /// <summary>Searches.</summary>
    /// <param name="items">What can be found: the item itself, and how it is shown.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="kind">The kind looked at, or null for all.</param>
    /// <param name="skip">Results to pass over.</param>
    /// <param name="take">Results wanted.</param>
    public static Found Find(IEnumerable<(object Item, Func<Findable> Shown)> items, SearchQuery query, FindableKind? kind, int skip, int take)
    {
        var counts = new Dictionary<FindableKind, int>();
        var hits = new List<(Ready Ready, int Score)>();
        foreach (var (item, shown) in items)
        {
            if (!Kept.TryGetValue(item, out var ready)) Kept.AddOrUpdate(item, ready = Ready.Of(shown()));
            if (query.Score(ready.Title, ready.Text) is not (> 0 and var score)) continue;
            counts[ready.Shown.Kind] = counts.GetValueOrDefault(ready.Shown.Kind) + 1;
            if (kind is null || kind == ready.Shown.Kind) hits.Add((ready, score));
        }
        hits.Sort((a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : b.Ready.Shown.At.CompareTo(a.Ready.Shown.At));
        return new([.. hits.Skip(skip).Take(take).Select(h => h.Ready.Shown)], counts, hits.Count);
    }

    private sealed record Ready(Findable Shown, string Title, string Text)
    {
        public static Ready Of(Findable shown) => new(shown, SearchQuery.Prepare(shown.Title), SearchQuery.Prepare(shown.Text));
    }
}
