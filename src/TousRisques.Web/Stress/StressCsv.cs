using TousRisques.Analysis.Stress;
using TousRisques.Formats.Csv;
using TousRisques.Web.Telling;

namespace TousRisques.Web.Stress;

/// <summary>
/// Tables of a report for spreadsheets: semicolons between cells and a byte order mark, so that a French spreadsheet opens them as they are; numbers with
/// the comma or point of the reader's language.
/// </summary>
public static class StressCsv
{
    /// <summary>The exposure matrix: a row for each peril, pair and triple, a column for each function, hours lost.</summary>
    public static string Matrix(StressReport report, Words words)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(words);
        var teller = Teller.ForBench(report.Pack, words);
        var csv = new Table(words);
        csv.Row([words["stress.csv-peril"], words["stress.csv-peril"], words["stress.csv-peril"], words["stress.csv-total"], .. report.Exposure.Functions.Select(teller.Name)]);
        foreach (var row in report.Exposure.Rows)
            csv.Row([.. Enumerable.Range(0, 3).Select(i => i < row.Perils.Length ? teller.Name(row.Perils[i]) : ""), csv.Number(row.Total.TotalHours), .. row.Lost.Select(l => csv.Number(l.TotalHours))]);
        return csv.Text;
    }

    /// <summary>Levers, the best first: kind, name, hours saved a year with their interval.</summary>
    public static string Levers(StressReport report, Words words)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(words);
        var teller = Teller.ForBench(report.Pack, words);
        var csv = new Table(words);
        csv.Row([words["stress.csv-kind"], words["stress.csv-id"], words["stress.csv-name"], words["stress.csv-saved"], words["stress.csv-low"], words["stress.csv-high"]]);
        foreach (var lever in report.Levers)
        {
            var (kind, id) = StressJson.KindOf(lever);
            csv.Row([kind, id, teller.Lever(lever), csv.Number(lever.Saved.Value), csv.Number(lever.Saved.Low), csv.Number(lever.Saved.High)]);
        }
        return csv.Text;
    }

    private sealed class Table(Words words)
    {
        private readonly CsvWriter csv = new();

        public string Text => csv.Text;

        public string Number(double value) => Math.Round(value, 2).ToString("0.##", words.Culture);

        public void Row(IEnumerable<string> cells) => csv.Row(cells);
    }
}
