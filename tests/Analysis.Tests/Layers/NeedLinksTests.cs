using System.Collections.Immutable;
using CsCheck;
using TousRisques.Analysis.Layers;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using Xunit;

namespace TousRisques.Analysis.Tests.Layers;

/// <summary>Links between components: how strong they are, and what may be left out of a drawing without lying.</summary>
public class NeedLinksTests
{
    private static ComponentId Id(int i) => new($"c{i}");

    private static readonly Gen<NeedLink[]> Links =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Enum<NeedStrength>()).Select((a, b, s) => new NeedLink(Id(a), Id(b), s)).Array[0, 25]
            .Select(links => links.DistinctBy(l => (l.Needed, l.By)).ToArray());

    private static Need.On On(string id) => new(new(id));

    private static Territory Of(params Component[] components) => new() { Id = "t", Name = Text.Same("t"), Components = [.. components] };

    [Fact]
    public void A_need_is_hard_when_nothing_else_can_do_a_choice_when_another_way_can_and_a_makeshift_when_it_only_serves_for_want_of_better()
    {
        var need = new Need.All([On("power"), new Need.Any([On("fibre"), On("copper"), new Need.Degraded(On("runner"))])]);
        Assert.Equal(
            [NeedStrength.Hard, NeedStrength.Choice, NeedStrength.Choice, NeedStrength.Makeshift],
            new[] { "power", "fibre", "copper", "runner" }.Select(c => NeedLinks.StrengthOf(need, new(c))));
        Assert.Equal(NeedStrength.Hard, NeedLinks.StrengthOf(new Need.AtLeast(2, [On("a"), On("b")]), new("a")));
        Assert.Equal(NeedStrength.Choice, NeedLinks.StrengthOf(new Need.AtLeast(1, [On("a"), On("b")]), new("a")));
        Assert.Equal(NeedStrength.Hard, NeedLinks.StrengthOf(new Need.Degraded(On("a")), new("a"))); // a makeshift, but the only way
    }

    [Fact]
    public void Each_pair_is_told_once_however_often_a_need_names_it()
    {
        var territory = Of(SmallPack.Part("a"), SmallPack.Part("b", new Need.All([On("a"), new Need.Any([On("a"), On("b")])])));
        Assert.Equal([new(new("a"), new("b"), NeedStrength.Hard), new(new("b"), new("b"), NeedStrength.Choice)], NeedLinks.Of(territory));
    }

    [Fact]
    public void Leaving_out_what_is_implied_changes_nothing_of_what_hard_needs_reach() => Gen.Select(Links, Gen.Int[0, 12]).Sample((links, keep) =>
    {
        var kept = NeedLinks.WithoutImplied(links, Id(keep));
        Assert.Empty(kept.Except(links));
        for (var i = 0; i < 10; i++)
            Assert.Equal(Reach(links, i), Reach(kept, i));
        foreach (var left in links.Except(kept)) // whatever was left out is said by a longer way
        {
            Assert.Contains(left.By, NeedLinks.RestingOn(left.Needed, kept.Where(l => l.Strength == NeedStrength.Hard)).Keys);
            Assert.False(left.Needed == Id(keep) || left.By == Id(keep));
        }

        static IEnumerable<ComponentId> Reach(IEnumerable<NeedLink> links, int from) =>
            NeedLinks.RestingOn(Id(from), links.Where(l => l.Strength == NeedStrength.Hard)).Keys.OrderBy(k => k.Value, StringComparer.Ordinal);
    });

    [Fact]
    public void Hiding_components_keeps_who_rests_on_whom_among_the_others() => Gen.Select(Links, Gen.Int[0, 9].Array[0, 10]).Sample((links, some) =>
    {
        var shown = some.Select(Id).ToHashSet();
        var among = NeedLinks.Among(links, shown);
        Assert.All(among, l => Assert.True(shown.Contains(l.Needed) && shown.Contains(l.By)));
        foreach (var strongest in Enum.GetValues<NeedStrength>()) // by hard needs alone, by all but makeshifts, by all
            foreach (var id in shown)
                Assert.Equal(
                    NeedLinks.NeededBy(id, links.Where(l => l.Strength <= strongest)).Keys.Where(shown.Contains).ToHashSet(),
                    NeedLinks.NeededBy(id, among.Where(l => l.Strength <= strongest)).Keys.ToHashSet());
        Assert.Equal(links.Where(l => shown.Contains(l.Needed) && shown.Contains(l.By)).Select(l => (l.Needed, l.By)).ToHashSet(),
            among.Where(l => l.Through == 0).Select(l => (l.Needed, l.By)).ToHashSet());
    });

    [Fact]
    public void Steps_are_counted_along_the_shortest_way()
    {
        NeedLink[] links = [new(Id(0), Id(1), default), new(Id(1), Id(2), default), new(Id(0), Id(2), default), new(Id(2), Id(3), default)];
        Assert.Equal(new Dictionary<ComponentId, int> { [Id(1)] = 1, [Id(2)] = 1, [Id(3)] = 2 }.ToImmutableDictionary(), NeedLinks.RestingOn(Id(0), links));
        Assert.Equal(2, NeedLinks.NeededBy(Id(3), links)[Id(0)]);
        Assert.Empty(NeedLinks.NeededBy(Id(0), links));
    }
}
