using TousRisques.Domain.Expeditions;
using TousRisques.Web.Expeditions;

namespace TousRisques.Web.Pages.Explorer;

/// <summary>A room of an expedition, as its navigation names it.</summary>
/// <param name="Key">Its word: <c>explorer.room.{Key}</c>.</param>
/// <param name="Path">Its address under the expedition's.</param>
/// <param name="Count">How many things wait there, or 0.</param>
/// <param name="Works">Whether it is for those who work in the expedition: such rooms stand together, after the others.</param>
internal sealed record ExplorerRoom(string Key, string Path, int Count = 0, bool Works = false);

/// <summary>The rooms that somebody finds in an expedition. A new room is one line here.</summary>
internal static class ExplorerRooms
{
    /// <summary>Rooms in the order of the navigation, behind the door that somebody has come through.</summary>
    public static IEnumerable<ExplorerRoom> For(Visit visit, string section) => ExpeditionAddress.IsActing(section) ? Acting() : Exploring(visit);

    private static IEnumerable<ExplorerRoom> Acting()
    {
        yield return new("act", ExpeditionAddress.Act);
        yield return new("synthesis", "synthesis");
        yield return new("leads", "leads");
        yield return new("recommendations", "recommendations");
        yield return new("scenarios", "scenarios");
        yield return new("kit", "kit");
        yield return new("explore", "");
    }

    private static IEnumerable<ExplorerRoom> Exploring(Visit visit)
    {
        yield return new("front", "");

        // Watch
        yield return new("watch", "watch", visit.Standing >= Standing.Member ? visit.State.Watch.Waiting : 0);

        // Inquiry
        if (visit.Standing >= Standing.Member || visit.State.Inquiry.IsSynthesisPublished) yield return new("inquiry", "inquiry");

        // Encounters
        yield return new("meetings", "meetings");

        // Notebook
        yield return new("notebook", "notebook");

        // Catalogue
        yield return new("devices", "devices");

        // Agenda
        yield return new("workshops", "workshops");

        // Agir
        yield return new("act", ExpeditionAddress.Act);

        yield return new("partners", "partners");
        yield return new("contribute", "contribute");
        yield return new("spread", "spread");

        if (visit.Standing >= Standing.Moderator) yield return new("moderation", "moderation", Moderation.WaitingQueue.CountFor(visit), Works: true);
        if (visit.Standing >= Standing.Member) yield return new("notices", "notices", visit.State.Notices.NewFor(visit.Caller.Account ?? "", visit.Standing) + visit.State.Recommendations.OverdueOf(visit.Caller.Account ?? "", visit.Now).Count(), Works: true);
        if (visit.Standing >= Standing.Member) yield return new("people", "people", Works: true);
        if (visit.Standing >= Standing.Lead) yield return new("messages", "messages", Works: true);
        if (visit.Standing >= Standing.Lead) yield return new("settings", "settings", Works: true);
    }
}
