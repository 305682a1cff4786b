using System.Collections.Immutable;
using System.Globalization;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Intake;

namespace TousRisques.Formats.Sheets;

/// <summary>Something to say about a workbook, a form or answers in it. Data only: <see cref="SheetText"/> puts it into words.</summary>
public sealed record SheetFinding
{
    /// <summary>An error when something was lost or the form breaks a rule, a warning when it was mended or is probably not meant.</summary>
    public required Severity Severity { get; init; }
    /// <summary>What is the matter.</summary>
    public required SheetCode Code { get; init; }
    /// <summary>Where.</summary>
    public required SheetSpot At { get; init; }
    /// <summary>The offending value or name, as written; null when there is none.</summary>
    public string? Value { get; init; }
    /// <summary>The known name that looks most like <see cref="Value"/>, or what stands there instead; null when there is none.</summary>
    public string? Nearest { get; init; }
    /// <summary>Another place that matters.</summary>
    public SheetSpot? Other { get; init; }
    /// <summary>For <see cref="SheetCode.InText"/>: what the reader of tables in text has to say.</summary>
    public IntakeFinding? Text { get; init; }
}

/// <summary>Gathers findings, up to a number that somebody could still read.</summary>
internal sealed class SheetFindings(string file)
{
    /// <summary>Findings told; what comes after is counted as one.</summary>
    public const int Most = 300;

    private readonly List<SheetFinding> all = [];
    private readonly List<string> sheets = [];

    public SheetSpot Whole => new(file, 0, 0, true);

    public bool IsFull => all.Count > Most;

    /// <summary>Tells findings in the order of these sheets; before them, what is said of the file, after them the others as first met.</summary>
    public void InOrderOf(IEnumerable<string> names) => sheets.AddRange([file, .. names]);

    public void Error(SheetCode code, SheetSpot at, string? value = null, string? nearest = null, SheetSpot? other = null) =>
        Add(new() { Severity = Severity.Error, Code = code, At = at, Value = value, Nearest = nearest, Other = other });

    public void Warning(SheetCode code, SheetSpot at, string? value = null, string? nearest = null, SheetSpot? other = null) =>
        Add(new() { Severity = Severity.Warning, Code = code, At = at, Value = value, Nearest = nearest, Other = other });

    public void Limit(SheetCode code, SheetSpot at, long limit) => Error(code, at, limit.ToString(CultureInfo.InvariantCulture));

    public void Add(SheetFinding finding)
    {
        if (all.Count < Most) all.Add(finding with { Value = finding.Value is { Length: > 300 } v ? v[..300] : finding.Value });
        else if (all.Count == Most) all.Add(new() { Severity = Severity.Error, Code = SheetCode.TooManyFindings, At = Whole, Value = Most.ToString(CultureInfo.InvariantCulture) });
    }

    /// <summary>In the order of sheets, rows and columns; the cut at the end.</summary>
    public ImmutableArray<SheetFinding> InOrder()
    {
        var order = sheets.Concat(all.Select(f => f.At.Sheet)).Distinct().Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i);
        return [.. all.OrderBy(f => f.Code == SheetCode.TooManyFindings).ThenBy(f => order[f.At.Sheet]).ThenBy(f => f.At.Row).ThenBy(f => f.At.Column)];
    }
}
