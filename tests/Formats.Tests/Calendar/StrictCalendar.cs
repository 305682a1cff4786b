using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace TousRisques.Formats.Tests.Calendar;

/// <summary>A part of a calendar, read as RFC 5545 demands and not a hair more leniently.</summary>
internal sealed partial class StrictCalendar(string name)
{
    public string Name { get; } = name;
    public List<(string Name, string? Zone, string Value)> Lines { get; } = [];
    public List<StrictCalendar> Parts { get; } = [];

    public string? this[string wanted] => Lines.Where(l => l.Name == wanted).Select(l => l.Value).SingleOrDefault();

    public string Text(string wanted) => Escape().Replace(this[wanted] ?? "", m => m.Value is "\\n" or "\\N" ? "\n" : m.Value[1..]);

    public static StrictCalendar Read(byte[] bytes)
    {
        var text = new UTF8Encoding(false, true).GetString(bytes);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[^\r]\n|\r[^\n]", text);
        foreach (var physical in text.Split("\r\n"))
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(physical), 0, 75);
            Assert.DoesNotContain(physical, c => char.IsControl(c) && c != '\t');
        }
        var open = new Stack<StrictCalendar>();
        StrictCalendar? root = null;
        foreach (var line in text[..^2].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n"))
        {
            var match = ContentLine().Match(line);
            Assert.True(match.Success, line);
            var (name, value) = (match.Groups["name"].Value, match.Groups["value"].Value);
            if (name == "BEGIN")
            {
                Assert.Null(root is not null && open.Count == 0 ? "after the end: " + line : null);
                var part = new StrictCalendar(value);
                if (open.TryPeek(out var outer)) outer.Parts.Add(part);
                else root = part;
                open.Push(part);
            }
            else if (name == "END") Assert.Equal(value, open.Pop().Name);
            else open.Peek().Lines.Add((name, match.Groups["zone"].Success ? match.Groups["zone"].Value : null, value));
        }
        Assert.Empty(open);
        return root!;
    }

    /// <summary>An instant, by the zone written in the calendar itself: the last observance whose onset is not after it.</summary>
    public DateTimeOffset Instant(StrictCalendar e, string wanted)
    {
        var (_, zone, value) = Assert.Single(e.Lines, l => l.Name == wanted);
        if (zone is null)
        {
            Assert.EndsWith("Z", value, StringComparison.Ordinal);
            return new(Local(value[..^1]), TimeSpan.Zero);
        }
        var rules = Assert.Single(Parts, p => p.Name == "VTIMEZONE" && p["TZID"] == zone).Parts;
        var local = Local(value);
        var rule = rules.Where(r => Local(r["DTSTART"]!) <= local).MaxBy(r => Local(r["DTSTART"]!) - DateTime.MinValue);
        Assert.NotNull(rule);
        // In the hour that comes twice the first is meant: the clock before the change.
        var (from, to) = (Offset(rule["TZOFFSETFROM"]!), Offset(rule["TZOFFSETTO"]!));
        var next = rules.Where(r => Local(r["DTSTART"]!) > local).MinBy(r => Local(r["DTSTART"]!) - DateTime.MinValue);
        if (next is not null) Assert.Equal(to, Offset(next["TZOFFSETFROM"]!));
        Assert.False(to > from && local < Local(rule["DTSTART"]!) + (to - from), "an hour that does not exist");
        return new(local, to);
    }

    private static DateTime Local(string value) => DateTime.ParseExact(value, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static TimeSpan Offset(string value) => (value[0] == '-' ? -1 : 1) * TimeSpan.ParseExact(value[1..], "hhmm", CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<name>[A-Z0-9-]+)(;(?:TZID=(?<zone>[A-Za-z_/+-]+)|VALUE=DURATION))?:(?<value>.*)$")]
    private static partial Regex ContentLine();

    [GeneratedRegex(@"\\[\\;,nN]")]
    private static partial Regex Escape();
}
