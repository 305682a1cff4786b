using System.Collections.Immutable;
using CsCheck;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Packs;
using TousRisques.Formats.Packs.Drafting;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Formats.Tests.Packs;

/// <summary>Draft packs made of perils: whatever is chosen, the reader accepts the draft as it comes.</summary>
public class PackDraftTests
{
    private static readonly PackReading Shipped = PackReader.Read(Path.Combine(ShownFile.Repository, "scenarios", "seine-maritime"));

    private static Pack Source => Shipped.Pack!;

    [Fact]
    public void Whatever_perils_are_chosen_the_draft_is_accepted_and_plays_an_act_for_each() =>
        Gen.Shuffle(Enumerable.Range(0, Source.Stress.Perils.Length).ToArray()).SelectMany(order => Gen.Select(Gen.Int[1, 4], Gen.Int[0, 700].Array[4])
            .Select((count, hours) => order.Take(count).Select((p, i) => new DraftPeril(Source.Stress.Perils[p].Id, TimeSpan.FromHours(hours[i]))).ToImmutableArray()))
            .Sample(perils =>
            {
                var made = Draft(perils, out var pack);
                Assert.Equal("essai", pack.Id);
                Assert.Equal(perils.OrderBy(p => p.After).Select(p => p.Peril.Value), pack.Scenario.Acts.Select(a => a.Id.Value));
                Assert.Equal(Source.Territory.Components.Length, pack.Territory.Components.Length);
                Assert.Equal(Source.Scenario.Actions.Length, pack.Scenario.Actions.Length);
                foreach (var act in pack.Scenario.Acts) Assert.True(act.Events.Length + act.Constraints.Length > 0, act.Id.Value);
                // What no section of changed is there letter by letter.
                foreach (var file in made.Files.Where(f => !f.Name.StartsWith("draft-", StringComparison.Ordinal))) Assert.Contains(file, Shipped.Files.Files);
            }, iter: 12);

    [Fact]
    public void A_peril_begins_no_earlier_than_wished_and_keeps_the_hours_between_its_parts()
    {
        var peril = Source.Stress.Perils.First(p => p.Id.Value == "great-seine-flood");
        Draft([new(new PerilId("pandemic"), TimeSpan.Zero), new(peril.Id, TimeSpan.FromDays(20))], out var pack);
        var act = pack.Scenario.Acts[1];
        Assert.Equal(TimeSpan.FromDays(20), act.Events.Min(e => e.At));
        var before = Source.Scenario.Acts.SelectMany(a => a.Events).ToDictionary(e => e.Id, e => e.At);
        var parts = act.Events.Where(e => before.ContainsKey(e.Id)).ToList();
        Assert.True(parts.Count >= 2);
        foreach (var e in parts) Assert.Equal(before[e.Id] - before[parts[0].Id], e.At - parts[0].At);
        Assert.True(act.At > act.Events.Max(e => e.At));
    }

    [Fact]
    public void Its_title_and_story_are_those_that_were_written_whatever_they_hold()
    {
        const string title = "L’eau : « tout » \"cassé\" # {x} \\ & <b>";
        Draft([new(new PerilId("pandemic"), TimeSpan.Zero)], out var pack, title, "Première ligne :\n- deux\n\nSuite.");
        Assert.Equal(title, pack.Title.In(Language.French));
        Assert.Equal(title, pack.Scenario.Title.In(Language.English));
        Assert.Equal("Première ligne : - deux", pack.Scenario.Summary.In(Language.French));
    }

    [Fact]
    public void Nothing_or_the_same_twice_or_something_unknown_makes_no_draft()
    {
        foreach (var perils in new ImmutableArray<DraftPeril>[] { [], [new(new PerilId("pandemic"), default), new(new PerilId("pandemic"), default)], [new(new PerilId("meteor"), default)] })
            Assert.Throws<ArgumentException>(() => PackDraft.Make(Shipped.Files, Source, new("essai", "x", "", perils)));
    }

    private static PackFiles Draft(ImmutableArray<DraftPeril> perils, out Pack pack, string title = "Essai", string narrative = "")
    {
        var made = PackDraft.Make(Shipped.Files, Source, new("essai", title, narrative, perils));
        var reading = PackReader.Read(made);
        Assert.Equal([], reading.Findings.Select(f => FindingText.Line(f, Language.English)));
        pack = reading.Pack!;
        return made;
    }
}
