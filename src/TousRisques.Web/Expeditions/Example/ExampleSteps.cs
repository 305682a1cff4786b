using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Futures;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Expeditions.Leads;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Expeditions.Recommendations;
using TousRisques.Domain.Expeditions.Statements;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Words;
using TousRisques.Formats.Expeditions;

namespace TousRisques.Web.Expeditions.Example;

/// <summary>One command of the shipped example. Its id is always the same, so that what was given before has no effect again.</summary>
/// <param name="Id">The command's id.</param>
/// <param name="Command">What is asked.</param>
internal sealed record ExampleStep(CommandId Id, ExpeditionCommand Command);

/// <summary>Turns the folder of an expedition into the commands that make it.</summary>
internal static class ExampleSteps
{
    /// <summary>The last command: it shows the example to everybody, once it is whole.</summary>
    public static readonly CommandId Last = new("example-shown");

    /// <summary>The commands in order.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="now">When it is taken in: workshops to come are counted from that day.</param>
    public static ImmutableArray<ExampleStep> Of(ExpeditionFolder folder, DateTimeOffset now)
    {
        var steps = ImmutableArray.CreateBuilder<ExampleStep>();
        Add("opened", new OpenExpedition(folder.Id, folder.Outline with { Public = false }, Example: true));
        Add("partners", new ListPartners(folder.Partners));
        Add("phases", new ListPhases(folder.Phases));
        foreach (var m in folder.Meetings)
        {
            Add("meeting-" + m.Id, new PlanMeeting(new(m.Id), Sheet(m)));
            if (m.Record is { } record) Add("told-" + m.Id, new RecordMeeting(new(m.Id), record));
        }
        foreach (var w in folder.Watch) Add("watch-" + w.Id, new AddWatchItem(new(w.Id), w.Card, Publish: true));
        foreach (var g in folder.Grids)
        {
            Add("grid-" + g.Id, new ImportGrid(new(g.Id), g.Form));
            Add("released-" + g.Id, new ReleaseGrid(new(g.Id)));
        }
        foreach (var d in folder.Devices) Add("device-" + d.Id, new AddDevice(new(d.Id), d.Sheet));
        foreach (var w in folder.Workshops) Add("workshop-" + w.Id, new AnnounceWorkshop(new(w.Id), Announcement(w, folder.Outline.Language, now)));
        foreach (var c in folder.Chapters)
        {
            Add("chapter-" + c.Id, new BeginChapter(new(c.Id), c.Text));
            Add("published-" + c.Id, new PublishChapter(new(c.Id), Draft: 1, "", []));
        }
        foreach (var s in folder.Statements) Add("statement-" + s.Id, new WriteStatement(new(s.Id), s.Sheet));
        foreach (var l in folder.Leads)
        {
            Add("lead-" + l.Id, new AddLead(new(l.Id), l.Sheet, l.Published.Length > 0 ? new(LeadSource.Published, "", l.Published, "", 0) : LeadOrigin.OfMember));
            foreach (var cousin in l.Cousins) Add($"cousins-{l.Id}-{cousin}", new RelateLeads(new(l.Id), new(cousin), Cousins: true));
        }
        foreach (var r in folder.Recommendations)
        {
            Add("recommendation-" + r.Id, new WriteRecommendation(new(r.Id), new(
                r.Title, r.Words, r.For, [.. r.Leads.Select(l => new LeadId(l))], r.Evidence, new("", r.Organisation), r.InMonths > 0 ? now.AddMonths(r.InMonths) : null)));
            if (r.Adopted) Add("adopted-" + r.Id, new AdoptRecommendation(new(r.Id), now));
        }
        foreach (var b in folder.Boxes)
        {
            Add("box-" + b.Id, new DrawBox(new(b.Id), b.Sheet));
            foreach (var (judge, number) in b.Judges.Select((j, i) => (j, i + 1)))
                foreach (var (block, at) in judge.Blocks.Select((k, i) => (k, i + 1))) Add($"judged-{b.Id}-{number}-{at}", new BringImpacts(new(b.Id), judge.Name, block.Source, block.Target, block.Impacts));
            foreach (var f in b.Futures) Add($"future-{b.Id}-{f.Id}", new ChooseFuture(new(b.Id), new(f.Id), f.States, f.Title, f.Narrative));
        }
        if (folder.Kit is { } kit)
        {
            Add("kit", new CoverKit(kit.Cover));
            foreach (var s in kit.Sheets) Add("sheet-" + s.Id, new AddKitSheet(new(s.Id), s.Sheet));
            Add("kit-published", new PublishKit(Draft: 1 + kit.Sheets.Length, kit.Note));
        }
        steps.Add(new(Last, new ReviseOutline(folder.Outline)));
        return steps.ToImmutable();

        void Add(string id, ExpeditionCommand command) => steps.Add(new(new("example-" + id), command));
    }

    private static MeetingSheet Sheet(MeetingEntry m)
    {
        var starts = ExpeditionTime.At(m.Day, m.From ?? TimeOnly.MinValue);
        var ends = m.From is null ? ExpeditionTime.At(m.Day.AddDays(1), TimeOnly.MinValue) : m.To is { } to ? ExpeditionTime.At(m.Day, to) : starts.AddHours(1);
        return new(m.Title, m.Kind, starts, ends, m.From is null, m.Place, m.Online, m.With, m.Themes, Public: true);
    }

    private static Announcement Announcement(WorkshopEntry w, Language language, DateTimeOffset now)
    {
        var day = w.Day ?? WorkingDay(DateOnly.FromDateTime(ExpeditionTime.Local(now).Date).AddDays(w.InDays));
        return new(
            w.Title, w.Scale, w.Pack, w.Place, w.Online, ExpeditionTime.At(day, w.From), "Europe/Paris", TimeSpan.FromMinutes(w.Minutes), w.Places, SignUpsOpen: true, SignUpsUntil: null, w.Description, w.Access, language,
            LinkOnCard: false);
    }

    /// <summary>The first day from a day on that is no weekend and no public holiday in France whose date is fixed: nobody announces a workshop for New Year's Day.</summary>
    internal static DateOnly WorkingDay(DateOnly day)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || (day.Month, day.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25)) day = day.AddDays(1);
        return day;
    }
}
