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

/// <summary>What each command to an expedition is called on its way to the grain, part by part.</summary>
internal static class ExpeditionCommandNames
{
    /// <summary>Name and class of every command.</summary>
    public static readonly Kinds<ExpeditionCommand> Kinds = new Kinds<ExpeditionCommand>()
        // Charter
        .With<OpenExpedition>("open-expedition")
        .With<ReviseOutline>("revise-outline")
        .With<ListPartners>("list-partners")
        .With<ListPhases>("list-phases")
        .With<GivePart>("give-part")
        .With<TakePart>("take-part")
        .With<LeaveExpedition>("leave-expedition")
        .With<RevokeInvitations>("revoke-invitations")
        .With<EndExpedition>("end-expedition")
        .With<ResumeExpedition>("resume-expedition")

        // Watch
        .With<AddWatchItem>("add-watch-item")
        .With<ReviseWatchItem>("revise-watch-item")
        .With<SortWatchItems>("sort-watch-items")
        .With<TakeInWatchItems>("take-in-watch-items")
        .With<FollowFeed>("follow-feed")
        .With<ReviseFeed>("revise-feed")
        .With<DropFeed>("drop-feed")

        // Inquiry
        .With<DraftGrid>("draft-grid")
        .With<ImportGrid>("import-grid")
        .With<TitleGrid>("title-grid")
        .With<AddSection>("add-section")
        .With<ReviseSection>("revise-section")
        .With<MoveSection>("move-section")
        .With<RemoveSection>("remove-section")
        .With<AddQuestion>("add-question")
        .With<ReviseQuestion>("revise-question")
        .With<MoveQuestion>("move-question")
        .With<RemoveQuestion>("remove-question")
        .With<RestoreRemovedPart>("restore-removed-part")
        .With<ReleaseGrid>("release-grid")
        .With<ReviseGrid>("revise-grid")
        .With<RetireGrid>("retire-grid")
        .With<ReinstateGrid>("reinstate-grid")
        .With<RecordInterview>("record-interview")
        .With<ReviseProfile>("revise-profile")
        .With<RecordConsent>("record-consent")
        .With<KeepAnswers>("keep-answers")
        .With<FinishInterview>("finish-interview")
        .With<ReopenInterview>("reopen-interview")
        .With<WithdrawInterview>("withdraw-interview")
        .With<WriteExcerpt>("write-excerpt")
        .With<RewordExcerpt>("reword-excerpt")
        .With<CodeExcerpt>("code-excerpt")
        .With<UncodeExcerpt>("uncode-excerpt")
        .With<TagExcerpt>("tag-excerpt")
        .With<RemoveExcerpt>("remove-excerpt")
        .With<WriteSynthesis>("write-synthesis")
        .With<PublishSynthesis>("publish-synthesis")
        .With<UnpublishSynthesis>("unpublish-synthesis")

        // Encounters
        .With<PlanMeeting>("plan-meeting")
        .With<ReviseMeeting>("revise-meeting")
        .With<RecordMeeting>("record-meeting")
        .With<CancelMeeting>("cancel-meeting")
        .With<RestoreMeeting>("restore-meeting")

        // Notebook
        .With<BeginChapter>("begin-chapter")
        .With<WriteChapter>("write-chapter")
        .With<RestoreVersion>("restore-version")
        .With<PublishChapter>("publish-chapter")
        .With<WithdrawChapter>("withdraw-chapter")
        .With<OrderChapters>("order-chapters")
        .With<AddFigure>("add-figure")
        .With<DescribeFigure>("describe-figure")
        .With<RemoveFigure>("remove-figure")
        .With<SendReaction>("send-reaction")
        .With<AcceptReactions>("accept-reactions")
        .With<RefuseReactions>("refuse-reactions")
        .With<ReopenReactions>("reopen-reactions")
        .With<AnswerReaction>("answer-reaction")

        // Catalogue
        .With<DeclareDevice>("declare-device")
        .With<AddDevice>("add-device")
        .With<ReviseDevice>("revise-device")
        .With<AcceptDevices>("accept-devices")
        .With<RefuseDevices>("refuse-devices")
        .With<UndoDevice>("undo-device")
        .With<ImportDevices>("import-devices")

        // Agenda
        .With<AnnounceWorkshop>("announce-workshop")
        .With<ReviseAnnouncement>("revise-announcement")
        .With<CancelPlannedWorkshop>("cancel-planned-workshop")
        .With<SignUpFor>("sign-up-for")
        .With<CancelSignUp>("cancel-sign-up")
        .With<EraseSignUp>("erase-sign-up")
        .With<BindWorkshop>("bind-workshop")
        .With<TakeAttendance>("take-attendance")
        .With<SendCircular>("send-circular")
        .With<NoteReminder>("note-reminder")

        // Statements
        .With<WriteStatement>("write-statement")
        .With<ReviseStatement>("revise-statement")
        .With<MoveStatement>("move-statement")
        .With<WithdrawStatement>("withdraw-statement")
        .With<RestoreStatement>("restore-statement")

        // Leads
        .With<AddLead>("add-lead")
        .With<TakeInLeads>("take-in-leads")
        .With<ReviseLead>("revise-lead")
        .With<SortLead>("sort-lead")
        .With<RelateLeads>("relate-leads")
        .With<JudgeLead>("judge-lead")
        .With<CarryLead>("carry-lead")

        // Recommendations
        .With<WriteRecommendation>("write-recommendation")
        .With<ReviseRecommendation>("revise-recommendation")
        .With<AdoptRecommendation>("adopt-recommendation")
        .With<WithdrawRecommendation>("withdraw-recommendation")
        .With<RestoreRecommendation>("restore-recommendation")
        .With<FollowRecommendation>("follow-recommendation")

        // Kit
        .With<CoverKit>("cover-kit")
        .With<AddKitSheet>("add-kit-sheet")
        .With<ReviseKitSheet>("revise-kit-sheet")
        .With<MoveKitSheet>("move-kit-sheet")
        .With<WithdrawKitSheet>("withdraw-kit-sheet")
        .With<RestoreKitSheet>("restore-kit-sheet")
        .With<PublishKit>("publish-kit")
        // Futures
        .With<DrawBox>("draw-box")
        .With<RedrawBox>("redraw-box")
        .With<PutBoxAway>("put-box-away")
        .With<JudgeImpacts>("judge-impacts")
        .With<BringImpacts>("bring-impacts")
        .With<ChooseFuture>("choose-future")
        .With<RetellFuture>("retell-future")
        .With<DropFuture>("drop-future")

        // Notices
        .With<MarkNoticesSeen>("mark-notices-seen")
        ;
}
