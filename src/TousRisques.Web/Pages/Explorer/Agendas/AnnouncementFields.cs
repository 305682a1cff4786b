using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Domain.Words;
using TousRisques.Web.Access;
using TousRisques.Web.Agendas;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Packs;

namespace TousRisques.Web.Pages.Explorer.Agendas;

/// <summary>Reads the form of an announcement.</summary>
internal static class AnnouncementFields
{
    /// <summary>The zone that a new workshop is told in, unless it says another.</summary>
    public const string UsualZone = "Europe/Paris";

    /// <summary>Minutes that a workshop takes, unless it says otherwise.</summary>
    public const int UsualMinutes = 150;

    /// <summary>What is announced; null when what it cannot do without is missing or not readable.</summary>
    public static Announcement? Read(FormFields f, Visit visit, InstalledPacks packs)
    {
        var name = f["zone"].Trim() is { Length: > 0 } typed ? typed : UsualZone;
        if (AgendaTime.Find(name) is not { } zone)
        {
            f.Want("zone");
            return null;
        }
        if (f["pack"].Length > 0 && packs.Find(f["pack"]) is null) f.Want("pack");
        if (f.Instant("start", zone) is not { } start)
        {
            f.Want("start");
            return null;
        }
        return new(
            f["title"], f.Choice<Scale>("scale") ?? Scale.Territorial, f["pack"], f["place"], f.Yes("online"), start, name,
            TimeSpan.FromMinutes(Math.Clamp(f.Number("minutes") ?? UsualMinutes, 0, 10 * AgendaLimits.LongestMinutes)), f.Number("places") ?? 0,
            f.Yes("open"), f.Instant("until", zone), f["description"], f["access"], CallerBinding.Known(f["language"]) ?? visit.Outline.Language, f.Yes("link-on-card"));
    }
}
