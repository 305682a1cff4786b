using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Domain.Words;
using TousRisques.Web.Expeditions;

namespace TousRisques.Web.Pages.Explorer.Meetings;

/// <summary>Reads the forms of meetings.</summary>
internal static class MeetingFields
{
    /// <summary>Rows beyond which a form is none of ours.</summary>
    private const int MostRows = MeetingLimits.Lines + 5;

    /// <summary>What is said of a meeting; null when its day is missing.</summary>
    public static MeetingSheet? Sheet(FormFields f)
    {
        if (f.Day("day") is not { } first) return null;
        var (day, last) = (DateOnly.FromDateTime(first.UtcDateTime), DateOnly.FromDateTime((f.Day("until") ?? first).UtcDateTime));
        var (from, to) = (f.Hour("from"), f.Hour("to"));
        var wholeDay = from is null;
        var starts = ExpeditionTime.At(day, from ?? TimeOnly.MinValue);
        var ends = wholeDay ? ExpeditionTime.At(last.AddDays(1), TimeOnly.MinValue) : to is { } hour ? ExpeditionTime.At(last, hour) : starts.AddHours(1);
        return new(f["title"], f.Choice<MeetingKind>("kind") ?? MeetingKind.Other, starts, ends, wholeDay, f["place"], f["online"], f.Lines("with"), f.Choices<Theme>("theme"), f.Yes("public"));
    }

    /// <summary>What is told of a meeting. Rows left blank are none.</summary>
    public static MeetingRecord Record(FormFields f) => new(
        f["minutes"],
        [.. Rows(f, "lessons").Where(i => !string.IsNullOrWhiteSpace(f[$"lesson{i}"])).Select(i => new Lesson(f[$"lesson{i}"], f.Choice<Theme>($"theme{i}"), f.Choice<CrisisTime>($"time{i}")))],
        [.. Rows(f, "links").Where(i => !string.IsNullOrWhiteSpace(f[$"link{i}"] + f[$"linktitle{i}"])).Select(i => new MeetingLink(f[$"linktitle{i}"], f[$"link{i}"]))]);

    private static IEnumerable<int> Rows(FormFields f, string field) => Enumerable.Range(0, Math.Clamp(f.Number(field) ?? 0, 0, MostRows));
}
