using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Notices;
using TousRisques.Web.Forms;

namespace TousRisques.Web.Pages.Explorer.Notices;

/// <summary>What notices say, and where they lead.</summary>
internal static class NoticeWords
{
    /// <summary>A sentence, such as « 12 réactions attendent d’être lues ».</summary>
    public static string Say(Words words, Expedition expedition, Notice notice)
    {
        var key = "explorer-notices." + Wire.Of(notice.Kind);
        var name = NameOf(expedition, notice);
        return words.Has(key) ? words[key, name] : words.Plural(key, notice.Count, name);
    }

    /// <summary>The page that a notice leads to, under the expedition's address.</summary>
    public static string PathOf(Notice notice) => notice.Kind switch
    {
        NoticeKind.PartGiven => "people",
        NoticeKind.DeviceDeclared => "devices/pending",
        NoticeKind.ChapterPublished => "notebook/" + notice.Subject,
        NoticeKind.ReactionsWait => "notebook/reactions",
        NoticeKind.WatchWaits => "watch/sort",
        NoticeKind.InterviewFinished => "inquiry",
        NoticeKind.SynthesisPublished => "inquiry/synthesis",
        NoticeKind.MeetingPlanned or NoticeKind.MeetingTold => "meetings/" + notice.Subject,
        NoticeKind.WorkshopAnnounced or NoticeKind.SignedUp => "workshops/" + notice.Subject,
        NoticeKind.StatementsWritten => "synthesis",
        NoticeKind.LeadsAdded => "leads",
        NoticeKind.LeadSorted => "leads/" + notice.Subject,
        NoticeKind.RecommendationAdopted or NoticeKind.RecommendationFollowed => "recommendations/" + notice.Subject,
        NoticeKind.KitPublished => "kit",
        _ => "",
    };

    private static string NameOf(Expedition expedition, Notice notice) => notice.Kind switch
    {
        NoticeKind.ChapterPublished => expedition.Notebook.Find(new(notice.Subject))?.Text.Title ?? notice.Subject,
        NoticeKind.MeetingPlanned or NoticeKind.MeetingTold => expedition.Encounters.All.GetValueOrDefault(new(notice.Subject))?.Sheet.Title ?? notice.Subject,
        NoticeKind.WorkshopAnnounced or NoticeKind.SignedUp => expedition.Agenda.Workshops.GetValueOrDefault(new(notice.Subject))?.Announcement.Title ?? notice.Subject,
        NoticeKind.LeadSorted => expedition.Leads.Find(new(notice.Subject))?.Sheet.Title ?? notice.Subject,
        NoticeKind.RecommendationAdopted or NoticeKind.RecommendationFollowed => expedition.Recommendations.Find(new(notice.Subject))?.Sheet.Title ?? notice.Subject,
        _ => notice.Subject.Length == 0 ? expedition.Charter.Outline?.Name ?? "" : notice.Subject,
    };
}
