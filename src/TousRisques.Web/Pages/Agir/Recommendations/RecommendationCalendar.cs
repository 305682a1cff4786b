using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Expeditions.Recommendations;
using TousRisques.Formats.Calendar;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Look;

namespace TousRisques.Web.Pages.Agir.Recommendations;

/// <summary>Follow-ups of recommendations as calendars take them: half an hour in the morning of the day.</summary>
internal static class RecommendationCalendar
{
    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>Every follow-up of the recommendations that a reader finds.</summary>
    public static IResult Of(HttpContext http, Visit visit)
    {
        var root = $"{http.Request.Scheme}://{http.Request.Host}";
        var calendar = new CalendarFile
        {
            Name = $"{visit.Outline.Name} · {visit.W["explorer.room.recommendations"]}",
            Refresh = TimeSpan.FromHours(12),
            Events = [.. visit.State.Recommendations.For(visit.Standing).SelectMany(r => r.Appointments.Select(a => Event(visit, r, a, root)))],
        };
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(CalendarWriter.Write(calendar), "text/calendar; charset=utf-8", "recommendations.ics");
    }

    private static CalendarEvent Event(Visit visit, Recommendation r, Appointment a, string root)
    {
        var start = ExpeditionTime.At(DateOnly.FromDateTime(a.On.UtcDateTime), Morning);
        return new()
        {
            Uid = $"follow-up-{r.Id}-{a.Months}@{visit.Id}.tous-risques",
            Stamp = r.ChangedAt,
            Start = start,
            End = start.AddMinutes(30),
            Zone = ExpeditionTime.Zone,
            Summary = visit.W["agir.follow-up-of", a.Months, r.Sheet.Title],
            Description = a.Found is { } found ? visit.W.Of(found.Outcome) + (found.Why.Length > 0 ? "\n" + found.Why : "") : visit.W["agir.owner"] + " : " + RecommendationWords.OwnerOf(visit.W, r),
            Url = new Uri(root + visit.At($"recommendations/{r.Id}")),
            Sequence = r.Changes,
            // What was kept stays in the calendar; what need not be kept any more leaves it.
            IsCancelled = a.Found is null && r.Waiting.All(w => w.Months != a.Months),
        };
    }
}
