using System.Text;
using CsCheck;
using TousRisques.Domain.Words;
using TousRisques.Formats.Csv;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Intake;
using Xunit;

namespace TousRisques.Formats.Tests.Csv;

public class CsvTests
{
    private static readonly string[] Pieces = [";", ",", "\"", "\n", "'", "=", "-", "+1", "@", "a", "é", " ", "\t", "12", "|"];
    private static readonly Gen<string> Cell = Gen.Int[0, Pieces.Length - 1].Array[0, 12].Select(a => string.Concat(a.Select(i => Pieces[i])));

    [Fact]
    public void What_is_written_is_read_back_as_it_was() => Gen.Select(Cell.Array[3], Cell.Array[3].Array[0, 5]).Sample((_, rows) =>
    {
        var writer = new CsvWriter();
        writer.Row(["one", "two", "three"]);
        foreach (var row in rows) writer.Row(row);
        var table = CsvReader.Read(Encoding.UTF8.GetBytes(writer.Text), "f");
        Assert.Empty(table.Findings);
        Assert.Equal(rows.Where(r => !r.All(string.IsNullOrWhiteSpace)), table.Rows.Select(r => r.Select(c => c.Text).ToArray()));
    });

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-2+3+cmd|' /C calc'!D2", "'-2+3+cmd|' /C calc'!D2")]
    [InlineData("+33 2 35", "'+33 2 35")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("-12,5", "-12,5")]
    [InlineData("'=1", "''=1")]
    [InlineData("l'eau", "l'eau")]
    public void A_spreadsheet_never_takes_a_text_for_a_formula(string text, string written)
    {
        var writer = new CsvWriter();
        writer.Row([text]);
        Assert.Equal("\ufeff" + written + "\r\n", writer.Text);
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Separator_and_encoding_are_found(char separator)
    {
        var text = $"titre{separator}\"été, ; |\"\r\nà{separator}b\n";
        foreach (var (encoding, name) in new[] { (new UTF8Encoding(true), "UTF-8"), (new UTF8Encoding(false), "UTF-8"), (CodePagesEncodingProvider.Instance.GetEncoding(1252)!, "windows-1252"), (Encoding.Unicode, "UTF-16LE") })
        {
            var table = CsvReader.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], "f");
            Assert.Equal((separator, name), (table.Separator, table.Encoding));
            Assert.Equal(["titre", "été, ; |"], table.Headers.Select(h => h.Text));
            Assert.Equal(["à", "b"], Assert.Single(table.Rows).Select(h => h.Text));
        }
    }

    [Fact]
    public void A_separator_that_the_first_line_announces_is_taken() =>
        Assert.Equal((',', "a;b;c"), Read("sep=,\r\na;b;c,d\r\n1,2") is var t ? (t.Separator, t.Headers[0].Text) : default);

    [Fact]
    public void Every_trouble_is_told_with_line_and_column()
    {
        var table = Read("a;b;a\n1;\"two\nlines\";3\n\n1;\"x\"y;3;4\n\"lost;2\nkept;2;3\n");
        Assert.Equal(
            [(IntakeCode.ColumnTwice, 1, 5), (IntakeCode.TextAfterQuote, 5, 6), (IntakeCode.TooManyCells, 5, 10), (IntakeCode.QuoteNotClosed, 6, 1)],
            table.Findings.Select(f => (f.Code, f.At.Line, f.At.Column)));
        Assert.Equal(["1|two\nlines|3", "1|xy|3", "kept|2|3"], table.Rows.Select(r => string.Join('|', r.Select(c => c.Text))));
        Assert.Equal(new Spot("f", 7, 6), table.Rows[2][1].At);
    }

    [Fact]
    public void Limits_hold()
    {
        var rows = Read("a\n" + string.Concat(Enumerable.Repeat("1\n", CsvLimits.Rows + 1)));
        Assert.Equal((CsvLimits.Rows, IntakeCode.TooManyRows), (rows.Rows.Length, Assert.Single(rows.Findings).Code));
        var wide = Read(string.Join(';', Enumerable.Range(0, CsvLimits.Columns + 1)));
        Assert.Equal((CsvLimits.Columns, IntakeCode.TooManyCells), (wide.Headers.Length, Assert.Single(wide.Findings).Code));
        var cell = Read("a\n" + new string('x', CsvLimits.Cell + 1));
        Assert.Equal((CsvLimits.Cell, IntakeCode.CellTooLong), (cell.Rows[0][0].Text.Length, Assert.Single(cell.Findings).Code));
        Assert.Equal(IntakeCode.Empty, Assert.Single(Read(" \n;\n").Findings).Code);
        var open = Read("a\n\"lost\n" + string.Concat(Enumerable.Repeat("kept\n", 10_000)));
        Assert.Equal((10_000, IntakeCode.QuoteNotClosed), (open.Rows.Length, Assert.Single(open.Findings).Code));
    }

    [Fact]
    public void No_bytes_make_the_reader_throw() => Gen.Select(Cell.Array[0, 10], Gen.Byte.Array[0, 5]).Sample((parts, noise) =>
    {
        var table = CsvReader.Read([.. Encoding.UTF8.GetBytes(string.Concat(parts)), .. noise, .. Encoding.UTF8.GetBytes(string.Concat(parts))], "f");
        Assert.All(table.Rows, r => Assert.InRange(r.Length, 1, table.Headers.Length));
        Assert.All(table.Findings, f => Assert.DoesNotContain(f.Code.ToString(), IntakeText.Line(f, Language.English), StringComparison.Ordinal));
    });

    private static CsvTable Read(string text) => CsvReader.Read(Encoding.UTF8.GetBytes(text), "f");
}
