using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Domain.Workshops.Views;

namespace TousRisques.Journal.Names;

/// <summary>What the cases of smaller unions are called, in facts and in requests alike.</summary>
internal static class CaseNames
{
    /// <summary>Who gives a command.</summary>
    public static readonly Kinds<Actor> Actors = new Kinds<Actor>()
        .With<FacilitatorActor>("facilitator")
        .With<ObserverActor>("observer")
        .With<ParticipantActor>("participant")
        .With<ModelActor>("model")
        .With<VisitorActor>("visitor");

    /// <summary>Who gives a command to an expedition.</summary>
    public static readonly Kinds<ExpeditionActor> ExpeditionActors = new Kinds<ExpeditionActor>()
        .With<AccountHolder>("account")
        .With<PasserBy>("visitor")
        .With<TheHouse>("house");

    /// <summary>What says something.</summary>
    public static readonly Kinds<Evidence> Evidences = new Kinds<Evidence>()
        .With<WorkshopEvidence>("workshop")
        .With<VerbatimEvidence>("verbatim")
        .With<ReactionEvidence>("reaction")
        .With<WatchEvidence>("watch")
        .With<DeviceEvidence>("device")
        .With<LessonEvidence>("lesson")
        .With<PassageEvidence>("passage")
        .With<StressEvidence>("stress")
        .With<SourceEvidence>("source");

    /// <summary>What a sheet of a kit holds.</summary>
    public static readonly Kinds<KitContent> KitContents = new Kinds<KitContent>()
        .With<TextContent>("text")
        .With<ActionsContent>("actions")
        .With<DeviceContent>("device")
        .With<ContactsContent>("contacts")
        .With<FallbackContent>("fallback")
        .With<DataContent>("data");

    /// <summary>Who a message is for.</summary>
    public static readonly Kinds<Audience> Audiences = new Kinds<Audience>()
        .With<ToRoom>("room")
        .With<ToTable>("table")
        .With<ToParticipant>("participant")
        .With<ToFacilitators>("facilitators");

    /// <summary>Links of causal chains.</summary>
    public static readonly Kinds<Cause> Causes = new Kinds<Cause>()
        .With<StruckBy>("struck")
        .With<StarvedOf>("starved")
        .With<RunningOnReserve>("on-reserve")
        .With<StillRestarting>("restarting")
        .With<InDeadlock>("deadlock")
        .With<CappedBy>("capped")
        .With<ThroughMakeshift>("makeshift");

    /// <summary>Parts of what a thing needs.</summary>
    public static readonly Kinds<Need> Needs = new Kinds<Need>()
        .With<Need.On>("on")
        .With<Need.All>("all")
        .With<Need.Any>("any")
        .With<Need.AtLeast>("at-least")
        .With<Need.Degraded>("degraded");

    /// <summary>What a projector shows in its large part. In answers only.</summary>
    public static readonly Kinds<OnScreen> Screens = new Kinds<OnScreen>()
        .With<WelcomeScreen>("welcome")
        .With<RoundTableScreen>("round-table")
        .With<StakeholdersScreen>("stakeholders")
        .With<EventsScreen>("events")
        .With<ConstraintsScreen>("constraints")
        .With<SituationScreen>("situation")
        .With<AssessmentScreen>("assessment")
        .With<PrioritiesScreen>("priorities")
        .With<PlansScreen>("plan")
        .With<ConsequencesScreen>("consequences")
        .With<DebriefScreen>("debrief")
        .With<LeadsScreen>("leads")
        .With<CloseScreen>("close");

    /// <summary>The next thing to do, for who leads. In answers only.</summary>
    public static readonly Kinds<NextMove> Moves = new Kinds<NextMove>()
        .With<NextMove.Begin>("begin")
        .With<NextMove.Reveal>("reveal")
        .With<NextMove.Impose>("impose")
        .With<NextMove.ShowVerdicts>("show-verdicts")
        .With<NextMove.GoOn>("go-on")
        .With<NextMove.Finish>("finish")
        .With<NextMove.ReadReport>("read-report");
}
