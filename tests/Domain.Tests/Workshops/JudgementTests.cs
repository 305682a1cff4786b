using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Counting;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Testing;
using Xunit;
using static TousRisques.Testing.Room;
using static TousRisques.Testing.SmallPack;

namespace TousRisques.Domain.Tests.Workshops;

public class JudgementTests
{
    private static Room Judging(Func<(ActId Act, TableId? Table, ActionId Action), Verdict>? verdicts = null, PlayMode mode = PlayMode.Full)
    {
        var room = Room.Open(mode, answers: Models.Says(verdicts ?? (_ => Verdict.Feasible)));
        foreach (var p in new[] { "p1", "p2", "p3" }) room.Join(p);
        room.GoTo(Flood, StepKind.Assessment);
        return room;
    }

    private static AssessAction Judge(string who, ActionId action, Verdict verdict) => new(P(who), Flood, action, verdict, "");

    [Fact]
    public void Judgements_open_with_their_step_and_close_when_the_verdicts_are_shown()
    {
        var room = Room.Open();
        room.Join("p1");
        Assert.Equal(new NotYet(StepKind.Assessment), room.As("p1", Judge("p1", Texts, Verdict.Feasible)).Refusal);
        room.GoTo(Flood, StepKind.Assessment);
        Assert.Null(room.As("p1", Judge("p1", Texts, Verdict.Feasible)).Refusal);
        Assert.Null(room.As("p1", Judge("p1", Texts, Verdict.Degraded)).Refusal); // one may change one's mind
        room.Facilitate(new RevealVerdicts(Flood));
        Assert.IsType<VerdictsAreShown>(room.As("p1", Judge("p1", Texts, Verdict.Feasible)).Refusal);
        Assert.Equal(Verdict.Degraded, room.State.CountVerdicts(A, Flood, Texts)!.Value.Median);
    }

    [Fact]
    public void A_judgement_entered_from_paper_says_so()
    {
        var room = Judging();
        room.Facilitate(Judge("p1", Texts, Verdict.Degraded));
        room.As("p2", Judge("p2", Texts, Verdict.Degraded));
        Assert.Equal([true, false], room.State.JudgementsOf(A, Flood, Texts).Select(j => j.Judgement.EnteredFor));
    }

    [Fact]
    public void A_judgement_stays_with_the_table_where_it_was_given()
    {
        var room = Judging();
        room.Facilitate(new AddTable("B"));
        room.As("p1", Judge("p1", Texts, Verdict.Impossible));
        room.Facilitate(new MoveToTable(P("p1"), B));
        Assert.Equal(1, room.State.CountVerdicts(A, Flood, Texts)!.Value.Judges);
        Assert.Null(room.State.CountVerdicts(B, Flood, Texts));
    }

    [Fact]
    public void In_brief_play_only_the_previous_plan_is_judged_again()
    {
        var room = Judging(mode: PlayMode.Brief);
        Assert.Equal(6, room.State.DeckFor(A, Flood).Count());
        room.GoTo(Flood, StepKind.Plan);
        room.As("p1", new AddToPlan(A, Radio));
        room.GoTo(Pandemic, StepKind.Assessment);
        Assert.Equal([Radio], room.State.DeckFor(A, Pandemic));
        Assert.IsType<Unknown>(room.As("p1", new AssessAction(P("p1"), Pandemic, Texts, Verdict.Feasible, "")).Refusal);
        Assert.Equal(6, room.State.CardsOf(A).Count()); // all of them can be planned
    }

    [Fact]
    public void Verdicts_are_shown_only_once_the_model_has_answered()
    {
        var room = Room.Open();
        room.GoTo(Flood, StepKind.Assessment);
        room.Answers = null;
        room.Facilitate(new RevealEvent(Rain)); // the answer at hand is stale now
        Assert.Equal(new NotYet(StepKind.Situation), room.Facilitate(new RevealVerdicts(Flood)).Refusal);
    }

    [Fact]
    public void The_table_has_the_last_word_once_it_has_seen_the_verdict_and_with_a_reason()
    {
        var room = Judging(q => q.Action == Texts ? Verdict.Impossible : Verdict.Feasible);
        var claim = new OverrideAvailability(A, Flood, Texts, Verdict.Degraded, "Le relais du stade a un groupe.");
        Assert.IsType<VerdictsAreHidden>(room.As("p1", claim).Refusal);
        room.Facilitate(new RevealVerdicts(Flood));
        Assert.IsType<ReasonWanted>(room.As("p1", claim with { Reason = " " }).Refusal);
        Assert.Null(room.As("p1", claim).Refusal);
        Assert.Equal(Verdict.Degraded, room.State.VerdictOf(A, Flood, Texts));
        room.As("p1", claim with { Verdict = Verdict.Impossible }); // what the model says: taken back
        Assert.Empty(room.State.Overrides);
    }

    [Fact]
    public void What_is_in_the_plan_is_taken_out_before_it_is_called_impossible()
    {
        var room = Judging();
        room.GoTo(Flood, StepKind.Plan);
        room.As("p1", new AddToPlan(A, Radio));
        var claim = new OverrideAvailability(A, Flood, Radio, Verdict.Impossible, "Plus de piles.");
        Assert.Equal(new ActionInPlan(Radio), room.As("p1", claim).Refusal);
        room.As("p1", new RemoveFromPlan(A, Radio));
        Assert.Null(room.As("p1", claim).Refusal);
    }

    [Fact]
    public void Divergences_tell_blind_spots_from_hidden_and_unused_capacities()
    {
        var room = Judging(q => q.Action == Texts || q.Action == Sound ? Verdict.Impossible : Verdict.Feasible);
        foreach (var p in new[] { "p1", "p2" })
        {
            room.As(p, Judge(p, Texts, Verdict.Feasible));
            room.As(p, Judge(p, Sound, Verdict.Degraded));
            room.As(p, Judge(p, Knock, Verdict.Degraded));
            room.As(p, Judge(p, Radio, Verdict.Feasible)); // as the model
        }
        room.Facilitate(new RevealVerdicts(Flood));
        room.As("p1", new OverrideAvailability(A, Flood, Sound, Verdict.Degraded, "Une manivelle."));
        Assert.Equal(
            [(Texts, DivergenceKind.BlindSpot), (Sound, DivergenceKind.HiddenCapacity), (Knock, DivergenceKind.UnusedCapacity)],
            room.State.Divergences(A, Flood).Select(d => (d.Action, d.Kind)));
        Assert.Equal(5, room.State.PossibleActions(A, Flood)); // the siren by hand included
    }

    private static Priority S(StakeId stake) => new(stake, null);

    [Fact]
    public void At_most_five_priorities_each_once()
    {
        var room = Judging();
        var ranking = new RankPriorities(P("p1"), Flood, [S(Lives), new(null, "Les écoles")]);
        Assert.Equal(new NotYet(StepKind.Priorities), room.As("p1", ranking).Refusal);
        room.GoTo(Flood, StepKind.Priorities);
        Assert.Null(room.As("p1", ranking).Refusal);
        Assert.Equal(new BadRanking(5), room.As("p1", ranking with { Ranking = [S(Lives), S(Lives)] }).Refusal);
        Assert.Equal(new BadRanking(5), room.As("p1", ranking with { Ranking = [new(null, "eau"), new(null, " EAU ")] }).Refusal);
        Assert.Equal(new BadRanking(5), room.As("p1", ranking with { Ranking = [.. Enumerable.Range(0, 6).Select(i => new Priority(null, "p" + i))] }).Refusal);
        Assert.Equal(new BadRanking(5), room.As("p1", ranking with { Ranking = [new(Lives, "both")] }).Refusal);
        Assert.Equal(new Unknown("stake", "gold"), room.As("p1", ranking with { Ranking = [S(new("gold"))] }).Refusal);
        Assert.IsType<TextMissing>(room.As("p1", ranking with { Ranking = [default] }).Refusal);
        Assert.IsType<TextTooLong>(room.As("p1", ranking with { Ranking = [new(null, new string('x', 81))] }).Refusal);
        Assert.Single(room.State.Rankings);
        Assert.Null(room.As("p1", ranking with { Ranking = default(ImmutableArray<Priority>) }).Refusal);
        Assert.Empty(room.State.Rankings);
    }

    [Fact]
    public void Priorities_are_counted_over_the_room_or_a_table_own_words_included()
    {
        var room = Judging();
        room.GoTo(Flood, StepKind.Priorities);
        room.As("p1", new RankPriorities(P("p1"), Flood, [S(Lives), S(Water), new(null, "Les bêtes")]));
        room.As("p2", new RankPriorities(P("p2"), Flood, [S(Lives), new(null, "les bêtes")]));
        var count = room.State.CountPriorities(Flood);
        Assert.Equal(2, count.Ballots);
        Assert.Equal(5, count.Scores.Length); // four stakes and the animals
        Assert.Equal((S(Lives), 8.0, 1, 2), (count.Scores[0].Item, count.Scores[0].Points, count.Scores[0].Place, count.Scores[0].Ballots));
        Assert.Equal("Les bêtes", count.Scores[1].Item.Own);
        Assert.Equal(0, room.State.CountPriorities(Flood, B).Ballots);
    }
}
