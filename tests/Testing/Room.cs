using System.Collections.Immutable;
using System.Globalization;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Testing;

/// <summary>A workshop played in memory: commands in, facts kept, the model answered by a function given.</summary>
public sealed class Room
{
    public static readonly WorkshopId Code = new("ABCDEF");
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public static readonly Actor Facilitator = new FacilitatorActor("ana");
    public static readonly Actor Observer = new ObserverActor("omar");
    public static readonly Actor Visitor = new VisitorActor();
    public static readonly Actor Model = new ModelActor();
    public static readonly TableId A = new("a"), B = new("b");

    private readonly List<Fact> facts = [];
    private int commands;

    /// <summary>Answers the model's questions after every command; null leaves them waiting.</summary>
    public Func<ModelQuestion, WorkshopCommand>? Answers { get; set; }

    public Workshop State { get; private set; } = Workshop.Initial;
    public IReadOnlyList<Fact> Facts => facts;
    public DateTimeOffset Now { get; set; } = Noon;

    /// <summary>A room opened on the small pack with one table or two, and a model that finds everything feasible.</summary>
    public static Room Open(PlayMode mode = PlayMode.Full, int tables = 1, Func<ModelQuestion, WorkshopCommand>? answers = null)
    {
        var room = new Room { Answers = answers ?? Models.Says(_ => Verdict.Feasible) };
        room.Facilitate(new OpenWorkshop(Code, SmallPack.Script(mode), "", "", [.. Enumerable.Repeat("", tables)], "ana", false));
        return room;
    }

    public Decision Facilitate(WorkshopCommand command) => Send(Facilitator, command);

    public Decision As(string participant, WorkshopCommand command) => Send(new ParticipantActor(P(participant)), command);

    public Decision Join(string participant, TableId? table = null) =>
        Send(Visitor, new JoinWorkshop(P(participant), participant, "key", false, false, table));

    public Decision Send(Actor by, WorkshopCommand command, CommandId? id = null)
    {
        var decision = Take(new Envelope(id ?? NextId(), by, Now, command));
        Settle();
        return decision;
    }

    /// <summary>Hands in an envelope as it is; nothing is asked from the model.</summary>
    public Decision Take(Envelope envelope)
    {
        var decision = Workshop.Decide(State, envelope);
        foreach (var e in decision.Events)
        {
            var fact = new Fact(e, envelope.By, envelope.At, envelope.Id);
            facts.Add(fact);
            State = Workshop.Evolve(State, fact);
        }
        return decision;
    }

    /// <summary>Has the model answer whatever is pending.</summary>
    public void Settle()
    {
        if (Answers is not { } answers) return;
        for (var asked = 0; Workshop.Pending(State) is { } question; asked++)
            if (asked == 1_000 || Take(new Envelope(NextId(), Model, Now, answers(question))).Events.IsEmpty)
                throw new InvalidOperationException($"The answer to {question} was not taken, and would be asked for ever.");
    }

    /// <summary>Goes to the step of an act.</summary>
    public void GoTo(ActId act, StepKind kind) => Facilitate(new JumpTo(State.Script!.Steps.First(s => s.Act == act && s.Kind == kind).Id));

    /// <summary>Goes to a step outside acts.</summary>
    public void GoTo(StepKind kind) => Facilitate(new JumpTo(State.Script!.Steps.First(s => s.Kind == kind).Id));

    public CommandId NextId() => new("c" + commands++.ToString(CultureInfo.InvariantCulture));

    public static ParticipantId P(string name) => new(name);
}

/// <summary>Models made by hand.</summary>
public static class Models
{
    /// <summary>A model that gives each action a verdict and finds the named components struck.</summary>
    public static Func<ModelQuestion, WorkshopCommand> Says(
        Func<(ActId Act, TableId? Table, ActionId Action), Verdict> verdict, Func<ActId, ComponentId[]>? down = null, Script? script = null)
    {
        var actions = (script ?? SmallPack.Script()).Actions;
        return question => question switch
        {
            ModelQuestion.Situation { Inputs: var i } => new RecordSituation(i, new SituationFacts(
                TimeSpan.Zero,
                [.. (down?.Invoke(i.Act) ?? []).Select(c => new ComponentFact(c, ComponentStatus.Struck, TimeSpan.Zero, []))],
                [.. actions.Select(a => new ActionFact(a.Id, verdict((i.Act, i.Table, a.Id)), Why(a.Id)))])),
            _ => new RecordConsequences(question.Inputs, new ConsequenceFacts(TimeSpan.Zero, TimeSpan.FromHours(1), [])),
        };
    }

    private static ImmutableArray<Explanation> Why(ActionId action) =>
        [new([new StruckBy(new ComponentId("under-" + action.Value), TimeSpan.Zero, null, null)])];
}
