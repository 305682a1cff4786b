using System.Text;
using CsCheck;
using TousRisques.Domain.Words;
using TousRisques.Formats.Intake;
using TousRisques.Formats.Sheets;
using Xunit;

namespace TousRisques.Formats.Tests.Sheets;

public class WorkbookReaderTests
{
    [Fact]
    public void Numbers_dates_booleans_and_texts_are_told_in_one_form()
    {
        var styles = """
            <numFmts><numFmt numFmtId="164" formatCode="[$-40C]dd/mm/yyyy\ hh:mm"/><numFmt numFmtId="165" formatCode="#,##0.00&quot; days&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="[Red]mmmm"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/><xf numFmtId="167"/></cellXfs>
            """;
        var strings = "<si><t>à la</t></si><si/><si><r><t xml:space=\"preserve\">two </t></r><r><t>runs</t></r><rPh><t>spoken</t></rPh></si>";
        string[] cells =
        [
            "<v>3.0</v>", "<v>0.10000000000000001</v>", "<v>1234567890123456789</v>", "<v>-1.5E-3</v>", "<v>1.7E300</v>", "<v>x</v>", // 0–5
        ];
        var table = "<row>" + string.Concat(cells.Select(c => $"<c>{c}</c>")) + "</row>"
            + "<row><c s=\"1\"><v>46083</v></c><c s=\"2\"><v>46083.604166666664</v></c><c s=\"3\"><v>46083</v></c><c s=\"4\"><v>1.5</v></c><c s=\"5\"><v>0.5</v></c><c s=\"1\"><v>59</v></c><c s=\"1\"><v>61</v></c><c s=\"6\"><v>46083</v></c></row>"
            + "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v>2</v></c><c t=\"str\"><f>A1</f><v>calc</v></c><c t=\"inlineStr\"><is><t>in_x000D_line</t></is></c><c t=\"d\"><v>2026-03-02</v></c><c t=\"e\"><v>#N/A</v></c></row>"
            + "<row r=\"9\"><c r=\"C9\" t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>";
        var book = WorkbookReader.Read(Zips.Sheet(table, strings, styles), "b.xlsx");
        Assert.Equal([SheetCode.FormulaError], book.Findings.Select(f => f.Code));
        Assert.Equal("H3", book.Findings[0].At.Cell);
        var sheet = book.Named("Survey")!;
        Assert.Equal(
        [
            "1: 3|0.1|1234567890123456789|-0.0015|1.7E+300|x",
            "2: 2026-03-02|2026-03-02T14:30:00|46083|36:00:00|12:00:00|1900-02-28|1900-03-01|2026-03-02",
            "3: TRUE|FALSE|à la|two runs|calc|in\rline|2026-03-02|#N/A",
            "9: ||à la",
        ], sheet.Rows.Select(r => $"{r.Number}: {string.Join('|', r.Cells)}"));
        Assert.Equal("2022-01-02", WorkbookReader.Read(Zips.Sheet("<row><c s=\"0\"><v>43101</v></c></row>", styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>", workbook: "<workbookPr date1904=\"1\"/>"), "b").Sheets[0].Rows[0][0]);
    }

    [Fact]
    public void A_table_in_text_and_a_zip_of_them_are_sheets_too()
    {
        var csv = Encoding.UTF8.GetBytes("a;b\n1;\"x\ny\"\n\n2;z\n");
        var sheet = Assert.Single(WorkbookReader.Read(csv, "dir/answers.csv").Sheets);
        Assert.Equal(["1: a|b", "2: 1|x\ny", "5: 2|z"], sheet.Rows.Select(r => $"{r.Number}: {string.Join('|', r.Cells)}"));
        Assert.Equal("answers.csv, ligne 5, colonne 2", SheetText.Place(sheet.At(sheet.Rows[2], 1), Language.French));
        var zip = WorkbookReader.Read(Zips.Of(("form.csv", "a,b\n1,2"), ("media/photo.jpg", "…"), ("form-people.csv", "KEY,PARENT_KEY\n1,2")), "export.zip");
        Assert.Equal(["form-people.csv", "form.csv"], zip.Sheets.Select(s => s.Name));
        Assert.Equal(300, WorkbookReader.Read(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 300))), "wide.csv").Sheets[0].Rows[0].Cells.Length);
    }

    [Fact]
    public void What_is_no_workbook_is_told_as_what_it_is()
    {
        Assert.Equal(SheetCode.Empty, Code([]));
        Assert.Equal(SheetCode.OldWorkbook, Code([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]));
        Assert.Equal(SheetCode.NoWorkbook, Code([1, 0, 2, 0, 3]));
        Assert.Equal(SheetCode.NoWorkbook, Code(Zips.Of(("a.txt", "x"))));
        Assert.Equal(SheetCode.NoWorkbook, Code(Zips.Of(("[Content_Types].xml", "<Types/>"))));
        Assert.Equal(SheetCode.OpenDocument, Code(Zips.Of(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>"))));
        Assert.Equal(SheetCode.TooLarge, Code(new byte[SheetLimits.Bytes + 1]));
        Assert.Equal(SheetCode.InText, Code(" \n"u8.ToArray()));

        static SheetCode Code(byte[] bytes) => Assert.Single(WorkbookReader.Read(bytes, "f").Findings).Code;
    }

    [Fact]
    public void Places_read_as_spreadsheets_name_them()
    {
        Assert.Equal("feuille « survey », cellule C12", SheetText.Place(new("survey", 12, 3), Language.French));
        Assert.Equal("sheet \"survey\", row 12", SheetText.Place(new("survey", 12, 0), Language.English));
        Gen.Int[1, 20_000].Sample(n => SheetSpot.Parse(SheetSpot.ColumnName(n) + "7") == (7, n));
        Assert.Equal(["A", "Z", "AA", "ZZ", "AAA", "XFD"], new[] { 1, 26, 27, 702, 703, 16_384 }.Select(SheetSpot.ColumnName));
    }

    [Fact]
    public void Every_finding_has_words_in_both_languages() => Assert.All(Enum.GetValues<SheetCode>().Where(c => c != SheetCode.InText), code =>
    {
        var finding = new SheetFinding { Severity = default, Code = code, At = new("survey", 1, 1), Value = "v", Nearest = "n" };
        var (french, english) = (SheetText.In(finding, Language.French), SheetText.In(finding, Language.English));
        Assert.NotEqual(french, english);
        Assert.All(new[] { french, english }, t => Assert.True(t.Length > 12 && t.EndsWith('.') | t.EndsWith('?') && !t.Contains("  ", StringComparison.Ordinal), t));
    });

    [Fact]
    public void No_bytes_make_the_reader_throw()
    {
        byte[][] seeds = [XlsxWriter.Write([Sheet.Of("survey", [["type", "name"], ["text", "a"]]), Sheet.Of("choices", [["x"]])]), Zips.Sheet("<row><c t=\"s\"><v>0</v></c></row>", "<si><t>x</t></si>"), Zips.Of(("a.csv", "a;b"))];
        Gen.Select(Gen.Int[0, seeds.Length - 1].Select(i => seeds[i]), Gen.Select(Gen.Int[0, 100_000], Gen.Byte).Array[1, 8], Gen.Int[0, 100]).Sample((seed, changes, cut) =>
        {
            var bytes = seed[..(cut == 0 ? seed.Length * changes[0].Item1 / 100_001 : seed.Length)].ToArray();
            foreach (var (at, value) in changes)
                if (bytes.Length > 0) bytes[at % bytes.Length] = value;
            var book = WorkbookReader.Read(bytes, "f");
            Assert.All(book.Findings, f => SheetText.Line(f, Language.French));
            Assert.All(book.Findings.Where(f => f.Text is { Code: IntakeCode.TooManyRows }), _ => Assert.Fail());
        });
    }
}
