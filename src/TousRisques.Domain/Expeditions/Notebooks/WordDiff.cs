using System.Collections.Immutable;
using System.Text;

namespace TousRisques.Domain.Expeditions.Notebooks;

/// <summary>What became of a stretch of text.</summary>
public enum DiffKind
{
    /// <summary>It is in both.</summary>
    Kept,
    /// <summary>It is in the older text alone.</summary>
    Removed,
    /// <summary>It is in the newer text alone.</summary>
    Added,
}

/// <summary>A stretch of text, with its spaces and ends of line.</summary>
public readonly record struct DiffPart(DiffKind Kind, string Text);

/// <summary>
/// Compares two texts by words: lines first, then the words of the lines that differ. What is kept and removed is the older text to the letter, what is
/// kept and added the newer one. Where a comparison would take too long, the stretch is told as replaced.
/// </summary>
public static class WordDiff
{
    /// <summary>Most pairs compared in one table.</summary>
    private const int MostPairs = 2_000_000;

    /// <summary>Compares.</summary>
    public static ImmutableArray<DiffPart> Of(string older, string newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        var parts = new Parts();
        var budget = 3 * MostPairs;
        var (removed, added) = (new StringBuilder(), new StringBuilder());
        foreach (var (kind, line) in Compare(Lines(older), Lines(newer), ref budget))
        {
            if (kind == DiffKind.Removed) removed.Append(line);
            else if (kind == DiffKind.Added) added.Append(line);
            else
            {
                Replaced(parts, removed, added, ref budget);
                parts.Add(kind, line);
            }
        }
        Replaced(parts, removed, added, ref budget);
        return parts.ToImmutable();
    }

    private static void Replaced(Parts parts, StringBuilder removed, StringBuilder added, ref int budget)
    {
        foreach (var (kind, word) in Compare(Words(removed.ToString()), Words(added.ToString()), ref budget)) parts.Add(kind, word);
        removed.Clear();
        added.Clear();
    }

    /// <summary>The longest common subsequence, by the plain table: what begins and ends alike is set aside first, which leaves little.</summary>
    private static List<DiffPart> Compare(List<string> a, List<string> b, ref int budget)
    {
        var (start, endA, endB) = (0, a.Count, b.Count);
        while (start < endA && start < endB && a[start] == b[start]) start++;
        while (endA > start && endB > start && a[endA - 1] == b[endB - 1]) (endA, endB) = (endA - 1, endB - 1);

        var parts = new List<DiffPart>(Math.Max(a.Count, b.Count));
        for (var k = 0; k < start; k++) parts.Add(new(DiffKind.Kept, a[k]));
        var (rows, columns) = (endA - start, endB - start);
        var pairs = (long)rows * columns;
        var (i, j) = (0, 0);
        if (pairs <= Math.Min(MostPairs, budget))
        {
            budget -= (int)pairs;
            var longest = new int[rows + 1, columns + 1];
            for (var r = rows - 1; r >= 0; r--)
                for (var c = columns - 1; c >= 0; c--)
                    longest[r, c] = a[start + r] == b[start + c] ? longest[r + 1, c + 1] + 1 : Math.Max(longest[r + 1, c], longest[r, c + 1]);
            while (i < rows && j < columns)
            {
                if (a[start + i] == b[start + j])
                {
                    parts.Add(new(DiffKind.Kept, a[start + i]));
                    (i, j) = (i + 1, j + 1);
                }
                else if (longest[i + 1, j] >= longest[i, j + 1]) parts.Add(new(DiffKind.Removed, a[start + i++]));
                else parts.Add(new(DiffKind.Added, b[start + j++]));
            }
        }
        while (i < rows) parts.Add(new(DiffKind.Removed, a[start + i++]));
        while (j < columns) parts.Add(new(DiffKind.Added, b[start + j++]));
        for (var k = endA; k < a.Count; k++) parts.Add(new(DiffKind.Kept, a[k]));
        return parts;
    }

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var feed ? feed + 1 : text.Length;
            lines.Add(text[at..end]);
            at = end;
        }
        return lines;
    }

    /// <summary>Words, and what stands between them, one by one.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            if (IsWord(text[at]))
                while (end < text.Length && IsWord(text[end])) end++;
            words.Add(text[at..end]);
            at = end;
        }
        return words;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '\'' or '’' or '-';

    /// <summary>Puts neighbours of one kind together; between two changes, what was removed stands before what was added.</summary>
    private sealed class Parts
    {
        private readonly ImmutableArray<DiffPart>.Builder done = ImmutableArray.CreateBuilder<DiffPart>();
        private readonly StringBuilder kept = new(), removed = new(), added = new();

        public void Add(DiffKind kind, string text)
        {
            if (text.Length == 0) return;
            if (kind == DiffKind.Kept) Change();
            else Keep();
            (kind switch { DiffKind.Kept => kept, DiffKind.Removed => removed, _ => added }).Append(text);
        }

        public ImmutableArray<DiffPart> ToImmutable()
        {
            Keep();
            Change();
            return done.ToImmutable();
        }

        private void Keep() => Flush(DiffKind.Kept, kept);

        private void Change()
        {
            Flush(DiffKind.Removed, removed);
            Flush(DiffKind.Added, added);
        }

        private void Flush(DiffKind kind, StringBuilder text)
        {
            if (text.Length == 0) return;
            done.Add(new(kind, text.ToString()));
            text.Clear();
        }
    }
}
