using System.Globalization;
using System.Xml;
using TousRisques.Formats.Findings;

namespace TousRisques.Formats.OpenPsa;

/// <summary>An element of a file with its place.</summary>
internal sealed class PsaElement(string name, Spot at)
{
    private const int LongestLabel = 2_000;

    public string Name { get; } = name;
    public Spot At { get; } = at;
    public List<PsaElement> Children { get; } = [];
    public List<(string Name, string Value, Spot At)> Attributes { get; } = [];
    public string Text { get; private set; } = "";

    /// <summary>Text matters in labels alone, and nobody reads a long one.</summary>
    private void Keep(string text)
    {
        if (Name == "label" && Text.Length < LongestLabel) Text += text.Length <= LongestLabel ? text : text[..LongestLabel];
    }

    /// <summary>An attribute's value and place; null when it is not there.</summary>
    public (string Value, Spot At)? Attribute(string wanted)
    {
        foreach (var (name, value, at) in Attributes)
            if (name == wanted) return (value.Trim(), at);
        return null;
    }

    /// <summary>The place that the parser gives, drawn back into its line: for a file that ends within a tag the parser counts letters that are not there.</summary>
    private static Spot Within(Stream stream, Spot at)
    {
        if (!stream.CanSeek) return at;
        stream.Position = 0;
        using var text = new StreamReader(stream, leaveOpen: true);
        var (line, column, last) = (1, 1, '\0');
        for (int c; (c = text.Read()) >= 0 && line <= at.Line; last = (char)c)
        {
            if (c == '\n' && last == '\r') continue; // two letters, one end of line
            if (c is not ('\n' or '\r')) column++;
            else if (line++ < at.Line) column = 1;
        }
        return line < at.Line || column >= at.Column ? at : at with { Column = column };
    }

    /// <summary>
    /// Reads a file: no document type, no entity, no more depth or elements than <see cref="PsaLimits"/> allow. Null when there is no root; what was read before an
    /// error is kept, so that its own errors are told too.
    /// </summary>
    /// <param name="stream">The file.</param>
    /// <param name="file">Its name, for findings.</param>
    /// <param name="elements">How many elements were read so far in all files.</param>
    /// <param name="findings">Where to tell.</param>
    public static PsaElement? Read(Stream stream, string file, ref int elements, PsaFindings findings)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            MaxCharactersInDocument = PsaLimits.Bytes,
        };
        PsaElement? root = null;
        var open = new Stack<PsaElement>();
        var line = (IXmlLineInfo?)null;
        try
        {
            using var reader = XmlReader.Create(stream, settings);
            line = (IXmlLineInfo)reader;
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        var element = new PsaElement(reader.LocalName, Here());
                        if (++elements > PsaLimits.Elements)
                        {
                            findings.Error(PsaFindingCode.TooManyElements, element.At, Text(PsaLimits.Elements));
                            return null;
                        }
                        if (open.Count == PsaLimits.Depth)
                        {
                            findings.Error(PsaFindingCode.TooDeep, element.At, Text(PsaLimits.Depth));
                            return null;
                        }
                        if (open.TryPeek(out var parent)) parent.Children.Add(element);
                        else root = element;
                        var isEmpty = reader.IsEmptyElement;
                        while (reader.MoveToNextAttribute()) element.Attributes.Add((reader.LocalName, reader.Value, Here()));
                        if (!isEmpty) open.Push(element);
                        break;
                    case XmlNodeType.EndElement:
                        open.Pop();
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA when open.TryPeek(out var holder):
                        holder.Keep(reader.Value);
                        break;
                }
            }
        }
        catch (XmlException e)
        {
            var at = Within(stream, new Spot(file, Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition)));
            var (fault, value, expected) = PsaFaults.Of(e.Message);
            if (e.Message.StartsWith("For security reasons DTD", StringComparison.Ordinal)) findings.Error(PsaFindingCode.DocumentType, at);
            else findings.Error(PsaFindingCode.NotXml, at, fault, value, expected);
        }
        catch (ArgumentException)
        {
            // The parser means to throw nothing but the above; some encodings cut in the middle make its decoders throw this.
            findings.Error(PsaFindingCode.NotXml, new Spot(file, Math.Max(1, line?.LineNumber ?? 1), Math.Max(1, line?.LinePosition ?? 1)), PsaFault.Encoding);
        }
        return root;

        Spot Here() => new(file, line.LineNumber, line.LinePosition);
        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
