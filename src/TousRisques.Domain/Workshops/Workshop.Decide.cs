using System.Diagnostics;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops;

public sealed partial record Workshop
{
    /// <summary>
    /// The rules (docs/workshop-rules.md). Pure: the time and every drawn name come with the command. The same command twice stores its
    /// facts once; facts that follow by themselves (a plan laid on the table…) come behind those that were asked for.
    /// </summary>
    public static Decision Decide(Workshop state, Envelope envelope)
    {
        if (state.Applied.Contains(envelope.Id)) return Decision.Nothing;
        if (state.Script is null)
            return envelope.Command is not OpenWorkshop open ? new NoSuchWorkshop()
                : envelope.By is FacilitatorActor ? Open(open)
                : new FacilitatorsOnly();
        if (state.ClosedAt is { } closedAt && !MayFollowClosing(envelope.Command)) return new AlreadyClosed(closedAt);
        if (Permission(state, envelope.By, envelope.Command) is { } no) return no;

        var decision = state.Rule(envelope);
        if (decision.Events.IsDefaultOrEmpty) return decision;
        var after = decision.Events.Aggregate(state, (s, e) => Evolve(s, new Fact(e, envelope.By, envelope.At, envelope.Id)));
        return after.Settled() is { IsEmpty: false } more ? Decision.Of([.. decision.Events, .. more]) : decision;
    }

    private Decision Rule(Envelope envelope) => envelope.Command switch
    {
        OpenWorkshop => new AlreadyOpen(),

        JoinWorkshop c => Join(c),
        ResumePlay c => Resume(c),
        LeaveWorkshop c => Leave(c),
        AddTable c => Lay(c),
        MoveToTable c => Move(c),
        AssignCharacter c => Assign(c, mayTake: envelope.By is FacilitatorActor),
        IntroduceSelf c => Introduce(c),

        Advance => GoTo(StepIndex + 1),
        GoBack => GoTo(StepIndex - 1),
        JumpTo c => Jump(c),
        PauseClock => PausedAt is null ? new ClockPaused() : Decision.Nothing,
        ResumeClock => PausedAt is null ? Decision.Nothing : new ClockResumed(),
        ExtendStep c => Extend(c),
        PlanStep c => Replan(c),

        RevealEvent c => Reveal(c),
        ImposeConstraint c => Impose(c),
        RevealVerdicts c => Show(c),

        SendMessage c => Send(c),
        InjectMessage c => Inject(c),

        AssessAction c => Assess(c, enteredFor: envelope.By is FacilitatorActor),
        OverrideAvailability c => Overrule(c),
        RankPriorities c => Rank(c),

        ProposeAction c => Propose(c),
        AddToPlan c => Add(c),
        RemoveFromPlan c => Remove(c),
        ConfirmPlan c => Confirm(c),
        ReopenPlan c => Reopen(c),

        PlaceStakeholder c => PlaceCard(c),
        AddStakeholder c => AddCard(c),

        NoteObservation c => Note(c),
        AnswerDebrief c => Answer(c),
        ProposeLead c => Propose(c),
        SupportLead c => Support(c),

        RevokeAccess c => CaseRefusal(c.Access, "role") is { } badRole ? badRole : new AccessRevoked(c.Access),

        Correct => Undo(),
        CloseWorkshop => ClosedAt is null ? new WorkshopClosed() : Decision.Nothing,
        ReopenWorkshop => ClosedAt is null ? Decision.Nothing : new WorkshopReopened(),

        RecordSituation c => Record(c),
        RecordConsequences c => Record(c),
        _ => throw new UnreachableException($"No rule for {envelope.Command.GetType().Name}."),
    };

    private static Decision Open(OpenWorkshop c)
    {
        if (IdRefusal(c.Workshop.Value) is { } badId) return badId;
        if (Clean.Optional(c.Title, "title", Limits.Title, lines: false, out var title) is { } badTitle) return badTitle;
        if (Clean.Optional(c.Place, "place", Limits.Place, lines: false, out var place) is { } badPlace) return badPlace;
        if (c.Script is null || c.Script.Steps.IsDefaultOrEmpty) return new OutOfRange("steps", 1, int.MaxValue);
        if (c.Tables.IsDefaultOrEmpty || c.Tables.Length > Limits.Tables) return new OutOfRange("tables", 1, Limits.Tables);
        var events = new List<WorkshopEvent> { new WorkshopOpened(c.Workshop, c.Script, title, place, c.Owner ?? "", c.Demonstration) };
        var names = new List<string>();
        foreach (var raw in c.Tables)
        {
            if (Clean.Optional(raw, "table", Limits.Name, lines: false, out var name) is { } badName) return badName;
            var id = TableIdAt(names.Count);
            name = Unique(name.Length == 0 ? id.Value.ToUpperInvariant() : name, names);
            names.Add(name);
            events.Add(new TableAdded(id, name));
        }
        return Decision.Of(events);
    }

    /// <summary>What a closed workshop still takes: notes of those who watched, taking back who may read it, and what changes nothing.</summary>
    private static bool MayFollowClosing(WorkshopCommand command) =>
        command is ReopenWorkshop or CloseWorkshop or RevokeAccess or NoteObservation or ResumePlay or RecordSituation or RecordConsequences;

    /// <summary>Refuses a name drawn by the edge that is missing or too long.</summary>
    private static OutOfRange? IdRefusal(string? id) => id is { Length: > 0 and <= Limits.Id } ? null : new OutOfRange("id", 1, Limits.Id);

    /// <summary>Refuses a number that stands for no case of an enumeration.</summary>
    private static Unknown? CaseRefusal<T>(T value, string kind) where T : struct, Enum =>
        Enum.IsDefined(value) ? null : new Unknown(kind, value.ToString());

    private static Unknown No<T>(string kind, T id) where T : struct, IId<T> => new(kind, Clean.Cut(id.Value ?? "", Limits.Id));
}
