using System.Collections.Immutable;
using System.Text;
using TousRisques.Domain.Expeditions.Futures;

namespace TousRisques.Web.Futures;

/// <summary>
/// A box as people write it in a form: a driver a line, <c>The Seine: ordinary flood [seine-flood] | drowns the substation [great-seine-flood, blackout]</c>. Names of perils stand in square
/// brackets after the state that brings them.
/// </summary>
public static class BoxText
{
    /// <summary>Reads drivers. Never refuses: what is missing is for the rules to say, with the name of the driver.</summary>
    public static ImmutableArray<Driver> Read(string? text)
    {
        var drivers = ImmutableArray.CreateBuilder<Driver>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // French puts a space before the colon; a label may hold one of its own when a later one ends it.
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (label, rest) = colon < 0 ? (line, "") : (line[..colon].Trim(), line[(colon + 1)..]);
            drivers.Add(new(label, [.. rest.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(State)]));
        }
        return drivers.ToImmutable();
    }

    /// <summary>Writes drivers so that <see cref="Read"/> reads them back.</summary>
    public static string Write(IEnumerable<Driver> drivers)
    {
        ArgumentNullException.ThrowIfNull(drivers);
        var text = new StringBuilder();
        foreach (var driver in drivers)
            text.Append(driver.Label).Append(" : ").AppendJoin(" | ", driver.States.Select(s => s.Perils.IsEmpty ? s.Label : $"{s.Label} [{string.Join(", ", s.Perils)}]")).Append('\n');
        return text.ToString();
    }

    private static DriverState State(string text)
    {
        if (!text.EndsWith(']') || text.LastIndexOf('[') is not (>= 0 and var open)) return new(text, []);
        return new(text[..open].Trim(), [.. text[(open + 1)..^1].Split([',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]);
    }
}
