using System.Collections.Immutable;
using System.Globalization;
using TousRisques.Formats.Findings;

namespace TousRisques.Formats.Intake;

/// <summary>Something to say about a feed. Data only: <see cref="IntakeText"/> puts it into words.</summary>
public sealed record IntakeFinding
{
    /// <summary>An error when something was lost or could not be read, a warning when it was mended.</summary>
    public required Severity Severity { get; init; }
    /// <summary>What is the matter.</summary>
    public required IntakeCode Code { get; init; }
    /// <summary>Where.</summary>
    public required Spot At { get; init; }
    /// <summary>The offending value or name, as written; null when there is none.</summary>
    public string? Value { get; init; }
    /// <summary>Another place that matters.</summary>
    public Spot? Other { get; init; }
}

/// <summary>Gathers findings, up to a number that somebody could still read.</summary>
internal sealed class IntakeFindings(string file)
{
    /// <summary>Findings told; what comes after is counted as one.</summary>
    public const int Most = 200;

    private readonly List<IntakeFinding> all = [];

    public string File => file;

    public Spot Whole => Spot.Whole(file);

    public void Error(IntakeCode code, Spot at, string? value = null) =>
        Add(new() { Severity = Severity.Error, Code = code, At = at, Value = value });

    public void Warning(IntakeCode code, Spot at, string? value = null, Spot? other = null) =>
        Add(new() { Severity = Severity.Warning, Code = code, At = at, Value = value, Other = other });

    /// <summary>A finding about a limit.</summary>
    public void Limit(IntakeCode code, Spot at, long limit) => Error(code, at, limit.ToString(CultureInfo.InvariantCulture));

    private void Add(IntakeFinding finding)
    {
        if (all.Count < Most) all.Add(finding with { Value = finding.Value is { Length: > 300 } v ? v[..300] : finding.Value });
        else if (all.Count == Most)
            all.Add(new() { Severity = Severity.Error, Code = IntakeCode.TooManyFindings, At = Whole, Value = Most.ToString(CultureInfo.InvariantCulture) });
    }

    /// <summary>In the order of lines; the cut at the end.</summary>
    public ImmutableArray<IntakeFinding> InOrder() =>
        [.. all.OrderBy(f => f.Code == IntakeCode.TooManyFindings).ThenBy(f => f.At.Line).ThenBy(f => f.At.Column)];
}
