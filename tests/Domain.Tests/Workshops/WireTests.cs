using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Testing;
using Xunit;
using static TousRisques.Testing.Room;

namespace TousRisques.Domain.Tests.Workshops;

/// <summary>Commands come from programs too: fields may be missing, numbers may stand for no case, names may be endless.</summary>
public class WireTests
{
    public static TheoryData<Type> Commands =>
        [.. typeof(WorkshopCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(WorkshopCommand)))];

    private static readonly Actor[] Everybody = [Facilitator, Observer, Visitor, Model, new ParticipantActor(P("p1")), new ParticipantActor(default)];

    private static object? Nothing(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_without_its_fields_is_answered_like_any_other(Type type)
    {
        var constructor = type.GetConstructors()[0];
        var command = (WorkshopCommand)constructor.Invoke([.. constructor.GetParameters().Select(p => Nothing(p.ParameterType))]);
        foreach (var by in Everybody)
        {
            Assert.NotNull(Workshop.Decide(Workshop.Initial, new Envelope(new("x"), by, Noon, command)).Refusal);
            foreach (var step in new[] { "welcome", "act-1.plan", "act-2.consequences", "leads" })
            {
                var room = Room.Open();
                room.Join("p1");
                room.Facilitate(new JumpTo(new(step)));
                room.Send(by, command);
            }
        }
    }

    [Fact]
    public void Numbers_that_stand_for_no_case_are_refused()
    {
        var room = Room.Open();
        room.Join("p1");
        room.Facilitate(new JumpTo(new("leads")));
        foreach (var command in new WorkshopCommand[]
        {
            new AssessAction(P("p1"), SmallPack.Flood, SmallPack.Radio, (Domain.Workshops.Facts.Verdict)7, ""),
            new ProposeAction(new("own-1"), A, "x", 1, (Theme)9, CrisisTime.After),
            new PlaceStakeholder(A, SmallPack.Prefect, (StakeholderRole)(-1)),
            new AnswerDebrief(P("p1"), (DebriefQuestion)5, "x", Theme.Data, CrisisTime.After),
            new ProposeLead(new("l"), P("p1"), "x", "y", Theme.Data, (CrisisTime)3),
        }) Assert.IsType<Unknown>(room.As("p1", command).Refusal);
    }

    [Fact]
    public void An_endless_name_is_not_thrown_back()
    {
        var refusal = Assert.IsType<Unknown>(Room.Open().Facilitate(new JumpTo(new(new string('x', 1 << 20)))).Refusal);
        Assert.Equal(Limits.Id, refusal.Name.Length);
        Assert.IsType<OutOfRange>(Room.Open().Join(new string('x', 1 << 20)).Refusal);
    }
}
