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
    private readonly Dictionary<(CrossingKey?, CrossingKey?), (int Excerpts, HashSet<InterviewId> Interviews)> cells = [];

    private Crossing(ImmutableArray<CrossingKey> rows, ImmutableArray<CrossingKey> columns) => (Rows, Columns) = (rows, columns);

    /// <summary>The lines.</summary>
    public ImmutableArray<CrossingKey> Rows { get; }
    /// <summary>The columns.</summary>
    public ImmutableArray<CrossingKey> Columns { get; }

    /// <summary>Counts.</summary>
    public static Crossing Of(IEnumerable<Heard> heard, CrossingAxis rows, CrossingAxis columns)
    {
        var all = heard.ToList();
        var crossing = new Crossing(KeysOf(all, rows), KeysOf(all, columns));
        foreach (var h in all)
        {
            var (mine, across) = (KeysOf(h, rows).ToList(), KeysOf(h, columns).ToList());
            foreach (var row in mine.Select(k => (CrossingKey?)k).Append(null))
                foreach (var column in across.Select(k => (CrossingKey?)k).Append(null))
                    crossing.Add(row, column, h.Interview.Id);
        }
        return crossing;
    }

    /// <summary>The count of a cell; of a whole line or column when the other is null; of all when both are.</summary>
    public CrossingCount this[CrossingKey? row, CrossingKey? column] => cells.TryGetValue((row, column), out var cell) ? new(cell.Excerpts, cell.Interviews.Count) : default;

    private void Add(CrossingKey? row, CrossingKey? column, InterviewId interview)
    {
        var (excerpts, interviews) = cells.TryGetValue((row, column), out var cell) ? cell : (0, []);
        interviews.Add(interview);
        cells[(row, column)] = (excerpts + 1, interviews);
    }

    /// <summary>Every word of an axis, but of hazards those that were met alone; and none, where something has none.</summary>
    private static ImmutableArray<CrossingKey> KeysOf(List<Heard> heard, CrossingAxis axis)
    {
        var met = heard.SelectMany(h => KeysOf(h, axis)).ToHashSet();
        var words = axis switch
        {
            CrossingAxis.Theme => Enum.GetValues<Theme>().Length,
            CrossingAxis.Time => Enum.GetValues<CrisisTime>().Length,
            CrossingAxis.Family => Enum.GetValues<StakeholderFamily>().Length,
            _ => Enum.GetValues<HazardTag>().Length,
        };
        var keys = Enumerable.Range(0, words).Select(v => new CrossingKey(axis, v)).Where(k => axis != CrossingAxis.Hazard || met.Contains(k)).ToImmutableArray();
        return met.Contains(new CrossingKey(axis, null)) ? keys.Add(new CrossingKey(axis, null)) : keys;
    }

    private static IEnumerable<CrossingKey> KeysOf(Heard heard, CrossingAxis axis)
    {
        var values = axis switch
        {
            CrossingAxis.Theme => heard.Excerpt.Codes.Select(c => (int?)c.Theme),
            CrossingAxis.Time => heard.Excerpt.Codes.Select(c => (int?)c.Time),
            CrossingAxis.Hazard => heard.Excerpt.Codes.Select(c => (int?)c.Hazard),
            _ => [(int?)heard.Interview.Profile.Family],
        };
        var said = values.Where(v => v is not null).Distinct().ToList();
        return (said.Count == 0 ? [null] : said).Select(v => new CrossingKey(axis, v));
    }
}
