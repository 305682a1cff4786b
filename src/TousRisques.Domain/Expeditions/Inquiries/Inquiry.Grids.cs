using System.Collections.Immutable;
using System.Diagnostics;

namespace TousRisques.Domain.Expeditions.Inquiries;

// Rules of grids. A draft is edited part by part; once people are asked from a version it stays as it is, so that answers keep their meaning.
public sealed partial record Inquiry
{
    private Decision<ExpeditionEvent> DecideGrid(InquiryCommand command) => command switch
    {
        DraftGrid c => Draft(c),
        ImportGrid c => Import(c),
        RetireGrid c => In(c.Grid, grid => grid.Retired ? Decision<ExpeditionEvent>.Nothing : new GridRetired(c.Grid)),
        ReinstateGrid c => In(c.Grid, grid => grid.Retired ? new GridReinstated(c.Grid) : Decision<ExpeditionEvent>.Nothing),
        ReviseGrid c => In(c.Grid, grid =>
            grid.IsDraft ? Decision<ExpeditionEvent>.Nothing
            : grid.Versions.Length >= InquiryLimits.Versions ? new TooMany("version", InquiryLimits.Versions)
            : new GridRevised(c.Grid, grid.Last.Number + 1)),
        ReleaseGrid c => In(c.Grid, grid =>
            !grid.IsDraft ? Decision<ExpeditionEvent>.Nothing
            : !grid.Last.Form.Questions.Any(q => q.IsAsked) ? new GridIsEmpty()
            : new GridReleased(c.Grid, grid.Last.Number)),
        TitleGrid c => InDraft(c.Grid, form =>
            Titled(c.Title, c.Introduction, out var title, out var introduction) is { } no ? no
            : (title, introduction) == (form.Title, form.Introduction) ? Decision<ExpeditionEvent>.Nothing
            : new GridTitled(c.Grid, title, introduction)),
        RestoreRemovedPart c => InDraft(c.Grid, form =>
            Grids[c.Grid].Removed is not [.., var part] ? Decision<ExpeditionEvent>.Nothing
            : RestoreRefusal(form, part) is { } no ? no
            : new RemovedPartRestored(c.Grid)),
        AddSection or ReviseSection or MoveSection or RemoveSection => DecideSection(command),
        AddQuestion or ReviseQuestion or MoveQuestion or RemoveQuestion => DecideQuestion(command),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };

    private Decision<ExpeditionEvent> DecideSection(InquiryCommand command) => command switch
    {
        AddSection c => InDraft(c.Grid, form =>
            GridClean.Head(c.Head, out var head) is { } no ? no
            : form.Has(head.Name) ? new FormNameTaken(head.Name)
            : form.Sections.Length >= InquiryLimits.Sections ? new TooMany("section", InquiryLimits.Sections)
            : new SectionAdded(c.Grid, Place(c.At, form.Sections.Length), head)),
        ReviseSection c => InDraft(c.Grid, form =>
            GridClean.Head(c.Head, out var head) is { } no ? no
            : form.SectionOf(c.Section) is null ? Missing("section", c.Section)
            : head.Name != c.Section && form.Has(head.Name) ? new FormNameTaken(head.Name)
            : new SectionRevised(c.Grid, c.Section, head)),
        MoveSection c => InDraft(c.Grid, form =>
            form.SectionOf(c.Section) is not { } section ? Missing("section", c.Section)
            : form.Sections.IndexOf(section) == Place(c.At, form.Sections.Length - 1) ? Decision<ExpeditionEvent>.Nothing
            : new SectionMoved(c.Grid, c.Section, Place(c.At, form.Sections.Length - 1))),
        RemoveSection c => InDraft(c.Grid, form => form.SectionOf(c.Section) is null ? Missing("section", c.Section) : new SectionRemoved(c.Grid, c.Section)),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };

    private Decision<ExpeditionEvent> DecideQuestion(InquiryCommand command) => command switch
    {
        AddQuestion c => InDraft(c.Grid, form =>
            GridClean.Of(c.Question, out var question) is { } no ? no
            : form.SectionOf(c.Section) is not { } section ? Missing("section", c.Section)
            : form.Has(question.Name) ? new FormNameTaken(question.Name)
            : GridClean.TooLarge(form, question) is { } large ? large
            : new QuestionAdded(c.Grid, c.Section, Place(c.At, section.Questions.Length), question)),
        ReviseQuestion c => InDraft(c.Grid, form =>
            GridClean.Of(c.Question, out var question) is { } no ? no
            : form.Find(c.Name) is null ? Missing("question", c.Name)
            : question.Name != c.Name && form.Has(question.Name) ? new FormNameTaken(question.Name)
            : GridClean.TooLarge(form, question, c.Name) is { } large ? large
            : Decision<ExpeditionEvent>.Of([new QuestionRevised(c.Grid, c.Name, question), .. Renaming.Follow(c.Grid, form, c.Name, question)])),
        MoveQuestion c => InDraft(c.Grid, form => Move(c, form)),
        RemoveQuestion c => InDraft(c.Grid, form => form.Find(c.Name) is null ? Missing("question", c.Name) : new QuestionRemoved(c.Grid, c.Name)),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };

    private static Decision<ExpeditionEvent> Move(MoveQuestion c, GridForm form)
    {
        if (form.Find(c.Name) is not { } question) return Missing("question", c.Name);
        if (form.SectionOf(c.Section) is not { } section) return Missing("section", c.Section);
        var at = Place(c.At, section.Questions.Length - (section.Questions.Contains(question) ? 1 : 0));
        return section.Questions.IndexOf(question) == at ? Decision<ExpeditionEvent>.Nothing : new QuestionMoved(c.Grid, c.Name, c.Section, at);
    }

    private Decision<ExpeditionEvent> Draft(DraftGrid c) =>
        !FormNames.IsId(c.Grid.Value) ? Missing("grid", c.Grid.Value)
        : Titled(c.Title, c.Introduction, out var title, out var introduction) is { } no ? no
        : Grids.ContainsKey(c.Grid) ? new AlreadyThere()
        : Grids.Count >= InquiryLimits.Grids ? new TooMany("grid", InquiryLimits.Grids)
        : new GridDrafted(c.Grid, title, introduction);

    private Decision<ExpeditionEvent> Import(ImportGrid c)
    {
        if (!FormNames.IsId(c.Grid.Value)) return Missing("grid", c.Grid.Value);
        if (GridClean.Of(c.Form, out var form) is { } no) return no;
        var known = Grids.GetValueOrDefault(c.Grid);
        if (known is null && Grids.Count >= InquiryLimits.Grids) return new TooMany("grid", InquiryLimits.Grids);
        var imported = new GridImported(c.Grid, form);
        if (known is null || known.IsDraft) return imported;
        if (known.Versions.Length >= InquiryLimits.Versions) return new TooMany("version", InquiryLimits.Versions);
        return Decision<ExpeditionEvent>.Of([new GridRevised(c.Grid, known.Last.Number + 1), imported]);
    }

    private static Refusal? RestoreRefusal(GridForm form, RemovedPart part)
    {
        var back = part.Question is { } q ? [q] : part.Section.Questions;
        if (back.Select(b => b.Name).Append(part.Question is null ? part.Section.Head.Name : null).FirstOrDefault(n => n is not null && form.Has(n)) is { } name) return new FormNameTaken(name);
        if (part.Question is not null && form.SectionOf(part.Section.Head.Name) is null) return Missing("section", part.Section.Head.Name);
        if (part.Question is null && form.Sections.Length >= InquiryLimits.Sections) return new TooMany("section", InquiryLimits.Sections);
        return form.Questions.Count() + back.Length > InquiryLimits.Questions ? new TooMany("question", InquiryLimits.Questions) : null;
    }

    private static Refusal? Titled(string rawTitle, string rawIntroduction, out string title, out string introduction)
    {
        introduction = "";
        return Clean.Line(rawTitle, "title", ExpeditionLimits.Title, out title) ?? Clean.Optional(rawIntroduction, "introduction", ExpeditionLimits.Paragraph, lines: true, out introduction);
    }

    private Decision<ExpeditionEvent> In(GridId id, Func<Grid, Decision<ExpeditionEvent>> then) => Grids.TryGetValue(id, out var grid) ? then(grid) : Missing("grid", id.Value);

    private Decision<ExpeditionEvent> InDraft(GridId id, Func<GridForm, Decision<ExpeditionEvent>> then) => In(id, grid => grid.IsDraft ? then(grid.Last.Form) : new GridIsReleased(grid.Last.Number));

    private static Unknown Missing(string kind, string? name) => new(kind, Clean.Cut(name ?? "", ExpeditionLimits.Id));

    private static int Place(int? at, int last) => Math.Clamp(at ?? last, 0, last);
}
