using System.Collections.Immutable;
using System.Globalization;
using TousRisques.Formats.Findings;

namespace TousRisques.Formats.OpenPsa;

/// <summary>Gathers findings, up to a number that somebody could still read.</summary>
internal sealed class PsaFindings
{
    private readonly List<PsaFinding> all = [];

    public bool HasErrors { get; private set; }

    public bool IsFull => all.Count >= PsaLimits.Findings;

    public void Error(PsaFindingCode code, Spot at, string? value = null, string? expected = null, string? nearest = null, Spot? other = null) =>
        Add(new() { Severity = Severity.Error, Code = code, At = at, Value = value, Expected = expected, Nearest = nearest, Other = other });

    /// <summary>A file that cannot be read, or not as XML.</summary>
    public void Error(PsaFindingCode code, Spot at, PsaFault fault, string? value = null, string? expected = null) =>
        Add(new() { Severity = Severity.Error, Code = code, At = at, Fault = fault, Value = value, Expected = expected });

    public void Warning(PsaFindingCode code, Spot at, string? value = null) =>
        Add(new() { Severity = Severity.Warning, Code = code, At = at, Value = value });

    private void Add(PsaFinding finding)
    {
        HasErrors |= finding.Severity == Severity.Error;
        if (!IsFull) all.Add(finding);
        else if (all.Count == PsaLimits.Findings)
            all.Add(finding with
            {
                Code = PsaFindingCode.TooManyFindings,
                At = Spot.Whole(finding.At.File),
                Expected = null,
                Nearest = null,
                Other = null,
                Value = PsaLimits.Findings.ToString(CultureInfo.InvariantCulture),
            });
    }

    /// <summary>In the order of files and lines; the cut at the end.</summary>
    public ImmutableArray<PsaFinding> InOrder() =>
        [.. all.Select(f => f.Code == PsaFindingCode.TooManyFindings && HasErrors ? f with { Severity = Severity.Error } : f).OrderBy(f => f.Code == PsaFindingCode.TooManyFindings).ThenBy(f => f.At.File, StringComparer.Ordinal).ThenBy(f => f.At.Line).ThenBy(f => f.At.Column)];
}
