using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Formats.Calendar;

namespace TousRisques.Web.Agendas;

/// <summary>Workshops to come as calendars take them.</summary>
public static class AgendaCalendar
{
    /// <summary>How often subscribers look again.</summary>
    private static readonly TimeSpan Refresh = TimeSpan.FromHours(6);

    /// <summary>Every workshop of an expedition that people may still have in their calendars, for those who subscribe.</summary>
    public static byte[] Feed(Expedition expedition, string name, string site) => CalendarWriter.Write(new CalendarFile
    {
        Name = name,
        Refresh = Refresh,
        Events = [.. expedition.Agenda.Workshops.Values.OrderByDescending(w => w.Announcement.Start).ThenBy(w => w.Id.Value, StringComparer.Ordinal).Take(AgendaLimits.Workshops).Select(w => Event(expedition.Id, w, site, null))],
    });

    /// <summary>One workshop.</summary>
    /// <param name="expedition">Its expedition.</param>
    /// <param name="w">The workshop.</param>
    /// <param name="site">The address of this installation, without a slash at its end; empty when it is not known.</param>
    /// <param name="page">The page to go to, in place of the workshop's own: a personal one; or null.</param>
    public static ImmutableArray<byte> Of(ExpeditionId expedition, PlannedWorkshop w, string site, string? page)
    {
        ArgumentNullException.ThrowIfNull(w);
        return [.. CalendarWriter.Write(new CalendarFile { Name = w.Announcement.Title, Events = [Event(expedition, w, site, page)] })];
    }

    private static CalendarEvent Event(ExpeditionId expedition, PlannedWorkshop w, string site, string? page)
    {
        var address = site + (page ?? $"/explorer/{expedition}/workshops/{w.Id}");
        return new()
        {
            Uid = $"workshop-{w.Id}@{expedition}.tous-risques",
            Stamp = w.RevisedAt,
            Start = w.Announcement.Start,
            End = w.Announcement.End,
            Zone = AgendaTime.ZoneOf(w.Announcement),
            Summary = w.Announcement.Title,
            Description = string.Join("\n\n", new[] { Clean.Cut(w.Announcement.Description, ExpeditionLimits.Paragraph), w.Announcement.Access, address }.Where(t => t.Length > 0)),
            Location = w.Announcement.Place,
            Url = site.Length > 0 ? new Uri(address) : null,
            Reminder = page is null ? null : TimeSpan.FromHours(1),
            Sequence = w.Revision,
            IsCancelled = w.State == PlannedState.Cancelled,
        };
    }
}
