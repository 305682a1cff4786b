using System.Diagnostics;
using CsCheck;
using TousRisques.Domain.Tests.Workshops;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Domain.Workshops.Views;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Domain.Tests.Views;

/// <summary>What a facilitator follows a workshop by.</summary>
public class ConsoleViewTests
{
    private static ConsoleView Look(Room room) => ConsoleView.Of(room.State, SmallPack.Pack);

    private static WorkshopCommand? CommandOf(NextMove move) => move switch
    {
        NextMove.Begin or NextMove.GoOn => new Advance(),
        NextMove.Reveal m => new RevealEvent(m.Event),
        NextMove.Impose m => new ImposeConstraint(m.Constraint),
        NextMove.ShowVerdicts m => new RevealVerdicts(m.Act),
        NextMove.Finish => new CloseWorkshop(),
        NextMove.ReadReport => null,
        _ => throw new UnreachableException(),
    };

    [Fact]
    public void The_primary_button_is_never_refused() => Gens.Play(120).Sample(play => Playing.Run(play, t =>
    {
        if (t.After.Script is null || Workshop.Pending(t.After) is not null) return;
        if (CommandOf(NextMove.Of(t.After)) is not { } command) return;
        var decision = Workshop.Decide(t.After, new Envelope(new("next"), Room.Facilitator, t.Envelope.At, command));
        Assert.Null(decision.Refusal);
        Assert.NotEmpty(decision.Events);
    }), iter: 200);

    [Theory]
    [InlineData(PlayMode.Full)]
    [InlineData(PlayMode.Brief)]
    [InlineData(PlayMode.Solo)]
    public void Pressing_the_primary_button_alone_leads_through_everything_to_the_report(PlayMode mode)
    {
        var room = Room.Open(mode);
        var presses = 0;
        while (CommandOf(NextMove.Of(room.State)) is { } command)
        {
            room.Facilitate(command);
            Assert.True(++presses < 100, "The button goes round in circles.");
        }
        Assert.NotNull(room.State.ClosedAt);
        foreach (var act in room.State.Script!.Acts)
        {
            Assert.Empty(room.State.StillToReveal(act));
            Assert.Empty(room.State.StillToImpose(act));
            Assert.Contains(act.Id, room.State.VerdictsShown);
        }
    }

    [Fact]
    public void Undo_says_what_it_would_undo()
    {
        var room = Room.Open();
        Assert.Null(Look(room).Undo);
        room.GoTo(SmallPack.Flood, StepKind.Events);
        room.Facilitate(new RevealEvent(SmallPack.Rain));
        Assert.Equal(new EventRevealed(SmallPack.Rain), Look(room).Undo!.Done);
        room.Facilitate(new Correct());
        Assert.IsType<StepEntered>(Look(room).Undo!.Done);
    }

    [Fact]
    public void Events_passed_by_are_left_out_until_they_are_revealed()
    {
        var room = Room.Open();
        room.GoTo(SmallPack.Flood, StepKind.Events);
        room.Facilitate(new RevealEvent(SmallPack.Rain));
        Assert.Empty(Look(room).LeftOut);
        room.Facilitate(new Advance());
        Assert.Equal([SmallPack.Surge], Look(room).LeftOut);
        room.Facilitate(new RevealEvent(SmallPack.Surge));
        Assert.Empty(Look(room).LeftOut);
    }

    [Fact]
    public void Possible_actions_fall_from_act_to_act_and_each_lost_one_names_its_root()
    {
        var room = Room.Open(answers: Models.Says(x =>
            x.Act == SmallPack.Flood ? (x.Action == SmallPack.Texts ? Verdict.Impossible : Verdict.Feasible)
            : x.Action == SmallPack.Texts || x.Action == SmallPack.Mails ? Verdict.Impossible : Verdict.Degraded));
        room.GoTo(SmallPack.Flood, StepKind.Situation);
        room.GoTo(SmallPack.Pandemic, StepKind.Situation);

        var acts = Assert.Single(Look(room).Possible).Acts;
        Assert.Equal([5, 4], acts.Select(a => a.Possible));
        Assert.Equal([0, 4], acts.Select(a => a.Degraded));
        Assert.Equal([(SmallPack.Texts, false), (SmallPack.Mails, true)], acts[1].Lost.Select(l => (l.Action, l.Fresh)));
        Assert.Equal(new Root(null, null, new ComponentId("under-texts")), acts[1].Lost[0].Root);
        Assert.Equal(2, acts[1].Takers.Sum(t => t.Count));
    }

    [Fact]
    public void The_root_of_a_chain_is_its_last_link()
    {
        var (mast, power) = (SmallPack.Mast, SmallPack.Power);
        var hour = TimeSpan.FromHours(2);
        var starved = new StarvedOf(mast, hour, hour, TimeSpan.Zero, [power]);
        Assert.Equal(new Root(SmallPack.Surge, null, null), Root.Of(new Explanation([starved, new StruckBy(power, hour, SmallPack.Surge, null)])));
        Assert.Equal(new Root(null, SmallPack.Curfew, null), Root.Of(new Explanation([new CappedBy(Scenarios.Resource.Staff, 4, 1, [SmallPack.Curfew])])));
        Assert.Equal(new Root(null, null, power), Root.Of(new Explanation([starved, new StillRestarting(power, hour, hour)])));
        Assert.Equal(default, Root.Of([]));
    }

    [Fact]
    public void A_table_is_told_who_is_late_and_which_character_it_lacks()
    {
        var room = Room.Open();
        foreach (var name in new[] { "pia", "leo", "mia" }) room.Join(name);
        room.GoTo(SmallPack.Flood, StepKind.Assessment);
        var deck = room.State.DeckFor(Room.A, SmallPack.Flood).ToList();
        foreach (var name in new[] { "pia", "leo" })
            foreach (var action in deck) room.As(name, new AssessAction(new(name), SmallPack.Flood, action, Verdict.Feasible, ""));

        var table = Assert.Single(Look(room).Tables);
        Assert.Equal(new TaskProgress(2 * deck.Count, 3 * deck.Count), table.Task);
        Assert.Equal(2, table.Finished);
        Assert.Equal(["mia"], table.People.Where(p => p.Late).Select(p => p.Person.Name));
        Assert.Equal([SmallPack.Mayor], table.MissingNeeded);
        Assert.False(table.Done);
    }

    [Fact]
    public void A_channel_down_at_one_table_only_is_down_there_only()
    {
        var answers = Models.Says(_ => Verdict.Feasible);
        var room = Room.Open(tables: 2, answers: q => q is ModelQuestion.Situation { Inputs: { Table: { } t } i } && t == Room.B
            ? new RecordSituation(i, new SituationFacts(TimeSpan.Zero, [new(SmallPack.MailServer, ComponentStatus.Struck, TimeSpan.Zero, [])], [.. SmallPack.Script().Actions.Select(a => new ActionFact(a.Id, Verdict.Feasible, []))]))
            : answers(q));
        room.GoTo(SmallPack.Flood, StepKind.Situation);
        var mail = Look(room).Channels.Single(c => c.Channel == SmallPack.Mail);
        Assert.Equal([Room.B], mail.DownAt);
        Assert.False(mail.Everywhere);
        Assert.Empty(Look(room).Channels.Single(c => c.Channel == SmallPack.Runner).DownAt);
    }

    [Fact]
    public void Before_the_start_empty_tables_and_missing_characters_are_pointed_out()
    {
        var room = Room.Open(tables: 2);
        Assert.Contains(Look(room).Checks, c => c is { Kind: CheckKind.Present, Ok: false });
        room.Join("pia", Room.A);
        var checks = Look(room).Checks;
        Assert.Contains(checks, c => c is { Kind: CheckKind.Present, Ok: true, Count: 1 });
        Assert.Contains(checks, c => c is { Kind: CheckKind.Tables, Ok: false, Table.Id.Value: "b" });
        Assert.Contains(checks, c => c is { Kind: CheckKind.Characters, Ok: false, Table.Id.Value: "a" });
        Assert.Contains(checks, c => c is { Kind: CheckKind.Components, Ok: true });
        room.Facilitate(new AssignCharacter(new("pia"), SmallPack.Mayor));
        Assert.Contains(Look(room).Checks, c => c is { Kind: CheckKind.Characters, Ok: true });
        room.Facilitate(new Advance());
        Assert.Empty(Look(room).Checks);
    }

    [Fact]
    public void The_run_sheet_remembers_how_far_the_room_has_been()
    {
        var room = Room.Open();
        room.GoTo(SmallPack.Flood, StepKind.Situation);
        room.GoTo(StepKind.RoundTable);
        var states = Look(room).RunSheet.Select(l => l.State).ToList();
        Assert.Equal([StepState.Done, StepState.Current, StepState.SeenAhead, StepState.SeenAhead, StepState.SeenAhead, StepState.Ahead], states.Take(6));
    }
}
