using System.Collections.Immutable;
using System.Globalization;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Words;
using TousRisques.Formats.Csv;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Intake;
using TousRisques.Web.Forms;
using TousRisques.Web.Look;

namespace TousRisques.Web.Watching;

/// <summary>
/// The watch as a table. Columns and values are written in the reader's language and read in any (docs/expeditions.md, "Watch"). What is written is read back as it was, dates to
/// the second.
/// </summary>
internal static class WatchTable
{
    private static readonly string[] Columns = ["title", "link", "summary", "themes", "times", "hazards", "scale", "place", "source", "language", "published", "state"];
    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm", "dd/MM/yyyy", "d/M/yyyy"];

    /// <summary>Writes items.</summary>
    public static string Write(IEnumerable<WatchItem> items, Words w)
    {
        var csv = new CsvWriter();
        csv.Row(Columns.Select(c => w["explorer-watch.column." + c]));
        foreach (var item in items)
        {
            var card = item.Card;
            csv.Row(
            [
                card.Title, card.Link, card.Summary, Join(card.Tags.Themes, w), Join(card.Tags.Times, w), Join(card.Tags.Hazards, w), card.Tags.Scale is { } scale ? w.Of(scale) : "",
                card.Place, card.Source, card.Language?.Code ?? "", card.Published is { } at ? Date(at) : "", w.Of(item.State),
            ]);
        }
        return csv.Text;
    }

    /// <summary>Reads items, and says with line and column what could not be.</summary>
    public static (List<Incoming> Items, ImmutableArray<string> Findings) Read(CsvTable table, Words w)
    {
        var findings = table.Findings.Select(f => IntakeText.Line(f, w.Language)).ToList();
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (i, header) in table.Headers.Index())
        {
            if (ColumnOf(header.Text) is { } column) at.TryAdd(column, i);
            else if (!string.IsNullOrWhiteSpace(header.Text)) Say(header.At, "column-unknown", header.Text);
        }
        var items = new List<Incoming>();
        if (!at.ContainsKey("title"))
        {
            if (!table.Headers.IsEmpty) Say(table.Headers[0].At, "title-column", "");
            return (items, [.. findings]);
        }
        foreach (var row in table.Rows)
        {
            var tags = new WatchTags(Many<Theme>(row, "themes"), Many<CrisisTime>(row, "times"), Many<HazardTag>(row, "hazards"), One<Scale>(row, "scale"));
            var card = new WatchCard(Text(row, "title"), Text(row, "link").Trim(), Text(row, "summary"), tags, Text(row, "place"), Text(row, "source"), LanguageIn(row), DateIn(row));
            if (card.Misfit() is { } misfit) Tell(row[0].At, w["explorer-watch.row.left-out", Refusals.Say(w, misfit)]);
            else items.Add(new Incoming(card, One<WatchState>(row, "state") ?? WatchState.Proposed, null, row[0].At.Line));
        }
        return (items, [.. findings]);

        CsvCell? Cell(ImmutableArray<CsvCell> row, string column) => at.TryGetValue(column, out var i) && i < row.Length ? row[i] : null;
        string Text(ImmutableArray<CsvCell> row, string column) => Cell(row, column)?.Text ?? "";
        void Say(Spot spot, string key, string value) => Tell(spot, w["explorer-watch.row." + key, PlainText.Cut(value, 80)]);
        void Tell(Spot spot, string text)
        {
            if (findings.Count < 200) findings.Add(w["explorer-watch.row", spot.Line, spot.Column, text]);
        }

        ImmutableArray<T> Many<T>(ImmutableArray<CsvCell> row, string column) where T : struct, Enum
        {
            if (Cell(row, column) is not { } cell) return [];
            var (known, unknown) = WatchVocabulary<T>.Read(cell.Text);
            foreach (var word in unknown) Say(cell.At, "word-unknown", word);
            return [.. known.Distinct().Order()];
        }

        T? One<T>(ImmutableArray<CsvCell> row, string column) where T : struct, Enum => Many<T>(row, column) is [var first, ..] ? first : null;

        DateTimeOffset? DateIn(ImmutableArray<CsvCell> row)
        {
            if (Cell(row, "published") is not { } cell || string.IsNullOrWhiteSpace(cell.Text)) return null;
            if (DateTimeOffset.TryParseExact(cell.Text.Trim(), Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day)) return day;
            Say(cell.At, "bad-date", cell.Text);
            return null;
        }

        Language? LanguageIn(ImmutableArray<CsvCell> row)
        {
            if (Cell(row, "language") is not { } cell || string.IsNullOrWhiteSpace(cell.Text)) return null;
            if (cell.Text.Trim().ToLowerInvariant() is [>= 'a' and <= 'z', >= 'a' and <= 'z'] code) return new Language(code);
            Say(cell.At, "bad-language", cell.Text);
            return null;
        }
    }

    private static string? ColumnOf(string header)
    {
        var folded = Fold(header);
        return Columns.FirstOrDefault(c => folded == c || Words.Languages.Any(l =>
            Words.In(l)[$"explorer-watch.column.{c}"] is var name && (folded == Fold(name) || (name.EndsWith('s') && folded == Fold(name[..^1])))));
    }

    private static string Fold(string text) => string.Join(' ', WatchTitle.Words(text));

    private static string Join<T>(ImmutableArray<T> values, Words w) where T : struct, Enum => string.Join(" | ", values.Select(w.Of));

    private static string Date(DateTimeOffset at) => at.ToUniversalTime().ToString(at.UtcDateTime.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
