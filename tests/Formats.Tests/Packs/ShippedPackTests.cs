using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Packs;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Formats.Tests.Packs;

/// <summary>The pack that is shipped: what a workshop needs to be worth an afternoon.</summary>
public class ShippedPackTests
{
    private static readonly string Folder = Path.Combine(ShownFile.Repository, "scenarios", "seine-maritime");
    private static readonly PackReading Reading = PackReader.Read(Folder);
    private static Pack Pack => Reading.Pack!;
    private static IEnumerable<Component> Functions => Pack.Territory.Components.Where(c => c.Nature == Nature.Function);

    [Fact]
    public void It_has_no_finding() =>
        Assert.Equal("", string.Join('\n', Reading.Findings.Select(f => FindingText.Line(f, Language.English))));

    [Fact]
    public void Each_of_its_files_fits_the_schema() => Assert.All(Reading.Files.Files, file => Assert.Empty(PackSchemaTests.Schema.Validate(PackSchemaTests.Tree(file))));

    [Fact]
    public void It_is_as_large_as_a_workshop_needs()
    {
        Assert.InRange(Pack.Territory.Components.Length - Functions.Count(), 45, 1000);
        Assert.InRange(Functions.Count(), 12, 100);
        Assert.InRange(Pack.Scenario.Characters.Length, 14, 40);
        Assert.InRange(Pack.Scenario.Actions.Length, 30, 60);
        Assert.InRange(Pack.Scenario.Stakes.Length, 12, 20);
        Assert.InRange(Pack.Scenario.Stakeholders.Length, 16, 100);
        Assert.InRange(Pack.Scenario.Channels.Length, 8, 30);
        Assert.True(Pack.Scenario.Memory.Length >= 3);
        Assert.Equal([Language.French, Language.English], Pack.Languages);
    }

    [Fact]
    public void Its_actions_cover_every_theme_at_every_time() => Assert.Equal(
        Enum.GetValues<Theme>().SelectMany(theme => Enum.GetValues<CrisisTime>().Select(time => (theme, time))),
        Pack.Scenario.Actions.Select(a => (a.Theme, a.Time)).Distinct().Order());

    [Fact]
    public void Its_three_acts_pile_up_with_fewer_slots_each_time()
    {
        var acts = Pack.Scenario.Acts;
        Assert.Equal([ActKind.Crisis, ActKind.MultiCrisis, ActKind.MultiCrisisBis], acts.Select(a => a.Kind));
        Assert.All(acts, act => Assert.InRange(act.Events.Length, 5, 8));
        Assert.True(acts[0].Slots > acts[1].Slots && acts[1].Slots > acts[2].Slots);
        Assert.All(acts.Skip(1), act => Assert.NotEmpty(act.Constraints));
        Assert.Contains(acts.SelectMany(a => a.Constraints), c => !c.Caps.IsEmpty);
        Assert.Contains(acts.SelectMany(a => a.Constraints), c => !c.Strikes.IsEmpty);
    }

    [Fact]
    public void Every_card_says_what_it_is_made_of()
    {
        var known = Pack.Sources.Select(s => s.Id).ToHashSet();
        var cards = Pack.Scenario.Acts.SelectMany(a => a.Events).Concat(Pack.Scenario.Memory).ToList();
        Assert.All(cards.Where(c => c.Reality == Reality.Real), c => Assert.NotEmpty(c.Sources));
        var facts = cards.Where(c => c.Reality == Reality.Inspired).Select(c => c.MadeFrom)
            .Concat(Pack.Scenario.Acts.SelectMany(a => a.Constraints).Where(c => c.Reality == Reality.Inspired).Select(c => c.MadeFrom)).ToList();
        Assert.NotEmpty(facts);
        Assert.All(facts, f => Assert.NotEmpty(f));
        Assert.All(facts.SelectMany(f => f), f =>
        {
            Assert.NotEmpty(f.When);
            Assert.NotEmpty(f.Sources);
            Assert.Subset(known, f.Sources.ToHashSet());
        });
        Assert.All(Pack.Scenario.Acts.SelectMany(a => a.Events), e => Assert.NotEqual(Reality.Real, e.Reality)); // the story is a fiction, and says so
    }

    [Fact]
    public void Nothing_of_August_2018_is_called_real() =>
        Assert.DoesNotContain(Pack.Scenario.Memory, m => m.Reality == Reality.Real && m.Date!.StartsWith("2018-08", StringComparison.Ordinal));

    [Fact]
    public void Channels_that_carry_messages_by_wire_or_wave_depend_on_components() => Assert.All(
        Pack.Scenario.Channels.Where(c => c.Medium is not (Medium.Runner or Medium.Paper)), c => Assert.NotNull(c.Component));

    [Fact]
    public void Every_act_and_step_gives_the_facilitator_something_to_say()
    {
        Assert.All(["welcome", "round-table", "stakeholders", "debrief", "leads", "close"], step => Assert.Contains(step, Pack.Scenario.Guide.Keys));
        Assert.All(Pack.Scenario.Acts, act => Assert.All(["events", "situation", "assessment", "priorities", "plan", "consequences"], step => Assert.Contains(step, act.Guide.Keys)));
    }

    [Fact]
    public void Its_population_and_several_figures_of_components_stand_on_sources()
    {
        var sourced = Pack.Territory.Components.Count(c => !c.Autonomy.IsEstimate || !c.Restart.IsEstimate || !c.Unavailability.IsEstimate);
        Assert.InRange(sourced, 5, 1000);
        Assert.False(Pack.Territory.Population.IsEstimate);
    }

    [Fact]
    public void Its_perils_say_how_their_frequencies_were_counted_and_from_what()
    {
        Assert.InRange(Pack.Stress.Perils.Length, 10, 20);
        Assert.All(Pack.Stress.Perils, p =>
        {
            Assert.True(p.PerYear.Note is { } note && Pack.Languages.All(l => note.In(l).Length > 40), $"{p.Id}: no note");
            Assert.NotEmpty(p.Hazards);
            Assert.False(p.Story.IsEmpty);
            // What no page tells of must say so.
            if (p.Sources.IsEmpty) Assert.Contains("Aucun", p.PerYear.Note!.In(Language.French), StringComparison.Ordinal);
        });
    }

    [Fact] // a peril that as likely as not strikes nothing would be an empty column of the exposure matrix
    public void Each_of_its_perils_strikes_something_as_likely_as_not() => Assert.All(Pack.Stress.Perils, p =>
    {
        var events = Pack.Scenario.Acts.SelectMany(a => a.Events).ToDictionary(e => e.Id);
        var constraints = Pack.Scenario.Acts.SelectMany(a => a.Constraints).ToDictionary(c => c.Id);
        var brought = p.Parts.SelectMany(b => (b.Event is { } e ? events[e].Strikes : constraints[b.Constraint!.Value].Strikes).Select(s => s.Probability * b.Probability));
        Assert.True(brought.Concat(p.Strikes.Select(s => s.Probability)).Any(x => x >= 0.5), p.Id.Value);
    });

    [Fact]
    public void The_check_of_the_command_line_finds_it_fine()
    {
        using var output = new StringWriter();
        Assert.Equal(PackCheck.Fine, PackCheck.Run(Folder, Language.French, output));
        Assert.Contains("seine-maritime", output.ToString(), StringComparison.Ordinal);
    }
}
