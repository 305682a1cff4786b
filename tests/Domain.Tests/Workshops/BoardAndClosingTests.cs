using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Testing;
using Xunit;
using static TousRisques.Testing.Room;
using static TousRisques.Testing.SmallPack;

namespace TousRisques.Domain.Tests.Workshops;

public class BoardAndClosingTests
{
    private static Room Seated(int tables = 2)
    {
        var room = Room.Open(tables: tables);
        room.Join("p1", A);
        room.Join("p2", tables > 1 ? B : A);
        return room;
    }

    [Fact]
    public void Each_table_has_its_own_board_and_may_add_who_was_forgotten()
    {
        var room = Seated();
        room.As("p1", new PlaceStakeholder(A, Prefect, StakeholderRole.Decides));
        room.As("p1", new AddStakeholder(new("own-1"), A, "Le club d'aviron", StakeholderFamily.CivilSociety, StakeholderRole.Acts));
        Assert.Equal(new Unknown("stakeholder", "own-1"), room.As("p2", new PlaceStakeholder(B, new("own-1"), StakeholderRole.Acts)).Refusal);
        Assert.IsType<AlreadyThere>(room.As("p2", new AddStakeholder(new("own-1"), B, "x", default, default)).Refusal);
        Assert.IsType<AlreadyThere>(room.As("p2", new AddStakeholder(Prefect, B, "x", default, default)).Refusal);
        room.As("p1", new PlaceStakeholder(A, new("own-1"), null));
        Assert.Equal(StakeholderRole.Decides, Assert.Single(room.State.Board).Value);
        Assert.Equal(Decision.Nothing, room.As("p1", new PlaceStakeholder(A, new("own-1"), null)));
    }

    [Fact]
    public void The_debrief_and_the_leads_wait_for_their_steps()
    {
        var room = Seated();
        var answer = new AnswerDebrief(P("p1"), DebriefQuestion.Held, "La radio.", Theme.Data, CrisisTime.During);
        var lead = new ProposeLead(new("l1"), P("p1"), "Carnet papier", "Imprimer le registre chaque semaine.", Theme.Data, CrisisTime.Before);
        Assert.Equal(new NotYet(StepKind.Debrief), room.As("p1", answer).Refusal);
        room.GoTo(StepKind.Debrief);
        Assert.Null(room.As("p1", answer).Refusal);
        Assert.Equal(Decision.Nothing, room.As("p1", answer)); // the same words sent again
        Assert.Equal(new NotYet(StepKind.Leads), room.As("p1", lead).Refusal);
        room.GoTo(StepKind.Leads);
        Assert.Null(room.As("p1", lead).Refusal);
        Assert.IsType<AlreadyThere>(room.As("p1", lead).Refusal);
    }

    [Fact]
    public void People_support_the_leads_they_would_carry_once_each()
    {
        var room = Seated();
        room.GoTo(StepKind.Leads);
        room.As("p1", new ProposeLead(new("l1"), P("p1"), "Carnet", "…", Theme.Data, CrisisTime.Before));
        room.As("p1", new SupportLead(new("l1"), P("p1"), true));
        room.As("p2", new SupportLead(new("l1"), P("p2"), true));
        Assert.Equal(Decision.Nothing, room.As("p2", new SupportLead(new("l1"), P("p2"), true)));
        room.As("p1", new SupportLead(new("l1"), P("p1"), false));
        Assert.Equal(["p2"], room.State.Leads[0].Supporters);
        Assert.Equal(new Unknown("lead", "l9"), room.As("p1", new SupportLead(new("l9"), P("p1"), true)).Refusal);
    }

    [Fact]
    public void An_observation_keeps_who_noted_it_when_and_at_which_step()
    {
        var room = Seated();
        room.GoTo(Flood, StepKind.Events);
        room.Now += TimeSpan.FromMinutes(3);
        room.Send(Observer, new NoteObservation(" Silence.\n", Theme.Governance, CrisisTime.During, B));
        Assert.Equal(
            new Observation("Silence.", Theme.Governance, CrisisTime.During, B, Observer, Noon.AddMinutes(3), new("act-1.events")),
            Assert.Single(room.State.Observations));
    }

    [Fact]
    public void A_table_cannot_fill_the_room_with_cards()
    {
        var room = Seated();
        for (var i = 0; i < Limits.OwnActions; i++)
            Assert.Null(room.As("p1", new ProposeAction(new("own-" + i), A, "Carte", 1, Theme.Jobs, CrisisTime.After)).Refusal);
        Assert.Equal(new TooMany("action", Limits.OwnActions), room.As("p1", new ProposeAction(new("own-x"), A, "Carte", 1, Theme.Jobs, CrisisTime.After)).Refusal);
        Assert.Null(room.As("p2", new ProposeAction(new("own-y"), B, "Carte", 3, Theme.Jobs, CrisisTime.After)).Refusal); // nor stop another table
        Assert.Equal(new OutOfRange("effort", 1, 3), room.As("p2", new ProposeAction(new("own-z"), B, "Carte", 4, Theme.Jobs, CrisisTime.After)).Refusal);
        for (var i = 2; i < Limits.Tables; i++) Assert.Null(room.Facilitate(new AddTable("T")).Refusal);
        Assert.Equal(new TooMany("table", Limits.Tables), room.Facilitate(new AddTable("T")).Refusal);
        Assert.Equal("T 18", room.State.Tables[^1].Name);
    }
}
