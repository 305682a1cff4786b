using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Journal.Tests.Golden;

/// <summary>
/// One example of every fact, rich enough that each of its fields and cases appears: written once to <c>tests/Golden/stored</c>, and
/// shown in the catalogue.
/// </summary>
internal static class StoredExamples
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Ana = new FacilitatorActor("ana"), Omar = new ObserverActor("omar"), Model = new ModelActor(), Visitor = new VisitorActor();
    private static readonly ParticipantId P7 = new("p7"), P9 = new("p9");
    private static readonly Actor Player = new ParticipantActor(P7);
    private static readonly TableId A = new("a"), B = new("b");
    private static readonly ActId Flood = new("flood"), Pandemic = new("pandemic");
    private static readonly ActionId Texts = new("mass-texts"), Knock = new("knock-on-doors"), Own = new("own-k3");
    private static readonly ComponentId Power = new("power-elbeuf"), Mast = new("mast-4"), Battery = new("mast-battery"), Automaton = new("call-automaton"),
        Warn = new("warn-residents"), Lan = new("town-hall-network"), Directory = new("directory-service");
    private static readonly EventId Runoff = new("runoff");
    private static readonly ConstraintId Absent = new("staff-absent");

    /// <summary>Every fact, in the order of the table of names.</summary>
    public static ImmutableArray<Fact> All { get; } = [.. Make().Select((f, i) =>
        new Fact(f.Event, f.By, Start.AddMinutes(i).AddTicks(1), new CommandId($"c-{i + 1}")))];

    private static IEnumerable<(WorkshopEvent Event, Actor By)> Make() =>
    [
        (new WorkshopOpened(new("KRTMNP"), Script, "Exercice d'automne", "Salle du conseil, Elbeuf", "ana", Demonstration: true), Ana),
        (new TableAdded(A, "Table A"), Ana),
        (new ParticipantJoined(P7, "Zoé", "9f86d081884c7d65", ShowName: true, OnPaper: false, A), Visitor),
        (new ParticipantResumed(P7), Player),
        (new ParticipantLeft(P7), Player),
        (new ParticipantMoved(P7, B), Ana),
        (new CharacterAssigned(P7, new CharacterId("mayor")), Ana),
        (new SelfIntroduced(P7, "Je suis maire depuis hier & j'apprends <vite>."), Player),
        (new StepEntered(new("flood.assessment"), new StepId("flood.plan")), Ana),
        (new ClockPaused(), Ana),
        (new ClockResumed(), Ana),
        (new StepExtended(new("flood.assessment"), TimeSpan.FromMinutes(-5)), Ana),
        (new StepPlanned(new("flood.plan"), new TimeSpan(1, 2, 3, 4, 5)), Ana),
        (new EventRevealed(Runoff), Ana),
        (new EventWithdrawn(Runoff), Ana),
        (new ConstraintImposed(Absent), Ana),
        (new ConstraintLifted(Absent), Ana),
        (new VerdictsRevealed(Flood), Ana),
        (new VerdictsHidden(Flood), Ana),
        (new SituationRecorded(Inputs, Situation), Model),
        (new ConsequencesRecorded(Inputs with { Table = null, Plans = [] }, Consequences), Model),
        (new MessageSent(new("m1"), P7, new("sms"), new ToTable(B), "Montez à l'étage !", Delivery.FailedSilently, TimeSpan.FromMinutes(3)), Player),
        (new MessageInjected(new("m2"), "Préfecture", new ChannelId("radio"), new ToParticipant(P9), "Le pont est fermé.", Delivery.Delivered, TimeSpan.Zero), Ana),
        (new ActionAssessed(P7, Flood, Texts, Verdict.Degraded, "Une antenne sur deux."), Player),
        (new AvailabilityOverridden(A, Flood, Texts, Verdict.Feasible, "L'opérateur a confirmé."), Ana),
        (new PrioritiesRanked(P7, Flood, [new(new StakeId("lives"), null), new(null, "Garder le moral")]), Player),
        (new ActionProposed(Own, A, "Porte-voix sur les vélos", 2, Theme.Capacity, CrisisTime.During), Player),
        (new PlanOpened(A, Pandemic, [new(Knock, Flood)], [new(Texts, DropCause.Impossible), new(Own, DropCause.Slots)], Slots: 4, Effort: 9), Ana),
        (new ActionPlanned(A, Flood, Texts), Player),
        (new ActionUnplanned(A, Flood, Texts), Player),
        (new PlanConfirmed(A, Flood), Player),
        (new PlanReopened(A, Flood), Ana),
        (new StakeholderPlaced(A, new("prefect"), StakeholderRole.Decides), Player),
        (new StakeholderAdded(new("own-s1"), A, "Radio locale", StakeholderFamily.Media, StakeholderRole.Informs), Player),
        (new ObservationNoted("Personne n'a pensé au papier.", Theme.Governance, CrisisTime.Before, A), Omar),
        (new DebriefAnswered(P7, DebriefQuestion.Surprised, "La mairie sans courriel.", Theme.Data, CrisisTime.After), Player),
        (new LeadProposed(new("l1"), P7, "Un annuaire sur papier", "Tiré à chaque trimestre.", Theme.Jobs, CrisisTime.Before), Player),
        (new LeadSupported(new("l1"), P9, Support: true), new ParticipantActor(P9)),
        (new AccessRevoked(AccessRole.Observer), Ana),
        (new Corrected(new("c-17")), Ana),
        (new WorkshopClosed(), Ana),
        (new WorkshopReopened(), Ana),
    ];

    private static ModelInputs Inputs => new(
        Pandemic, A, [Runoff], [Absent], [new(Knock, Flood, Until: null), new(Texts, Flood, Pandemic)]);

    private static SituationFacts Situation => new(
        TimeSpan.FromHours(30),
        [
            new(Mast, ComponentStatus.Starved, TimeSpan.FromHours(29),
            [
                new([
                    new StarvedOf(Mast, TimeSpan.FromHours(29), TimeSpan.FromHours(25), TimeSpan.FromHours(4), [Power]),
                    new StruckBy(Power, TimeSpan.FromHours(25), Runoff, null),
                ]),
            ]),
            new(Battery, ComponentStatus.OnReserve, TimeSpan.FromHours(25),
                [new([new RunningOnReserve(Battery, TimeSpan.FromHours(25), TimeSpan.FromHours(33), [Power])])]),
            new(Automaton, ComponentStatus.Restarting, TimeSpan.FromHours(28),
                [new([new StillRestarting(Automaton, TimeSpan.FromHours(29.5), TimeSpan.FromHours(31))])]),
            new(Lan, ComponentStatus.Deadlocked, TimeSpan.FromHours(26),
                [new([new InDeadlock(Lan, TimeSpan.FromHours(26), [Lan, Directory], [Directory])])]),
        ],
        [
            new(Texts, Verdict.Impossible, [new([new StruckBy(Mast, TimeSpan.FromHours(29), null, Absent)])]),
            new(Knock, Verdict.Degraded,
            [
                new([new CappedBy(Resource.Staff, 8, 6, [Absent])]),
                new([new ThroughMakeshift([Automaton], [Lan])]),
            ]),
            new(Own, Verdict.Feasible, []),
        ]);

    private static ConsequenceFacts Consequences => new(
        TimeSpan.FromHours(30), TimeSpan.FromHours(54),
        [
            new(Warn, 1.5, [new(TimeSpan.FromHours(30), TimeSpan.FromHours(34))], [new(TimeSpan.FromHours(30), TimeSpan.FromHours(54))],
                [new([new StruckBy(Power, TimeSpan.FromHours(25), Runoff, null)])]),
        ]);

    private static Script Script => new()
    {
        PackId = "seine-maritime",
        PackDigest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        Title = Text.Of("La Seine monte", "The Seine is rising"),
        Mode = PlayMode.Full,
        Steps =
        [
            new(new("welcome"), StepKind.Welcome, null, TimeSpan.FromMinutes(10)),
            new(new("flood.assessment"), StepKind.Assessment, Flood, TimeSpan.FromMinutes(12.5)),
        ],
        Acts = [new(Flood, ActKind.Crisis, 6, 12, [Runoff], [new(Absent, 0.75) { Until = TimeSpan.FromHours(72) }]) { At = TimeSpan.FromHours(30) }],
        Actions = [new(Texts, 2, Theme.Data, CrisisTime.During)],
        Characters = [new(new("mayor"), Needed: true)],
        Stakes = [new("lives")],
        Stakeholders = [new("prefect")],
        Channels = [new(new("sms"), Mast, TimeSpan.Zero, TellsSender: false), new(new("runner"), null, TimeSpan.FromMinutes(20), TellsSender: true)],
    };
}
