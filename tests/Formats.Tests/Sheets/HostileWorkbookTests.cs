using System.Buffers.Binary;
using System.Text;
using TousRisques.Formats.Sheets;
using Xunit;

namespace TousRisques.Formats.Tests.Sheets;

public class HostileWorkbookTests
{
    [Fact]
    public void A_zip_bomb_is_refused_by_what_its_directory_announces()
    {
        var bomb = Zips.Sheet("<row>" + new string(' ', SheetLimits.Unzipped) + "</row>");
        Assert.InRange(bomb.Length, 0, 200_000);
        Assert.Equal([SheetCode.TooLargeUnzipped], Codes(bomb));
    }

    [Fact]
    public void A_zip_bomb_whose_directory_lies_is_stopped_while_it_comes()
    {
        var bomb = Zips.Sheet(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>" + new string(' ', 4_000), SheetLimits.Unzipped / 4_000)));
        LieAboutSizes(bomb, 1_000);
        var book = WorkbookReader.Read(bomb, "f");
        Assert.Equal([SheetCode.BrokenPart], book.Findings.Select(f => f.Code)); // no more comes out than was announced
        Assert.Single(book.Sheets[0].Rows);
    }

    [Fact]
    public void Many_parts_share_one_budget()
    {
        var big = new string(' ', SheetLimits.Unzipped / 2 - 1_000_000);
        var zip = Zips.Of(("a.csv", "a" + big), ("b.csv", "b" + big), ("c.csv", "c" + big));
        Assert.Contains(SheetCode.TooLargeUnzipped, Codes(zip));
    }

    [Fact]
    public void Deep_nesting_is_stopped() =>
        Assert.Equal([SheetCode.TooIntricate], Codes(Zips.Sheet(string.Concat(Enumerable.Repeat("<a>", 2_000_000)))));

    [Fact]
    public void A_tag_that_never_ends_is_stopped() =>
        Assert.Equal([SheetCode.TooIntricate], Codes(Zips.Sheet("<row " + string.Concat(Enumerable.Range(0, 500_000).Select(i => $"a{i}='' ")) + "/>")));

    [Fact]
    public void Names_without_number_are_stopped() =>
        Assert.Equal([SheetCode.TooIntricate], Codes(Zips.Sheet(string.Concat(Enumerable.Range(0, 500_000).Select(i => $"<e{i}/>")))));

    [Fact]
    public void Entities_are_never_expanded_and_nothing_is_fetched()
    {
        const string Laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
        var book = WorkbookReader.Read(Zips.Of(("[Content_Types].xml", ""), ("xl/workbook.xml", Laughs + "<workbook>&b;</workbook>")), "f");
        Assert.Equal([SheetCode.DocumentType], book.Findings.Select(f => f.Code));
        Assert.Empty(book.Sheets);
    }

    [Fact]
    public void A_million_columns_and_rows_far_down_are_cut_and_told()
    {
        var wide = WorkbookReader.Read(Zips.Sheet("<row>" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 1_000_000)) + "</row>"), "f");
        Assert.Equal([SheetCode.TooManyColumns], wide.Findings.Select(f => f.Code));
        Assert.Equal(SheetLimits.Columns, wide.Sheets[0].Rows[0].Cells.Length);
        var far = WorkbookReader.Read(Zips.Sheet("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c><c r=\"A1048576\"><v>2</v></c></row><row><c r=\"rubbish\"><v>1</v></c></row>"), "f");
        Assert.Equal([SheetCode.TooManyColumns, SheetCode.BadCell], far.Findings.Select(f => f.Code).Order());
        Assert.Equal((1_048_576, "2"), (far.Sheets[0].Rows[0].Number, far.Sheets[0].Rows[0][0]));
        var holes = WorkbookReader.Read(Zips.Sheet(string.Concat(Enumerable.Range(1, SheetLimits.Cells / 1_000 + 5).Select(i => $"<row r=\"{i}\"><c r=\"ALL{i}\"><v>1</v></c></row>"))), "f");
        Assert.Equal([SheetCode.TooManyCells], holes.Findings.Select(f => f.Code).Distinct());
        var tall = WorkbookReader.Read(Zips.Sheet(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", SheetLimits.Rows + 5))), "f");
        Assert.Equal((SheetLimits.Rows, SheetCode.TooManyRows), (tall.Sheets[0].Rows.Length, Assert.Single(tall.Findings).Code));
    }

    [Fact]
    public void A_long_text_is_cut_and_a_text_that_is_not_there_is_told()
    {
        var book = WorkbookReader.Read(Zips.Sheet($"<row><c t=\"inlineStr\"><is><t>{new string('x', SheetLimits.Cell + 10)}</t></is></c><c t=\"s\"><v>7</v></c></row>"), "f");
        Assert.Equal([SheetCode.CellTooLong, SheetCode.BadCell], book.Findings.Select(f => f.Code));
        Assert.Equal(SheetLimits.Cell, book.Sheets[0].Rows[0][0].Length);
    }

    [Fact]
    public void A_file_cut_anywhere_is_told_and_gives_what_is_left()
    {
        var whole = XlsxWriter.Write([Sheet.Of("survey", Enumerable.Range(0, 500).Select(i => new[] { $"text{i}", "é" }))]);
        for (var length = 4; length < whole.Length; length += whole.Length / 60)
            Assert.NotEmpty(WorkbookReader.Read(whole.AsMemory(0, length), "f").Findings);
        var broken = WorkbookReader.Read(Zips.Sheet("<row><c><v>1</v></c></row><row><c><v>2</v></c><oops"), "f");
        Assert.Equal([SheetCode.BrokenPart], broken.Findings.Select(f => f.Code));
        Assert.Equal(["1", "2"], broken.Sheets[0].Rows.Select(r => r[0]));
    }

    [Fact]
    public void A_reader_told_to_stop_stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => WorkbookReader.Read(Zips.Sheet("<row/>"), "f", stop.Token));
    }

    private static SheetCode[] Codes(byte[] bytes) => [.. WorkbookReader.Read(bytes, "f").Findings.Select(f => f.Code)];

    /// <summary>Writes another size into the directory and into each header.</summary>
    private static void LieAboutSizes(byte[] zip, uint size)
    {
        for (var i = 0; i + 30 < zip.Length; i++)
        {
            if (Encoding.Latin1.GetString(zip, i, 4) == "PK\u0001\u0002") BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(i + 24), size);
            if (Encoding.Latin1.GetString(zip, i, 4) == "PK\u0003\u0004") BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(i + 22), size);
        }
    }
}
