using System.Collections.Immutable;
using System.Globalization;
using TousRisques.Formats.Findings;

namespace TousRisques.Formats.OpenPsa;

/// <summary>
/// Reads the fault-tree part of the Open-PSA model exchange format [MEF], in one file or several. Tells every error at once, with file, line and column, and never
/// throws on bad input.
/// </summary>
public static class PsaReader
{
    private const int LongestCircleTold = 20;

    /// <summary>Reads files of the disk.</summary>
    public static PsaReading ReadFiles(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return Read([.. paths.Select(p => (Name: p, Open: (Func<Stream>)(() => File.OpenRead(p))))]);
    }

    /// <summary>Reads a text, as a file of that name.</summary>
    public static PsaReading ReadText(string name, string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Read([(name, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)))]);
    }

    /// <summary>Reads files wherever they are.</summary>
    public static PsaReading Read(IReadOnlyList<(string Name, Func<Stream> Open)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var findings = new PsaFindings();
        var declarations = new PsaDeclarations(findings);
        if (files.Count > PsaLimits.Files) findings.Error(PsaFindingCode.TooManyFiles, Spot.Whole(files[PsaLimits.Files].Name), PsaLimits.Files.ToString(CultureInfo.InvariantCulture));
        var (elements, bytes) = (0, 0L);
        foreach (var (name, open) in files.Take(PsaLimits.Files))
        {
            try
            {
                using var stream = open();
                bytes += stream.CanSeek ? stream.Length : 0;
                if (bytes > PsaLimits.Bytes)
                {
                    findings.Error(PsaFindingCode.TooLarge, Spot.Whole(name), PsaLimits.Bytes.ToString(CultureInfo.InvariantCulture));
                    break;
                }
                if (PsaElement.Read(stream, name, ref elements, findings) is { } root) declarations.Take(root);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
            {
                findings.Error(PsaFindingCode.FileUnreadable, Spot.Whole(name), PsaFaults.Of(e));
            }
        }
        return Resolve(declarations, findings, files.Count > 0 ? files[0].Name : "");
    }

    private static PsaReading Resolve(PsaDeclarations declarations, PsaFindings findings, string file)
    {
        foreach (var kind in declarations.All.GroupBy(d => d.Kind))
        {
            var index = 0;
            foreach (var definition in kind) definition.Index = index++;
        }
        var names = new PsaNames(declarations, findings);
        var formulas = new PsaFormulas(names, findings);
        var expressions = new PsaExpressions(names, findings);
        var gates = new List<PsaGate>();
        var (basic, house) = (ImmutableArray.CreateBuilder<PsaBasicEvent>(), ImmutableArray.CreateBuilder<PsaHouseEvent>());
        foreach (var d in declarations.All)
        {
            switch (d.Kind)
            {
                case PsaKind.Gate:
                    gates.Add(new PsaGate(d.Name, d.Path, formulas.Of(d) ?? new PsaFormula.Constant(false), Label(d)));
                    break;
                case PsaKind.BasicEvent:
                    var p = expressions.Of(d);
                    if (p is not (null or (>= 0 and <= 1))) findings.Error(PsaFindingCode.OutOfRange, d.At, p.Value.ToString(CultureInfo.InvariantCulture), "0..1");
                    basic.Add(new PsaBasicEvent(d.Name, d.Path, p, Label(d)));
                    break;
                case PsaKind.HouseEvent:
                    house.Add(new PsaHouseEvent(d.Name, d.Path, House(d, formulas, findings)));
                    break;
                default:
                    expressions.Of(d);
                    break;
            }
        }
        var definitions = declarations.All.Where(d => d.Kind == PsaKind.Gate).ToList();
        foreach (var circle in PsaCircles.Of(gates, PsaLimits.Findings + 1, LongestCircleTold))
            findings.Error(PsaFindingCode.Circle, definitions[circle[0]].At, string.Join(" → ", circle.Select(g => gates[g].Path)));
        if (gates.Count == 0 && !findings.HasErrors) findings.Error(PsaFindingCode.NoGate, Spot.Whole(file));
        var model = findings.HasErrors ? null : new PsaModel(
            declarations.Name ?? declarations.FaultTrees.FirstOrDefault() ?? "", [.. declarations.FaultTrees], [.. gates], basic.ToImmutable(), house.ToImmutable());
        return new PsaReading(model, findings.InOrder());
    }

    private static bool House(PsaDefinition definition, PsaFormulas formulas, PsaFindings findings)
    {
        var values = definition.Element.Children.Where(c => !PsaDeclarations.IsWords(c)).ToList();
        if (values is []) return false;
        if (values is [{ Name: "constant" } constant]) return formulas.Truth(constant) ?? false;
        findings.Error(PsaFindingCode.OneExpected, definition.At, definition.Name, "constant");
        return false;
    }

    private static string? Label(PsaDefinition definition) =>
        definition.Element.Children.FirstOrDefault(c => c.Name == "label")?.Text.Trim() is { Length: > 0 } text ? text : null;
}
