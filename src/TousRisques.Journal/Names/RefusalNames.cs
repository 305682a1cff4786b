using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Futures;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Expeditions.Recommendations;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Workshops;

namespace TousRisques.Journal.Names;

/// <summary>What each refusal is called in answers to programs.</summary>
internal static class RefusalNames
{
    /// <summary>Name and class of every refusal.</summary>
    public static readonly Kinds<Refusal> Kinds = new Kinds<Refusal>()
        .With<NoSuchWorkshop>("no-such-workshop")
        .With<AlreadyOpen>("already-open")
        .With<AlreadyClosed>("already-closed")
        .With<FacilitatorsOnly>("facilitators-only")
        .With<NotYours>("not-yours")
        .With<NotYourTable>("not-your-table")
        .With<NoSuchParticipant>("no-such-participant")
        .With<RoomFull>("room-full")
        .With<Unknown>("unknown")
        .With<TextMissing>("text-missing")
        .With<TextTooLong>("text-too-long")
        .With<OutOfRange>("out-of-range")
        .With<CharacterTaken>("character-taken")
        .With<AlreadyRevealed>("already-revealed")
        .With<NotYet>("not-yet")
        .With<NoSuchStep>("no-such-step")
        .With<VerdictsAreShown>("verdicts-are-shown")
        .With<VerdictsAreHidden>("verdicts-are-hidden")
        .With<ReasonWanted>("reason-wanted")
        .With<BadRanking>("bad-ranking")
        .With<ActionImpossible>("action-impossible")
        .With<NoSlotLeft>("no-slot-left")
        .With<NotEnoughEffort>("not-enough-effort")
        .With<PlanIsConfirmed>("plan-is-confirmed")
        .With<NothingToCorrect>("nothing-to-correct")
        .With<TooMany>("too-many")
        .With<AlreadyThere>("already-there")
        .With<ActionInPlan>("action-in-plan")
        .With<PlanIsPast>("plan-is-past")
        // Expeditions
        .With<NoSuchExpedition>("no-such-expedition")
        .With<NameTaken>("name-taken")
        .With<StandingNeeded>("standing-needed")
        .With<LastLead>("last-lead")
        .With<EndsBeforeItBegins>("ends-before-it-begins")
        .With<NoWebLink>("no-web-link")
        .With<ExpeditionIsOver>("expedition-is-over")
        .With<MeetingIsCancelled>("meeting-is-cancelled")
        // Inquiry
        .With<NoFormName>("no-form-name")
        .With<FormNameTaken>("form-name-taken")
        .With<GridIsReleased>("grid-is-released")
        .With<GridIsDraft>("grid-is-draft")
        .With<GridIsEmpty>("grid-is-empty")
        .With<ChoicesMissing>("choices-missing")
        .With<NoScale>("no-scale")
        .With<AnswerUnfit>("answer-unfit")
        .With<ConstraintUnmet>("constraint-unmet")
        .With<InterviewCodeTaken>("interview-code-taken")
        .With<InterviewIsWithdrawn>("interview-is-withdrawn")
        // Watch
        .With<WatchedAlready>("watched-already")
        .With<FollowedAlready>("followed-already")
        // Agenda
        .With<NoMailAddress>("no-mail-address")
        .With<SignUpsAreClosed>("sign-ups-are-closed")
        .With<WorkshopIsOff>("workshop-is-off")
        .With<WorkshopIsHeld>("workshop-is-held")
        .With<TooFewPlaces>("too-few-places")
        .With<NotBegun>("not-begun")
        // Catalogue
        .With<DependsOnNothingAndMore>("depends-on-nothing-and-more")
        .With<PointIncomplete>("point-incomplete")
        // Notebook
        .With<TextMovedOn>("text-moved-on")
        .With<NothingToPublish>("nothing-to-publish")
        .With<QueueFull>("queue-full")
        // Agir
        .With<EvidenceMissing>("evidence-missing")
        .With<NotAdopted>("not-adopted")
        .With<RecommendationIsWithdrawn>("recommendation-is-withdrawn")
        .With<DayToCome>("day-to-come")
        .With<SourceOrEstimate>("source-or-estimate")
        .With<NothingTurns>("nothing-turns")
        .With<LabelTwice>("label-twice")
        ;
}
