using TousRisques.Domain.Workshops;

namespace TousRisques.Journal.Names;

/// <summary>
/// What each fact is called for ever. A fact whose fields change in a way that old JSON does not fit gets the next version here and an
/// upcaster from the one before (<see cref="Facts.Upcasters"/>).
/// </summary>
internal static class EventNames
{
    /// <summary>Name and class of every fact.</summary>
    public static readonly Kinds<WorkshopEvent> Kinds = new Kinds<WorkshopEvent>()
        .With<WorkshopOpened>("workshop-opened")
        .With<TableAdded>("table-added")
        .With<ParticipantJoined>("participant-joined")
        .With<ParticipantResumed>("participant-resumed")
        .With<ParticipantLeft>("participant-left")
        .With<ParticipantMoved>("participant-moved")
        .With<CharacterAssigned>("character-assigned")
        .With<SelfIntroduced>("self-introduced")
        .With<StepEntered>("step-entered")
        .With<ClockPaused>("clock-paused")
        .With<ClockResumed>("clock-resumed")
        .With<StepExtended>("step-extended")
        .With<StepPlanned>("step-planned")
        .With<EventRevealed>("event-revealed")
        .With<EventWithdrawn>("event-withdrawn")
        .With<ConstraintImposed>("constraint-imposed")
        .With<ConstraintLifted>("constraint-lifted")
        .With<VerdictsRevealed>("verdicts-revealed")
        .With<VerdictsHidden>("verdicts-hidden")
        .With<SituationRecorded>("situation-recorded")
        .With<ConsequencesRecorded>("consequences-recorded")
        .With<MessageSent>("message-sent")
        .With<MessageInjected>("message-injected")
        .With<ActionAssessed>("action-assessed")
        .With<AvailabilityOverridden>("availability-overridden")
        .With<PrioritiesRanked>("priorities-ranked")
        .With<ActionProposed>("action-proposed")
        .With<PlanOpened>("plan-opened")
        .With<ActionPlanned>("action-planned")
        .With<ActionUnplanned>("action-unplanned")
        .With<PlanConfirmed>("plan-confirmed")
        .With<PlanReopened>("plan-reopened")
        .With<StakeholderPlaced>("stakeholder-placed")
        .With<StakeholderAdded>("stakeholder-added")
        .With<ObservationNoted>("observation-noted")
        .With<DebriefAnswered>("debrief-answered")
        .With<LeadProposed>("lead-proposed")
        .With<LeadSupported>("lead-supported")
        .With<AccessRevoked>("access-revoked")
        .With<Corrected>("corrected")
        .With<WorkshopClosed>("workshop-closed")
        .With<WorkshopReopened>("workshop-reopened");

    /// <summary>Facts whose stored form is past its first version. Missing here: version 1.</summary>
    private static readonly Dictionary<string, int> Versions = [];

    /// <summary>The version in which a fact is stored today.</summary>
    public static int VersionOf(string name) => Versions.GetValueOrDefault(name, 1);

    /// <summary>The release since which a fact exists, for the catalogue. Missing here: the first, 0.1.</summary>
    public static string SinceOf(string name) => Since.GetValueOrDefault(name, "0.1");

    private static readonly Dictionary<string, string> Since = [];
}
