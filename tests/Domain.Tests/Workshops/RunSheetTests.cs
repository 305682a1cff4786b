using CsCheck;
using TousRisques.Domain.Workshops;
using TousRisques.Testing;
using Xunit;
using static TousRisques.Testing.Room;
using static TousRisques.Testing.SmallPack;

namespace TousRisques.Domain.Tests.Workshops;

public class RunSheetTests
{
    [Fact]
    public void The_run_sheet_goes_from_the_welcome_through_three_acts_to_the_close()
    {
        Assert.Equal(
            [
                "welcome", "round-table", "stakeholders",
                "act-1.events", "act-1.situation", "act-1.assessment", "act-1.priorities", "act-1.plan", "act-1.consequences",
                "act-2.events", "act-2.constraints", "act-2.situation", "act-2.assessment", "act-2.priorities", "act-2.plan", "act-2.consequences",
                "act-3.events", "act-3.constraints", "act-3.situation", "act-3.assessment", "act-3.priorities", "act-3.plan", "act-3.consequences",
                "debrief", "leads", "close",
            ],
            Script().Steps.Select(s => s.Id.Value));
        Assert.Equal(TimeSpan.FromMinutes(150), Total(Script()));
    }

    [Fact]
    public void Brief_play_is_two_acts_in_an_hour()
    {
        var brief = Script(PlayMode.Brief);
        Assert.Equal([Flood, Pandemic], brief.Acts.Select(a => a.Id));
        Assert.Equal(TimeSpan.FromMinutes(60), Total(brief));
    }

    [Fact]
    public void Solo_play_has_every_act_in_about_half_the_time()
    {
        var solo = Script(PlayMode.Solo);
        Assert.Equal(3, solo.Acts.Length);
        Assert.InRange(Total(solo), TimeSpan.FromMinutes(75), TimeSpan.FromMinutes(90));
    }

    [Fact]
    public void Minutes_of_the_pack_come_before_the_usual_ones_in_full_play_only()
    {
        var scenario = Pack.Scenario;
        var slow = Pack with { Scenario = scenario with { Acts = scenario.Acts.SetItem(0, scenario.Acts[0] with { Minutes = scenario.Acts[0].Minutes.Add("events", 25) }) } };
        Assert.Equal(TimeSpan.FromMinutes(168), Total(ScriptCompiler.Compile(slow, "", PlayMode.Full)));
        Assert.Equal(TimeSpan.FromMinutes(60), Total(ScriptCompiler.Compile(slow, "", PlayMode.Brief)));
    }

    private static TimeSpan Total(Script script) => script.Steps.Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Planned);

    [Fact]
    public void The_facilitator_goes_on_back_and_anywhere()
    {
        var room = Room.Open();
        Assert.IsType<NoSuchStep>(room.Facilitate(new GoBack()).Refusal);
        room.Facilitate(new Advance());
        room.Facilitate(new JumpTo(new("act-2.plan")));
        room.Facilitate(new GoBack());
        Assert.Equal("act-2.priorities", room.State.Step.Id.Value);
        Assert.True(room.State.HasReached(Pandemic, StepKind.Plan)); // the furthest step counts, not where the room stands
        Assert.Equal(new Unknown("step", "act-9.plan"), room.Facilitate(new JumpTo(new("act-9.plan"))).Refusal);
        room.Facilitate(new JumpTo(new("close")));
        Assert.IsType<NoSuchStep>(room.Facilitate(new Advance()).Refusal);
    }

    [Fact]
    public void The_clock_counts_the_time_between_pauses() =>
        Gen.Int[0, 500].Array[0, 12].Sample(stretches =>
        {
            var room = Room.Open();
            var played = TimeSpan.Zero;
            var running = true;
            foreach (var stretch in stretches)
            {
                room.Now += TimeSpan.FromSeconds(stretch);
                if (running) played += TimeSpan.FromSeconds(stretch);
                Assert.Equal(played, room.State.ClockAt(room.Now).Elapsed);
                room.Facilitate(running ? new PauseClock() : new ResumeClock());
                running = !running;
            }
            Assert.Equal(!running, room.State.ClockAt(room.Now).Paused);
            room.Facilitate(new Advance()); // a new step starts from zero and runs
            Assert.Equal(new StepClock(TimeSpan.Zero, room.State.Step.Planned, false), room.State.ClockAt(room.Now));
        }, iter: 200);

    [Fact]
    public void More_time_is_more_time_within_reason()
    {
        var room = Room.Open();
        room.Facilitate(new ExtendStep(TimeSpan.FromMinutes(5)));
        room.Now += TimeSpan.FromMinutes(12);
        Assert.Equal(TimeSpan.FromMinutes(-2), room.State.ClockAt(room.Now).Left);
        room.Facilitate(new ExtendStep(TimeSpan.FromMinutes(-600)));
        Assert.Equal(TimeSpan.Zero, room.State.PlannedFor(room.State.Step));
        Assert.IsType<OutOfRange>(room.Facilitate(new ExtendStep(TimeSpan.MaxValue)).Refusal);
        Assert.IsType<OutOfRange>(room.Facilitate(new PlanStep(new("close"), TimeSpan.MinValue)).Refusal);
        room.Facilitate(new PlanStep(new("close"), TimeSpan.FromMinutes(9)));
        Assert.Equal(TimeSpan.FromMinutes(9), room.State.PlannedFor(room.State.Script!.Steps[^1]));
    }

    [Fact]
    public void Nothing_of_an_act_is_revealed_before_it_begins()
    {
        var room = Room.Open();
        Assert.Equal(new NotYet(StepKind.Events), room.Facilitate(new RevealEvent(Rain)).Refusal);
        room.GoTo(Flood, StepKind.Events);
        Assert.Equal([Rain, Surge], room.State.StillToReveal(room.State.Act!));
        Assert.Null(room.Facilitate(new RevealEvent(Surge)).Refusal);
        Assert.Equal([Rain], room.State.StillToReveal(room.State.Act!));
        Assert.Equal(new NotYet(StepKind.Events), room.Facilitate(new ImposeConstraint(Curfew)).Refusal);
        Assert.Equal(new Unknown("event", "comet"), room.Facilitate(new RevealEvent(new("comet"))).Refusal);
    }

    [Fact]
    public void A_workshop_opens_once_and_only_a_facilitator_opens_it()
    {
        var room = new Room();
        var open = new OpenWorkshop(Code, Script(), " Atelier\n", "", ["Nord", "", "nord"], "ana", false);
        Assert.IsType<NoSuchWorkshop>(room.Facilitate(new Advance()).Refusal);
        Assert.IsType<FacilitatorsOnly>(room.Send(Visitor, open).Refusal);
        Assert.IsType<OutOfRange>(room.Facilitate(open with { Tables = [] }).Refusal);
        Assert.IsType<OutOfRange>(room.Facilitate(open with { Tables = [.. Enumerable.Repeat("x", 21)] }).Refusal);
        Assert.Null(room.Facilitate(open).Refusal);
        Assert.Equal(["Nord", "B", "nord 2"], room.State.Tables.Select(t => t.Name));
        Assert.Equal("Atelier", room.State.Title);
        Assert.IsType<AlreadyOpen>(room.Facilitate(open).Refusal);
    }

    [Fact]
    public void A_closed_workshop_refuses_new_injects_and_can_be_opened_again()
    {
        var room = Room.Open();
        room.Join("p1");
        room.Facilitate(new CloseWorkshop());
        Assert.Equal(Decision.Nothing, room.Facilitate(new CloseWorkshop()));
        Assert.Equal(new AlreadyClosed(Noon), room.Facilitate(new InjectMessage(new("m"), "Préfet", null, new ToRoom(), "Alerte", false)).Refusal);
        Assert.Equal(Decision.Nothing, room.As("p1", new ResumePlay(P("p1"))));
        Assert.Null(room.Send(Observer, new NoteObservation("À chaud.", null, null, null)).Refusal);
        room.Facilitate(new ReopenWorkshop());
        Assert.Null(room.Facilitate(new Advance()).Refusal);
    }
}
