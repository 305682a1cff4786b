using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Testing;
using Xunit;
using static TousRisques.Testing.Room;
using static TousRisques.Testing.SmallPack;

namespace TousRisques.Domain.Tests.Workshops;

public class MessageTests
{
    private int sent;

    /// <summary>A room at the flood's situation: the mail server and the mast are down.</summary>
    private static Room Flooded()
    {
        var room = Room.Open(tables: 2, answers: Models.Says(_ => Verdict.Feasible, _ => [MailServer, Mast]));
        room.Join("p1", A);
        room.Join("p2", B);
        room.GoTo(Flood, StepKind.Situation);
        return room;
    }

    private MessageSent Send(Room room, ChannelId by, Audience to) =>
        Assert.IsType<MessageSent>(room.As("p1", new SendMessage(new("m" + sent++), P("p1"), by, to, "Où êtes-vous ?")).Events.Single());

    private static bool Holds(Room room, string reader, DateTimeOffset at) =>
        Workshop.IsInHandsOf(room.State.Messages[^1], room.State.Find(P(reader))!, at);

    [Fact]
    public void A_message_on_a_dead_channel_is_lost_and_the_sender_is_told_only_if_that_medium_tells()
    {
        var room = Flooded();
        Assert.Equal(Delivery.FailedTold, Send(room, Mail, new ToRoom()).Delivery);
        Assert.False(Holds(room, "p2", DateTimeOffset.MaxValue));
        Assert.True(Holds(room, "p1", room.Now));
        Assert.Equal(Delivery.FailedSilently, Send(room, Sms, new ToRoom()).Delivery);
        Assert.False(Holds(room, "p2", DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Before_the_first_situation_every_channel_works()
    {
        var room = Room.Open(answers: Models.Says(_ => Verdict.Feasible, _ => [MailServer]));
        room.Join("p1");
        Assert.Equal(Delivery.Delivered, Send(room, Mail, new ToRoom()).Delivery);
    }

    [Fact]
    public void The_latest_situation_counts()
    {
        var room = Room.Open(answers: Models.Says(_ => Verdict.Feasible, act => act == Flood ? [MailServer] : []));
        room.Join("p1");
        room.GoTo(Pandemic, StepKind.Events);
        Assert.Equal(Delivery.FailedTold, Send(room, Mail, new ToRoom()).Delivery); // the situation is still that of the flood
        room.GoTo(Pandemic, StepKind.Situation);
        Assert.Equal(Delivery.Delivered, Send(room, Mail, new ToRoom()).Delivery);
    }

    [Fact]
    public void A_runner_gets_through_and_takes_his_time()
    {
        var room = Flooded();
        Send(room, Runner, new ToTable(B));
        Assert.False(Holds(room, "p2", room.Now.AddMinutes(4)));
        Assert.True(Holds(room, "p2", room.Now.AddMinutes(5)));
    }

    [Fact]
    public void A_message_reaches_those_it_is_for_and_nobody_else()
    {
        var room = Flooded();
        room.Join("p3", B);
        var later = room.Now.AddMinutes(10);
        Send(room, Runner, new ToParticipant(P("p2")));
        Assert.True(Holds(room, "p2", later));
        Assert.False(Holds(room, "p3", later));
        Send(room, Runner, new ToTable(A));
        Assert.False(Holds(room, "p2", later));
        Send(room, Runner, new ToFacilitators());
        Assert.False(Holds(room, "p2", later));
    }

    [Fact]
    public void The_facilitator_gets_through_unless_he_plays_by_the_model()
    {
        var room = Flooded();
        var inject = new InjectMessage(new("i1"), "Préfecture", Mail, new ToRoom(), "Évacuez.", ThroughModel: false);
        Assert.Equal(Delivery.Delivered, Assert.IsType<MessageInjected>(room.Facilitate(inject).Events.Single()).Delivery);
        var fair = Assert.IsType<MessageInjected>(room.Facilitate(inject with { Message = new("i2"), ThroughModel = true }).Events.Single());
        Assert.Equal(Delivery.FailedTold, fair.Delivery);
    }

    [Fact]
    public void A_message_to_nobody_is_refused()
    {
        var room = Flooded();
        var send = new SendMessage(new("m"), P("p1"), Runner, new ToRoom(), "?");
        Assert.Equal(new Unknown("table", "z"), room.As("p1", send with { To = new ToTable(new("z")) }).Refusal);
        Assert.IsType<NoSuchParticipant>(room.As("p1", send with { To = new ToParticipant(P("p9")) }).Refusal);
        Assert.Equal(new Unknown("channel", "pigeon"), room.As("p1", send with { Channel = new("pigeon") }).Refusal);
        Assert.Equal(new TextMissing("body"), room.As("p1", send with { Body = "\n" }).Refusal);
        Assert.Null(room.As("p1", send).Refusal);
        Assert.IsType<AlreadyThere>(room.As("p1", send).Refusal);
    }
}
