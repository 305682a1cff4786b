using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using TousRisques.Resilience.CrossImpacts;
using Xunit;

namespace TousRisques.Resilience.Tests.CrossImpacts;

public class ConsistentScenariosTests
{
    private static readonly Gen<ImpactMatrix> Boxes =
        from drivers in Gen.Int[1, 5]
        from states in Gen.Int[1, 4].Array[drivers]
        from strength in Gen.Int[0, 4]
        from impacts in Gen.Int[-strength, strength].Array[states.Sum() * states.Sum()]
        select Matrix(states, impacts);

    [Fact]
    public void What_branch_and_bound_finds_is_what_the_definition_finds() => Boxes.Sample(box =>
    {
        var found = ConsistentScenarios.Find(box);
        Assert.Equal(SearchKind.Exact, found.Kind);
        Assert.Equal(Said(ConsistentScenarios.Enumerate(box)), Said(found.Scenarios));
    }, iter: 2_000);

    [Fact]
    public void What_a_sample_finds_is_consistent_and_says_that_it_is_a_sample() => Boxes.Sample(box =>
    {
        var found = ConsistentScenarios.Find(box, new SearchBounds(MostSteps: 0, Samples: 50));
        if (box.Drivers == 0) return;
        Assert.Equal(SearchKind.Sampled, found.Kind);
        Assert.All(found.Scenarios, s => Assert.True(box.IsConsistent(s.AsSpan())));
        Assert.Equal(Said(found.Scenarios), Said(ConsistentScenarios.Find(box, new SearchBounds(MostSteps: 0, Samples: 50)).Scenarios));
    }, iter: 300);

    [Fact] // each driver follows the next, so that what the last one is takes a round for each driver to arrive; none begins where it ends
    public void A_draw_is_followed_for_as_long_as_it_moves()
    {
        var box = new ImpactMatrix([.. Enumerable.Repeat(2, 14)]);
        for (var d = 0; d < 13; d++) (box[d + 1, 0, d, 0], box[d + 1, 1, d, 1]) = (1, 1);
        Assert.Equal([string.Join(' ', Enumerable.Repeat(0, 14)), string.Join(' ', Enumerable.Repeat(1, 14))], Said(ConsistentScenarios.Find(box, new SearchBounds(MostSteps: 0, Samples: 40)).Scenarios));
    }

    [Fact] // three drivers that chase each other; a fourth that is free makes no difference
    public void A_draw_that_runs_in_a_circle_settles_nowhere()
    {
        var box = new ImpactMatrix([2, 2, 2, 3]);
        (box[0, 0, 1, 0], box[0, 1, 1, 1], box[1, 0, 2, 0], box[1, 1, 2, 1], box[2, 0, 0, 1], box[2, 1, 0, 0]) = (1, 1, 1, 1, 1, 1);
        Assert.Empty(ConsistentScenarios.Enumerate(box));
        Assert.Empty(ConsistentScenarios.Find(box, new SearchBounds(MostSteps: 0, Samples: 100)).Scenarios);
    }

    [Fact]
    public void A_box_without_judgements_lets_everything_be() => Assert.Equal(24, ConsistentScenarios.Find(new ImpactMatrix([2, 3, 4])).Scenarios.Length);

    [Fact]
    public void No_more_are_given_than_were_asked_for()
    {
        var found = ConsistentScenarios.Find(new ImpactMatrix([4, 4, 4]), new SearchBounds(MostScenarios: 10));
        Assert.Equal((10, true), (found.Scenarios.Length, found.Capped));
    }

    [Fact]
    public void A_search_can_be_given_up() => Assert.ThrowsAny<OperationCanceledException>(() =>
        ConsistentScenarios.Find(new ImpactMatrix([.. Enumerable.Repeat(4, 12)]), new SearchBounds(MostScenarios: int.MaxValue), new CancellationToken(canceled: true)));

    [Fact]
    public void The_reference_box_has_its_published_scenarios()
    {
        Assert.SkipUnless(Reference() is not null, "The reference box is not beside the project.");
        var reference = Reference()!.Value;
        Assert.NotEmpty(reference.Consistent);
        Assert.Equal(reference.Consistent, ConsistentScenarios.Find(reference.Box).Scenarios.Select(s => string.Join(' ', s)).Order(StringComparer.Ordinal));
    }

    [Fact] // three drivers, worked by hand: growth feeds trade, trade feeds growth, a crisis starves both
    public void A_box_worked_by_hand()
    {
        var box = new ImpactMatrix([2, 2, 2]);
        (box[0, 0, 1, 0], box[0, 1, 1, 1]) = (2, 2);
        (box[1, 0, 0, 0], box[1, 1, 0, 1]) = (2, 2);
        (box[2, 1, 0, 1], box[2, 1, 1, 1]) = (3, 3);
        Assert.Equal(["0 0 0", "1 1 0", "1 1 1"], Said(ConsistentScenarios.Find(box).Scenarios));
        Assert.Equal(4, box.TotalImpact([0, 0, 0]));
        Assert.Equal(10, box.TotalImpact([1, 1, 1]));
    }

    private static IEnumerable<string> Said(ImmutableArray<ImmutableArray<int>> scenarios) => scenarios.Select(s => string.Join(' ', s));

    private static ImpactMatrix Matrix(int[] states, int[] impacts)
    {
        var box = new ImpactMatrix([.. states]);
        var next = 0;
        for (var d = 0; d < states.Length; d++)
            for (var s = 0; s < states[d]; s++)
                for (var e = 0; e < states.Length; e++)
                    for (var t = 0; t < states[e]; t++, next++)
                        if (d != e) box[d, s, e, t] = impacts[next];
        return box;
    }

    private static (ImpactMatrix Box, string[] Consistent)? Reference()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, "shared", "data", "cib", "energy-b5.json");
            if (!File.Exists(file)) continue;
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var drivers = json.RootElement.GetProperty("descriptors").EnumerateObject().Select(d => (d.Name, States: d.Value.EnumerateArray().Select(s => s.GetString()!).ToList())).ToList();
            var box = new ImpactMatrix([.. drivers.Select(d => d.States.Count)]);
            foreach (var impact in json.RootElement.GetProperty("impacts").EnumerateArray())
            {
                var (source, target) = (Driver(impact[0]), Driver(impact[2]));
                box[source, drivers[source].States.IndexOf(impact[1].GetString()!), target, drivers[target].States.IndexOf(impact[3].GetString()!)] = impact[4].GetInt32();
            }
            return (box, [.. json.RootElement.GetProperty("consistent").EnumerateArray().Select(c => string.Join(' ', c.EnumerateArray().Select((s, d) => drivers[d].States.IndexOf(s.GetString()!)))).Order(StringComparer.Ordinal)]);

            int Driver(JsonElement name) => drivers.FindIndex(d => d.Name == name.GetString());
        }
        return null;
    }
}
