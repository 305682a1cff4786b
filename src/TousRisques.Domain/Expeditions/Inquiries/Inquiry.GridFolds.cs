using System.Collections.Immutable;
using System.Diagnostics;

namespace TousRisques.Domain.Expeditions.Inquiries;

public sealed partial record Inquiry
{
    private Inquiry EvolveGrid(InquiryEvent @event, ExpeditionFact fact) => @event switch
    {
        GridDrafted e => With(new Grid { Id = e.Grid, DraftedAt = fact.At, Versions = [new(1, new GridForm(e.Title, e.Introduction, [], []), Released: false)] }),
        GridImported e => With(Grids.GetValueOrDefault(e.Grid) is { } known
            ? known.With(e.Form) with { Removed = [] }
            : new Grid { Id = e.Grid, DraftedAt = fact.At, Versions = [new(1, e.Form, Released: false)] }),
        GridTitled e => Change(e.Grid, f => f with { Title = e.Title, Introduction = e.Introduction }),
        SectionAdded e => Change(e.Grid, f => f with { Sections = f.Sections.Insert(e.At, new Section(e.Head, [])) }),
        SectionRevised e => Change(e.Grid, e.Section, s => s with { Head = e.Head }),
        SectionMoved e => Change(e.Grid, f => f.SectionOf(e.Section) is { } s ? f with { Sections = f.Sections.Remove(s).Insert(e.At, s) } : f),
        SectionRemoved e => Change(Without(e.Grid, e.Section, null), e.Grid, f => f.SectionOf(e.Section) is { } s ? f with { Sections = f.Sections.Remove(s) } : f),
        QuestionAdded e => Change(e.Grid, e.Section, s => s with { Questions = s.Questions.Insert(e.At, e.Question) }),
        QuestionRevised e => Change(e.Grid, f => f with
        {
            Sections = [.. f.Sections.Select(s => s.Questions.FirstOrDefault(q => q.Name == e.Name) is { } q ? s with { Questions = s.Questions.Replace(q, e.Question) } : s)],
        }),
        QuestionMoved e => Change(e.Grid, f => f.Find(e.Name) is not { } q ? f : f with
        {
            Sections = [.. f.Sections.Select(s => s with { Questions = s.Questions.Remove(q) }).Select(s => s.Head.Name == e.Section ? s with { Questions = s.Questions.Insert(e.At, q) } : s)],
        }),
        QuestionRemoved e => Change(Without(e.Grid, null, e.Name), e.Grid, f => f with { Sections = [.. f.Sections.Select(s => s with { Questions = s.Questions.RemoveAll(q => q.Name == e.Name) })] }),
        RemovedPartRestored e => Restore(Grids[e.Grid]),
        GridReleased e => With(Grids[e.Grid] is var g ? g with { Versions = g.Versions.SetItem(g.Versions.Length - 1, g.Last with { Released = true }), Removed = [] } : g),
        GridRevised e => With(Grids[e.Grid] is var g ? g with { Versions = g.Versions.Add(g.Last with { Number = e.Version, Released = false }), Removed = [] } : g),
        GridRetired e => With(Grids[e.Grid] with { Retired = true }),
        GridReinstated e => With(Grids[e.Grid] with { Retired = false }),
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name}."),
    };

    private Inquiry With(Grid grid) => this with { Grids = Grids.SetItem(grid.Id, grid) };

    private Inquiry Change(GridId id, Func<GridForm, GridForm> change) => Change(this, id, change);

    private static Inquiry Change(Inquiry inquiry, GridId id, Func<GridForm, GridForm> change) =>
        inquiry.Grids[id] is var grid ? inquiry.With(grid.With(change(grid.Last.Form))) : inquiry;

    private Inquiry Change(GridId id, string section, Func<Section, Section> change) =>
        Change(id, f => f with { Sections = [.. f.Sections.Select(s => s.Head.Name == section ? change(s) : s)] });

    /// <summary>Keeps what is about to be taken out of a draft, so that it can be put back.</summary>
    private Inquiry Without(GridId id, string? section, string? question)
    {
        var (grid, form) = (Grids[id], Grids[id].Last.Form);
        var holder = form.Sections.FirstOrDefault(s => s.Head.Name == section || s.Questions.Any(q => q.Name == question));
        if (holder is null) return this;
        var taken = holder.Questions.FirstOrDefault(q => q.Name == question);
        var part = new RemovedPart(taken is null ? form.Sections.IndexOf(holder) : holder.Questions.IndexOf(taken), taken is null ? holder : holder with { Questions = [] }, taken);
        return With(grid with { Removed = [.. grid.Removed.TakeLast(InquiryLimits.Removed - 1), part] });
    }

    private Inquiry Restore(Grid grid)
    {
        if (grid.Removed is not [.. var earlier, var part]) return this;
        var form = grid.Last.Form;
        var back = part.Question is not { } question
            ? form with { Sections = form.Sections.Insert(Math.Min(part.Index, form.Sections.Length), part.Section) }
            : form with
            {
                Sections = [.. form.Sections.Select(s => s.Head.Name == part.Section.Head.Name ? s with { Questions = s.Questions.Insert(Math.Min(part.Index, s.Questions.Length), question) } : s)],
            };
        return With(grid.With(back) with { Removed = earlier });
    }
}
