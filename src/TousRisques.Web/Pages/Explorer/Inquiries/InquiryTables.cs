using System.Globalization;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Words;
using TousRisques.Formats.Csv;
using TousRisques.Web.Look;

namespace TousRisques.Web.Pages.Explorer.Inquiries;

/// <summary>Tables of an inquiry for spreadsheets.</summary>
internal static class InquiryTables
{
    private static readonly string[] Who = ["code", "day", "family", "organisation", "scale", "consent"], Said = ["kind", "text", "themes", "times", "hazards", "tags"];

    /// <summary>The word of a line or column of a crossing.</summary>
    public static string Of(Words words, CrossingKey key) => (key.Axis, key.Value) switch
    {
        (CrossingAxis.Theme, { } v) => words.Of((Theme)v),
        (CrossingAxis.Time, { } v) => words.Of((CrisisTime)v),
        (CrossingAxis.Hazard, { } v) => words.Of((HazardTag)v),
        (CrossingAxis.Family, { } v) => words.Of((StakeholderFamily)v),
        (CrossingAxis.Theme, null) => words["explorer-inquiry.no-theme"],
        (CrossingAxis.Time, null) => words["explorer-inquiry.no-time"],
        _ => words["explorer-inquiry.no-hazard"],
    };

    /// <summary>A crossing, with totals.</summary>
    public static string Crossing(Words words, Crossing crossing, CrossingAxis rows)
    {
        var csv = new CsvWriter();
        csv.Row([words["explorer-inquiry.axis." + Forms.Wire.Of(rows)], .. crossing.Columns.Select(c => Of(words, c)), words["explorer-inquiry.total"]]);
        foreach (var row in crossing.Rows.Select(r => (CrossingKey?)r).Append(null))
            csv.Row([row is { } key ? Of(words, key) : words["explorer-inquiry.total"], .. crossing.Columns.Select(c => (CrossingKey?)c).Append(null).Select(c => crossing[row, c].Excerpts.ToString(CultureInfo.InvariantCulture))]);
        return csv.Text;
    }

    /// <summary>Notes and quotations: one line each, with their codes.</summary>
    public static string Heard(Words words, IEnumerable<Heard> heard)
    {
        var csv = new CsvWriter();
        csv.Row(Who.Concat(Said).Select(c => words["explorer-inquiry.column." + c]));
        foreach (var (i, e) in heard)
            csv.Row([
                .. Asked(words, i), words.Of(e.Kind), e.Text,
                Several(e.Codes.Select(c => c.Theme).OfType<Theme>().Select(t => words.Of(t))), Several(e.Codes.Select(c => c.Time).OfType<CrisisTime>().Select(t => words.Of(t))),
                Several(e.Codes.Select(c => c.Hazard).OfType<HazardTag>().Select(h => words.Of(h))), Several(e.Tags),
            ]);
        return csv.Text;
    }

    /// <summary>Answers to one version of a grid: a line for each interview, a column for each question, named as in files.</summary>
    public static string Answers(Words words, GridVersion version, IEnumerable<Interview> interviews)
    {
        var asked = version.Form.Questions.Where(q => q.Type != QuestionType.Note).ToList();
        var csv = new CsvWriter();
        csv.Row(Who.Select(c => words["explorer-inquiry.column." + c]).Concat(asked.Select(q => q.Name)));
        foreach (var i in interviews)
            csv.Row([.. Asked(words, i), .. asked.Select(q => string.Join(' ', i.AnswerTo(q.Name)))]);
        return csv.Text;
    }

    private static IEnumerable<string> Asked(Words words, Interview interview) =>
    [
        interview.Code, interview.Profile.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), words.Of(interview.Profile.Family), interview.Profile.Organisation,
        interview.Profile.Scale is { } scale ? words.Of(scale) : "", ConsentOf(words, interview),
    ];

    private static string ConsentOf(Words words, Interview interview) => interview.Consent is { } consent ? words.Of(consent.Scope) : words["explorer-inquiry.consent-missing"];

    private static string Several(IEnumerable<string> words) => string.Join(", ", words.Distinct());
}
