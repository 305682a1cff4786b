using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Futures;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Web.Devices;

namespace TousRisques.Web.Expeditions.Searching;

/// <summary>What somebody may find in an expedition. A part that has things to find is a method here; what they may not read is not among them.</summary>
internal static class Findables
{
    /// <summary>Everything that a visitor may find.</summary>
    public static IEnumerable<(object Item, Func<Findable> Shown)> For(Visit visit) =>
        Chapters(visit).Concat(Devices(visit)).Concat(WatchItems(visit)).Concat(Workshops(visit)).Concat(Meetings(visit)).Concat(Reactions(visit)).Concat(Excerpts(visit))
            .Concat(Statements(visit)).Concat(Leads(visit)).Concat(Recommendations(visit)).Concat(KitSheets(visit)).Concat(Boxes(visit)).Concat(Futures(visit))
            .Concat(Partners(visit)).Concat(Phases(visit));

    private static IEnumerable<(object, Func<Findable>)> Chapters(Visit visit)
    {
        foreach (var chapter in visit.State.Notebook.Chapters)
            if (chapter.Published is { } version)
                yield return Found(version, () => new(
                    FindableKind.Chapter, version.Text.Title, Words([version.Text.Summary, version.Text.Body, .. version.Text.References.Select(r => r.Label)]), $"notebook/{chapter.Id}", version.At));
    }

    private static IEnumerable<(object, Func<Findable>)> WatchItems(Visit visit) => visit.State.Watch.Items.Values
        .Where(i => i.State == WatchState.Published || (i.State == WatchState.Proposed && visit.Standing >= Standing.Member))
        .Select(i => Found(i, () => new(FindableKind.WatchItem, i.Card.Title, Words([i.Card.Summary, i.Card.Source, i.Card.Place]), $"watch/item/{i.Id}", i.Dated)));

    private static IEnumerable<(object, Func<Findable>)> Workshops(Visit visit) => visit.State.Agenda.Workshops.Values.Select(w => Found(w, () => new(
        FindableKind.Workshop, w.Announcement.Title, Words([w.Announcement.Description, w.Announcement.Place]), $"workshops/{w.Id}", w.Announcement.Start)));

    private static IEnumerable<(object, Func<Findable>)> Meetings(Visit visit) => visit.State.Encounters.For(visit.Standing).Select(m => Found(m, () => new(
        FindableKind.Meeting, m.Sheet.Title, Words([.. m.Sheet.With, m.Sheet.Place, m.Record.Minutes, .. m.Record.Learned.Select(l => l.Words)]), $"meetings/{m.Id}", m.Sheet.Starts)));

    private static IEnumerable<(object, Func<Findable>)> Reactions(Visit visit)
    {
        foreach (var reaction in visit.State.Notebook.Reactions.Values)
            if (reaction.State == ReactionState.Accepted && reaction.Remark.Words.Length > 0 && visit.State.Notebook.Find(reaction.Chapter) is { IsPublished: true } chapter)
                yield return Found(reaction, () => new(
                    FindableKind.Reaction, chapter.Text.Title, Words([reaction.Remark.Words, reaction.Remark.Place, reaction.Answer, reaction.Remark.Signature]),
                    $"notebook/{chapter.Id}", reaction.At));
    }

    /// <summary>What people said in interviews is for those who work in the expedition.</summary>
    private static IEnumerable<(object, Func<Findable>)> Excerpts(Visit visit) => visit.Standing < Standing.Member ? [] : visit.State.Inquiry.Interviews.Values.SelectMany(
        i => i.Excerpts, (i, e) => Found(e, () => new(FindableKind.Excerpt, i.Code, Words([e.Text, .. e.Tags, i.Profile.Organisation]), $"inquiry/interviews/{i.Id}", i.ChangedAt)));

    private static IEnumerable<(object, Func<Findable>)> Statements(Visit visit) => visit.State.Statements.InForce.Select(s => Found(s, () => new(
        FindableKind.Statement, Evidences.EvidenceLook.Begin(s.Sheet.Words, 120), s.Sheet.Words, $"synthesis#s-{s.Id}", s.ChangedAt)));

    private static IEnumerable<(object, Func<Findable>)> Leads(Visit visit) => visit.State.Leads.InOrder.Select(l => Found(l, () => new(
        FindableKind.Lead, l.Sheet.Title, Words([l.Sheet.Description, l.Why, l.Origin.Title]), $"leads/{l.Id}", l.At)));

    private static IEnumerable<(object, Func<Findable>)> Recommendations(Visit visit) => visit.State.Recommendations.For(visit.Standing).Select(r => Found(r, () => new(
        FindableKind.Recommendation, r.Sheet.Title, Words([r.Sheet.Words, r.Sheet.Owner.Organisation, .. r.FollowUps.Select(f => f.Why)]), $"recommendations/{r.Id}", r.ChangedAt)));

    private static IEnumerable<(object, Func<Findable>)> KitSheets(Visit visit) => (visit.State.Kit.For(visit.Standing)?.Leaves ?? []).Select(l => Found(l, () => new(
        FindableKind.KitSheet, l.Sheet.Title, Words([l.Sheet.Brief, .. TextsOf(l.Sheet.Content)]), $"kit/sheets/{l.Id}", l.ChangedAt)));

    private static IEnumerable<string> TextsOf(KitContent content) => content switch
    {
        TextContent c => [c.Words],
        ActionsContent c => c.Actions.SelectMany(a => new[] { a.Words, a.By }),
        DeviceContent c => [c.Words],
        ContactsContent c => c.Contacts.SelectMany(w => new[] { w.Role, w.Organisation, w.Reach }),
        FallbackContent c => [c.Missing, .. c.Steps],
        DataContent c => [c.What, c.Producer, c.Format, c.Source, c.Sharing, c.Answers, c.Offline],
        _ => [],
    };

    private static IEnumerable<(object, Func<Findable>)> Boxes(Visit visit) => visit.State.Boxes.For(visit.Standing).Select(b => Found(b, () => new(
        FindableKind.Box, b.Sheet.Title, Words([b.Sheet.Question, .. b.Sheet.Drivers.Select(d => $"{d.Label} : {string.Join(", ", d.States.Select(s => s.Label))}")]), $"scenarios/{b.Id}", b.At)));

    private static IEnumerable<(object, Func<Findable>)> Futures(Visit visit) => visit.State.Boxes.For(visit.Standing).SelectMany(b => b.Futures, (b, f) => Found(f, () => new(
        FindableKind.Future, f.Title, Words([f.Narrative, .. f.States.Select(s => $"{s.Driver} : {s.State}")]), $"scenarios/{b.Id}/futures/{f.Id}", f.At)));

    private static IEnumerable<(object, Func<Findable>)> Partners(Visit visit) => visit.State.Charter.Partners.Select(p => Found(p, () => Of(p, visit)));

    private static IEnumerable<(object, Func<Findable>)> Phases(Visit visit) => visit.State.Charter.Phases.Select(p => Found(p, () => Of(p, visit)));

    private static IEnumerable<(object, Func<Findable>)> Devices(Visit visit) => DeviceShelf.Of(visit.State.Catalogue).Devices.Select(d => Found(d.Device, () => Of(d.Device)));

    private static Findable Of(Partner partner, Visit visit) => new(FindableKind.Charter, partner.Name, partner.Role, "partners", visit.State.Charter.OpenedAt);

    private static Findable Of(Phase phase, Visit visit) =>
        new(FindableKind.Charter, phase.Name, Words([phase.Purpose, .. phase.Deliverables.Select(d => d.Name)]), "", phase.From ?? visit.State.Charter.OpenedAt);

    private static Findable Of(Device device) => new(
        FindableKind.Device, device.Sheet.Name,
        Words([device.Sheet.Does, .. device.Sheet.Places.Select(p => p.Name), device.Sheet.DependsOnMore, device.Sheet.WithoutPower, device.Sheet.WithoutNetwork, device.Sheet.WithoutStaff, device.Sheet.Cost, device.Sheet.Source]),
        $"devices/{device.Id}", device.DeclaredAt);

    private static (object, Func<Findable>) Found(object item, Func<Findable> shown) => (item, shown);

    private static string Words(IEnumerable<string> texts) => string.Join('\n', texts.Where(t => t.Length > 0));
}
