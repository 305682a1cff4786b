using TousRisques.Analysis.Stress;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using Xunit;

namespace TousRisques.Analysis.Tests.Stress;

/// <summary>Cut sets of the shipped territory, beside the plain closure of its graph.</summary>
public sealed class StructureTests
{
    private static readonly StressModel Model = new(StressPacks.Shipped);
    private static readonly System.Collections.Immutable.ImmutableArray<FunctionStructure> All = Structure.Of(Model);

    [Fact]
    public void A_single_point_is_what_takes_a_function_down_alone()
    {
        foreach (var component in Model.Pack.Territory.Components.Where(c => c.Nature != Nature.Function))
        {
            var fallen = FallenWithout([component.Id]);
            Assert.Equal(fallen.Order(Ids), All.Where(s => s.SinglePoints.Contains(component.Id)).Select(s => s.Function).Order(Ids));
        }
    }

    [Fact]
    public void A_single_peril_is_what_takes_a_function_down_alone()
    {
        foreach (var peril in Model.Perils)
        {
            // As hard as it can be, and for ever.
            var struck = Model.Hazards[Model.IndexOf(peril.Id)].Strikes.SelectMany(s => s.Nodes).Select(Model.Territory.ComponentOf).ToHashSet();
            Assert.Equal(FallenWithout(struck).Order(Ids), All.Where(s => s.SinglePerils.Contains(peril.Id)).Select(s => s.Function).Order(Ids));
        }
    }

    [Fact]
    public void The_smallest_cut_sets_cut_and_no_part_of_them_does()
    {
        foreach (var structure in All)
            foreach (var cut in structure.Smallest.Where(c => c.All(e => e.Component is not null)).Take(40))
            {
                var components = cut.Select(e => e.Component!.Value).ToList();
                Assert.Contains(structure.Function, FallenWithout(components));
                foreach (var spared in components) Assert.DoesNotContain(structure.Function, FallenWithout(components.Where(c => c != spared)));
            }
    }

    [Fact]
    public void Smallest_first_and_all_counted() => Assert.All(All, s =>
    {
        Assert.True(s.IsComplete);
        Assert.Equal(s.CutSets, s.ByOrder.Aggregate(System.Numerics.BigInteger.Zero, (sum, n) => sum + n));
        Assert.Equal(s.Smallest.Select(c => c.Length).Order(), s.Smallest.Select(c => c.Length));
        Assert.True(s.OrdinaryDay is { Value: >= 0 and < 0.1 });
    });

    private static IEnumerable<ComponentId> FallenWithout(IEnumerable<ComponentId> components)
    {
        var missing = components.Select(Model.Territory.IndexOf).ToHashSet();
        // Everything runs but what is missing; then whatever lacks something stops, until nothing more does.
        bool[] running = [.. Enumerable.Range(0, Model.Network.Count).Select(c => !missing.Contains(c))];
        for (var stopped = true; stopped;)
        {
            stopped = false;
            for (var c = 0; c < running.Length; c++)
                if (running[c] && !Model.Network.Nodes[c].Needs.Holds(running)) (running[c], stopped) = (false, true);
        }
        return Model.Functions.Where(f => !running[Model.Territory.IndexOf(f)]);
    }

    private static readonly Comparer<ComponentId> Ids = Comparer<ComponentId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));
}
