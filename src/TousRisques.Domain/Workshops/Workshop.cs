using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops;

/// <summary>A participant as the room knows them.</summary>
/// <param name="Id">Drawn by the edge.</param>
/// <param name="Name">First name or pseudonym, made unique in the room by a number.</param>
/// <param name="ResumeKey">Digest of the resume code.</param>
/// <param name="ShowName">Whether the report may show the name.</param>
/// <param name="OnPaper">Whether they play on paper only.</param>
/// <param name="Table">Their table.</param>
/// <param name="Character">Their character, or null.</param>
/// <param name="Introduction">What they said of themselves, or empty.</param>
/// <param name="Left">Whether they left.</param>
public sealed record Participant(
    ParticipantId Id, string Name, string ResumeKey, bool ShowName, bool OnPaper, TableId Table,
    CharacterId? Character, string Introduction, bool Left);

/// <summary>A group that plays together.</summary>
/// <param name="Id">Its name in commands: <c>a</c>, <c>b</c>…</param>
/// <param name="Name">Its name for people.</param>
public sealed record Table(TableId Id, string Name);

/// <summary>Somebody's judgement of an action.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">Why, or empty.</param>
/// <param name="EnteredFor">Whether the facilitator entered it for them.</param>
public readonly record struct Judgement(Verdict Verdict, string Reason, bool EnteredFor)
{
    /// <summary>The table where they sat when they judged: it counts there, wherever they move.</summary>
    public TableId Table { get; init; }
}

/// <summary>A table's own verdict against the model's.</summary>
public readonly record struct Override(Verdict Verdict, string Reason);

/// <summary>A table's plan for one act.</summary>
/// <param name="Kept">Actions still in force from earlier acts.</param>
/// <param name="Dropped">Actions that fell when this act's plan was opened.</param>
/// <param name="Added">Actions chosen in this act, in order.</param>
/// <param name="Confirmed">Whether the table is done.</param>
public sealed record Plan(ImmutableArray<Commitment> Kept, ImmutableArray<Dropped> Dropped, ImmutableArray<ActionId> Added, bool Confirmed)
{
    /// <summary>How many actions it may hold, kept ones included.</summary>
    public int Slots { get; init; }
    /// <summary>How much effort it may spend, kept ones included.</summary>
    public int Effort { get; init; }

    /// <summary>Every action in force under this plan, kept ones first.</summary>
    public IEnumerable<ActionId> Actions => Kept.Select(k => k.Action).Concat(Added);
}

/// <summary>A message as it was sent.</summary>
/// <param name="Id">Its name.</param>
/// <param name="From">The participant who sent it, or null for an inject.</param>
/// <param name="As">For an inject: who seems to speak; otherwise empty.</param>
/// <param name="Channel">The channel, or null for a card handed over.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="Body">What it says.</param>
/// <param name="Delivery">What became of it.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="VisibleFrom">When it reaches those it is for.</param>
public sealed record Message(
    MessageId Id, ParticipantId? From, string As, ChannelId? Channel, Audience To, string Body, Delivery Delivery,
    DateTimeOffset SentAt, DateTimeOffset VisibleFrom);

/// <summary>A card proposed by a table.</summary>
public sealed record OwnAction(ActionId Id, TableId Table, string Title, int Effort, Theme Theme, CrisisTime Time);

/// <summary>A stakeholder added by a table.</summary>
public sealed record OwnStakeholder(StakeholderId Id, TableId Table, string Name, StakeholderFamily Family);

/// <summary>An observation.</summary>
public sealed record Observation(string Words, Theme? Theme, CrisisTime? Time, TableId? Table, Actor By, DateTimeOffset At, StepId Step);

/// <summary>An answer of the debrief.</summary>
public sealed record DebriefAnswer(ParticipantId Participant, DebriefQuestion Question, string Words, Theme Theme, CrisisTime Time);

/// <summary>A lead for innovation, with those who would carry it.</summary>
public sealed record Lead(
    LeadId Id, ParticipantId Author, string Title, string Words, Theme Theme, CrisisTime Time, ImmutableSortedSet<string> Supporters);

/// <summary>Something the facilitator did that can be undone.</summary>
/// <param name="Command">The command.</param>
/// <param name="Done">The facts it caused that count.</param>
/// <param name="Inverse">For each of them, in the same order, the fact that puts things back; applied from the last to the first.</param>
public sealed record Undoable(CommandId Command, ImmutableArray<WorkshopEvent> Done, ImmutableArray<WorkshopEvent> Inverse);

/// <summary>
/// A workshop: the state that the rules decide on, folded from its facts. Pure: see <c>Workshop.Decide</c> and <c>Workshop.Evolve</c>.
/// </summary>
public sealed partial record Workshop
{
    /// <summary>Before it is opened.</summary>
    public static readonly Workshop Initial = new();

    /// <summary>Its join code; the default before it is opened.</summary>
    public WorkshopId Id { get; init; }
    /// <summary>The compiled scenario; null before it is opened.</summary>
    public Script? Script { get; init; }
    /// <summary>Its title, or empty for the scenario's.</summary>
    public string Title { get; init; } = "";
    /// <summary>Where it is held, or empty.</summary>
    public string Place { get; init; } = "";
    /// <summary>The account that opened it.</summary>
    public string Owner { get; init; } = "";
    /// <summary>Whether simulated participants play it.</summary>
    public bool Demonstration { get; init; }
    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt { get; init; }
    /// <summary>When it was closed, or null.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Tables in order.</summary>
    public ImmutableArray<Table> Tables { get; init; } = [];
    /// <summary>Everybody who ever joined, in order.</summary>
    public ImmutableArray<Participant> Participants { get; init; } = [];

    /// <summary>Where the room stands: an index into <see cref="Script.Steps"/>.</summary>
    public int StepIndex { get; init; }
    /// <summary>The furthest step ever reached.</summary>
    public int FurthestStep { get; init; }
    /// <summary>Planned time by step, where it was changed or extended.</summary>
    public ImmutableDictionary<StepId, TimeSpan> Planned { get; init; } = ImmutableDictionary<StepId, TimeSpan>.Empty;
    /// <summary>When the current step began to run, shifted by pauses.</summary>
    public DateTimeOffset StepStartedAt { get; init; }
    /// <summary>When the clock was stopped, or null while it runs.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Events revealed, in the order of their reveals, with when.</summary>
    public ImmutableArray<(EventId Event, DateTimeOffset At)> Revealed { get; init; } = [];
    /// <summary>Constraints imposed, in the order of their impositions.</summary>
    public ImmutableArray<(ConstraintId Constraint, DateTimeOffset At)> Imposed { get; init; } = [];
    /// <summary>Acts whose verdicts are shown.</summary>
    public ImmutableHashSet<ActId> VerdictsShown { get; init; } = [];

    /// <summary>Answers of the model on situations, by act and table (null: without plans).</summary>
    public ImmutableDictionary<(ActId Act, TableId? Table), SituationRecorded> Situations { get; init; } = ImmutableDictionary<(ActId, TableId?), SituationRecorded>.Empty;
    /// <summary>Answers of the model on consequences, by act and table.</summary>
    public ImmutableDictionary<(ActId Act, TableId? Table), ConsequencesRecorded> Consequences { get; init; } = ImmutableDictionary<(ActId, TableId?), ConsequencesRecorded>.Empty;

    /// <summary>Judgements, by act, participant and action.</summary>
    public ImmutableDictionary<(ActId Act, ParticipantId Participant, ActionId Action), Judgement> Judgements { get; init; } = ImmutableDictionary<(ActId, ParticipantId, ActionId), Judgement>.Empty;
    /// <summary>Tables' own verdicts.</summary>
    public ImmutableDictionary<(ActId Act, TableId Table, ActionId Action), Override> Overrides { get; init; } = ImmutableDictionary<(ActId, TableId, ActionId), Override>.Empty;
    /// <summary>Rankings, by act and participant.</summary>
    public ImmutableDictionary<(ActId Act, ParticipantId Participant), ImmutableArray<Priority>> Rankings { get; init; } = ImmutableDictionary<(ActId, ParticipantId), ImmutableArray<Priority>>.Empty;
    /// <summary>Plans, by act and table.</summary>
    public ImmutableDictionary<(ActId Act, TableId Table), Plan> Plans { get; init; } = ImmutableDictionary<(ActId, TableId), Plan>.Empty;
    /// <summary>Which participant put an action into a plan; actions that the facilitator put there are not here.</summary>
    public ImmutableDictionary<(ActId Act, TableId Table, ActionId Action), ParticipantId> PlannedBy { get; init; } = ImmutableDictionary<(ActId, TableId, ActionId), ParticipantId>.Empty;
    /// <summary>Cards proposed by tables.</summary>
    public ImmutableArray<OwnAction> OwnActions { get; init; } = [];

    /// <summary>Stakeholder boards.</summary>
    public ImmutableDictionary<(TableId Table, StakeholderId Stakeholder), StakeholderRole> Board { get; init; } = ImmutableDictionary<(TableId, StakeholderId), StakeholderRole>.Empty;
    /// <summary>Stakeholders added by tables.</summary>
    public ImmutableArray<OwnStakeholder> OwnStakeholders { get; init; } = [];

    /// <summary>Messages in order.</summary>
    public ImmutableArray<Message> Messages { get; init; } = [];
    /// <summary>Observations in order.</summary>
    public ImmutableArray<Observation> Observations { get; init; } = [];
    /// <summary>Debrief answers in order.</summary>
    public ImmutableArray<DebriefAnswer> Debrief { get; init; } = [];
    /// <summary>Leads in order.</summary>
    public ImmutableArray<Lead> Leads { get; init; } = [];

    /// <summary>When parts of a kind were last taken back: those handed out up to then have ended.</summary>
    public ImmutableDictionary<AccessRole, DateTimeOffset> Revoked { get; init; } = ImmutableDictionary<AccessRole, DateTimeOffset>.Empty;

    /// <summary>Commands that had effect: the same one again has none.</summary>
    public ImmutableHashSet<CommandId> Applied { get; init; } = [];
    /// <summary>What can be undone, the latest last; bounded.</summary>
    public ImmutableArray<Undoable> UndoStack { get; init; } = [];

    /// <summary>The step where the room stands. Only once opened.</summary>
    public Step Step => Script!.Steps[StepIndex];

    /// <summary>The act where the room stands: that of the current step, or the last one begun before it; null before the first act.</summary>
    public ScriptAct? Act
    {
        get
        {
            if (Script is null) return null;
            for (var i = StepIndex; i >= 0; i--)
                if (Script.Steps[i].Act is { } act) return Script.Acts.First(a => a.Id == act);
            return null;
        }
    }

    /// <summary>People who are here.</summary>
    public IEnumerable<Participant> Present => Participants.Where(p => !p.Left);

    /// <summary>Whether a part of a kind, handed out at an instant, has been taken back since.</summary>
    public bool IsRevoked(AccessRole access, DateTimeOffset issued) => Revoked.TryGetValue(access, out var at) && issued <= at;

    /// <summary>A participant, or null.</summary>
    public Participant? Find(ParticipantId id) => Participants.FirstOrDefault(p => p.Id == id);
}
