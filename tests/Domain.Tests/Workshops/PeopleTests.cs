using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Testing;
using Xunit;
using static TousRisques.Testing.Room;
using static TousRisques.Testing.SmallPack;

namespace TousRisques.Domain.Tests.Workshops;

public class PeopleTests
{
    private static JoinWorkshop Named(string id, string name) => new(P(id), name, "key", false, false, null);

    [Fact]
    public void People_sit_at_the_table_they_want_or_where_there_is_most_room()
    {
        var room = Room.Open(tables: 2);
        room.Join("p1", B);
        room.Join("p2");
        room.Join("p3");
        Assert.Equal([B, A, A], room.State.Participants.Select(p => p.Table));
        Assert.Equal(new Unknown("table", "z"), room.Join("p4", new TableId("z")).Refusal);
    }

    [Fact]
    public void Two_people_of_one_name_are_told_apart()
    {
        var room = Room.Open();
        foreach (var (id, name) in new[] { ("1", "Marie"), ("2", "marie "), ("3", "Marie"), ("4", new string('é', 40)), ("5", new string('é', 40)) })
            room.Send(Visitor, Named(id, name));
        Assert.Equal(["Marie", "marie 2", "Marie 3", new string('é', 40), new string('é', 38) + " 2"], room.State.Participants.Select(p => p.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n ")]
    [InlineData("\u200B\u200D\u202E")]
    [InlineData(null)]
    public void A_name_that_cannot_be_seen_is_missing(string? name) =>
        Assert.Equal(new TextMissing("name"), Room.Open().Send(Visitor, Named("p", name!)).Refusal);

    [Fact]
    public void Texts_are_cleaned_before_they_are_stored()
    {
        var room = Room.Open();
        room.Send(Visitor, Named("p", "  Jo\u0000se\u0301\r\n\t  \u202Exe  "));
        Assert.Equal("Jos\u00E9 xe", room.State.Participants[0].Name);
        room.As("p", new IntroduceSelf(P("p"), "Un :\u00A0deux\r\ntrois\rquatre \uD800"));
        Assert.Equal("Un :\u00A0deux\ntrois\nquatre \uFFFD", room.State.Participants[0].Introduction);
    }

    [Fact]
    public void A_megabyte_of_text_is_too_long() =>
        Assert.Equal(new TextTooLong("name", Limits.Name), Room.Open().Send(Visitor, Named("p", new string('a', 1 << 20))).Refusal);

    [Fact]
    public void The_room_holds_250_people()
    {
        var room = Room.Open();
        for (var i = 0; i < 250; i++) Assert.Null(room.Join("p" + i).Refusal);
        Assert.Equal(new RoomFull(250), room.Join("late").Refusal);
    }

    [Fact]
    public void A_character_at_a_table_is_for_one_and_the_facilitator_may_take_it()
    {
        var room = Room.Open(tables: 2);
        room.Join("p1", A);
        room.Join("p2", A);
        room.Join("p3", B);
        room.As("p1", new AssignCharacter(P("p1"), Mayor));
        Assert.Equal(new CharacterTaken(Mayor), room.As("p2", new AssignCharacter(P("p2"), Mayor)).Refusal);
        Assert.Null(room.As("p3", new AssignCharacter(P("p3"), Mayor)).Refusal); // each table has its own mayor
        room.Facilitate(new AssignCharacter(P("p2"), Mayor));
        Assert.Equal([null, Mayor, Mayor], room.State.Participants.Select(p => p.Character));
        // Whoever comes to a table where the character is played loses it.
        room.Facilitate(new MoveToTable(P("p3"), A));
        Assert.Equal([null, Mayor, null], room.State.Participants.Select(p => p.Character));
    }

    [Fact]
    public void A_table_is_told_which_needed_characters_are_missing()
    {
        var room = Room.Open();
        room.Join("p1");
        Assert.Equal([Mayor], room.State.MissingCharacters(A));
        Assert.Equal(Mayor, room.State.FreeCharacters(A).First()); // needed ones are given first
        room.As("p1", new AssignCharacter(P("p1"), Mayor));
        Assert.Empty(room.State.MissingCharacters(A));
    }

    [Fact]
    public void Whoever_leaves_may_come_back_but_not_to_a_character_given_away()
    {
        var room = Room.Open();
        room.Join("p1");
        room.Join("p2");
        room.As("p1", new AssignCharacter(P("p1"), Mayor));
        room.As("p1", new LeaveWorkshop(P("p1")));
        Assert.Equal(new NoSuchParticipant(P("p1")), room.As("p1", new IntroduceSelf(P("p1"), "?")).Refusal);
        room.As("p2", new AssignCharacter(P("p2"), Mayor));
        room.As("p1", new ResumePlay(P("p1")));
        Assert.False(room.State.Find(P("p1"))!.Left);
        Assert.Null(room.State.Find(P("p1"))!.Character);
        Assert.Equal(Mayor, room.State.Find(P("p2"))!.Character);
    }

    [Fact]
    public void Nobody_speaks_in_anothers_name_but_the_facilitator()
    {
        var room = Room.Open(tables: 2);
        room.Join("p1", A);
        room.Join("p2", B);
        Assert.IsType<NotYours>(room.As("p1", new IntroduceSelf(P("p2"), "moi")).Refusal);
        Assert.IsType<NotYourTable>(room.As("p1", new AddToPlan(B, Radio)).Refusal);
        Assert.IsType<FacilitatorsOnly>(room.As("p1", new Advance()).Refusal);
        Assert.IsType<FacilitatorsOnly>(room.As("p1", new MoveToTable(P("p1"), B)).Refusal);
        Assert.IsType<FacilitatorsOnly>(room.As("p1", new Correct()).Refusal);
        Assert.IsType<FacilitatorsOnly>(room.Send(Visitor, new JoinWorkshop(P("p9"), "x", "", false, OnPaper: true, null)).Refusal);
        Assert.IsType<FacilitatorsOnly>(room.Send(Observer, new Advance()).Refusal);
        Assert.Null(room.Send(Observer, new NoteObservation("Le maire hésite.", null, null, A)).Refusal);
        Assert.Null(room.Facilitate(new IntroduceSelf(P("p2"), "sur papier")).Refusal);
    }

    [Fact]
    public void Participants_cannot_answer_for_the_model()
    {
        var room = Room.Open();
        room.Join("p1");
        room.Answers = null;
        room.GoTo(Flood, StepKind.Situation);
        var answer = Models.Says(_ => default)(Workshop.Pending(room.State)!);
        Assert.IsType<NotYours>(room.As("p1", answer).Refusal);
        Assert.IsType<NotYours>(room.Facilitate(answer).Refusal);
        Assert.Empty(room.State.Situations);
    }
}
