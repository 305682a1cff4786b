using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Web.Reports;

/// <summary>A cell of a report's table.</summary>
/// <param name="Text">What it says; a line break separates several things.</param>
/// <param name="Tone"><c>ok</c>, <c>mid</c>, <c>no</c> where it tells how well something stands; the words say it too.</param>
public readonly record struct Cell(string Text, string? Tone = null)
{
    /// <summary>A cell of plain words.</summary>
    public static implicit operator Cell(string text) => new(text);

    /// <summary>A cell of plain words. For languages without implicit conversions.</summary>
    public static Cell ToCell(string text) => text;
}

/// <summary>A picture that a page draws beside the words; every figure in it stands in a table of the report too.</summary>
public enum Figure
{
    /// <summary>Possible actions, act by act.</summary>
    Survival,
    /// <summary>Priorities, act by act.</summary>
    Priorities,
    /// <summary>Outages with the plan and without.</summary>
    Outages,
    /// <summary>The territory's memory and what was revealed, on one line.</summary>
    Timeline,
    /// <summary>The map of what happened.</summary>
    Map,
}

/// <summary>
/// A piece of the report as a document: composed once in a language, then written as a page or as Markdown, so that both say the same.
/// All text is plain; writers encode it.
/// </summary>
public abstract record Block
{
    private Block() { }

    /// <summary>A heading.</summary>
    /// <param name="Level">2 or 3; the title is the document's own.</param>
    /// <param name="Text">What it says.</param>
    /// <param name="Anchor">Its name in addresses, or null.</param>
    public sealed record Heading(int Level, string Text, string? Anchor = null) : Block;

    /// <summary>A paragraph.</summary>
    public sealed record Paragraph(string Text, bool Soft = false) : Block;

    /// <summary>A list.</summary>
    public sealed record Items(ImmutableArray<string> Texts) : Block;

    /// <summary>A table; the first cell of each row names the row.</summary>
    public sealed record Grid(string Caption, ImmutableArray<string> Head, ImmutableArray<ImmutableArray<Cell>> Rows) : Block;

    /// <summary>A picture, for writers that can draw.</summary>
    /// <param name="Kind">Which.</param>
    /// <param name="Act">For outages: the act.</param>
    /// <param name="Table">For outages: the table.</param>
    public sealed record Picture(Figure Kind, ActId? Act = null, TableId? Table = null) : Block;
}

/// <summary>A report as a document in one language.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Blocks">Its pieces in order.</param>
public sealed record ReportDocument(string Title, ImmutableArray<Block> Blocks);
