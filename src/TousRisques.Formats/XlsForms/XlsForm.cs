using System.Collections.Immutable;

namespace TousRisques.Formats.XlsForms;

/// <summary>A row of a form: a question, a choice, the settings. Cells are trimmed, and those that are blank are not there.</summary>
/// <param name="Cells">Its texts by column.</param>
/// <param name="Number">Its row in the sheet that it was read from; 0 when it was made.</param>
public sealed record FormLine(ImmutableDictionary<FormColumn, string> Cells, int Number = 0)
{
    /// <summary>A row without cells.</summary>
    public static readonly FormLine Empty = new(ImmutableDictionary<FormColumn, string>.Empty);

    /// <summary>A row of a survey.</summary>
    public static FormLine Of(FormType type, string name = "") => Empty.With("type", type.ToString()).With("name", name);

    /// <summary>A choice of a list.</summary>
    public static FormLine Choice(string list, string name) => Empty.With("list_name", list).With("name", name);

    /// <summary>The text of a column without a language; empty when there is none.</summary>
    public string this[string column] => this[new FormColumn(column)];

    /// <summary>The text of a column; empty when there is none.</summary>
    public string this[FormColumn column] => Cells.GetValueOrDefault(column, "");

    /// <summary>The type of a row of a survey.</summary>
    public FormType Type => FormType.Parse(this["type"]);

    /// <summary>Its name.</summary>
    public string Name => this["name"];

    /// <summary>The row with a text in a column; without one when the text is blank.</summary>
    public FormLine With(string column, string text) => With(new FormColumn(column), text);

    /// <summary>The row with a text in a language.</summary>
    public FormLine With(string column, string language, string text) => With(new FormColumn(column, language), text);

    /// <summary>The row with a text in a column; without one when the text is blank.</summary>
    public FormLine With(FormColumn column, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return this with { Cells = string.IsNullOrWhiteSpace(text) ? Cells.Remove(column) : Cells.SetItem(column, text.Trim()) };
    }

    /// <summary>Its texts of a column by language, those without a language under the empty one.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Texts(string column) =>
        [.. Cells.Where(c => c.Key.Name == column && c.Key.Turn == 0).OrderBy(c => c.Key.Language, StringComparer.Ordinal).Select(c => KeyValuePair.Create(c.Key.Language, c.Value))];
}

/// <summary>
/// A form as XLSForm writes it [XLSFORM]: everything that stood in the workbook, what we understand and what we do not. What it means is told by <see cref="FormType"/>;
/// whether it is sound, by <see cref="XlsFormReader"/>.
/// </summary>
public sealed record XlsForm
{
    /// <summary>The rows of the sheet <c>survey</c>.</summary>
    public ImmutableArray<FormLine> Survey { get; init; } = [];
    /// <summary>The rows of the sheet <c>choices</c>.</summary>
    public ImmutableArray<FormLine> Choices { get; init; } = [];
    /// <summary>The first row of the sheet <c>settings</c>.</summary>
    public FormLine Settings { get; init; } = FormLine.Empty;
    /// <summary>The columns of the sheet <c>survey</c> in their order; columns that rows use and that are not listed are written after them.</summary>
    public ImmutableArray<FormColumn> SurveyColumns { get; init; } = [];
    /// <summary>The columns of the sheet <c>choices</c>.</summary>
    public ImmutableArray<FormColumn> ChoiceColumns { get; init; } = [];
    /// <summary>The columns of the sheet <c>settings</c>.</summary>
    public ImmutableArray<FormColumn> SettingColumns { get; init; } = [];
    /// <summary>Sheets that are none of the three, kept as they were.</summary>
    public ImmutableArray<Sheets.Sheet> Others { get; init; } = [];

    /// <summary>The languages of its texts, in the order of its columns; texts without a language are not counted.</summary>
    public ImmutableArray<string> Languages =>
        [.. SurveyColumns.Concat(ChoiceColumns).Concat(Survey.Concat(Choices).SelectMany(l => l.Cells.Keys).OrderBy(c => c.Language, StringComparer.Ordinal))
            .Select(c => c.Language).Where(l => l.Length > 0).Distinct()];

    /// <summary>The choices of a list.</summary>
    public ImmutableArray<FormLine> ChoicesOf(string list) => [.. Choices.Where(c => c["list_name"] == list)];

    /// <summary>
    /// A text of a row for readers of a language: in that language (told by its name or its code, "fr" finds "Français (fr)"), else without a language, else in the form's own,
    /// else in any; empty when there is none.
    /// </summary>
    public string Text(FormLine line, string column, string language)
    {
        ArgumentNullException.ThrowIfNull(line);
        var texts = line.Texts(column);
        foreach (var wanted in (string[])[language, "", Settings["default_language"]])
            foreach (var (named, text) in texts)
                if (Speaks(named, wanted)) return text;
        return texts.IsEmpty ? "" : texts[0].Value;
    }

    /// <summary>Whether a language of a form, such as <c>Français (fr)</c>, is one that somebody asks for by its whole name or by its code.</summary>
    public static bool Speaks(string named, string wanted)
    {
        ArgumentNullException.ThrowIfNull(named);
        return named == wanted || (wanted is { Length: > 0 } && (Code(named).Equals(wanted, StringComparison.OrdinalIgnoreCase) || named.Equals(wanted, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The code of a language: <c>fr</c> of <c>Français (fr)</c>; empty when it has none.</summary>
    internal static string Code(string language) =>
        language is [.., ')'] && language.LastIndexOf('(') is > 0 and var open ? language[(open + 1)..^1].Trim() : "";
}
