using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace TousRisques.Formats.Sheets;

/// <summary>
/// Writes workbooks whose every cell is text and says so, so that no spreadsheet calculates what people wrote. The first row of a sheet is bold and stays in view. Equal sheets give
/// equal bytes.
/// </summary>
public static class XlsxWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static readonly DateTimeOffset Undated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The kind of file, for those who send it.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A workbook of these sheets. Names that spreadsheets refuse are mended; a text longer than <see cref="SheetLimits.Cell"/> is cut.</summary>
    public static byte[] Write(IEnumerable<Sheet> sheets)
    {
        ImmutableArray<Sheet> all = [.. sheets];
        if (all.IsEmpty) all = [new("1", [])];
        var names = Names(all);
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", x =>
            {
                x.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
                Empty(x, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
                Empty(x, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
                Empty(x, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", Kind + "sheet.main+xml"));
                Empty(x, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", Kind + "styles+xml"));
                for (var i = 1; i <= all.Length; i++) Empty(x, "Override", ("PartName", $"/xl/worksheets/sheet{i}.xml"), ("ContentType", Kind + "worksheet+xml"));
            });
            Part(zip, "_rels/.rels", x =>
            {
                x.WriteStartElement("Relationships", Package);
                Empty(x, "Relationship", ("Id", "rId1"), ("Type", Relations + "/officeDocument"), ("Target", "xl/workbook.xml"));
            });
            Part(zip, "xl/workbook.xml", x =>
            {
                x.WriteStartElement("workbook", Main);
                x.WriteAttributeString("xmlns", "r", null, Relations);
                x.WriteStartElement("sheets");
                for (var i = 0; i < all.Length; i++)
                {
                    x.WriteStartElement("sheet");
                    x.WriteAttributeString("name", names[i]);
                    x.WriteAttributeString("sheetId", Figure(i + 1));
                    x.WriteAttributeString("id", Relations, "rId" + Figure(i + 1));
                    x.WriteEndElement();
                }
            });
            Part(zip, "xl/_rels/workbook.xml.rels", x =>
            {
                x.WriteStartElement("Relationships", Package);
                for (var i = 1; i <= all.Length; i++) Empty(x, "Relationship", ("Id", $"rId{i}"), ("Type", Relations + "/worksheet"), ("Target", $"worksheets/sheet{i}.xml"));
                Empty(x, "Relationship", ("Id", $"rId{all.Length + 1}"), ("Type", Relations + "/styles"), ("Target", "styles.xml"));
            });
            Part(zip, "xl/styles.xml", Styles);
            for (var i = 0; i < all.Length; i++) Part(zip, $"xl/worksheets/sheet{i + 1}.xml", x => Table(x, all[i]));
        }
        return file.ToArray();
    }

    /// <summary>Two formats, both text (49): 1 for cells, 2 for the first row.</summary>
    private static void Styles(XmlWriter x)
    {
        x.WriteStartElement("styleSheet", Main);
        x.WriteStartElement("fonts");
        Empty(x, "font");
        x.WriteStartElement("font");
        Empty(x, "b");
        x.WriteEndElement();
        x.WriteEndElement();
        x.WriteStartElement("fills");
        foreach (var pattern in (string[])["none", "gray125"])
        {
            x.WriteStartElement("fill");
            Empty(x, "patternFill", ("patternType", pattern));
            x.WriteEndElement();
        }
        x.WriteEndElement();
        x.WriteStartElement("borders");
        Empty(x, "border");
        x.WriteEndElement();
        x.WriteStartElement("cellStyleXfs");
        Empty(x, "xf");
        x.WriteEndElement();
        x.WriteStartElement("cellXfs");
        Empty(x, "xf", ("numFmtId", "0"), ("xfId", "0"));
        foreach (var font in (string[])["0", "1"])
        {
            x.WriteStartElement("xf");
            foreach (var (name, value) in ((string, string)[])[("numFmtId", "49"), ("fontId", font), ("fillId", "0"), ("borderId", "0"), ("xfId", "0"), ("applyNumberFormat", "1"), ("applyFont", "1"), ("applyAlignment", "1")])
                x.WriteAttributeString(name, value);
            Empty(x, "alignment", ("vertical", "top"), ("wrapText", "1"));
            x.WriteEndElement();
        }
        x.WriteEndElement();
    }

    private static void Table(XmlWriter x, Sheet sheet)
    {
        var columns = sheet.Rows.Select(r => r.Cells.Length).DefaultIfEmpty().Max();
        x.WriteStartElement("worksheet", Main);
        x.WriteStartElement("sheetViews");
        x.WriteStartElement("sheetView");
        x.WriteAttributeString("workbookViewId", "0");
        Empty(x, "pane", ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen"));
        x.WriteEndElement();
        x.WriteEndElement();
        if (columns > 0)
        {
            x.WriteStartElement("cols");
            Empty(x, "col", ("min", "1"), ("max", Figure(columns)), ("width", "24"), ("style", "1"), ("customWidth", "1"));
            x.WriteEndElement();
        }
        x.WriteStartElement("sheetData");
        foreach (var row in sheet.Rows.OrderBy(r => r.Number))
        {
            x.WriteStartElement("row");
            x.WriteAttributeString("r", Figure(row.Number));
            for (var i = 0; i < row.Cells.Length; i++)
            {
                if (row.Cells[i].Length == 0) continue;
                x.WriteStartElement("c");
                x.WriteAttributeString("r", SheetSpot.ColumnName(i + 1) + Figure(row.Number));
                x.WriteAttributeString("s", row.Number == 1 ? "2" : "1");
                x.WriteAttributeString("t", "inlineStr");
                x.WriteStartElement("is");
                x.WriteStartElement("t");
                x.WriteAttributeString("xml", "space", null, "preserve");
                x.WriteString(XlsxCells.Escape(Intake.PlainText.Cut(row.Cells[i], SheetLimits.Cell)));
                x.WriteEndElement();
                x.WriteEndElement();
                x.WriteEndElement();
            }
            x.WriteEndElement();
        }
        x.WriteEndElement();
    }

    private static string[] Names(ImmutableArray<Sheet> sheets)
    {
        var names = new List<string>();
        foreach (var sheet in sheets)
        {
            var clean = string.Concat(sheet.Name.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(c) || char.IsSurrogate(c) || c >= '\uFFFE' ? ' ' : c)).Trim().Trim('\'').Trim();
            if (clean.Length == 0) clean = Figure(names.Count + 1);
            var name = clean.Length > 31 ? clean[..31] : clean;
            for (var n = 2; names.Contains(name, StringComparer.OrdinalIgnoreCase); n++) name = clean[..Math.Min(clean.Length, 30 - Figure(n).Length)] + " " + Figure(n);
            names.Add(name);
        }
        return [.. names];
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Undated;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), CheckCharacters = false, NewLineHandling = NewLineHandling.None });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private static void Empty(XmlWriter x, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        x.WriteStartElement(name);
        foreach (var (attribute, value) in attributes) x.WriteAttributeString(attribute, value);
        x.WriteEndElement();
    }

    private static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);
}
