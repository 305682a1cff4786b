using System.Collections.Immutable;
using CsCheck;
using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Simulation;
using Xunit;
using static TousRisques.Resilience.Tests.Words;

namespace TousRisques.Resilience.Tests.Simulation;

/// <summary>Draws that someone chose, beside the plain simulation and beside what a thrown draw would do.</summary>
public sealed class PlayTests
{
    private static readonly RegisterWidth[] Widths = [RegisterWidth.Scalar, RegisterWidth.Bits128, RegisterWidth.Bits256, RegisterWidth.Bits512];

    private static readonly Gen<(Study Study, ImmutableArray<Placement>[] Plays)> Cases =
        from study in Studies.Medium.Where(s => s.Hazards.Length > 0)
        from plays in (
            from hazards in Gen.Shuffle(Enumerable.Range(0, study.Hazards.Length).ToArray(), 0, study.Hazards.Length)
            from begins in Gen.Int[0, 90].Array[hazards.Length]
            from least in Gen.Double[0, 1]
            from length in Gen.Double[0, 1]
            select hazards.Select((h, i) => new Placement(h, TimeSpan.FromSeconds(begins[i]), least, length)).ToImmutableArray()).Array[1, 80]
        select (study, plays);

    [Fact]
    public void Every_width_plays_as_the_reference_does() => Cases.Sample(c =>
    {
        var expected = PlainSimulator.Play(c.Study, c.Plays);
        foreach (var width in Widths)
        {
            var actual = Simulator.Play(c.Study, c.Plays, new() { Width = width, MostThreads = 2 });
            for (var draw = 0; draw < expected.Draws; draw++) Assert.Equal(expected.LostSeconds(draw), actual.LostSeconds(draw));
            Assert.Equal(expected.LockedDraws, actual.LockedDraws);
        }
    }, iter: 100);

    [Fact]
    public void A_hazard_deals_what_is_likely_enough_at_the_middle_of_its_duration()
    {
        var study = new Study(Graph(Needing(All()), Needing(All())),
            [new(0.01, H(500), H(500), [new([0], H(1), H(2), H(6), 0.5), new([1], H(0), H(8), H(8), 0.49)])], [0, 1], H(1000));
        var outcome = Simulator.Play(study, [[], [new(0, H(10))], [new(0, H(10), Least: 0.4, Length: 1)], [new(0, H(999))]]);
        Assert.Equal([0, 0], outcome.LostSeconds(0));
        Assert.Equal([4 * 3600, 0], outcome.LostSeconds(1));
        Assert.Equal([6 * 3600, 8 * 3600], outcome.LostSeconds(2));
        Assert.Equal([0, 0], outcome.LostSeconds(3)); // begins as the horizon comes
    }

    [Fact]
    public void Plays_that_make_no_sense_are_refused()
    {
        var study = new Study(Graph(Needing(All())), [new(1, H(0), H(0), [])], [0], H(1));
        Assert.Throws<ArgumentException>(() => Simulator.Play(study, [[new(1, H(0))]]));
        Assert.Throws<ArgumentException>(() => Simulator.Play(study, [[new(0, H(0)), new(0, H(1))]]));
        Assert.Throws<ArgumentException>(() => Simulator.Play(study, [[new(0, new TimeSpan(1))]]));
        Assert.Throws<ArgumentException>(() => Simulator.Play(study, [[new(0, H(0), Length: 1.5)]]));
    }
}
