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
    /// <param name="Caption">What the table holds.</param>
    /// <param name="Head">Titles of columns.</param>
    /// <param name="Rows">Rows.</param>
    /// <param name="Brief">Where cells hold a few words each: titles of a few letters, so that a phone can show the cells side by side; else empty.</param>
    public sealed record Grid(string Caption, ImmutableArray<string> Head, ImmutableArray<ImmutableArray<Cell>> Rows, ImmutableArray<string> Brief) : Block;

    /// <summary>The acts side by side, each in a few sentences.</summary>
    public sealed record Acts(ImmutableArray<ActLine> Lines) : Block;

    /// <summary>Short lists side by side.</summary>
    public sealed record Lists(ImmutableArray<NamedList> Of) : Block;

    /// <summary>A picture, for writers that can draw.</summary>
    /// <param name="Kind">Which.</param>
    /// <param name="Act">For outages: the act.</param>
    /// <param name="Table">For outages: the table.</param>
    public sealed record Picture(Figure Kind, ActId? Act = null, TableId? Table = null) : Block;
}

/// <summary>An act in a few sentences.</summary>
/// <param name="Number">"Act 1".</param>
/// <param name="Title">Its title.</param>
/// <param name="Accent">Its accent, for colours.</param>
/// <param name="Possible">How many actions were possible.</param>
/// <param name="Among">Among how many.</param>
/// <param name="Lost">What became impossible, and why.</param>
/// <param name="Chosen">What was chosen.</param>
/// <param name="Hit">Which function was hit most, and what the plans were worth.</param>
public sealed record ActLine(string Number, string Title, string Accent, int Possible, string Among, string Lost, string Chosen, string Hit);

/// <summary>A short list with a name.</summary>
public sealed record NamedList(string Name, ImmutableArray<string> Texts);

/// <summary>A part of a report: a heading and what stands under it.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What stands under it.</param>
public sealed record ReportPart(string Name, string Title, ImmutableArray<Block> Blocks);

/// <summary>A report as a document in one language.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Blocks">Its pieces in order.</param>
public sealed record ReportDocument(string Title, ImmutableArray<Block> Blocks)
{
    /// <summary>What stands before the first part.</summary>
    public IEnumerable<Block> Opening => Blocks.TakeWhile(b => b is not Block.Heading { Level: 2 });

    /// <summary>Its parts in order.</summary>
    public ImmutableArray<ReportPart> Parts
    {
        get
        {
            var parts = ImmutableArray.CreateBuilder<ReportPart>();
            for (var i = 0; i < Blocks.Length; i++)
                if (Blocks[i] is Block.Heading { Level: 2 } head)
                    parts.Add(new(head.Anchor ?? "", head.Text, [.. Blocks.Skip(i + 1).TakeWhile(b => b is not Block.Heading { Level: 2 })]));
            return parts.ToImmutable();
        }
    }
}
