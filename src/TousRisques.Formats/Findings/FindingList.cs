using System.Collections.Immutable;

namespace TousRisques.Formats.Findings;

/// <summary>Gathers what readers have to say, up to a number that somebody could still read.</summary>
internal sealed class FindingList
{
    /// <summary>Beyond that many, one last finding says that there are more.</summary>
    public const int Most = 500;

    private readonly List<Finding> all = [];

    /// <summary>Whether nothing more is kept; readers then spare themselves costly suggestions.</summary>
    public bool IsFull => all.Count >= Most;

    public bool HasErrors { get; private set; }

    public void Error(FindingCode code, Spot at, string? value = null, Expected? expected = null,
        string? nearest = null, Spot? other = null, string? detail = null) =>
        Add(new() { Severity = Severity.Error, Code = code, At = at, Value = value, Expected = expected, Nearest = nearest, Other = other, Detail = detail });

    public void Warning(FindingCode code, Spot at, string? value = null, Expected? expected = null,
        string? nearest = null, Spot? other = null) =>
        Add(new() { Severity = Severity.Warning, Code = code, At = at, Value = value, Expected = expected, Nearest = nearest, Other = other });

    public void Add(Finding finding)
    {
        HasErrors |= finding.Severity == Severity.Error;
        if (all.Count < Most) all.Add(finding);
        else if (all.Count == Most)
            all.Add(new()
            {
                Severity = Severity.Warning,
                Code = FindingCode.TooManyFindings,
                At = Spot.Whole(finding.File),
                Value = Most.ToString(System.Globalization.CultureInfo.InvariantCulture),
            });
    }

    /// <summary>In the order of files and lines; what is said of whole files first, the cut at the end. The cut is an error when there is any: it may be among those not told.</summary>
    public ImmutableArray<Finding> InOrder() =>
        [.. all.Select(f => f.Code == FindingCode.TooManyFindings && HasErrors ? f with { Severity = Severity.Error } : f).OrderBy(f => f.Code == FindingCode.TooManyFindings)
            .ThenBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)];
}
