using System.Buffers;
using System.Text;
using System.Xml;

namespace TousRisques.Fuzz.Xml;

/// <summary>An element that can be changed at will, also into what is no XML.</summary>
internal sealed class Tag(string name, params IEnumerable<Tag> children)
{
    public string Name { get; set; } = name;
    public List<(string Name, string Value)> Attributes { get; } = [];
    public List<Tag> Children { get; } = [.. children];
    public string Text { get; set; } = "";

    public Tag With(string attribute, string value)
    {
        Attributes.Add((attribute, value));
        return this;
    }

    public Tag Copy()
    {
        var copy = new Tag(Name, Children.Select(c => c.Copy())) { Text = Text };
        copy.Attributes.AddRange(Attributes);
        return copy;
    }

    /// <summary>This one and all below.</summary>
    public IEnumerable<Tag> All()
    {
        var pending = new Stack<Tag>([this]);
        while (pending.TryPop(out var tag))
        {
            yield return tag;
            foreach (var child in tag.Children) pending.Push(child);
        }
    }

    /// <summary>Null when the bytes are no XML of reasonable depth.</summary>
    public static Tag? Parse(byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, IgnoreWhitespace = true });
            var open = new Stack<Tag>();
            Tag? root = null;
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Text && open.TryPeek(out var holder)) holder.Text += reader.Value;
                if (reader.NodeType == XmlNodeType.EndElement) open.Pop();
                if (reader.NodeType != XmlNodeType.Element) continue;
                var tag = new Tag(reader.LocalName);
                if (open.TryPeek(out var parent)) parent.Children.Add(tag);
                root ??= tag;
                var isEmpty = reader.IsEmptyElement;
                while (reader.MoveToNextAttribute()) tag.Attributes.Add((reader.Name, reader.Value));
                if (!isEmpty) open.Push(tag);
                if (open.Count > 500) return null;
            }
            return root;
        }
        catch (Exception e) when (e is XmlException or ArgumentException) // the second from decoders of texts cut in the middle
        {
            return null;
        }
    }

    /// <summary>As text, in a manner that the dice choose.</summary>
    public byte[] Write(Dice dice)
    {
        var text = new StringBuilder();
        var encoding = dice.OneIn(20) ? dice.Of<Encoding>(Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF8) : null;
        if (dice.OneIn(3)) text.Append("<?xml version=\"1.0\"?>\n");
        else if (dice.OneIn(10)) text.Append("<?xml version='1.0' encoding='").Append(dice.Of("utf-8", "UTF-16", "iso-8859-1", "us-ascii", "utf-7", "x-none", "windows-1252")).Append("' standalone='yes'?>");
        if (dice.OneIn(30)) text.Append("<!-- a comment --><?and an instruction?>\n");
        var (indent, quote, sprinkles) = (dice.OneIn(2), dice.OneIn(2) ? '"' : '\'', dice.OneIn(10));
        Write(text, 0);
        return encoding is null ? new UTF8Encoding(false).GetBytes(text.ToString()) : [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];

        void Write(StringBuilder to, int depth) => WriteTo(this, to, depth);

        void WriteTo(Tag tag, StringBuilder to, int depth)
        {
            if (indent) to.Append('\n').Append(' ', Math.Min(depth, 20) * 2);
            if (sprinkles && dice.OneIn(10)) to.Append(dice.Of("<!-- -->", "<?p i?>", "\r\n", "  ", "<![CDATA[]]>", "text"));
            to.Append('<').Append(tag.Name);
            foreach (var (name, value) in tag.Attributes) to.Append(sprinkles ? dice.Of(" ", "\n", "\t ") : " ").Append(name).Append('=').Append(quote).Append(Escape(value)).Append(quote);
            if (tag.Children.Count == 0 && tag.Text.Length == 0 && !dice.OneIn(10))
            {
                to.Append("/>");
                return;
            }
            to.Append('>').Append(sprinkles && dice.OneIn(2) && !tag.Text.Contains("]]>", StringComparison.Ordinal) ? $"<![CDATA[{tag.Text}]]>" : Escape(tag.Text));
            foreach (var child in tag.Children) WriteTo(child, to, depth + 1);
            to.Append("</").Append(tag.Name).Append('>');
        }
    }

    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'\t\n\r");

    /// <summary>What XML cannot hold is written as it is.</summary>
    private static string Escape(string value)
    {
        if (!value.AsSpan().ContainsAny(Special)) return value;
        return new StringBuilder(value).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&apos;")
            .Replace("\t", "&#9;").Replace("\n", "&#10;").Replace("\r", "&#13;").ToString();
    }
}
