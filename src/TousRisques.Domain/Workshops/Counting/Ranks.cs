namespace TousRisques.Domain.Workshops.Counting;

/// <summary>One ballot as ranks over all items, doubled so that shared ranks are whole numbers.</summary>
/// <param name="Doubled">Twice the rank of each item, from 2; unranked ones share the mean of what remains.</param>
/// <param name="Named">Whether the ballot names the item.</param>
/// <param name="Unranked">How many items it does not name: one tie of that size.</param>
internal readonly record struct Ranks(int[] Doubled, bool[] Named, int Unranked)
{
    /// <summary>The ranks of each ballot.</summary>
    public static Ranks[] Of<T>(IReadOnlyList<T> items, IReadOnlyCollection<IReadOnlyList<T>> ballots) where T : notnull
    {
        var position = new Dictionary<T, int>(items.Count);
        for (var i = 0; i < items.Count; i++) position.Add(items[i], i);
        return [.. ballots.Select(ballot => Of(position, items.Count, ballot))];
    }

    private static Ranks Of<T>(Dictionary<T, int> position, int count, IReadOnlyList<T> ballot) where T : notnull
    {
        var doubled = new int[count];
        var named = new bool[count];
        Array.Fill(doubled, ballot.Count + 1 + count); // mean of the ranks k+1 … n, twice
        for (var r = 0; r < ballot.Count; r++)
        {
            var at = position[ballot[r]];
            doubled[at] = 2 * (r + 1);
            named[at] = true;
        }
        return new(doubled, named, count - ballot.Count);
    }
}
