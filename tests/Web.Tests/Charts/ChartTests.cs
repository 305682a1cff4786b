using System.Collections.Immutable;
using System.Xml.Linq;
using CsCheck;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Counting;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Domain.Workshops.Views;
using TousRisques.Testing;
using TousRisques.Web.Charts;
using TousRisques.Web.Telling;

namespace TousRisques.Web.Tests.Charts;

/// <summary>Charts are well-formed pictures, say what they show, carry no inline style, and never let words become markup.</summary>
public class ChartTests
{
    private const string Hostile = "<script>alert(1)</script>\" style=\"x\" onload=\"y\" & é";
    private static readonly Words Fr = Words.In(Language.French);
    private static readonly Pack Named = Rename(SmallPack.Pack, Hostile);

    /// <summary>Reads a picture as XML, which fails on anything ill-formed, and checks what holds for every one.</summary>
    private static XElement Read(string svg)
    {
        var root = XDocument.Parse(svg).Root!;
        Assert.Equal("svg", root.Name.LocalName);
        Assert.Equal("img", root.Attribute("role")?.Value);
        Assert.NotEmpty(root.Attribute("aria-label")?.Value ?? "");
        Assert.DoesNotContain(root.DescendantsAndSelf(), e => e.Name.LocalName is "script" or "style" or "a" or "foreignObject");
        Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), a => a.Name.LocalName == "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), a => a.Value.Contains("NaN", StringComparison.Ordinal) || a.Value.Contains("Infinity", StringComparison.Ordinal));
        return root;
    }

    private static IEnumerable<string> Texts(XElement svg) => svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value);

    private static StoryTimeline Told(params EventId[] events) => new([],
        [.. SmallPack.Pack.Scenario.Acts.Select((a, i) => new TimelineAct(a.Id, i + 1, true, [.. a.Events.Select(e => e.Id).Where(events.Contains)], [.. a.Constraints.Select(c => c.Id)]))],
        events.Length == 0 ? null : events[^1]);

    [Fact]
    public void A_map_is_sound_whatever_its_places_are_called()
    {
        var map = new StoryMap(TimeSpan.Zero, [new(new PlaceId("town"), [SmallPack.Surge], true, [SmallPack.Power])]);
        var svg = Read(MapChart.Draw(Named, map, TimelineChart.Number(Told(SmallPack.Surge)), Fr));
        Assert.Contains(Texts(svg), t => t == "1");
    }

    [Fact]
    public void A_timeline_numbers_events_in_the_order_of_the_story_and_keeps_back_the_title_of_an_act_to_come()
    {
        var line = Told(SmallPack.Rain, SmallPack.Surge, SmallPack.FirstCases);
        line = line with { Acts = line.Acts.SetItem(2, line.Acts[2] with { Begun = false, Constraints = [] }) };
        Assert.Equal([1, 2, 3], new[] { SmallPack.Rain, SmallPack.Surge, SmallPack.FirstCases }.Select(e => TimelineChart.Number(line)[e]));
        var svg = Read(TimelineChart.Draw(SmallPack.Pack, line, Fr, new Teller(SmallPack.Pack, Fr), SmallPack.Pandemic));
        Assert.DoesNotContain(Texts(svg), t => t.Contains("cyber", StringComparison.Ordinal));
        Assert.Contains(Texts(svg), t => t.Contains("first-cases", StringComparison.Ordinal));
        Read(TimelineChart.Draw(Named, line, Fr, new Teller(Named, Fr), null));
    }

    [Fact]
    public void Dependencies_go_from_what_is_struck_to_what_counts_on_it()
    {
        var strikes = SmallPack.Pack.Find(SmallPack.Surge)!.Strikes;
        var layers = DependencyChart.Layers(SmallPack.Pack.Territory, strikes);
        Assert.Equal([(SmallPack.Power, 0), (SmallPack.Mast, 1), (SmallPack.MailServer, 1), (SmallPack.Alert, 2)], layers.Select(l => (l.Component.Id, l.Layer)));
        var svg = Read(DependencyChart.Draw(Named, strikes, Fr));
        Assert.Contains(svg.Descendants(), e => e.Attribute("class")?.Value == "link spare"); // alert has the siren, failing the mast
        Assert.Empty(DependencyChart.Draw(SmallPack.Pack, [], Fr));
    }

    [Fact]
    public void A_need_spares_what_it_can_do_without()
    {
        Need mast = new Need.On(SmallPack.Mast), siren = new Need.On(SmallPack.Siren), power = new Need.On(SmallPack.Power);
        Assert.False(DependencyChart.Spares(new Need.All([mast, siren]), SmallPack.Mast));
        Assert.True(DependencyChart.Spares(new Need.Any([mast, siren]), SmallPack.Mast));
        Assert.True(DependencyChart.Spares(new Need.AtLeast(2, [mast, siren, power]), SmallPack.Mast));
        Assert.False(DependencyChart.Spares(new Need.AtLeast(3, [mast, siren, power]), SmallPack.Mast));
        Assert.True(DependencyChart.Spares(new Need.Degraded(siren), SmallPack.Mast));
    }

    [Fact]
    public void Outages_put_first_what_the_plan_helped_most_and_leave_out_what_never_failed()
    {
        static TimeSpan H(double hours) => TimeSpan.FromHours(hours);
        FunctionOutcome F(ComponentId id, double without, double with) =>
            new(id, 1, with > 0 ? [new(H(0), H(with))] : [], without > 0 ? [new(H(0), H(without))] : [], []);
        var facts = new ConsequenceFacts(H(0), H(24), [F(SmallPack.Siren, 0, 0), F(SmallPack.Mast, 4, 4), F(SmallPack.Alert, 10, 2)]);
        Assert.Equal([SmallPack.Alert, SmallPack.Mast], OutageChart.Touched(facts).Select(f => f.Function));
        var svg = Read(OutageChart.Draw(Named, facts, Fr, new Teller(Named, Fr)));
        Assert.Contains("10 h → 2 h", Texts(svg));
        Read(OutageChart.Draw(SmallPack.Pack, facts with { Until = H(0) }, Fr, new Teller(SmallPack.Pack, Fr)));
    }

    [Fact]
    public void A_spread_shares_its_width_by_the_votes() => Gen.Int[0, 9].Array[3].Where(n => n.Sum() > 0).Sample(n =>
    {
        var count = Verdicts.Count(n.SelectMany((times, v) => Enumerable.Repeat((Verdict)v, times)));
        var svg = Read(SpreadChart.Draw(count, Verdict.Degraded, Fr));
        var parts = svg.Descendants().Where(e => e.Attribute("class")?.Value is "no" or "mid" or "ok").ToList();
        Assert.Equal(n.Count(x => x > 0), parts.Count);
        Assert.Equal(240 - parts.Count, parts.Sum(e => double.Parse(e.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture)), 0.5 * parts.Count);
    });

    [Fact]
    public void Slopes_show_places_ties_included()
    {
        var svg = Read(SlopeChart.Draw([("Un", "blue"), (Hostile, "red")], [new(Hostile, [1, 2], [9, 5]), new("b", [1, 1], [9, 8]), new("c", [null, 3], [0, 2])], Fr));
        Assert.Equal(5, svg.Descendants().Count(e => e.Attribute("class")?.Value == "dot"));
        Assert.Equal(2, svg.Descendants().Count(e => e.Attribute("class")?.Value?.StartsWith("slope", StringComparison.Ordinal) == true && e.Name.LocalName == "path"));
    }

    [Fact]
    public void A_code_to_scan_keeps_a_quiet_margin()
    {
        var svg = Read(QrChart.Draw("http://192.168.1.20:5000/join?code=BCDFGH", "code"));
        Assert.Equal("#fff", svg.Descendants().First().Attribute("fill")?.Value);
        Assert.All(svg.Descendants().Last().Attribute("d")!.Value.Split('M', StringSplitOptions.RemoveEmptyEntries), run =>
            Assert.InRange(int.Parse(run[..run.IndexOf(' ', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture), 2, 60));
    }

    [Fact]
    public void Wrapped_lines_are_never_longer_than_asked_and_lose_no_word_but_the_last() => Gen.Select(Gen.OneOf("mairie", "la", "boulangerie-pâtisserie", "?", "é", "👩‍🚒").List[0, 12], Gen.Int[4, 30], Gen.Int[1, 4]).Sample((words, width, most) =>
    {
        var text = string.Join(' ', words);
        var lines = SvgWriter.Wrap(text, width, most);
        Assert.InRange(lines.Count, 0, most);
        Assert.All(lines, l => Assert.InRange(l.Length, 0, width + 2)); // a question mark may hang
        if (lines.All(l => !l.EndsWith('…'))) Assert.Equal(text, string.Join(' ', lines));
    });

    /// <summary>The same pack with a hostile name on everything.</summary>
    private static Pack Rename(Pack pack, string name)
    {
        var text = Text.Same(name);
        return pack with
        {
            Title = text,
            Territory = pack.Territory with
            {
                Name = text,
                Places = [.. pack.Territory.Places.Select(p => p with { Name = text })],
                Lines = [new(text, [new(1.0, 49.4), new(1.2, 49.5), new(1.3, 49.5)])],
                Components = [.. pack.Territory.Components.Select(c => c with { Name = text })],
            },
            Scenario = pack.Scenario with
            {
                Memory = [new() { Id = new("old"), Title = text, Story = text, Reality = Reality.Real, Date = "2018-01-22" }],
                Acts = [.. pack.Scenario.Acts.Select(a => a with
                {
                    Title = text,
                    Events = [.. a.Events.Select(e => e with { Title = text })],
                    Constraints = [.. a.Constraints.Select(c => c with { Title = text })],
                })],
            },
        };
    }
}
