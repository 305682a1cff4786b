using System.Collections.Immutable;
using CsCheck;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Testing;

/// <summary>One move of a random play.</summary>
/// <param name="By">Who.</param>
/// <param name="Command">What.</param>
/// <param name="Seconds">Time since the move before.</param>
/// <param name="Again">Whether the envelope is handed in a second time.</param>
/// <param name="ModelAnswers">Whether the model gets to answer behind it.</param>
public sealed record Move(Actor By, WorkshopCommand Command, int Seconds, bool Again, bool ModelAnswers);

/// <summary>A random play: a script, tables, moves, and the seed of a whimsical model.</summary>
public sealed record Play(Script Script, int Tables, ImmutableArray<Move> Moves, int ModelSeed);

/// <summary>
/// Random workshops for properties. Names come from small pools, so that commands often meet; some name nothing, some texts are hostile.
/// </summary>
public static class Gens
{
    private static readonly string[] People = ["p1", "p2", "p3", "p4", "p5"];

    public static readonly Gen<Verdict> Verdict = Gen.OneOf(Enum.GetValues<Verdict>());
    public static readonly Gen<Theme> Theme = Gen.OneOf(Enum.GetValues<Theme>());
    public static readonly Gen<CrisisTime> Time = Gen.OneOf(Enum.GetValues<CrisisTime>());
    public static readonly Gen<TableId> Table = Gen.OneOf("a", "a", "a", "a", "a", "a", "b", "b", "c", "nowhere").Select(t => new TableId(t));
    public static readonly Gen<ParticipantId> Person = Gen.OneOf([.. People, "nobody"]).Select(p => new ParticipantId(p));
    public static readonly Gen<ActId> Act = Gen.OneOf("flood", "flood", "pandemic", "pandemic", "cyber", "other").Select(a => new ActId(a));

    /// <summary>Cards of the script, cards of one's own, and one that is not there.</summary>
    public static readonly Gen<ActionId> Action =
        Gen.OneOf("a1", "a1", "a1", "a2", "a2", "a3", "a4", "a5", "a6", "own-1", "own-2", "other").Select(a => new ActionId(a));

    /// <summary>Texts that people type, and texts that nobody should.</summary>
    public static readonly Gen<string> Words = Gen.Frequency(
        (10, Gen.OneOf("Marie", "marie", "On ouvre le gymnase.", "Plus d'eau : que faire ?", "e\u0301", "👩‍🚒 prête")),
        (1, Gen.OneOf("", "   ", "\0\u0007", "\uD800", "<script>alert(1)</script>", "\u202Egnp.exe", "a\r\nb\tc", null!)),
        (1, Gen.OneOf(new string('x', 60), new string('y', 3000), new string(' ', 100_000))),
        (1, Gen.String[0, 50]));

    /// <summary>Small scripts: one to three acts, six actions, narrow slots and efforts, caps that bite.</summary>
    public static readonly Gen<Script> Script =
        from mode in Gen.OneOf(PlayMode.Full, PlayMode.Full, PlayMode.Brief, PlayMode.Solo)
        from acts in Gen.OneOf(1, 2, 3, 3)
        from slots in Gen.Int[0, 4].Array[3]
        from efforts in Gen.Int[0, 9].Array[3]
        from shares in Gen.OneOf(1.0, 0.7, 0.5, 0.1, 0.0).Array[3]
        from costs in Gen.Int[1, 3].Array[6]
        from ends in Gen.Bool
        select MakeScript(mode, acts, slots, efforts, shares, costs, ends);

    public static readonly Gen<Audience> Audience = Gen.Frequency<Audience>(
        (2, Gen.Const<Audience>(new ToRoom())),
        (1, Gen.Const<Audience>(new ToFacilitators())),
        (2, Table.Select(t => (Audience)new ToTable(t))),
        (2, Person.Select(p => (Audience)new ToParticipant(p))));

    public static readonly Gen<Priority> Priority = Gen.Frequency(
        (6, Gen.OneOf("s1", "s2", "s3", "s4", "s5", "s6").Select(s => new Priority(new StakeId(s), null))),
        (1, Words.Select(w => new Priority(null, w))),
        (1, Gen.OneOf(new Priority(new StakeId("other"), null), new Priority(new StakeId("s1"), "both"), default)));

    public static readonly Gen<WorkshopCommand> Presence = Gen.Frequency(
        (4, Is(from p in Person
               from w in Words
               from paper in Gen.OneOf(false, false, true)
               from t in Table.Nullable()
               select new JoinWorkshop(p, w, "key", false, paper, t))),
        (2, Is(Person.Select(p => new ResumePlay(p)))),
        (1, Is(Person.Select(p => new LeaveWorkshop(p)))),
        (1, Is(Words.Select(w => new AddTable(w)))),
        (2, Is(from p in Person from t in Table select new MoveToTable(p, t))),
        (4, Is(from p in Person from c in Gen.OneOf("k1", "k2", "other").OrNull() select new AssignCharacter(p, c is null ? null : new CharacterId(c)))),
        (1, Is(from p in Person from w in Words select new IntroduceSelf(p, w))));

    public static readonly Gen<WorkshopCommand> RunSheet = Gen.Frequency(
        (12, Is(Gen.Const(new Advance()))),
        (2, Is(Gen.Const(new GoBack()))),
        (4, Is(Gen.OneOf("welcome", "act-1.assessment", "act-1.plan", "act-1.plan", "act-2.plan", "act-2.plan", "act-2.consequences", "act-3.plan", "leads", "other").Select(s => new JumpTo(new StepId(s))))),
        (1, Is(Gen.Const(new PauseClock()))),
        (1, Is(Gen.Const(new ResumeClock()))),
        (1, Is(Gen.OneOf(0, 5, -5, -400, 100_000).Select(m => new ExtendStep(TimeSpan.FromMinutes(m))))),
        (1, Is(from s in Gen.OneOf("welcome", "act-1.plan", "other") from m in Gen.OneOf(0, 5, -5, 700) select new PlanStep(new StepId(s), TimeSpan.FromMinutes(m)))),
        (4, Is(Gen.OneOf("e1", "e2", "e3", "e4", "other").Select(e => new RevealEvent(new EventId(e))))),
        (4, Is(Gen.OneOf("x1", "x2", "x3", "other").Select(x => new ImposeConstraint(new ConstraintId(x))))),
        (4, Is(Act.Select(a => new RevealVerdicts(a)))),
        (6, Is(Gen.Const(new Correct()))));

    public static readonly Gen<WorkshopCommand> Judgements = Gen.Frequency(
        (6, Is(from p in Person from act in Act from a in Action from v in Verdict from w in Words select new AssessAction(p, act, a, v, w))),
        (4, Is(from t in Table from act in Act from a in Action from v in Verdict.Nullable() from w in Words select new OverrideAvailability(t, act, a, v, w))),
        (3, Is(from p in Person from act in Act from r in Priority.Array[0, 6] select new RankPriorities(p, act, [.. r]))));

    public static readonly Gen<WorkshopCommand> Plans = Gen.Frequency(
        (12, Is(from t in Table from a in Action select new AddToPlan(t, a))),
        (4, Is(from t in Table from a in Action select new RemoveFromPlan(t, a))),
        (2, Is(Table.Select(t => new ConfirmPlan(t)))),
        (2, Is(Table.Select(t => new ReopenPlan(t)))),
        (2, Is(from a in Action from t in Table from w in Words from e in Gen.Int[0, 4] from th in Theme from ti in Time select new ProposeAction(a, t, w, e, th, ti))));

    public static readonly Gen<WorkshopCommand> Talk = Gen.Frequency(
        (3, Is(from m in Gen.Int[0, 30]
               from p in Person
               from c in Gen.OneOf("mail", "runner", "other")
               from to in Audience
               from w in Words
               select new SendMessage(new MessageId("m" + m), p, new ChannelId(c), to, w))),
        (2, Is(from m in Gen.Int[0, 30]
               from c in Gen.OneOf("mail", "other").OrNull()
               from to in Audience
               from w in Words
               from through in Gen.Bool
               select new InjectMessage(new MessageId("m" + m), w, c is null ? null : new ChannelId(c), to, w, through))),
        (2, Is(from t in Table
               from s in Gen.OneOf("h1", "h2", "own-h", "other")
               from r in Gen.Enum<StakeholderRole>().Nullable()
               select new PlaceStakeholder(t, new StakeholderId(s), r))),
        (1, Is(from t in Table from w in Words select new AddStakeholder(new StakeholderId("own-h"), t, w, StakeholderFamily.Media, StakeholderRole.Acts))),
        (1, Is(from w in Words from t in Table.Nullable() select new NoteObservation(w, null, null, t))),
        (1, Is(from a in Gen.OneOf(Enum.GetValues<AccessRole>()) select new RevokeAccess(a))),
        (1, Is(from p in Person from w in Words from th in Theme from ti in Time select new AnswerDebrief(p, DebriefQuestion.Held, w, th, ti))),
        (2, Is(from l in Gen.Int[0, 3] from p in Person from w in Words from th in Theme from ti in Time select new ProposeLead(new LeadId("l" + l), p, w, w, th, ti))),
        (3, Is(from l in Gen.Int[0, 3] from p in Person from yes in Gen.Bool select new SupportLead(new LeadId("l" + l), p, yes))),
        (1, Is(from act in Act from t in Table.Nullable() select new RecordSituation(new(act, t, [], [], []), new(TimeSpan.Zero, [], [])))));

    /// <summary>Any command but the opening; closing is rare, since little follows it.</summary>
    public static readonly Gen<WorkshopCommand> Command = Gen.Frequency(
        (6, Presence), (8, RunSheet), (6, Judgements), (8, Plans), (4, Talk),
        (1, Gen.OneOf<WorkshopCommand>(new ReopenWorkshop(), new ReopenWorkshop(), new CloseWorkshop())));

    /// <summary>Facilitators lead most of the time; participants mostly speak for themselves; a few try what is not theirs.</summary>
    public static readonly Gen<Move> Move = Gen.Frequency(
        (6, Moves(Gen.Const(Room.Facilitator), Gen.Frequency((3, RunSheet), (2, Command)))),
        (8, from move in Moves(Person.Select(p => (Actor)new ParticipantActor(p)), Gen.Frequency((4, Plans), (3, Judgements), (2, Presence), (2, Talk)))
            select Speaker(move.Command) is { } self ? move with { By = new ParticipantActor(self) } : move),
        (2, Moves(Gen.Frequency((4, Person.Select(p => (Actor)new ParticipantActor(p))), (1, Gen.OneOf(Room.Observer, Room.Visitor, Room.Model))), Command)));

    private static Gen<Move> Moves(Gen<Actor> actor, Gen<WorkshopCommand> command) =>
        from who in actor
        from what in command
        from seconds in Gen.Int[0, 300]
        from again in Gen.Int[0, 9]
        from answers in Gen.Int[0, 3]
        select new Move(who, what, seconds, again == 0, answers > 0);

    // Where the legs of a play begin, in the order of the run sheet.
    private static readonly string[] Milestones =
        ["welcome", "act-1.events", "act-1.assessment", "act-1.plan", "act-1.plan", "act-2.assessment", "act-2.plan", "act-2.plan", "act-3.plan", "leads"];

    /// <summary>
    /// A random play: people have joined, and the room is brought forward now and then, as a facilitator would, so that it sees plans built
    /// on plans.
    /// </summary>
    /// <param name="moves">Moves at most, besides the joins and the steps forward.</param>
    public static Gen<Play> Play(int moves) =>
        from script in Script
        from tables in Gen.Int[1, 2]
        from seed in Gen.Int[0, 1000]
        from starts in Gen.Int[0, Milestones.Length - 1].Array[3]
        from legs in Move.Array[0, moves / 3].Array[3]
        select new Play(script, tables, [.. Joins(tables), .. starts.Order().Zip(legs).SelectMany(leg => leg.Second.Prepend(Forward(leg.First)))], seed);

    private static Move Forward(int milestone) => new(Room.Facilitator, new JumpTo(new StepId(Milestones[milestone])), 60, false, true);

    /// <summary>A model without reason, that always says the same of the same.</summary>
    public static Func<ModelQuestion, WorkshopCommand> Whim(Script script, int seed) => Models.Says(
        q => (Verdict)(Mix(seed, q.Act.Value + q.Table?.Value + q.Action.Value) % 3),
        act => Mix(seed, act.Value) % 2 == 0 ? [new ComponentId("server")] : [],
        script);

    private static IEnumerable<Move> Joins(int tables) => People.Take(4).Select((p, i) => new Move(
        Room.Visitor, new JoinWorkshop(new ParticipantId(p), p, "key", false, false, new TableId(i % tables == 0 ? "a" : "b")), 1, false, true));

    private static ParticipantId? Speaker(WorkshopCommand command) => command switch
    {
        ResumePlay c => c.Participant,
        LeaveWorkshop c => c.Participant,
        AssignCharacter c => c.Participant,
        AssessAction c => c.Participant,
        RankPriorities c => c.Participant,
        SendMessage c => c.From,
        AnswerDebrief c => c.Participant,
        ProposeLead c => c.Participant,
        SupportLead c => c.Participant,
        _ => null,
    };

    // string.GetHashCode differs from one run to the next.
    private static int Mix(int seed, string text) => text.Aggregate(seed + 17, (hash, c) => unchecked(hash * 31 + c) & 0xFFFFFF) % 9973;

    private static Gen<WorkshopCommand> Is<T>(Gen<T> gen) where T : WorkshopCommand => gen.Select(c => (WorkshopCommand)c);

    private static Gen<string?> OrNull(this Gen<string> gen) => Gen.Select(gen, Gen.Int[0, 3], (value, dice) => dice == 0 ? null : value);

    private static Script MakeScript(PlayMode mode, int acts, int[] slots, int[] efforts, double[] shares, int[] costs, bool ends)
    {
        var at = new[] { 10, 20, 30 };
        Act MakeAct(int i) => new()
        {
            Id = new ActId(new[] { "flood", "pandemic", "cyber" }[i]),
            Kind = (ActKind)i,
            Title = Text.Empty,
            Intro = Text.Empty,
            At = TimeSpan.FromHours(at[i]),
            Until = TimeSpan.FromHours(at[i] + 5),
            Slots = slots[i],
            Effort = efforts[i],
            Events = [.. (i == 0 ? new[] { "e1", "e2" } : ["e" + (i + 2)]).Select(e => new ScenarioEvent
            {
                Id = new EventId(e), Title = Text.Empty, Story = Text.Empty, At = TimeSpan.FromHours(at[i] - 5), Reality = Reality.Fictional,
            })],
            Constraints =
            [
                new Constraint
                {
                    Id = new ConstraintId("x" + (i + 1)), Title = Text.Empty, Story = Text.Empty, At = TimeSpan.FromHours(at[i] - 1),
                    For = ends ? TimeSpan.FromHours(2) : null, Reality = Reality.Fictional, Caps = [new(Resource.Effort, shares[i])],
                },
            ],
        };
        return ScriptCompiler.Compile(SmallPack.Pack with
        {
            Scenario = SmallPack.Pack.Scenario with
            {
                Acts = [.. Enumerable.Range(0, acts).Select(MakeAct)],
                Actions = [.. costs.Select((cost, i) => new ActionCard
                {
                    Id = new ActionId("a" + (i + 1)), Title = Text.Empty, Story = Text.Empty, Theme = Domain.Words.Theme.Data,
                    Time = CrisisTime.During, Effort = cost,
                })],
                Characters = [.. new[] { "k1", "k2" }.Select(k => SmallPack.Pack.Scenario.Characters[0] with { Id = new CharacterId(k) })],
                Stakes = [.. Enumerable.Range(1, 6).Select(i => new Stake(new StakeId("s" + i), Text.Empty, Text.Empty))],
                Stakeholders = [.. new[] { "h1", "h2" }.Select(h => SmallPack.Pack.Scenario.Stakeholders[0] with { Id = new StakeholderId(h) })],
                Channels =
                [
                    new(new ChannelId("mail"), Text.Empty, Medium.Mail, new ComponentId("server"), TimeSpan.Zero, TellsSender: true),
                    new(new ChannelId("runner"), Text.Empty, Medium.Runner, null, TimeSpan.FromMinutes(5), TellsSender: false),
                ],
            },
        }, "00", mode);
    }
}
