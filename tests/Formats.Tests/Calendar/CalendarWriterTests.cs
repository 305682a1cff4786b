using CsCheck;
using TousRisques.Formats.Calendar;
using TousRisques.Formats.Intake;
using Xunit;

namespace TousRisques.Formats.Tests.Calendar;

public class CalendarWriterTests
{
    private static readonly string[] Pieces = ["é", "\\", ";", ",", ":", "\n", "\"", "😀", " ", "n"];
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static readonly CalendarEvent Workshop = new()
    {
        Uid = "abcdef@example.org",
        Stamp = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero),
        Start = new(2026, 12, 1, 14, 0, 0, TimeSpan.FromHours(1)),
        End = new(2026, 12, 1, 17, 30, 0, TimeSpan.FromHours(1)),
        Zone = Paris,
        Summary = "Atelier; crue, pandémie \\ cyber",
        Description = "Une ligne\nUne autre",
        Location = "Mairie, Fécamp",
        Geo = (49.757, 0.375),
        Url = new("https://example.org/a?b=1;c=2,3"),
        Reminder = TimeSpan.FromHours(1.5),
        Sequence = 2,
    };

    [Fact]
    public void A_workshop_is_written_as_the_standard_demands()
    {
        var calendar = Write(Workshop);
        Assert.Equal(("VCALENDAR", "2.0", "PUBLISH", "Ateliers"), (calendar.Name, calendar["VERSION"], calendar["METHOD"], calendar.Text("NAME")));
        var e = Assert.Single(calendar.Parts, p => p.Name == "VEVENT");
        Assert.Equal(("abcdef@example.org", "20261124T060000Z", "2", "CONFIRMED"), (e["UID"], e["DTSTAMP"], e["SEQUENCE"], e["STATUS"]));
        Assert.Equal((Workshop.Summary, Workshop.Description, Workshop.Location), (e.Text("SUMMARY"), e.Text("DESCRIPTION"), e.Text("LOCATION")));
        Assert.Equal(("49.757;0.375", "https://example.org/a?b=1;c=2,3"), (e["GEO"], e["URL"]));
        Assert.Equal(("DTSTART", "Europe/Paris", "20261201T140000"), e.Lines.Single(l => l.Name == "DTSTART"));
        var alarm = Assert.Single(e.Parts);
        Assert.Equal(("VALARM", "DISPLAY", "-PT1H30M", Workshop.Summary), (alarm.Name, alarm["ACTION"], alarm["TRIGGER"], alarm.Text("DESCRIPTION")));
    }

    [Fact]
    public void A_cancelled_workshop_says_so_and_reminds_nobody()
    {
        var e = Assert.Single(Write(Workshop with { IsCancelled = true, Sequence = 3 }).Parts, p => p.Name == "VEVENT");
        Assert.Equal(("CANCELLED", "3"), (e["STATUS"], e["SEQUENCE"]));
        Assert.Empty(e.Parts);
    }

    [Fact]
    public void The_second_of_two_equal_hours_is_written_in_UTC()
    {
        var second = new DateTimeOffset(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(1));
        var calendar = Write(Workshop with { Start = second.AddHours(-1), End = second });
        var e = calendar.Parts.Single(p => p.Name == "VEVENT");
        Assert.Equal("20261025T023000", e["DTSTART"]);
        Assert.Equal("20261025T013000Z", e["DTEND"]);
    }

    [Theory]
    [InlineData("Europe/Paris")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Etc/UTC")]
    public void Every_hour_comes_back_as_the_instant_that_was_meant(string zone)
    {
        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        Gen.Select(Gen.Int[0, 15 * 365 * 24 * 4], Gen.Int[0, 200]).Array[1, 4].Sample(spans =>
        {
            var events = spans.Select((s, i) => (Start: new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(15L * s.Item1), s.Item2, i))
                .Select(x => Workshop with { Uid = $"{x.i}@x", Zone = info, Start = x.Start, End = x.Start.AddMinutes(15 * x.Item2) }).ToArray();
            var calendar = Write(events);
            foreach (var (meant, read) in events.Zip(calendar.Parts.Where(p => p.Name == "VEVENT")))
            {
                Assert.Equal(meant.Start, calendar.Instant(read, "DTSTART"));
                Assert.Equal(meant.End, calendar.Instant(read, "DTEND"));
            }
        }, iter: 100);
    }

    [Fact]
    public void Any_text_comes_back_whole_through_folding_and_escaping() => Gen.OneOf(Gen.String, Gen.Int[0, 9].Array[0, 300].Select(a => string.Concat(a.Select(i => Pieces[i])))).Sample(text =>
    {
        var e = Write(Workshop with { Description = text, Location = text }).Parts.Single(p => p.Name == "VEVENT");
        Assert.Equal(PlainText.Lines(text), e.Text("DESCRIPTION"));
        Assert.Equal(PlainText.Line(text), e.Text("LOCATION"));
    });

    [Fact]
    public void What_cannot_be_in_a_calendar_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Write(Workshop, Workshop));
        Assert.Throws<ArgumentException>(() => Write(Workshop with { Uid = " " }));
        Assert.Throws<ArgumentException>(() => Write(Workshop with { End = Workshop.Start.AddHours(-1) }));
        Assert.Throws<ArgumentException>(() => Write(Workshop with { Geo = (double.NaN, 0) }));
        Assert.Throws<ArgumentException>(() => Write(Workshop with { Url = new("javascript:alert(1)") }));
    }

    private static StrictCalendar Write(params CalendarEvent[] events) =>
        StrictCalendar.Read(CalendarWriter.Write(new() { Name = "Ateliers", Events = [.. events], Refresh = TimeSpan.FromHours(12) }));
}
