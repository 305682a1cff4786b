using System.Globalization;

namespace TousRisques.Trees;

/// <summary>A line of the reference table; figures that the tool did not finish are null.</summary>
internal sealed record ReferenceRow(string Tree, string? CutSets, string? Probability, double? Seconds);

/// <summary>The table in the README beside the trees.</summary>
internal static class Reference
{
    public static string? Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (!File.Exists(Path.Combine(at.FullName, "TousRisques.slnx"))) continue;
            var given = Environment.GetEnvironmentVariable("ARALIA");
            return new[] { given, Path.Combine(at.FullName, "..", "shared", "data", "aralia") }.FirstOrDefault(d => d is not null && Directory.Exists(d));
        }
        return null;
    }

    /// <summary>The rows; trees without a row come after, without figures.</summary>
    public static IEnumerable<ReferenceRow> Rows(string folder)
    {
        var rows = File.ReadLines(Path.Combine(folder, "README.md")).Where(l => l.StartsWith('|')).Skip(2)
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries)[1..^1])
            .Select(c => double.TryParse(c[3], CultureInfo.InvariantCulture, out var s) ? new ReferenceRow(c[0], c[1], c[2], s) : new ReferenceRow(c[0], null, null, null)).ToList();
        var others = Directory.GetFiles(folder, "*.xml").Select(f => Path.GetFileNameWithoutExtension(f)).Except(rows.Select(r => r.Tree)).Order(StringComparer.Ordinal);
        return rows.Where(r => File.Exists(Path.Combine(folder, r.Tree + ".xml"))).Concat(others.Select(t => new ReferenceRow(t, null, null, null)));
    }
}
