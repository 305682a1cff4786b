using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using TousRisques.Formats.Sheets;
using Xunit;
using HouseSheet = TousRisques.Formats.Sheets.Sheet;

namespace TousRisques.Formats.Tests.Sheets;

public class XlsxWriterTests
{
    private static readonly string[] Pieces = ["=", "+", "-", "@", "a", "é", "🌊", " ", "\n", "\r", "\t", "\0", "\u0001", "_x000D_", "_x", "_", "<", "&", "\"", "]]>", "\uFFFF", "\uD800", "12", "'"];
    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Array[0, 6].Select(a => string.Concat(a.Select(i => Pieces[i])));

    [Fact]
    public void What_is_written_is_read_back_as_it_was() => Text.Array[0, 5].Array[0, 6].Array[1, 3].Sample(tables =>
    {
        HouseSheet[] sheets = [.. tables.Select((t, i) => HouseSheet.Of("s" + i, t))];
        var book = WorkbookReader.Read(XlsxWriter.Write(sheets), "f.xlsx");
        Assert.Empty(book.Findings);
        Assert.Equal(sheets.Select(Shown), book.Sheets.Select(Shown));

        static string Shown(HouseSheet sheet) => sheet.Name + "\u241E" + string.Join('\u241E', sheet.Rows.Where(r => !r.IsBlank).Select(r => r.Number + "\u241F" + string.Join('\u241F', r.Cells)));
    });

    [Fact]
    public void Equal_sheets_give_equal_bytes()
    {
        var sheet = HouseSheet.Of("survey", [["type", "name"], ["text", "a"]]);
        Assert.Equal(XlsxWriter.Write([sheet]), XlsxWriter.Write([sheet]));
    }

    [Fact]
    public void Another_house_finds_the_workbook_valid_and_reads_every_cell_as_text()
    {
        var bytes = XlsxWriter.Write([HouseSheet.Of("survey", [["type", "=1+1"], ["", "-2+3+cmd|' /C calc'!D2"], ["12", "TRUE", "2026-03-02", " two "]]), HouseSheet.Of("empty", [])]);
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
        var cells = document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Cell>()).ToList();
        Assert.Equal(["type", "=1+1", "-2+3+cmd|' /C calc'!D2", "12", "TRUE", "2026-03-02", " two "], cells.Select(c => c.InlineString!.InnerText));
        Assert.All(cells, c => Assert.Equal(CellValues.InlineString, c.DataType!.Value));
        Assert.All(cells, c => Assert.Null(c.CellFormula));
    }

    [Fact]
    public void A_workbook_of_another_house_is_read()
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            var strings = book.AddNewPart<SharedStringTablePart>();
            strings.SharedStringTable = new(new SharedStringItem(new DocumentFormat.OpenXml.Spreadsheet.Text("type")), new SharedStringItem(new DocumentFormat.OpenXml.Spreadsheet.Text("Où ?")));
            sheet.Worksheet = new(new SheetData(
                new Row(new Cell { CellReference = "A1", DataType = CellValues.SharedString, CellValue = new("0") }, new Cell { CellReference = "C1", DataType = CellValues.SharedString, CellValue = new("1") }),
                new Row(new Cell { CellReference = "A2", CellValue = new(4.5) }, new Cell { CellReference = "B2", DataType = CellValues.Boolean, CellValue = new(true) })));
            book.Workbook = new(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = "survey", SheetId = 1, Id = book.GetIdOfPart(sheet) }));
        }
        var read = WorkbookReader.Read(file.ToArray(), "f.xlsx");
        Assert.Empty(read.Findings);
        Assert.Equal(["type||Où ?", "4.5|TRUE"], read.Named("survey")!.Rows.Select(r => string.Join('|', r.Cells)));
    }

    [Fact]
    public void Names_of_sheets_that_spreadsheets_refuse_are_mended()
    {
        var book = WorkbookReader.Read(XlsxWriter.Write([new("a/b[c]:*?", []), new("", []), new(new string('x', 40), []), new(new string('X', 50), [])]), "f.xlsx");
        Assert.Equal(["a b c", "2", new string('x', 31), new string('X', 29) + " 2"], book.Sheets.Select(s => s.Name));
    }
}
