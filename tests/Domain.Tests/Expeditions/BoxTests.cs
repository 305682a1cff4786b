using System.Collections.Immutable;
using CsCheck;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Futures;
using TousRisques.Domain.Rules;
using Xunit;

namespace TousRisques.Domain.Tests.Expeditions;

/// <summary>Morphological boxes: drawn, judged by a group, made into scenarios.</summary>
public class BoxTests
{
    private static readonly BoxId Id = new("b");

    private static Driver Of(string label, params string[] states) => new(label, [.. states.Select(s => new DriverState(s, []))]);

    private static BoxSheet Sheet(params Driver[] drivers) => new("Vallée 2035", "", "", [.. drivers]);

    private static BoxSheet Usual => Sheet(Of("Eau", "basse", "haute"), Of("Courant", "tient", "tombe"), Of("Cuivre", "gardé", "éteint"));

    [Fact]
    public void A_box_in_which_nothing_can_turn_out_otherwise_is_refused()
    {
        var camp = new Camp();
        Assert.Equal(new NothingTurns(""), camp.Ask(Camp.Member, new DrawBox(Id, Sheet(Of("Eau", "basse", "haute")))).Refusal);
        Assert.Equal(new NothingTurns("Eau"), camp.Ask(Camp.Member, new DrawBox(Id, Sheet(Of("Eau", "basse"), Of("Courant", "a", "b")))).Refusal);
        Assert.Equal(new LabelTwice("Eau"), camp.Ask(Camp.Member, new DrawBox(Id, Sheet(Of("Eau", "a", "b"), Of(" Eau ", "a", "b")))).Refusal);
        Assert.Equal(new LabelTwice("a"), camp.Ask(Camp.Member, new DrawBox(Id, Sheet(Of("Eau", "a", "a "), Of("Courant", "a", "b")))).Refusal);
        Assert.IsType<TooMany>(camp.Ask(Camp.Member, new DrawBox(Id, Sheet([.. Enumerable.Range(0, BoxLimits.Drivers + 1).Select(i => Of($"d{i}", "a", "b"))]))).Refusal);
        Assert.Null(camp.Ask(Camp.Member, new DrawBox(Id, Usual)).Refusal);
        Assert.IsType<AlreadyThere>(camp.Ask(Camp.Member, new DrawBox(Id, Usual)).Refusal);
        Assert.Empty(camp.Ask(Camp.Member, new RedrawBox(Id, Usual)).Events);
    }

    [Fact]
    public void The_group_judges_by_the_median_and_sees_where_it_does_not_agree()
    {
        var camp = Drawn();
        var cell = new ImpactCell("Eau", "haute", "Courant", "tombe");
        Judge(camp, Camp.Member, 3);
        Assert.Equal((6, 0), (Box(camp).HalfPointsOf(cell), Box(camp).SpreadOf(cell)));
        Judge(camp, Camp.Lead, 0);
        Assert.Equal((3, 3), (Box(camp).HalfPointsOf(cell), Box(camp).SpreadOf(cell)));
        Judge(camp, Camp.Moderator, -2);
        Assert.Equal((0, 5), (Box(camp).HalfPointsOf(cell), Box(camp).SpreadOf(cell)));
        Judge(camp, Camp.Member, -2); // says it anew
        Assert.Equal((-4, 2), (Box(camp).HalfPointsOf(cell), Box(camp).SpreadOf(cell)));
        Assert.Equal(0, Box(camp).HalfPointsOf(new("Courant", "tient", "Eau", "haute")));
    }

    [Fact]
    public void Judgements_outlast_a_box_drawn_anew_as_far_as_their_labels_do()
    {
        var camp = Drawn();
        Judge(camp, Camp.Member, 2);
        camp.Ask(Camp.Member, new RedrawBox(Id, Sheet(Of("Courant", "tombe", "tient"), Of("Eau", "haute", "très haute"))));
        Assert.Equal(4, Box(camp).HalfPointsOf(new("Eau", "haute", "Courant", "tombe")));
        Assert.Equal(0, Box(camp).HalfPointsOf(new("Eau", "très haute", "Courant", "tombe")));
    }

    [Fact]
    public void Only_states_of_the_box_are_judged_and_only_from_3_hindering_to_3_promoting()
    {
        var camp = Drawn();
        Refusal? Ask(string source, string target, string from, string to, int points) => camp.Ask(Camp.Member, new JudgeImpacts(Id, source, target, [new(from, to, points)])).Refusal;
        Assert.Equal(new OutOfRange("points", -3, 3), Ask("Eau", "Courant", "haute", "tombe", 4));
        Assert.Equal(new Unknown("driver", "Eau"), Ask("Eau", "Eau", "haute", "basse", 1));
        Assert.Equal(new Unknown("driver", "Vent"), Ask("Vent", "Eau", "haute", "basse", 1));
        Assert.Equal(new Unknown("state", "moyenne"), Ask("Eau", "Courant", "moyenne", "tombe", 1));
        Assert.Equal(new Unknown("state", "haute"), Ask("Eau", "Courant", "basse", "haute", 1));
        Assert.Null(Ask("Eau", "Courant", "haute", "tombe", 3));
        Assert.Empty(camp.Ask(Camp.Member, new JudgeImpacts(Id, "Eau", "Courant", [new("haute", "tombe", 3)])).Events);
    }

    [Fact]
    public void Judgements_from_a_file_count_like_those_of_accounts_and_only_the_house_brings_them()
    {
        var camp = Drawn();
        var cell = new ImpactCell("Eau", "haute", "Courant", "tombe");
        BringImpacts Bring(string judge, int points) => new(Id, judge, "Eau", "Courant", [new("haute", "tombe", points)]);
        foreach (var actor in new[] { Camp.Lead, Camp.Member, Camp.Stranger }) Assert.Equal(new StandingNeeded(Standing.House), camp.Ask(actor, Bring("Une mairie", 3)).Refusal);
        Assert.Null(camp.Ask(Camp.House, Bring("Une mairie", 3)).Refusal);
        Assert.Empty(camp.Ask(Camp.House, Bring(" Une mairie ", 3)).Events); // said before
        Assert.IsType<OutOfRange>(camp.Ask(Camp.House, Bring("Une mairie", 4)).Refusal);
        Assert.IsType<TextMissing>(camp.Ask(Camp.House, Bring(" ", 1)).Refusal);
        Assert.Equal((6, 1), (Box(camp).HalfPointsOf(cell), Box(camp).Judges));
        // An account of the same name is somebody else.
        camp.Ask(Camp.Lead, new GivePart("Une mairie", Standing.Member));
        Judge(camp, new AccountHolder("Une mairie"), 0);
        Assert.Equal((3, 2), (Box(camp).HalfPointsOf(cell), Box(camp).Judges));
        Assert.Equal(3, camp.Replayed.Boxes.Find(Id)!.HalfPointsOf(cell));
    }

    [Fact]
    public void A_scenario_names_a_state_for_every_driver_and_can_be_retold_and_dropped()
    {
        var camp = Drawn();
        ImmutableArray<ChosenState> states = [new("Eau", "haute"), new("Courant", "tombe"), new("Cuivre", "éteint")];
        Assert.IsType<TextMissing>(camp.Ask(Camp.Member, new ChooseFuture(Id, new("f"), states.RemoveAt(0), "Sans fil", "")).Refusal);
        Assert.IsType<Unknown>(camp.Ask(Camp.Member, new ChooseFuture(Id, new("f"), states.SetItem(0, new("Eau", "salée")), "Sans fil", "")).Refusal);
        Assert.Null(camp.Ask(Camp.Member, new ChooseFuture(Id, new("f"), states.Add(new("Vent", "fort")), "Sans fil", "")).Refusal);
        Assert.Equal(3, Box(camp).Find(new("f"))!.States.Length);
        camp.Ask(Camp.Member, new RetellFuture(Id, new("f"), "Sans le fil", "L'eau monte."));
        Assert.Equal(("Sans le fil", "L'eau monte."), (Box(camp).Find(new("f"))!.Title, Box(camp).Find(new("f"))!.Narrative));
        camp.Ask(Camp.Member, new DropFuture(Id, new("f")));
        Assert.Empty(Box(camp).Futures);
        Assert.IsType<Unknown>(camp.Ask(Camp.Member, new DropFuture(Id, new("f"))).Refusal);
    }

    [Fact]
    public void Visitors_and_strangers_draw_and_judge_nothing()
    {
        var camp = Drawn();
        ExpeditionCommand[] refused =
        [
            new DrawBox(new("c"), Usual), new RedrawBox(Id, Usual with { Title = "x" }), new PutBoxAway(Id, true), new JudgeImpacts(Id, "Eau", "Courant", []),
            new ChooseFuture(Id, new("f"), [], "x", ""), new RetellFuture(Id, new("f"), "x", ""), new DropFuture(Id, new("f")),
        ];
        foreach (var actor in new[] { Camp.Visitor, Camp.Stranger })
            foreach (var command in refused) Assert.Equal(new StandingNeeded(Standing.Member), camp.Ask(actor, command).Refusal);
    }

    [Fact]
    public void Replayed_judgements_are_those_that_were_given() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[-3, 3], Gen.Int[0, 1]).Array[0, 20].Sample(said =>
        {
            var camp = Drawn();
            var last = new Dictionary<(int Who, int To), int>();
            ExpeditionActor[] who = [Camp.Member, Camp.Lead, Camp.Moderator];
            foreach (var (judge, points, to) in said)
            {
                camp.Ask(who[judge], new JudgeImpacts(Id, "Eau", to == 0 ? "Courant" : "Cuivre", [new("haute", to == 0 ? "tombe" : "éteint", points)]));
                last[(judge, to)] = points;
            }
            foreach (var shelf in new[] { camp.State.Boxes, camp.Replayed.Boxes })
                for (var to = 0; to < 2; to++)
                {
                    var cell = new ImpactCell("Eau", "haute", to == 0 ? "Courant" : "Cuivre", to == 0 ? "tombe" : "éteint");
                    Assert.Equal(last.Where(l => l.Key.To == to).Select(l => l.Value).Order(), shelf.Find(Id)!.PointsOf(cell).Order());
                }
        }, iter: 100);

    private static Camp Drawn()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new DrawBox(Id, Usual));
        return camp;
    }

    private static Box Box(Camp camp) => camp.State.Boxes.Find(Id)!;

    private static void Judge(Camp camp, ExpeditionActor who, int points) => Assert.Null(camp.Ask(who, new JudgeImpacts(Id, "Eau", "Courant", [new("haute", "tombe", points)])).Refusal);
}
