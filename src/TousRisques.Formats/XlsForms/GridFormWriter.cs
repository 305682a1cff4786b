using System.Collections.Immutable;
using System.Globalization;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Words;

namespace TousRisques.Formats.XlsForms;

/// <summary>Writes a grid as a form.</summary>
internal sealed class GridFormWriter
{
    private readonly GridForm grid;
    private readonly string texts;
    private readonly HashSet<string> names;
    private readonly Dictionary<string, ImmutableArray<Choice>> lists = new(StringComparer.Ordinal);
    private readonly ImmutableArray<FormLine>.Builder survey = ImmutableArray.CreateBuilder<FormLine>();
    private readonly ImmutableArray<FormLine>.Builder choices = ImmutableArray.CreateBuilder<FormLine>();

    public GridFormWriter(GridForm grid, Language language)
    {
        this.grid = grid;
        texts = grid.Settings.FirstOrDefault(k => k.Column == GridForms.TextsMarker)?.Text ?? GridForms.Name(language);
        names = new(grid.Sections.Select(s => s.Head.Name).Concat(grid.Questions.Select(q => q.Name)), StringComparer.OrdinalIgnoreCase);
    }

    public XlsForm Write(string id, string version)
    {
        if (grid.Introduction.Length > 0) survey.Add(Note("introduction", grid.Introduction, "introduction"));
        foreach (var section in grid.Sections) Section(section);
        var settings = Kept(FormLine.Empty, FormSheet.Settings, grid.Settings.Where(k => k.Column is not (GridForms.TextsMarker or "form_title" or "version")));
        settings = settings.With("form_title", grid.Title).With("version", version);
        if (settings["form_id"].Length == 0) settings = settings.With("form_id", id);
        if (settings["default_language"].Length == 0) settings = settings.With("default_language", texts);
        return new()
        {
            Survey = survey.ToImmutable(),
            SurveyColumns = [new("type"), new("name"), new("label", texts)],
            Choices = choices.ToImmutable(),
            ChoiceColumns = choices.Count > 0 ? [new("list_name"), new("name"), new("label", texts)] : [],
            Settings = settings,
        };
    }

    private void Section(Section section)
    {
        var head = section.Head;
        var type = head.Kept.FirstOrDefault(k => k.Column == GridForms.TypeMarker)?.Text;
        var isBare = type is { Length: 0 } && head.Theme is null && head.Families.IsEmpty && head.Relevant.Length == 0 && head.Hint.Length == 0; // questions that stood in no group
        var repeats = type is not null && FormType.Parse(type).Kind == FormKind.BeginRepeat;
        if (!isBare)
        {
            var begin = FormLine.Of(new(repeats ? FormKind.BeginRepeat : FormKind.BeginGroup), head.Name).With("relevant", head.Relevant)
                .With(GridForms.ThemeColumn, head.Theme?.ToString() ?? "").With(GridForms.FamiliesColumn, string.Join(' ', head.Families));
            begin = Kept(begin, FormSheet.Survey, head.Kept.Where(k => k.Column != GridForms.TypeMarker));
            if (head.Title != head.Name || !begin.Texts("label").IsEmpty) begin = begin.With("label", texts, head.Title); // a group may go without a label
            survey.Add(begin);
        }
        if (head.Hint.Length > 0) survey.Add(Note(head.Name + "_hint", head.Hint, "hint"));
        foreach (var question in section.Questions) survey.Add(Row(question));
        if (!isBare) survey.Add(FormLine.Of(new(repeats ? FormKind.EndRepeat : FormKind.EndGroup)));
    }

    private FormLine Row(Question question)
    {
        var line = FormLine.Empty.With("type", Type(question)).With("name", question.Name);
        if (question.Type == QuestionType.Kept && FormType.Parse(question.Declared).Kind.Ends()) line = line.With("name", "");
        var appearance = question.Type == QuestionType.LongText ? "multiline " + question.Appearance : question.Appearance;
        line = line.With("label", texts, question.Label).With("hint", texts, question.Hint).With("required", question.Required ? "yes" : "").With("relevant", question.Relevant)
            .With("constraint", question.Constraint).With("constraint_message", texts, question.ConstraintMessage).With("parameters", question.Parameters).With("appearance", appearance)
            .With("default", question.Default).With("choice_filter", question.ChoiceFilter)
            .With("calculation", question.Type == QuestionType.Calculate && question.Calculation.Length == 0 && question.Default.Length == 0 ? "''" : question.Calculation);
        return Kept(line, FormSheet.Survey, question.Kept.Where(k => k.Column != GridForms.TypeMarker && !(k.Column == "required" && question.Required)));
    }

    private string Type(Question question)
    {
        if (question.Type == QuestionType.Kept) return question.Declared;
        var kind = GridTypes.Kind(question.Type);
        var orOther = question.Kept.FirstOrDefault(k => k.Column == GridForms.TypeMarker) is { } kept && FormType.Parse(kept.Text).OrOther;
        return new FormType(kind, question.IsChosen ? List(question) : "", orOther).ToString();
    }

    /// <summary>The list of a question's choices; questions with the same choices under the same name share it.</summary>
    private string List(Question question)
    {
        var wanted = question.ChoiceList.Length > 0 ? question.ChoiceList : question.Name;
        var list = wanted;
        for (var n = 2; lists.TryGetValue(list, out var there); n++)
        {
            if (Same(there, question.Choices)) return list;
            list = string.Create(CultureInfo.InvariantCulture, $"{wanted}_{n}");
        }
        lists[list] = question.Choices;
        foreach (var choice in question.Choices) choices.Add(Kept(FormLine.Choice(list, choice.Name).With("label", texts, choice.Label), FormSheet.Choices, choice.Kept));
        return list;
    }

    private static bool Same(ImmutableArray<Choice> a, ImmutableArray<Choice> b) =>
        a.Length == b.Length && a.Zip(b).All(p => p.First.Name == p.Second.Name && p.First.Label == p.Second.Label && p.First.Kept.SequenceEqual(p.Second.Kept));

    private FormLine Note(string name, string text, string role)
    {
        var unique = name;
        for (var n = 2; !names.Add(unique); n++) unique = string.Create(CultureInfo.InvariantCulture, $"{name}_{n}");
        return FormLine.Of(new(FormKind.Note), unique).With("label", texts, text).With(GridForms.Role, role);
    }

    /// <summary>The cells of a foreign form, where they came from; never over what the grid says itself.</summary>
    private static FormLine Kept(FormLine line, FormSheet sheet, IEnumerable<KeptColumn> kept)
    {
        foreach (var cell in kept)
        {
            var column = FormColumns.Parse(sheet, cell.Column);
            if (column.Name.Length > 0 && line[column].Length == 0) line = line.With(column, cell.Text);
        }
        return line;
    }
}
