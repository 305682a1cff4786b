using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Notebooks;

namespace TousRisques.Web.Markdown;

/// <summary>Why a text is shown as it was typed, without its form.</summary>
public enum MarkdownTrouble
{
    /// <summary>It is not.</summary>
    None,
    /// <summary>It is longer than a chapter may be.</summary>
    TooLong,
    /// <summary>Quotes, lists or brackets stand in each other too deep.</summary>
    TooNested,
    /// <summary>A table has too many cells.</summary>
    TooWide,
    /// <summary>It has too many blocks or links.</summary>
    TooMany,
}

/// <summary>Kinds of blocks.</summary>
public enum WrittenKind
{
    /// <summary>A heading.</summary>
    Heading,
    /// <summary>A paragraph, a list, a quote, code.</summary>
    Passage,
    /// <summary>A table.</summary>
    Table,
    /// <summary>A figure.</summary>
    Figure,
    /// <summary>A line across the page.</summary>
    Rule,
    /// <summary>The footnotes.</summary>
    Notes,
}

/// <summary>A block of a text that was written in Markdown.</summary>
/// <param name="Anchor">Its id in the page, without the prefix: stable as long as its words are.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Level of a heading in the page, from 2 on; 0 for others.</param>
/// <param name="Text">Its words, without marks.</param>
/// <param name="Html">Safe HTML, id included.</param>
public sealed record WrittenBlock(string Anchor, WrittenKind Kind, int Level, string Text, string Html)
{
    /// <summary>Whether people may react to it.</summary>
    public bool IsPassage => Kind is WrittenKind.Passage or WrittenKind.Table or WrittenKind.Figure;
}

/// <summary>A text as it is shown.</summary>
/// <param name="Blocks">Its blocks, in order.</param>
/// <param name="Trouble">Why it is shown without its form, or none.</param>
public sealed record Written(ImmutableArray<WrittenBlock> Blocks, MarkdownTrouble Trouble)
{
    /// <summary>Words that are read in a minute.</summary>
    private const int WordsPerMinute = 220;

    /// <summary>Passages that people may react to, in order.</summary>
    public ImmutableArray<Passage> Passages { get; } =
        [.. Blocks.Where(b => b.IsPassage).Select(b => new Passage(b.Anchor, b.Text.Length <= Passage.Length ? b.Text : Cut(b.Text)))];

    /// <summary>Headings, in order.</summary>
    public IEnumerable<WrittenBlock> Headings => Blocks.Where(b => b.Kind == WrittenKind.Heading);

    /// <summary>Words of the text.</summary>
    public int Words { get; } = Blocks.Sum(b => b.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);

    /// <summary>Minutes that it takes to read, at least one.</summary>
    public int Minutes => Math.Max(1, (Words + WordsPerMinute - 1) / WordsPerMinute);

    private static string Cut(string text)
    {
        var at = text.LastIndexOf(' ', Passage.Length - 2);
        var end = at > Passage.Length / 2 ? at : Passage.Length - 2;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}

/// <summary>A figure as a text shows it.</summary>
/// <param name="Url">Where its file is served.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Alt">What it shows.</param>
/// <param name="Credit">Who made it.</param>
public sealed record ShownFigure(string Url, int Width, int Height, string Alt, string Credit);

/// <summary>How a text is shown.</summary>
public sealed record MarkdownSettings
{
    /// <summary>The level in the page of the text's first headings.</summary>
    public int HeadingFrom { get; init; } = 2;

    /// <summary>What every id begins with, when several texts stand on one page.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Whether figures wait until they are scrolled to; not on a page that is made to be printed.</summary>
    public bool Lazy { get; init; } = true;

    /// <summary>Finds a figure by the name that texts give it (<c>figure:NAME</c>); null when there is none.</summary>
    public Func<string, ShownFigure?> Figure { get; init; } = _ => null;
}
