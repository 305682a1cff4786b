using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace TousRisques.Web.Charts;

/// <summary>
/// Writes one SVG picture. Every text and attribute is encoded, numbers are written the same in every culture, and looks come from
/// classes alone: the content security policy refuses inline styles, and a class follows the reader's light or dark setting.
/// </summary>
internal sealed class SvgWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder svg = new();
    private readonly Stack<string> open = new();

    /// <summary>Begins a picture.</summary>
    /// <param name="kind">Class of the picture, such as <c>map</c>; all have the class <c>chart</c> too.</param>
    /// <param name="width">Width of its own units; it stretches to whatever holds it.</param>
    /// <param name="height">Height, in the same units.</param>
    /// <param name="label">What it shows, in a sentence, for those who do not see it.</param>
    /// <param name="role">What it is to those who do not see it: an image, or a group when there are links in it.</param>
    public SvgWriter(string kind, double width, double height, string label, string role = "img") =>
        Open("svg", ("class", "chart " + kind), ("viewBox", $"0 0 {N(width)} {N(height)}"), ("role", role), ("aria-label", label));

    /// <summary>A number as SVG writes it: a point, at most one decimal.</summary>
    public static string N(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Opens an element; <see cref="Close"/> closes it.</summary>
    public SvgWriter Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        svg.Append('>');
        open.Push(name);
        return this;
    }

    /// <summary>Closes the element opened last.</summary>
    public SvgWriter Close()
    {
        svg.Append("</").Append(open.Pop()).Append('>');
        return this;
    }

    /// <summary>An element without content; attributes whose value is null are left out.</summary>
    public SvgWriter Add(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        svg.Append("/>");
        return this;
    }

    /// <summary>A straight line.</summary>
    public SvgWriter Line(double x1, double y1, double x2, double y2, string style) =>
        Add("path", ("class", style), ("d", $"M{N(x1)} {N(y1)}L{N(x2)} {N(y2)}"));

    /// <summary>A path.</summary>
    public SvgWriter Path(string d, string style) => Add("path", ("class", style), ("d", d));

    /// <summary>A rectangle with round corners.</summary>
    public SvgWriter Box(double x, double y, double width, double height, double radius, string style) =>
        Add("rect", ("class", style), ("x", N(x)), ("y", N(y)), ("width", N(Math.Max(0, width))), ("height", N(Math.Max(0, height))),
            ("rx", radius > 0 ? N(radius) : null));

    /// <summary>A circle.</summary>
    public SvgWriter Circle(double x, double y, double radius, string style) =>
        Add("circle", ("class", style), ("cx", N(x)), ("cy", N(y)), ("r", N(radius)));

    /// <summary>A drawing on the grid of 24 by 24 of <see cref="Look.Icons"/>, around a point.</summary>
    public SvgWriter Icon(double x, double y, double size, string path) =>
        Add("path", ("class", "icon"), ("transform", $"translate({N(x - size / 2)} {N(y - size / 2)})scale({(size / 24).ToString("0.###", CultureInfo.InvariantCulture)})"), ("d", path));

    /// <summary>A line of text. <paramref name="y"/> is its base line.</summary>
    public SvgWriter Text(double x, double y, string text, string? style = null, Anchor anchor = Anchor.Start)
    {
        Start("text", [("x", N(x)), ("y", N(y)), ("class", style), ("text-anchor", AnchorName(anchor))]);
        svg.Append('>').Append(Encoder.Encode(text)).Append("</text>");
        return this;
    }

    /// <summary>Several lines of text under each other.</summary>
    public SvgWriter Lines(double x, double y, IReadOnlyList<string> lines, double leading, string? style = null, Anchor anchor = Anchor.Start)
    {
        for (var i = 0; i < lines.Count; i++) Text(x, y + i * leading, lines[i], style, anchor);
        return this;
    }

    /// <summary>The whole picture, every element closed.</summary>
    public override string ToString()
    {
        while (open.Count > 0) Close();
        return svg.ToString();
    }

    /// <summary>Breaks a text into lines between words; what does not fit ends in an ellipsis.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Characters a line may have.</param>
    /// <param name="most">How many lines there may be.</param>
    public static IReadOnlyList<string> Wrap(string text, int width, int most)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            // A question mark or a colon stands apart from its word in French, but never begins a line.
            if (line.Length > 0 && line.Length + 1 + word.Length > width && word is not ("?" or "!" or ":" or ";" or "»"))
            {
                lines.Add(line.ToString());
                line.Clear();
            }
            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }
        if (line.Length > 0) lines.Add(line.ToString());
        if (lines.Count > most)
        {
            lines.RemoveRange(most, lines.Count - most);
            lines[^1] = Clip(lines[^1] + "…………", width);
        }
        for (var i = 0; i < lines.Count; i++) lines[i] = Clip(lines[i], width);
        return lines;
    }

    private static string Clip(string line, int width)
    {
        if (line.Length <= width && !line.EndsWith("……", StringComparison.Ordinal)) return line;
        var kept = line.TrimEnd('…');
        if (kept.Length > width - 1) kept = kept[..Math.Max(0, width - 1)];
        if (kept.Length > 0 && char.IsHighSurrogate(kept[^1])) kept = kept[..^1];
        return kept.TrimEnd(' ', ',', '.', ';', ':') + "…";
    }

    private static string? AnchorName(Anchor anchor) => anchor switch
    {
        Anchor.Middle => "middle",
        Anchor.End => "end",
        _ => null,
    };

    private void Start(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        svg.Append('<').Append(name);
        foreach (var (key, value) in attributes)
            if (value is not null) svg.Append(' ').Append(key).Append("=\"").Append(Encoder.Encode(value)).Append('"');
    }
}

/// <summary>Which end of a text its position names.</summary>
internal enum Anchor
{
    /// <summary>Its beginning.</summary>
    Start,
    /// <summary>Its middle.</summary>
    Middle,
    /// <summary>Its end.</summary>
    End,
}
