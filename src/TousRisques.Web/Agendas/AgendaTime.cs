using System.Globalization;
using TousRisques.Domain.Expeditions.Agendas;

namespace TousRisques.Web.Agendas;

/// <summary>Hours of a workshop to come, on the clock of its territory (docs/pages.md, "Hours").</summary>
public static class AgendaTime
{
    /// <summary>Zones that forms propose: metropolitan France first, then overseas territories, then neighbours.</summary>
    public static readonly IReadOnlyList<string> Proposed =
    [
        "Europe/Paris", "America/Guadeloupe", "America/Martinique", "America/Cayenne", "America/Miquelon", "Indian/Reunion", "Indian/Mayotte", "Pacific/Noumea", "Pacific/Tahiti",
        "Pacific/Wallis", "Europe/Brussels", "Europe/Luxembourg", "Europe/Zurich", "Europe/London", "UTC",
    ];

    /// <summary>A zone by its name; null when this machine does not know it.</summary>
    public static TimeZoneInfo? Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary>The zone of a workshop; UTC when this machine does not know it.</summary>
    public static TimeZoneInfo ZoneOf(Announcement announcement)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        return Find(announcement.Zone) ?? TimeZoneInfo.Utc;
    }

    /// <summary>When a workshop takes place: « jeudi 5 novembre 2026, de 14:00 à 16:30 (heure de Paris) ».</summary>
    public static string When(Words words, Announcement a)
    {
        ArgumentNullException.ThrowIfNull(words);
        var (zone, start, end) = (ZoneOf(a), Local(a, a.Start), Local(a, a.End));
        return start.Date == end.Date
            ? words["explorer-agenda.when", Day(words, start), Hour(words, start), Hour(words, end), Clock(zone)]
            : words["explorer-agenda.when-days", Day(words, start), Hour(words, start), Day(words, end), Hour(words, end), Clock(zone)];
    }

    /// <summary>A day in words: « jeudi 5 novembre 2026 ».</summary>
    public static string Day(Words words, DateTimeOffset local)
    {
        ArgumentNullException.ThrowIfNull(words);
        // French says « 1er mars » of the first day alone.
        return local.ToString(words.Language.Code == "fr" && local.Day == 1 ? "dddd d'er' MMMM yyyy" : "dddd d MMMM yyyy", words.Culture);
    }

    /// <summary>An hour, as the language writes it.</summary>
    public static string Hour(Words words, DateTimeOffset local) => local.ToString("t", words.Culture);

    /// <summary>An instant in words, on the workshop's clock.</summary>
    public static string At(Words words, Announcement a, DateTimeOffset at) => Local(a, at) is var local ? $"{Day(words, local)}, {Hour(words, local)}" : "";

    /// <summary>An instant on the workshop's clock.</summary>
    public static DateTimeOffset Local(Announcement a, DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, ZoneOf(a));

    /// <summary>An instant as forms write it: <c>2026-11-05T14:00</c>.</summary>
    public static string ForForm(Announcement a, DateTimeOffset at) => Local(a, at).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    /// <summary>The zone's city, as people know clocks by.</summary>
    private static string Clock(TimeZoneInfo zone) => zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
