using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Expeditions.Leads;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Expeditions.Recommendations;
using TousRisques.Domain.Expeditions.Statements;
using TousRisques.Domain.Expeditions.Watching;

namespace TousRisques.Domain.Expeditions.Notices;

/// <summary>Which facts are told, to whom. A part that has news is some lines here.</summary>
internal static class Noticing
{
    /// <summary>What a fact tells, or null.</summary>
    public static (NoticeKind Kind, string Subject, Standing For, int Count)? Of(ExpeditionEvent @event) => @event switch
    {
        PartGiven e => (NoticeKind.PartGiven, e.Account, Standing.Member, 1),
        OutlineRevised => (NoticeKind.OutlineRevised, "", Standing.Member, 1),
        ExpeditionEnded or ExpeditionResumed => (NoticeKind.ExpeditionEnded, "", Standing.Member, 1),
        DeviceDeclared => (NoticeKind.DeviceDeclared, "", Standing.Moderator, 1),
        ChapterPublished e => (NoticeKind.ChapterPublished, e.Chapter.Value, Standing.Member, 1),
        ReactionSent => (NoticeKind.ReactionsWait, "", Standing.Moderator, 1),
        WatchItemAdded { State: WatchState.Proposed } => (NoticeKind.WatchWaits, "", Standing.Member, 1),
        InterviewFinished => (NoticeKind.InterviewFinished, "", Standing.Member, 1),
        SynthesisPublished => (NoticeKind.SynthesisPublished, "", Standing.Member, 1),
        MeetingPlanned e => (NoticeKind.MeetingPlanned, e.Meeting.Value, Standing.Member, 1),
        MeetingRecorded e => (NoticeKind.MeetingTold, e.Meeting.Value, Standing.Member, 1),
        WorkshopAnnounced e => (NoticeKind.WorkshopAnnounced, e.Planned.Value, Standing.Member, 1),
        SignedUp e => (NoticeKind.SignedUp, e.Planned.Value, Standing.Member, 1),
        StatementWritten => (NoticeKind.StatementsWritten, "", Standing.Member, 1),
        LeadAdded => (NoticeKind.LeadsAdded, "", Standing.Member, 1),
        LeadSorted { State: not LeadState.Proposed } e => (NoticeKind.LeadSorted, e.Lead.Value, Standing.Member, 1),
        RecommendationAdopted e => (NoticeKind.RecommendationAdopted, e.Recommendation.Value, Standing.Member, 1),
        RecommendationFollowed e => (NoticeKind.RecommendationFollowed, e.Recommendation.Value, Standing.Member, 1),
        KitPublished e => (NoticeKind.KitPublished, $"{e.Version}", Standing.Member, 1),
        _ => null,
    };
}
