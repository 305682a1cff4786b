using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Domain.Words;
using TousRisques.Formats;
using TousRisques.Web.Forms;

namespace TousRisques.Web.Pages.Explorer.Meetings;

/// <summary>Which meetings a page shows: all in its address.</summary>
/// <param name="Theme">About this theme, or null for any.</param>
/// <param name="Kind">Of this kind, or null for any.</param>
/// <param name="State">Standing so, or null for any.</param>
/// <param name="Page">Which page, from 1.</param>
public sealed record MeetingsQuery(Theme? Theme, MeetingKind? Kind, MeetingState? State, int Page)
{
    /// <summary>Meetings on a page.</summary>
    public const int Size = 12;

    /// <summary>Reads an address; what it does not know is passed over.</summary>
    public static MeetingsQuery Read(IQueryCollection query) =>
        new(Choice<Theme>(query["theme"]), Choice<MeetingKind>(query["kind"]), Choice<MeetingState>(query["state"]), int.TryParse(query["page"], out var page) ? Math.Clamp(page, 1, 10_000) : 1);

    /// <summary>The filters as an address writes them: empty, or beginning with a question mark.</summary>
    public string Filters
    {
        get
        {
            var parts = new List<string>(3);
            if (Theme is { } theme) parts.Add("theme=" + Wire.Of(theme));
            if (Kind is { } kind) parts.Add("kind=" + Wire.Of(kind));
            if (State is { } state) parts.Add("state=" + Wire.Of(state));
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    /// <summary>Meetings that somebody may read and that are asked for: those to come first, the soonest first; then the others, the latest first.</summary>
    public List<Meeting> Of(Encounters encounters, Standing reader, DateTimeOffset now)
    {
        var wanted = encounters.For(reader).Where(m => (Theme is not { } t || m.IsAbout(t)) && (Kind is not { } k || m.Sheet.Kind == k) && (State is not { } s || m.State == s)).ToList();
        return [.. wanted.Where(m => IsToCome(m, now)).Reverse(), .. wanted.Where(m => !IsToCome(m, now))];
    }

    /// <summary>Whether a meeting is still to come.</summary>
    public static bool IsToCome(Meeting meeting, DateTimeOffset now) => meeting.State == MeetingState.Planned && meeting.Sheet.Ends >= now;

    private static T? Choice<T>(string? typed) where T : struct, Enum => typed is null ? null : EnumWords<T>.Find(typed);
}
