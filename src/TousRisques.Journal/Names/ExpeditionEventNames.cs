using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Futures;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Expeditions.Leads;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Expeditions.Notices;
using TousRisques.Domain.Expeditions.Recommendations;
using TousRisques.Domain.Expeditions.Statements;
using TousRisques.Domain.Expeditions.Watching;

namespace TousRisques.Journal.Names;

/// <summary>What each fact of an expedition is called for ever, part by part. Rules for changes: <see cref="EventNames"/>.</summary>
internal static class ExpeditionEventNames
{
    /// <summary>Name and class of every fact.</summary>
    public static readonly Kinds<ExpeditionEvent> Kinds = new Kinds<ExpeditionEvent>()
        // Charter
        .With<ExpeditionOpened>("expedition-opened")
        .With<OutlineRevised>("outline-revised")
        .With<PartnersListed>("partners-listed")
        .With<PhasesListed>("phases-listed")
        .With<PartGiven>("part-given")
        .With<PartTaken>("part-taken")
        .With<InvitationsRevoked>("invitations-revoked")
        .With<ExpeditionEnded>("expedition-ended")
        .With<ExpeditionResumed>("expedition-resumed")

        // Watch
        .With<WatchItemAdded>("watch-item-added")
        .With<WatchItemRevised>("watch-item-revised")
        .With<WatchItemsSorted>("watch-items-sorted")
        .With<FeedFollowed>("feed-followed")
        .With<FeedRevised>("feed-revised")
        .With<FeedDropped>("feed-dropped")

        // Inquiry
        .With<GridDrafted>("grid-drafted")
        .With<GridImported>("grid-imported")
        .With<GridTitled>("grid-titled")
        .With<SectionAdded>("section-added")
        .With<SectionRevised>("section-revised")
        .With<SectionMoved>("section-moved")
        .With<SectionRemoved>("section-removed")
        .With<QuestionAdded>("question-added")
        .With<QuestionRevised>("question-revised")
        .With<QuestionMoved>("question-moved")
        .With<QuestionRemoved>("question-removed")
        .With<RemovedPartRestored>("removed-part-restored")
        .With<GridReleased>("grid-released")
        .With<GridRevised>("grid-revised")
        .With<GridRetired>("grid-retired")
        .With<GridReinstated>("grid-reinstated")
        .With<InterviewOpened>("interview-opened")
        .With<ProfileRevised>("profile-revised")
        .With<ConsentRecorded>("consent-recorded")
        .With<AnswersKept>("answers-kept")
        .With<InterviewFinished>("interview-finished")
        .With<InterviewReopened>("interview-reopened")
        .With<InterviewWithdrawn>("interview-withdrawn")
        .With<ExcerptWritten>("excerpt-written")
        .With<ExcerptReworded>("excerpt-reworded")
        .With<ExcerptCoded>("excerpt-coded")
        .With<ExcerptUncoded>("excerpt-uncoded")
        .With<ExcerptTagged>("excerpt-tagged")
        .With<ExcerptRemoved>("excerpt-removed")
        .With<SynthesisWritten>("synthesis-written")
        .With<SynthesisPublished>("synthesis-published")
        .With<SynthesisUnpublished>("synthesis-unpublished")

        // Encounters
        .With<MeetingPlanned>("meeting-planned")
        .With<MeetingRevised>("meeting-revised")
        .With<MeetingRecorded>("meeting-recorded")
        .With<MeetingCancelled>("meeting-cancelled")
        .With<MeetingRestored>("meeting-restored")

        // Notebook
        .With<ChapterBegun>("chapter-begun")
        .With<ChapterWritten>("chapter-written")
        .With<ChapterPublished>("chapter-published")
        .With<ChapterWithdrawn>("chapter-withdrawn")
        .With<ChaptersOrdered>("chapters-ordered")
        .With<FigureAdded>("figure-added")
        .With<FigureDescribed>("figure-described")
        .With<FigureRemoved>("figure-removed")
        .With<ReactionSent>("reaction-sent")
        .With<ReactionsAccepted>("reactions-accepted")
        .With<ReactionsRefused>("reactions-refused")
        .With<ReactionsReopened>("reactions-reopened")
        .With<ReactionAnswered>("reaction-answered")

        // Catalogue
        .With<DeviceDeclared>("device-declared")
        .With<DeviceAdded>("device-added")
        .With<DeviceAccepted>("device-accepted")
        .With<DeviceRefused>("device-refused")
        .With<DeviceRevised>("device-revised")
        .With<DeviceChangeUndone>("device-change-undone")

        // Agenda
        .With<WorkshopAnnounced>("workshop-announced")
        .With<AnnouncementRevised>("announcement-revised")
        .With<PlannedWorkshopCancelled>("planned-workshop-cancelled")
        .With<SignedUp>("signed-up")
        .With<PlaceGiven>("place-given")
        .With<SignUpCancelled>("sign-up-cancelled")
        .With<SignUpErased>("sign-up-erased")
        .With<WorkshopBound>("workshop-bound")
        .With<AttendanceTaken>("attendance-taken")
        .With<CircularSent>("circular-sent")
        .With<ReminderSent>("reminder-sent")

        // Statements
        .With<StatementWritten>("statement-written")
        .With<StatementRevised>("statement-revised")
        .With<StatementMoved>("statement-moved")
        .With<StatementWithdrawn>("statement-withdrawn")
        .With<StatementRestored>("statement-restored")

        // Leads
        .With<LeadAdded>("lead-added")
        .With<LeadRevised>("lead-revised")
        .With<LeadSorted>("lead-sorted")
        .With<LeadsRelated>("leads-related")
        .With<LeadJudged>("lead-judged")
        .With<LeadCarried>("lead-carried")

        // Recommendations
        .With<RecommendationWritten>("recommendation-written")
        .With<RecommendationRevised>("recommendation-revised")
        .With<RecommendationAdopted>("recommendation-adopted")
        .With<RecommendationWithdrawn>("recommendation-withdrawn")
        .With<RecommendationRestored>("recommendation-restored")
        .With<RecommendationFollowed>("recommendation-followed")

        // Kit
        .With<KitCovered>("kit-covered")
        .With<KitSheetAdded>("kit-sheet-added")
        .With<KitSheetRevised>("kit-sheet-revised")
        .With<KitSheetMoved>("kit-sheet-moved")
        .With<KitSheetWithdrawn>("kit-sheet-withdrawn")
        .With<KitSheetRestored>("kit-sheet-restored")
        .With<KitPublished>("kit-published")
        // Futures
        .With<BoxDrawn>("box-drawn")
        .With<BoxRedrawn>("box-redrawn")
        .With<BoxPutAway>("box-put-away")
        .With<ImpactsJudged>("impacts-judged")
        .With<ImpactsBrought>("impacts-brought")
        .With<FutureChosen>("future-chosen")
        .With<FutureRetold>("future-retold")
        .With<FutureDropped>("future-dropped")

        // Notices
        .With<NoticesSeen>("notices-seen")
        ;

    /// <summary>Facts whose stored form is past its first version. Missing here: version 1.</summary>
    private static readonly Dictionary<string, int> Versions = [];

    /// <summary>The version in which a fact is stored today.</summary>
    public static int VersionOf(string name) => Versions.GetValueOrDefault(name, 1);
}
