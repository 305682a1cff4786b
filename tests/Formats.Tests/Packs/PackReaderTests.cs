using System.Collections;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Packs;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Formats.Tests.Packs;

public class PackReaderTests
{
    private static readonly Pack Full = PackReader.Read(Samples.Full).Pack!;

    [Fact]
    public void The_full_sample_has_no_finding()
    {
        var reading = PackReader.Read(Samples.Folder("full"));
        Assert.Equal("", string.Join('\n', reading.Findings.Select(f => FindingText.Line(f, Language.English))));
        Assert.NotNull(reading.Pack);
    }

    [Fact] // a property that no line of the reader sets keeps the value that the type gives it
    public void Every_field_of_the_domain_is_read()
    {
        var silent = new SortedSet<string>(StringComparer.Ordinal);
        var spoken = new SortedSet<string>(StringComparer.Ordinal);
        Dump.Visit(Full, (owner, property, value) =>
        {
            var name = owner.GetType().Name + "." + property.Name;
            var type = property.PropertyType;
            var isDefault = value switch
            {
                null or "" or 0 or 0.0 or false => true,
                Text text => text.IsEmpty,
                Need.All { Parts.IsEmpty: true } => true,
                IEnumerable items and not string => !items.Cast<object>().Any(),
                _ => type.IsValueType && value.Equals(Activator.CreateInstance(type)),
            };
            (isDefault ? silent : spoken).Add(name);
        });
        silent.ExceptWith(spoken);
        Assert.Empty(silent);
        Assert.True(spoken.Count > 100, $"{spoken.Count} properties"); // the walk itself works
    }

    [Fact]
    public void A_component_is_read_whole()
    {
        static Need On(string id) => new Need.On(new(id));
        Assert.Equal(Dump.Of(new Component
        {
            Id = new("masts"),
            Name = Text.Of("Relais", "Masts"),
            Nature = Nature.Infrastructure,
            Place = new PlaceId("hill"),
            Tags = ["telecom"],
            Theme = Theme.Data,
            Needs = new Need.All([On("power"), new Need.Any([On("fibre"), new Need.Degraded(On("radio"))]), new Need.AtLeast(1, [On("staff"), On("register")])]),
            Autonomy = new(TimeSpan.FromMinutes(20), new SourceId("inquiry")),
            Restart = new(TimeSpan.FromMinutes(90), Note: Text.Of("constaté", "observed")),
            Unavailability = new(0.001),
            Note = Text.Of("Batteries", "Batteries"),
            Sources = [new("inquiry"), new("census")],
        }), Dump.Of(Full.Territory.Components.Single(c => c.Id.Value == "masts")));
    }

    [Fact]
    public void A_function_is_read_whole() => Assert.Equal(Dump.Of(new Component
    {
        Id = new("alert"),
        Name = Text.Of("Alerter", "Alert"),
        Nature = Nature.Function,
        Weight = 5,
        Place = new PlaceId("town"),
        Tags = ["life"],
        Theme = Theme.Governance,
        Needs = new Need.Any([new Need.On(new("masts")), new Need.On(new("radio"))]),
        Autonomy = new(TimeSpan.FromDays(3)),
        Note = Text.Of("Essentielle", "Essential"),
        Sources = [new("census")],
    }), Dump.Of(Full.Territory.Components.Single(c => c.Nature == Nature.Function)));

    [Fact]
    public void An_event_is_read_whole() => Assert.Equal(Dump.Of(new ScenarioEvent
    {
        Id = new("rain"),
        Title = Text.Of("Pluie", "Rain"),
        Story = Text.Of("Il pleut.", "It rains."),
        At = TimeSpan.FromHours(14),
        Place = new PlaceId("town"),
        Hazards = ["MH0604"],
        Reality = Reality.Inspired,
        Sources = [new("census")],
        MadeFrom = [new("2018-01-31/2018-02-01", Text.Of("Il plut.", "It rained."), [new("inquiry"), new("census")])],
        Strikes =
        [
            new(new(Component: new("power")), TimeSpan.FromHours(2), new Spell(TimeSpan.FromHours(30), TimeSpan.FromHours(30)), 0.75),
            new(new(Tag: "telecom", Place: new("hill"), Nature: Nature.Infrastructure), TimeSpan.Zero, new Spell(TimeSpan.FromHours(6), TimeSpan.FromHours(12))),
            new(new(Zone: "low"), TimeSpan.Zero, null),
            new(new(Component: new("register")), TimeSpan.Zero, null),
        ],
    }), Dump.Of(Full.Scenario.Acts[0].Events[0]));

    [Fact]
    public void An_action_is_read_whole() => Assert.Equal(Dump.Of(new ActionCard
    {
        Id = new("call-register"),
        Title = Text.Of("Appeler", "Call"),
        Story = Text.Of("On appelle.", "People call."),
        Theme = Theme.Capacity,
        Time = CrisisTime.During,
        Effort = 2,
        Leads = [new("clerk"), new("mayor")],
        Needs = new Need.All([new Need.Any([new Need.On(new("register")), new Need.Degraded(new Need.On(new("staff")))]), new Need.On(new("masts"))]),
        Staff = new Crew(10, 4),
        Gathering = new Crew(200, 6),
        Effects =
        [
            new Effect.AddAlternative(new(Component: new("alert")), new Need.Degraded(new Need.On(new("radio")))),
            new Effect.LengthenAutonomy(new(Component: new("masts")), TimeSpan.FromDays(1)),
            new Effect.ShortenStrike(new(Tag: "grid"), 0.5),
            new Effect.ShortenRestart(new(Component: new("masts")), 0.25),
            new Effect.CancelConstraint(new("curfew"), new(Component: new("staff"))),
        ],
    }), Dump.Of(Full.Scenario.Actions[0]));

    [Fact]
    public void A_peril_is_read_whole() => Assert.Equal(Dump.Of(new Peril
    {
        Id = new("wet-winter"),
        Name = Text.Of("Hiver humide", "Wet winter"),
        Story = Text.Of("Il pleut trop.", "Too much rain."),
        PerYear = new(0.125, new SourceId("inquiry"), Text.Of("une fois en huit ans", "once in eight years")),
        Season = new(new(12, 1), new(3, 31)),
        Hazards = ["MH0604"],
        Sources = [new("inquiry"), new("census")],
        Parts = [new(new("rain"), null, 0.5), new(null, new("curfew"), 0.25)],
        Strikes = [new(new(Component: new("fibre")), TimeSpan.FromHours(3), new Spell(TimeSpan.FromDays(2), TimeSpan.FromDays(3)), 0.0625)],
    }), Dump.Of(Full.Stress.Perils[0]));

    [Fact]
    public void A_pack_may_say_nothing_of_perils()
    {
        var cards = Samples.Full.Files.Single(f => f.Name == "cards.yaml");
        var silent = cards with { Content = cards.Content[..cards.Content.IndexOf("stress:", StringComparison.Ordinal)] };
        var reading = PackReader.Read(new PackFiles(Samples.Full.Files.Replace(cards, silent)));
        Assert.Empty(reading.Findings);
        Assert.Equal(Dump.Of(new StressTest()), Dump.Of(reading.Pack!.Stress));
    }

    [Theory] // the sample's year begins on the 1st of September
    [InlineData("09-01..08-31", true)]
    [InlineData("12-31..01-01", true)]
    [InlineData("08-31..08-31", true)]
    [InlineData("09-01 .. 09-01", true)]
    [InlineData("08-31..09-01", false)]
    [InlineData("03-01..02-28", false)]
    public void A_season_may_run_across_New_Year_but_not_across_the_beginning_of_the_year_of_study(string season, bool good)
    {
        var reading = PackReader.Read(Samples.With(("season: 12-01..03-31", "season: " + season)));
        Assert.Equal(good ? [] : [FindingCode.SeasonAcrossYear], reading.Findings.Select(f => f.Code));
    }

    [Fact]
    public void The_schema_and_the_calendar_know_the_same_days()
    {
        var pattern = Assert.IsType<string>(PackSchemaTests.Schema.Definitions["dayOfYear"].Pattern);
        for (var month = 0; month <= 13; month++)
            for (var day = 0; day <= 32; day++)
            {
                var text = $"{month:00}-{day:00}";
                var read = PackReader.Read(Samples.With(("yearBegins: 09-01", "yearBegins: " + text))).Findings.All(f => f.Code != FindingCode.BadValue);
                Assert.True(read == System.Text.RegularExpressions.Regex.IsMatch(text, pattern), text);
            }
    }

    [Fact]
    public void The_whole_pack_is_what_people_have_read() => ShownFile.Verify("formats/full-pack.txt", Dump.Of(Full));

    [Fact]
    public void Needed_characters_come_first() => Assert.Equal(["mayor", "clerk"], Full.Scenario.Characters.Select(c => c.Id.Value));

    [Fact]
    public void A_plain_text_is_the_same_in_every_language_of_the_pack()
    {
        Assert.Equal(Text.Of("Boue", "Boue"), Full.Scenario.Acts[0].Events[1].Title);
        var french = PackReader.Read(Samples.With(("languages: [ fr, en ]", "languages: [ fr ]")));
        Assert.Equal(Text.Same("Boue"), french.Pack!.Scenario.Acts[0].Events[1].Title);
    }

    [Fact]
    public void Order_of_files_and_ends_of_lines_do_not_change_the_digest()
    {
        var other = new PackFiles(Samples.Full.Files.Reverse().Select(f => f with { Content = f.Content.ReplaceLineEndings("\r\n") }));
        Assert.Equal(Samples.Full.Digest, other.Digest);
        Assert.Matches("^[0-9a-f]{64}$", other.Digest);
        Assert.Equal(Dump.Of(Full), Dump.Of(PackReader.Read(other).Pack!));
    }

    [Fact]
    public void Anything_else_changes_the_digest()
    {
        var variants = new List<PackFiles> { Samples.Full, Samples.With(("12500.5", "12500.6")), Samples.Without("cards.yaml"), Samples.Plus("z.yaml", "") };
        variants.Add(new(Samples.Full.Files.SetItem(0, Samples.Full.Files[0] with { Name = "a.yaml" })));
        variants.Add(new([new("a", "1\nb\n0\n"), new("b", "")]));
        variants.Add(new([new("a", "1\n"), new("b", ""), new("b", "")]));
        Assert.Equal(variants.Count, variants.Select(v => v.Digest).Distinct().Count());
    }
}
