using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Packs;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Formats.Tests.Packs;

/// <summary>What the pack that ships with the product promises to whoever plays it.</summary>
public class ShippedPackTests
{
    private static readonly PackReading Reading = PackReader.Read(Path.Combine(ShownFile.Repository, "scenarios", "seine-maritime"));
    private static readonly Pack Pack = Reading.Pack!;
    private static readonly Scenario Scenario = Pack.Scenario;

    [Fact]
    public void It_reads_without_a_finding() =>
        Assert.Equal("", string.Join('\n', Reading.Findings.Select(f => FindingText.Line(f, Language.English))));

    [Fact]
    public void It_is_as_rich_as_a_workshop_needs()
    {
        var components = Pack.Territory.Components;
        Assert.True(components.Count(c => c.Nature != Nature.Function) >= 45);
        Assert.True(components.Count(c => c.Nature == Nature.Function) >= 12);
        Assert.True(Scenario.Memory.Length >= 9);
        Assert.True(Scenario.Characters.Length >= 14);
        Assert.Equal(6, Scenario.Characters.TakeWhile(c => c.Needed).Count());
        Assert.True(Scenario.Stakes.Length >= 12);
        Assert.True(Scenario.Stakeholders.Length >= 16);
        Assert.True(Scenario.Channels.Count(c => c.Component is not null) >= 8);
        Assert.True(Scenario.Actions.Length >= 30);
        Assert.Equal(12, Scenario.Actions.Select(a => (a.Theme, a.Time)).Distinct().Count());
    }

    [Fact]
    public void Each_act_leaves_less_room_than_the_one_before()
    {
        Assert.Equal([ActKind.Crisis, ActKind.MultiCrisis, ActKind.MultiCrisisBis], Scenario.Acts.Select(a => a.Kind));
        Assert.All(Scenario.Acts, a => Assert.InRange(a.Events.Length, 5, 8));
        Assert.All(Scenario.Acts.Zip(Scenario.Acts.Skip(1)), pair =>
        {
            Assert.True(pair.Second.Slots < pair.First.Slots);
            Assert.True(pair.Second.Effort < pair.First.Effort);
            Assert.True(pair.Second.At >= pair.First.Until);
            Assert.NotEmpty(pair.Second.Constraints);
        });
    }

    [Fact] // an invented card without the facts behind it would pass for a real one
    public void Every_card_tells_the_true_facts_it_is_made_from()
    {
        Assert.All(Scenario.Memory, e =>
        {
            Assert.Equal(Reality.Real, e.Reality);
            Assert.NotNull(e.Date);
            Assert.NotEmpty(e.Sources);
        });
        var invented = Scenario.Acts.SelectMany(a => a.Events.Select(e => (Id: e.Id.Value, e.Reality, e.MadeFrom))
            .Concat(a.Constraints.Select(c => (Id: c.Id.Value, c.Reality, c.MadeFrom))));
        Assert.All(invented, card =>
        {
            Assert.Equal(Reality.Inspired, card.Reality);
            Assert.NotEmpty(card.MadeFrom);
            Assert.All(card.MadeFrom, fact => Assert.NotEmpty(fact.Sources));
        });
    }

    [Fact]
    public void The_facilitator_has_words_for_every_step()
    {
        string[] outside = ["welcome", "round-table", "stakeholders", "debrief", "leads", "close"];
        Assert.Equal(outside.Order(), Scenario.Guide.Keys.Order());
        string[] inside = ["events", "situation", "assessment", "priorities", "plan", "consequences"];
        Assert.All(Scenario.Acts, a => Assert.Equal(
            (a.Constraints.IsEmpty ? inside : [.. inside, "constraints"]).Order(), a.Guide.Keys.Order()));
    }

    [Fact] // every action must be able to change something, or the consequences step has nothing to tell
    public void Every_action_acts_on_the_model_and_has_someone_to_lead_it() =>
        Assert.All(Scenario.Actions, a =>
        {
            Assert.NotEmpty(a.Effects);
            Assert.NotEmpty(a.Leads);
        });
}
