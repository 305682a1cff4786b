using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Formats.Findings;

namespace TousRisques.Formats.Packs;

/// <summary>What came out of reading a pack.</summary>
/// <param name="Pack">The pack; null when any finding is an error.</param>
/// <param name="Findings">Errors and warnings, by file and line.</param>
/// <param name="Files">The files read; empty when the folder could not be read.</param>
public sealed record PackReading(Pack? Pack, ImmutableArray<Finding> Findings, PackFiles Files)
{
    /// <summary>How many findings are errors.</summary>
    public int Errors => Findings.Count(f => f.Severity == Severity.Error);

    /// <summary>How many findings are warnings.</summary>
    public int Warnings => Findings.Length - Errors;
}
