using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>Makes what was typed or read from a file fit for a grid, or says why not.</summary>
internal static class GridClean
{
    /// <summary>A whole form.</summary>
    public static Refusal? Of(GridForm raw, out GridForm form)
    {
        form = raw;
        if (Clean.Line(raw.Title, "title", ExpeditionLimits.Title, out var title) is { } badTitle) return badTitle;
        if (Clean.Optional(raw.Introduction, "introduction", ExpeditionLimits.Paragraph, lines: true, out var introduction) is { } badIntroduction) return badIntroduction;
        if (Kept(raw.Settings, out var settings) is { } badSettings) return badSettings;
        if (raw.Sections.Length > InquiryLimits.Sections) return new TooMany("section", InquiryLimits.Sections);
        if (raw.Sections.Sum(s => s.Questions.Length) > InquiryLimits.Questions) return new TooMany("question", InquiryLimits.Questions);
        if (raw.Questions.Sum(q => q.Choices.Length) > InquiryLimits.AllChoices) return new TooMany("choice", InquiryLimits.AllChoices);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var sections = ImmutableArray.CreateBuilder<Section>(raw.Sections.Length);
        foreach (var rawSection in raw.Sections)
        {
            if (Head(rawSection.Head, out var head) is { } badHead) return badHead;
            if (!names.Add(head.Name)) return new FormNameTaken(head.Name);
            var questions = ImmutableArray.CreateBuilder<Question>(rawSection.Questions.Length);
            foreach (var rawQuestion in rawSection.Questions)
            {
                if (Of(rawQuestion, out var question) is { } badQuestion) return badQuestion;
                if (!names.Add(question.Name)) return new FormNameTaken(question.Name);
                questions.Add(question);
            }
            sections.Add(new Section(head, questions.ToImmutable()));
        }
        form = new GridForm(title, introduction, sections.ToImmutable(), settings);
        return null;
    }

    /// <summary>What a section says of itself.</summary>
    public static Refusal? Head(SectionHead raw, out SectionHead head)
    {
        head = raw;
        if (!FormNames.IsName(raw.Name)) return new NoFormName(Clean.Cut(raw.Name ?? "", InquiryLimits.Name));
        if (Clean.Line(raw.Title, "section-title", ExpeditionLimits.Line, out var title) is { } badTitle) return badTitle;
        if (Clean.Optional(raw.Hint, "hint", ExpeditionLimits.Paragraph, lines: true, out var hint) is { } badHint) return badHint;
        if (Clean.Optional(raw.Relevant, "relevant", InquiryLimits.Expression, lines: true, out var relevant) is { } badRelevant) return badRelevant;
        if (Kept(raw.Kept, out var kept) is { } badKept) return badKept;
        head = new SectionHead(raw.Name, title, hint, raw.Theme, [.. raw.Families.Distinct().Order()], relevant, kept);
        return null;
    }

    /// <summary>A question.</summary>
    public static Refusal? Of(Question raw, out Question question)
    {
        question = raw;
        if (!FormNames.IsName(raw.Name)) return new NoFormName(Clean.Cut(raw.Name ?? "", InquiryLimits.Name));
        if (Clean.Optional(raw.Label, "label", ExpeditionLimits.Paragraph, lines: true, out var label) is { } badLabel) return badLabel;
        if (label.Length == 0 && (raw.IsAsked || raw.Type == QuestionType.Note)) return new TextMissing("label");
        if (Clean.Optional(raw.Hint, "hint", ExpeditionLimits.Paragraph, lines: true, out var hint) is { } badHint) return badHint;
        if (Clean.Optional(raw.Relevant, "relevant", InquiryLimits.Expression, lines: true, out var relevant) is { } badRelevant) return badRelevant;
        if (Clean.Optional(raw.Constraint, "constraint", InquiryLimits.Expression, lines: true, out var constraint) is { } badConstraint) return badConstraint;
        if (Clean.Optional(raw.ConstraintMessage, "constraint-message", ExpeditionLimits.Paragraph, lines: true, out var message) is { } badMessage) return badMessage;
        if (Clean.Optional(raw.Parameters, "parameters", ExpeditionLimits.Line, lines: false, out var parameters) is { } badParameters) return badParameters;
        if (raw.Type == QuestionType.Range && RangeScale.Of(parameters) is null) return new NoScale(Clean.Cut(label, ExpeditionLimits.Title));
        if (Clean.Optional(raw.Appearance, "appearance", ExpeditionLimits.Line, lines: false, out var appearance) is { } badAppearance) return badAppearance;
        if (Clean.Optional(raw.Default, "default", ExpeditionLimits.Paragraph, lines: true, out var @default) is { } badDefault) return badDefault;
        if (Clean.Optional(raw.Calculation, "calculation", InquiryLimits.Expression, lines: true, out var calculation) is { } badCalculation) return badCalculation;
        if (Clean.Optional(raw.ChoiceFilter, "choice-filter", InquiryLimits.Expression, lines: true, out var filter) is { } badFilter) return badFilter;
        if (Clean.Optional(raw.Declared, "declared", ExpeditionLimits.Line, lines: false, out var declared) is { } badDeclared) return badDeclared;
        if (raw.Type == QuestionType.Kept && declared.Length == 0) return new TextMissing("declared");
        if (!string.IsNullOrEmpty(raw.ChoiceList) && !FormNames.IsChoice(raw.ChoiceList)) return new NoFormName(Clean.Cut(raw.ChoiceList, InquiryLimits.Name));
        if (Choices(raw, label, out var choices) is { } badChoices) return badChoices;
        if (Kept(raw.Kept, out var kept) is { } badKept) return badKept;
        question = new Question(
            raw.Name, raw.Type, label, hint, raw.Required && raw.IsAsked, choices, raw.ChoiceList ?? "", relevant, constraint, message, parameters, appearance, @default, calculation, filter,
            raw.Type == QuestionType.Kept ? declared : "", kept);
        return null;
    }

    /// <summary>Whether a question more, or in another's place, makes a form too large.</summary>
    public static Refusal? TooLarge(GridForm form, Question question, string? instead = null)
    {
        var others = form.Questions.Where(q => q.Name != instead).ToList();
        if (others.Count >= InquiryLimits.Questions) return new TooMany("question", InquiryLimits.Questions);
        return others.Sum(q => q.Choices.Length) + question.Choices.Length > InquiryLimits.AllChoices ? new TooMany("choice", InquiryLimits.AllChoices) : null;
    }

    private static Refusal? Choices(Question raw, string label, out ImmutableArray<Choice> choices)
    {
        choices = [];
        if (!raw.IsChosen) return null;
        if (raw.Choices.IsDefaultOrEmpty) return new ChoicesMissing(Clean.Cut(label, ExpeditionLimits.Title));
        if (raw.Choices.Length > InquiryLimits.Choices) return new TooMany("choice", InquiryLimits.Choices);
        var clean = ImmutableArray.CreateBuilder<Choice>(raw.Choices.Length);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rawChoice in raw.Choices)
        {
            if (!FormNames.IsChoice(rawChoice.Name)) return new NoFormName(Clean.Cut(rawChoice.Name ?? "", InquiryLimits.Name));
            if (!names.Add(rawChoice.Name)) return new FormNameTaken(rawChoice.Name);
            if (Clean.Line(rawChoice.Label, "choice", ExpeditionLimits.Line, out var choiceLabel) is { } badLabel) return badLabel;
            if (Kept(rawChoice.Kept, out var kept) is { } badKept) return badKept;
            clean.Add(new Choice(rawChoice.Name, choiceLabel, kept));
        }
        choices = clean.ToImmutable();
        return null;
    }

    private static Refusal? Kept(ImmutableArray<KeptColumn> raw, out ImmutableArray<KeptColumn> kept)
    {
        kept = [];
        if (raw.IsDefaultOrEmpty) return null;
        if (raw.Length > InquiryLimits.Kept) return new TooMany("column", InquiryLimits.Kept);
        var clean = ImmutableArray.CreateBuilder<KeptColumn>(raw.Length);
        foreach (var column in raw)
        {
            if (Clean.Line(column.Column, "column", ExpeditionLimits.Title, out var name) is { } badName) return badName;
            if (Clean.Optional(column.Text, "column", InquiryLimits.Expression, lines: true, out var text) is { } badText) return badText;
            clean.Add(new KeptColumn(name, text));
        }
        kept = clean.ToImmutable();
        return null;
    }
}
