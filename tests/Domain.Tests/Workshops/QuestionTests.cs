using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Testing;
using Xunit;
using static TousRisques.Testing.Room;
using static TousRisques.Testing.SmallPack;

namespace TousRisques.Domain.Tests.Workshops;

public class QuestionTests
{
    private static Room Silent(int tables = 1)
    {
        var room = Room.Open(tables: tables);
        room.Answers = null;
        return room;
    }

    private static void Answer(Room room)
    {
        room.Answers = Models.Says(_ => Verdict.Feasible);
        room.Settle();
        room.Answers = null;
    }

    [Fact]
    public void The_situation_is_asked_for_the_territory_and_each_table_once_the_room_is_there()
    {
        var room = Silent(tables: 2);
        room.GoTo(Flood, StepKind.Events);
        Assert.Null(Workshop.Pending(room.State));
        room.Facilitate(new Advance());
        Assert.Equal([null, A, B], room.State.Questions().Select(q => q.Inputs.Table));
        Assert.All(room.State.Questions(), q => Assert.IsType<ModelQuestion.Situation>(q));
    }

    [Fact]
    public void What_the_room_has_not_been_told_has_not_happened()
    {
        var room = Silent();
        room.GoTo(Flood, StepKind.Situation);
        room.Facilitate(new RevealEvent(Surge));
        Assert.Equal([Surge], Workshop.Pending(room.State)!.Inputs.Revealed);
        room.Facilitate(new RevealEvent(Rain));
        Assert.Equal([Rain, Surge], Workshop.Pending(room.State)!.Inputs.Revealed); // in the scenario's order
    }

    [Fact]
    public void A_situation_is_asked_again_after_a_reveal_until_its_verdicts_are_shown()
    {
        var room = Silent();
        room.GoTo(Flood, StepKind.Assessment);
        Answer(room);
        room.Facilitate(new RevealEvent(Rain));
        Assert.NotNull(Workshop.Pending(room.State));
        Answer(room);
        room.Facilitate(new RevealVerdicts(Flood));
        room.Facilitate(new RevealEvent(Surge));
        Assert.Null(Workshop.Pending(room.State));
    }

    [Fact]
    public void An_answer_that_comes_too_late_is_dropped()
    {
        var room = Silent();
        room.GoTo(Flood, StepKind.Situation);
        var late = Models.Says(_ => Verdict.Feasible)(Workshop.Pending(room.State)!);
        room.Facilitate(new RevealEvent(Rain));
        Assert.Equal(Decision.Nothing, room.Send(Model, late));
        Assert.Empty(room.State.Situations);
    }

    [Fact]
    public void The_second_situation_depends_on_the_first_plan_and_not_on_the_second()
    {
        var room = Room.Open();
        room.GoTo(Flood, StepKind.Plan);
        room.Facilitate(new AddToPlan(A, Radio));
        room.GoTo(Pandemic, StepKind.Plan);
        room.Facilitate(new AddToPlan(A, Texts));
        room.GoTo(Pandemic, StepKind.Consequences);
        Assert.Equal([new InForce(Radio, Flood, null)], room.State.Situations[(Pandemic, A)].Inputs.Plans);
        Assert.Empty(room.State.Situations[(Pandemic, null)].Inputs.Plans);
        Assert.Equal([new InForce(Radio, Flood, null), new InForce(Texts, Pandemic, null)], room.State.Consequences[(Pandemic, A)].Inputs.Plans);
    }

    [Fact]
    public void Consequences_follow_the_plan_while_their_act_is_the_current_one()
    {
        var room = Silent();
        room.GoTo(Flood, StepKind.Plan);
        Answer(room);
        room.Facilitate(new Advance());
        Answer(room);
        room.Facilitate(new AddToPlan(A, Radio));
        var again = Assert.Single(room.State.Questions());
        Assert.Equal((A, typeof(ModelQuestion.Consequences)), (again.Inputs.Table, again.GetType()));
        room.Facilitate(new Advance()); // act 2 has begun: act 1 is what it was
        Assert.Null(Workshop.Pending(room.State));
    }

    [Fact]
    public void A_closed_workshop_asks_nothing()
    {
        var room = Silent();
        room.GoTo(Flood, StepKind.Situation);
        var question = Workshop.Pending(room.State)!;
        room.Facilitate(new CloseWorkshop());
        Assert.Null(Workshop.Pending(room.State));
        Assert.Equal(Decision.Nothing, room.Send(Model, Models.Says(_ => default)(question)));
    }
}
