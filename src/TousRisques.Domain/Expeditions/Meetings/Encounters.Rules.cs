using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Meetings;

public sealed partial record Encounters
{
    private Decision<ExpeditionEvent> Plan(PlanMeeting c)
    {
        if (Clean.Line(c.Meeting.Value, "id", ExpeditionLimits.Id, out var id) is { } badId) return badId;
        if (All.ContainsKey(new(id))) return new AlreadyThere();
        if (All.Count >= MeetingLimits.Meetings) return new TooMany("meeting", MeetingLimits.Meetings);
        return SheetRefusal(c.Sheet, out var sheet) is { } no ? no : new MeetingPlanned(new(id), sheet);
    }

    private Decision<ExpeditionEvent> Revise(ReviseMeeting c)
    {
        if (All.GetValueOrDefault(c.Meeting) is not { } meeting) return Missing(c.Meeting);
        if (meeting.State == MeetingState.Cancelled) return new MeetingIsCancelled();
        if (SheetRefusal(c.Sheet, out var sheet) is { } no) return no;
        return Same(sheet, meeting.Sheet) ? Decision<ExpeditionEvent>.Nothing : new MeetingRevised(c.Meeting, sheet);
    }

    private Decision<ExpeditionEvent> Record(RecordMeeting c)
    {
        if (All.GetValueOrDefault(c.Meeting) is not { } meeting) return Missing(c.Meeting);
        if (meeting.State == MeetingState.Cancelled) return new MeetingIsCancelled();
        if (Clean.Optional(c.Record.Minutes, "meeting-minutes", ExpeditionLimits.Words, lines: true, out var minutes) is { } badMinutes) return badMinutes;
        if (c.Record.Learned.Length > MeetingLimits.Lines) return new TooMany("lesson", MeetingLimits.Lines);
        if (c.Record.Links.Length > MeetingLimits.Lines) return new TooMany("link", MeetingLimits.Lines);
        var learned = ImmutableArray.CreateBuilder<Lesson>(c.Record.Learned.Length);
        foreach (var raw in c.Record.Learned)
        {
            if (Clean.Lines(raw.Words, "lesson", ExpeditionLimits.Paragraph, out var words) is { } bad) return bad;
            learned.Add(raw with { Words = words });
        }
        var links = ImmutableArray.CreateBuilder<MeetingLink>(c.Record.Links.Length);
        foreach (var raw in c.Record.Links)
        {
            if (Clean.Optional(raw.Title, "title", ExpeditionLimits.Title, lines: false, out var title) is { } badTitle) return badTitle;
            if (WebLink.Refusal(raw.Link, out var link) is { } badLink) return badLink;
            if (link.Length == 0) return new TextMissing("link");
            links.Add(new(title.Length == 0 ? Clean.Cut(link, ExpeditionLimits.Title) : title, link));
        }
        return new MeetingRecorded(c.Meeting, new(minutes, learned.ToImmutable(), links.ToImmutable()));
    }

    private static Refusal? SheetRefusal(MeetingSheet raw, out MeetingSheet sheet)
    {
        sheet = raw;
        if (Clean.Line(raw.Title, "title", ExpeditionLimits.Title, out var title) is { } badTitle) return badTitle;
        if (Clean.Optional(raw.Place, "place", ExpeditionLimits.Line, lines: false, out var place) is { } badPlace) return badPlace;
        if (WebLink.Refusal(raw.Online, out var online) is { } badLink) return badLink;
        if (!Enum.IsDefined(raw.Kind)) return new Unknown("meeting-kind", raw.Kind.ToString());
        if (raw.Starts.UtcDateTime.Year is < MeetingLimits.FirstYear or > MeetingLimits.LastYear) return new OutOfRange("year", MeetingLimits.FirstYear, MeetingLimits.LastYear);
        if (raw.Ends < raw.Starts) return new EndsBeforeItBegins(title);
        if (raw.Ends - raw.Starts > TimeSpan.FromDays(MeetingLimits.Days)) return new OutOfRange("days", 1, MeetingLimits.Days);
        if (raw.With.Length > MeetingLimits.Lines) return new TooMany("attending", MeetingLimits.Lines);
        var with = ImmutableArray.CreateBuilder<string>(raw.With.Length);
        foreach (var line in raw.With)
        {
            if (Clean.Line(line, "attending", ExpeditionLimits.Line, out var who) is { } badWho) return badWho;
            with.Add(who);
        }
        sheet = raw with { Title = title, Place = place, Online = online, With = with.ToImmutable(), Themes = Clean.Values(raw.Themes) };
        return null;
    }

    private static Unknown Missing(MeetingId meeting) => new("meeting", Clean.Cut(meeting.Value ?? "", ExpeditionLimits.Id));

    // Lists in records compare by reference.
    private static bool Same(MeetingSheet a, MeetingSheet b) =>
        a.With.SequenceEqual(b.With) && a.Themes.SequenceEqual(b.Themes) && a with { With = b.With, Themes = b.Themes } == b;
}
