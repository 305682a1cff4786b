using System.Collections.Immutable;
using CsCheck;
using TousRisques.Domain.Reports;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Counting;
using Xunit;

namespace TousRisques.Domain.Tests.Reports;

/// <summary>The play of actors, read from priorities.</summary>
public class ActorsPlayTests
{
    private static PersonalRanking Of(string character, params string[] stakes) =>
        new(new Voice(new CharacterId(character), null, 1, new TableId("a"), OnPaper: false), [.. stakes.Select(s => s.StartsWith('"') ? new Priority(null, s) : new Priority(new StakeId(s), null))]);

    private static ActorsPlay Play(params PersonalRanking[] each) => ActorsPlay.Of(new(new ActId("act"), new PriorityCount(each.Length, [], null), [.. each]));

    [Fact]
    public void Places_are_points_and_several_people_of_a_character_are_their_mean()
    {
        var play = Play(Of("mayor", "lives", "trust"), Of("mayor", "trust"), Of("nurse", "lives", "\"mon chat\"", "staff"));
        Assert.Equal(["mayor", "nurse"], play.Actors.Select(a => a.Value));
        Assert.Equal(["lives", "trust", "staff"], play.Stakes.Select(s => s.Value));
        Assert.Equal([2.5, 4.5, 0], Enumerable.Range(0, 3).Select(s => play.Position(0, s)));
        Assert.Equal([5, 0, 3.0], Enumerable.Range(0, 3).Select(s => play.Position(1, s)));
        Assert.Equal(3.75, play.Convergence(0, 1));
        Assert.Equal(3.75, play.Gap(0, 1)); // trust 4.5 and staff 3, halved
        Assert.False(play.AreApart(0, 1));
    }

    [Fact]
    public void Nobody_is_no_play() => Assert.Empty(Play().Actors);

    [Fact]
    public void Pulling_together_and_standing_apart_are_mutual_and_share_out_all_that_two_hold_to() =>
        Gen.Select(Gen.Shuffle(new[] { "a", "b", "c", "d", "e", "f" }), Gen.Int[0, 5]).Array[2, 5].Sample(rankings =>
        {
            var play = Play([.. rankings.Select((r, i) => Of($"c{i}", [.. r.Item1.Take(r.Item2)]))]);
            for (var i = 0; i < play.Actors.Length; i++)
                for (var j = 0; j < play.Actors.Length; j++)
                {
                    Assert.Equal(play.Convergence(i, j), play.Convergence(j, i), 9);
                    Assert.Equal(play.Gap(i, j), play.Gap(j, i), 9);
                    var (mine, theirs) = (Held(i), Held(j));
                    Assert.Equal((mine + theirs) / 2, play.Convergence(i, j) + play.Gap(i, j), 9);
                    if (i == j) Assert.Equal(0, play.Gap(i, j));
                }

            double Held(int actor) => Enumerable.Range(0, play.Stakes.Length).Sum(s => play.Position(actor, s));
        }, iter: 200);
}
