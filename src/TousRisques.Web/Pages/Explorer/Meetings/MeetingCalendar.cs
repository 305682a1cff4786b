using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Formats.Calendar;
using TousRisques.Web.Expeditions;

namespace TousRisques.Web.Pages.Explorer.Meetings;

/// <summary>Meetings as calendars take them.</summary>
internal static class MeetingCalendar
{
    /// <summary>A calendar of meetings.</summary>
    public static IResult Of(HttpContext http, Visit visit, IEnumerable<Meeting> meetings, string file)
    {
        var root = $"{http.Request.Scheme}://{http.Request.Host}";
        var calendar = new CalendarFile
        {
            Name = $"{visit.Outline.Name} · {visit.W["explorer.room.meetings"]}",
            Refresh = TimeSpan.FromHours(12),
            Events = [.. meetings.Select(m => Event(visit, m, root))],
        };
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(CalendarWriter.Write(calendar), "text/calendar; charset=utf-8", file);
    }

    private static CalendarEvent Event(Visit visit, Meeting m, string root) => new()
    {
        Uid = $"meeting-{m.Id}@{visit.Id}.tous-risques",
        Stamp = m.ChangedAt,
        Start = m.Sheet.Starts,
        End = m.Sheet.Ends,
        Zone = ExpeditionTime.Zone,
        Summary = m.Sheet.Title,
        Description = string.Join('\n', [.. m.Sheet.With, .. m.Sheet.Online.Length > 0 ? [m.Sheet.Online] : Array.Empty<string>()]),
        Location = m.Sheet.Place,
        Url = new Uri(root + visit.At($"meetings/{m.Id}")),
        Sequence = m.Changes,
        IsCancelled = m.State == MeetingState.Cancelled,
    };
}
