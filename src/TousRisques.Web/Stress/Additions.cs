using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Formats;

namespace TousRisques.Web.Stress;

/// <summary>
/// Components that an address adds to a territory: <c>add=name~needs~autonomy~standsInFor~nature</c>, components separated by commas, such as
/// <c>add=Siren~volunteers~24h~fr-alert,masts~low-tech</c>. The nature may be left out.
/// </summary>
internal static class Additions
{
    /// <summary>Components added together.</summary>
    public const int Most = 3;
    /// <summary>Components that one needs, or stands in for.</summary>
    public const int MostNamed = 12;
    /// <summary>Length of its name.</summary>
    public const int LongestName = 80;
    /// <summary>The field that marks the fields of a form: <c>add-name</c>, <c>add-needs</c>, <c>add-hours</c>, <c>add-for</c>, <c>add-nature</c>.</summary>
    public const string Form = "add-name";

    /// <summary>An addition for an address.</summary>
    public static string Write(Addition addition) => string.Join('~',
        addition.Name, string.Join(',', addition.Needs.Select(n => n.Value)), BenchQuery.Write(addition.Autonomy), string.Join(',', addition.StandsInFor.Select(n => n.Value)),
        EnumWords<Nature>.Of(addition.Nature));

    /// <summary>Reads an addition; null when any of it means nothing here.</summary>
    /// <param name="value">As written.</param>
    /// <param name="components">Names that the pack knows, functions apart.</param>
    public static Addition? Read(string value, HashSet<string> components)
    {
        if (value.Length > 4_000 || value.Split('~') is not { Length: 4 or 5 } parts) return null;
        if (CleanName(parts[0]) is not { Length: > 0 } name || Named(parts[1], components) is not { } needs || Named(parts[3], components) is not { } standsInFor) return null;
        if (!Durations.TryParse(parts[2], out var autonomy) || autonomy > BenchQuery.Longest) return null;
        if ((parts.Length == 5 ? EnumWords<Nature>.Find(parts[4]) : Nature.LowTech) is not { } nature || nature == Nature.Function) return null;
        return new(name, needs, autonomy, standsInFor, nature);
    }

    /// <summary>The addition that the fields of a form make, as written in addresses; none when its name is empty.</summary>
    public static IEnumerable<string> OfForm(IQueryCollection query)
    {
        if (CleanName(query[Form].ToString()) is not { Length: > 0 } name) return [];
        var hours = query["add-hours"].ToString();
        return
        [
            string.Join('~', name, List("add-needs"), int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? hours + "h" : "0", List("add-for"),
                query["add-nature"].ToString() is { Length: > 0 } nature ? nature : EnumWords<Nature>.Of(Nature.LowTech)),
        ];

        string List(string key) => string.Join(',', query[key].Where(v => !string.IsNullOrWhiteSpace(v)));
    }

    private static ImmutableArray<ComponentId>? Named(string list, HashSet<string> components)
    {
        var names = list.Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        return names.Count <= MostNamed && names.All(components.Contains) ? [.. names.Select(n => new ComponentId(n))] : null;
    }

    /// <summary>A name in one line, without what turns text around and without the sign that separates.</summary>
    private static string CleanName(string raw)
    {
        var name = new StringBuilder();
        foreach (var rune in Formats.Intake.PlainText.Line(raw.Length > 400 ? raw[..400] : raw).EnumerateRunes())
            if (rune.Value != '~' && name.Length + rune.Utf16SequenceLength <= LongestName) name.Append(rune.ToString());
        return name.ToString().Trim();
    }
}
