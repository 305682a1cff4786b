using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;

namespace TousRisques.Formats.Sheets;

/// <summary>
/// Reads the tables of an Office Open XML workbook [ECMA376] and nothing else of it: no formulas, links, macros or pictures. Works part by part on a stream, so that limits hold
/// before anything is built.
/// </summary>
internal sealed class XlsxReader(ZipParts parts, SheetFindings findings, CancellationToken cancellation)
{
    private readonly List<string> strings = [];
    private readonly List<NumberShape> shapes = [];
    private bool from1904;
    private int cellsLeft = SheetLimits.Cells;

    public ImmutableArray<Sheet> Read()
    {
        var main = Relations("").FirstOrDefault(r => r.Kind == "officeDocument").Target ?? "xl/workbook.xml";
        if (!parts.Has(main))
        {
            findings.Error(SheetCode.NoWorkbook, findings.Whole);
            return [];
        }
        var listed = new List<(string Name, string Relation)>();
        Walk(main, reader =>
        {
            if (reader.NodeType != XmlNodeType.Element) return;
            if (reader.LocalName == "workbookPr") from1904 = reader.GetAttribute("date1904") is "1" or "true";
            else if (reader.LocalName == "sheet") listed.Add((reader.GetAttribute("name") ?? "", RelationOf(reader)));
        });
        var relations = Relations(main);
        if (relations.FirstOrDefault(r => r.Kind == "styles").Target is { } styles && parts.Has(styles)) Styles(styles);
        if (relations.FirstOrDefault(r => r.Kind == "sharedStrings").Target is { } shared && parts.Has(shared)) Strings(shared);
        if (listed.Count > SheetLimits.Sheets) findings.Limit(SheetCode.TooManySheets, findings.Whole, SheetLimits.Sheets);
        var sheets = ImmutableArray.CreateBuilder<Sheet>();
        foreach (var (name, relation) in listed.Take(SheetLimits.Sheets))
        {
            var (_, kind, target) = relations.FirstOrDefault(r => r.Id == relation);
            if (kind is not null and not "worksheet") continue; // charts and dialogs hold no table
            if (target is null || !parts.Has(target)) findings.Error(SheetCode.PartMissing, findings.Whole, target ?? name);
            else sheets.Add(Table(name.Length > 100 ? name[..100] : name, target));
        }
        return sheets.ToImmutable();
    }

    /// <summary>What a part points to; the whole package's own when the part is empty.</summary>
    private List<(string Id, string Kind, string Target)> Relations(string part)
    {
        var slash = part.LastIndexOf('/');
        var folder = part[..(slash + 1)];
        var found = new List<(string, string, string)>();
        var name = $"{folder}_rels/{part[(slash + 1)..]}.rels";
        if (parts.Has(name))
            Walk(name, reader =>
            {
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship" || found.Count >= 1_000) return;
                if (reader.GetAttribute("TargetMode") == "External" || reader.GetAttribute("Target") is not { } target) return;
                var kind = reader.GetAttribute("Type") ?? "";
                found.Add((reader.GetAttribute("Id") ?? "", kind[(kind.LastIndexOf('/') + 1)..], Resolve(folder, target)));
            });
        return found;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target.TrimStart('/');
        var path = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && path.Count > 0) path.RemoveAt(path.Count - 1);
            else if (step is not ("." or "..")) path.Add(step);
        }
        return string.Join('/', path);
    }

    /// <summary>The relation that a sheet names: an attribute <c>id</c> in a namespace, which differs between the two flavours of the format.</summary>
    private static string RelationOf(XmlReader reader)
    {
        var id = "";
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
            if (reader.LocalName == "id" && reader.NamespaceURI.Length > 0) id = reader.Value;
        reader.MoveToElement();
        return id;
    }

    private void Styles(string part)
    {
        var (codes, inFormats) = (new Dictionary<int, string>(), false);
        Walk(part, reader =>
        {
            if (reader.LocalName == "cellXfs") inFormats = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            if (reader.NodeType != XmlNodeType.Element) return;
            if (reader.LocalName == "numFmt" && Whole(reader.GetAttribute("numFmtId")) is { } id && codes.Count < 5_000) codes[id] = reader.GetAttribute("formatCode") ?? "";
            else if (reader.LocalName == "xf" && inFormats && shapes.Count < 100_000)
                shapes.Add(Whole(reader.GetAttribute("numFmtId")) is { } format ? XlsxCells.Shape(format, codes.GetValueOrDefault(format)) : NumberShape.Number);
        });
    }

    private void Strings(string part)
    {
        var (text, phonetic, taking) = (new StringBuilder(), false, false);
        Walk(part, reader =>
        {
            if (reader.LocalName == "rPh") phonetic = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement; // how to pronounce it
            else if (reader.LocalName == "t") taking = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement && !phonetic;
            else if (reader.LocalName == "si" && reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement) text.Clear();
            else if (reader.LocalName == "si") // its end, or an empty one
            {
                strings.Add(reader.NodeType == XmlNodeType.EndElement ? XlsxCells.Unescape(text.ToString()) : "");
                text.Clear();
            }
            else if (taking && reader.IsText() && text.Length <= 8 * SheetLimits.Cell) text.Append(reader.Value);
        });
    }

    private Sheet Table(string name, string part)
    {
        var sheet = new Sheet(name, []);
        var rows = new Dictionary<int, List<string>>();
        var (row, column, count, told) = (0, 0, 0, (SheetCode?)null);
        var (inTable, inCell, inInline, phonetic, taking, skip) = (false, false, false, false, false, false);
        var (kind, shape, text) = ("", NumberShape.Number, new StringBuilder());

        void TellOnce(SheetCode code, long limit)
        {
            if (told != code) findings.Limit(code, new(name, row, 0), limit);
            told = code;
        }

        void Finish()
        {
            inCell = false;
            if (skip || text.Length == 0) return;
            if (Value(kind, shape, text.ToString(), new(name, row, column)) is not { Length: > 0 } value) return;
            if (!rows.TryGetValue(row, out var cells))
            {
                if (rows.Count >= SheetLimits.Rows)
                {
                    TellOnce(SheetCode.TooManyRows, SheetLimits.Rows);
                    return;
                }
                rows[row] = cells = [];
            }
            var more = Math.Max(0, column - cells.Count);
            if (more > cellsLeft)
            {
                TellOnce(SheetCode.TooManyCells, SheetLimits.Cells);
                return;
            }
            cellsLeft -= more;
            while (cells.Count < column) cells.Add("");
            cells[column - 1] = value;
        }

        Walk(part, reader =>
        {
            var begins = reader.NodeType == XmlNodeType.Element;
            if (reader.IsText())
            {
                if (taking && text.Length <= 8 * SheetLimits.Cell) text.Append(reader.Value);
                return;
            }
            switch (reader.LocalName)
            {
                case "sheetData":
                    inTable = begins && !reader.IsEmptyElement;
                    break;
                case "row" when inTable && begins:
                    row = Whole(reader.GetAttribute("r")) is > 0 and var number ? number : row + 1;
                    (column, skip) = (0, false);
                    break;
                case "c" when inTable && begins:
                    (kind, inCell) = (reader.GetAttribute("t") ?? "n", !reader.IsEmptyElement);
                    text.Clear();
                    skip = false;
                    if (reader.GetAttribute("r") is not { } place) column++;
                    else if (SheetSpot.Parse(place) is { } at) (row, column) = at;
                    else
                    {
                        findings.Error(SheetCode.BadCell, new(name, row, 0), place);
                        skip = true;
                    }
                    if (column > SheetLimits.Columns)
                    {
                        if (inCell) TellOnce(SheetCode.TooManyColumns, SheetLimits.Columns);
                        skip = true;
                    }
                    shape = Whole(reader.GetAttribute("s")) is >= 0 and var style && style < shapes.Count ? shapes[style] : NumberShape.Number;
                    if (++count % 1024 == 0) cancellation.ThrowIfCancellationRequested();
                    break;
                case "c" when inCell:
                    Finish();
                    break;
                case "is" when inCell:
                    inInline = begins && !reader.IsEmptyElement;
                    break;
                case "rPh" when inInline:
                    phonetic = begins && !reader.IsEmptyElement;
                    break;
                case "v" when inCell && !inInline:
                case "t" when inInline && !phonetic:
                    taking = begins && !reader.IsEmptyElement && !skip;
                    break;
                default:
                    break;
            }
        });
        return sheet with
        {
            Rows = [.. rows.OrderBy(r => r.Key).Select(r => new SheetRow(r.Key, [.. r.Value])).Where(r => !r.IsBlank)],
        };
    }

    private string Value(string kind, NumberShape shape, string stored, SheetSpot at)
    {
        switch (kind)
        {
            case "s":
                if (Whole(stored.Trim()) is { } index && index < strings.Count) return Cut(strings[index], at);
                findings.Error(SheetCode.BadCell, at, stored);
                return "";
            case "b":
                return stored.Trim() is "1" or "true" ? "TRUE" : "FALSE";
            case "e":
                findings.Warning(SheetCode.FormulaError, at, stored);
                return Cut(stored, at);
            case "inlineStr" or "str":
                return Cut(XlsxCells.Unescape(stored), at);
            case "d":
                return Cut(stored.Trim(), at);
            default:
                return Cut(XlsxCells.Number(stored.Trim(), shape, from1904), at);
        }
    }

    private string Cut(string text, SheetSpot at)
    {
        if (text.Length <= SheetLimits.Cell) return text;
        findings.Limit(SheetCode.CellTooLong, at, SheetLimits.Cell);
        return Intake.PlainText.Cut(text, SheetLimits.Cell);
    }

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Reads a part as far as it goes.</summary>
    private void Walk(string part, Action<XmlReader> node)
    {
        try
        {
            using var text = parts.Open(part)!;
            PartXml.Walk(text, node, cancellation);
        }
        catch (TooMuchException e) when (e.Code == SheetCode.TooIntricate)
        {
            findings.Error(SheetCode.TooIntricate, findings.Whole, part);
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            findings.Error(SheetCode.DocumentType, findings.Whole, part);
        }
        catch (XmlException)
        {
            findings.Error(SheetCode.BrokenPart, findings.Whole, part);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            findings.Error(SheetCode.BrokenZip, findings.Whole, part);
        }
    }
}
