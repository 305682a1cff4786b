using System.IO.Compression;
using System.Text;

namespace TousRisques.Formats.Tests.Sheets;

/// <summary>Zipped files written by hand, right and wrong.</summary>
internal static class Zips
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A zipped file of these parts.</summary>
    public static byte[] Of(params ReadOnlySpan<(string Name, string Text)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        return file.ToArray();
    }

    /// <summary>A workbook with one sheet, whose table is this XML.</summary>
    public static byte[] Sheet(string table, string strings = "", string styles = "", string workbook = "") => Of(
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", """<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="urn:r">{workbook}<sheets><sheet name="survey" sheetId="1" r:id="a"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """
            <Relationships><Relationship Id="a" Type="x/worksheet" Target="/xl/one.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="strings.xml"/>
            <Relationship Id="c" Type="x/styles" Target="../xl/styles.xml"/></Relationships>
            """),
        ("xl/strings.xml", $"<sst xmlns=\"{Main}\">{strings}</sst>"),
        ("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>"),
        ("xl/one.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{table}</sheetData></worksheet>"));
}
