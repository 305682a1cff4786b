using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>What notes and quotations are counted by.</summary>
public enum CrossingAxis
{
    /// <summary>Themes that they are coded with.</summary>
    Theme,
    /// <summary>Times that they are coded with.</summary>
    Time,
    /// <summary>Families of who said them.</summary>
    Family,
    /// <summary>Hazards that they are coded with.</summary>
    Hazard,
}

/// <summary>A line or column of a crossing: a word of its axis, or none.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="Value">The word's place in its enumeration; null for what has no word of this axis.</param>
public readonly record struct CrossingKey(CrossingAxis Axis, int? Value)
{
    /// <summary>A filter with this word as well.</summary>
    public HeardFilter In(HeardFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return (Axis, Value) switch
        {
            (CrossingAxis.Theme, { } v) => filter with { Theme = (Theme)v },
            (CrossingAxis.Theme, null) => filter with { NoTheme = true },
            (CrossingAxis.Time, { } v) => filter with { Time = (CrisisTime)v },
            (CrossingAxis.Time, null) => filter with { NoTime = true },
            (CrossingAxis.Hazard, { } v) => filter with { Hazard = (HazardTag)v },
            (CrossingAxis.Hazard, null) => filter with { NoHazard = true },
            (_, { } v) => filter with { Family = (StakeholderFamily)v },
            _ => filter,
        };
    }
}

/// <summary>How many notes and quotations a cell holds, and from how many interviews.</summary>
public readonly record struct CrossingCount(int Excerpts, int Interviews);

/// <summary>
/// Notes and quotations counted by two axes at once. One that has several words of an axis counts in each of their cells, and once in a total: totals are of what is there, not sums of cells.
/// </summary>
public sealed class Crossing
{
    private const int None = 63; // words of an axis are bits of a mask: fewer than sixty, and the last one for none

    private readonly CrossingCount[,] cells;

    private Crossing(ImmutableArray<CrossingKey> rows, ImmutableArray<CrossingKey> columns) =>
        (Rows, Columns, cells) = (rows, columns, new CrossingCount[rows.Length + 1, columns.Length + 1]);

    /// <summary>The lines.</summary>
    public ImmutableArray<CrossingKey> Rows { get; }
    /// <summary>The columns.</summary>
    public ImmutableArray<CrossingKey> Columns { get; }

    /// <summary>The count of a cell; of a whole line or column when the other is null; of all when both are.</summary>
    public CrossingCount this[CrossingKey? row, CrossingKey? column]
    {
        get
        {
            var (r, c) = (row is { } y ? Rows.IndexOf(y) : Rows.Length, column is { } x ? Columns.IndexOf(x) : Columns.Length);
            return r < 0 || c < 0 ? default : cells[r, c];
        }
    }

    /// <summary>Counts.</summary>
    public static Crossing Of(IEnumerable<Heard> heard, CrossingAxis rows, CrossingAxis columns)
    {
        var all = heard.Select(h => (h.Interview.Id, Row: MaskOf(h, rows), Column: MaskOf(h, columns))).ToList();
        var crossing = new Crossing(KeysOf(all.Aggregate(0UL, (m, h) => m | h.Row), rows), KeysOf(all.Aggregate(0UL, (m, h) => m | h.Column), columns));
        var counted = new InterviewId[crossing.Rows.Length + 1, crossing.Columns.Length + 1];
        foreach (var interview in all.GroupBy(h => h.Id))
            foreach (var (id, row, column) in interview)
                for (var r = 0; r <= crossing.Rows.Length; r++)
                {
                    if (!Has(row, crossing.Rows, r)) continue;
                    for (var c = 0; c <= crossing.Columns.Length; c++)
                    {
                        if (!Has(column, crossing.Columns, c)) continue;
                        ref var cell = ref crossing.cells[r, c];
                        cell = new(cell.Excerpts + 1, cell.Interviews + (counted[r, c] == id ? 0 : 1));
                        counted[r, c] = id;
                    }
                }
        return crossing;
    }

    /// <summary>Whether a mask has the word of a line or column; the total, after the last one, has all.</summary>
    private static bool Has(ulong mask, ImmutableArray<CrossingKey> keys, int at) => at == keys.Length || (mask & (1UL << (keys[at].Value ?? None))) != 0;

    /// <summary>Every word of an axis, but of hazards those that were met alone; and none, where something has none.</summary>
    private static ImmutableArray<CrossingKey> KeysOf(ulong met, CrossingAxis axis)
    {
        var words = axis switch
        {
            CrossingAxis.Theme => Enum.GetValues<Theme>().Length,
            CrossingAxis.Time => Enum.GetValues<CrisisTime>().Length,
            CrossingAxis.Family => Enum.GetValues<StakeholderFamily>().Length,
            _ => Enum.GetValues<HazardTag>().Length,
        };
        var keys = Enumerable.Range(0, words).Where(v => axis != CrossingAxis.Hazard || (met & (1UL << v)) != 0).Select(v => new CrossingKey(axis, v)).ToImmutableArray();
        return (met & (1UL << None)) != 0 ? keys.Add(new CrossingKey(axis, null)) : keys;
    }

    private static ulong MaskOf(Heard heard, CrossingAxis axis)
    {
        if (axis == CrossingAxis.Family) return 1UL << (int)heard.Interview.Profile.Family;
        var mask = 0UL;
        foreach (var code in heard.Excerpt.Codes)
            if ((axis switch { CrossingAxis.Theme => (int?)code.Theme, CrossingAxis.Time => (int?)code.Time, _ => (int?)code.Hazard }) is { } word) mask |= 1UL << word;
        return mask == 0 ? 1UL << None : mask;
    }
}
