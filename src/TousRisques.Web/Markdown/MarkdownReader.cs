using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TousRisques.Domain.Expeditions;

namespace TousRisques.Web.Markdown;

/// <summary>
/// Reads texts in Markdown into safe HTML, block by block. Headings, lists, tables, quotes, code, links and footnotes; figures of our own; no HTML
/// of the writer's. Each block has an anchor made of its words, so that what people say of it finds it again after other blocks were rewritten.
/// </summary>
public static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>Reads a text. Never throws, whatever the text.</summary>
    public static Written Read(string? text, MarkdownSettings? settings = null)
    {
        text ??= "";
        settings ??= new MarkdownSettings();
        var trouble = MarkdownBounds.Check(text);
        if (trouble != MarkdownTrouble.None) return AsTyped(text, trouble, settings);
        try
        {
            var document = Markdig.Markdown.Parse(text, Pipeline);
            // The second wall takes a third of a millisecond a block, and half a one a link.
            return document.Count > MarkdownBounds.Blocks || document.Descendants<LinkInline>().Skip(MarkdownBounds.Links).Any() ? AsTyped(text, MarkdownTrouble.TooMany, settings) : Shape(document, settings);
        }
        catch (ArgumentException) // the parser's own limit of depth
        {
            return AsTyped(text, MarkdownTrouble.TooNested, settings);
        }
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = 2 * MarkdownBounds.Depth };
        return builder.DisableHtml().UsePipeTables().UseFootnotes().UseAutoLinks().Build();
    }

    private static Written Shape(MarkdownDocument document, MarkdownSettings settings)
    {
        var blocks = ImmutableArray.CreateBuilder<WrittenBlock>(document.Count);
        var anchors = new Anchors();
        // Whether somebody begins with one mark or two: the highest heading of the text gets the level that the page gives it.
        var highest = document.OfType<HeadingBlock>().Select(h => h.Level).DefaultIfEmpty(1).Min();
        foreach (var block in document)
        {
            if (block is LinkReferenceDefinitionGroup) continue;
            var figure = FigureOf(block);
            var text = figure is null ? PlainText.Of(block) : $"{figure.Url} {PlainText.Of(block)} {figure.Title}";
            var (kind, level) = block switch
            {
                HeadingBlock h => (WrittenKind.Heading, Math.Clamp(h.Level + settings.HeadingFrom - highest, 2, 6)),
                ThematicBreakBlock => (WrittenKind.Rule, 0),
                FootnoteGroup => (WrittenKind.Notes, 0),
                Table => (WrittenKind.Table, 0),
                _ => (figure is null ? WrittenKind.Passage : WrittenKind.Figure, 0),
            };
            if (block is HeadingBlock heading) heading.Level = level;
            var anchor = kind == WrittenKind.Heading ? anchors.OfHeading(text) : anchors.OfContents(text);
            block.GetAttributes().Id = settings.Prefix + anchor;
            var html = MarkdownWall.Pass(MarkdownWriter.Write(block, figure, settings, Pipeline));
            if (figure is not null) text = (settings.Figure(figure.Url!["figure:".Length..])?.Alt + " " + figure.Title).Trim();
            if (html.Length > 0) blocks.Add(new WrittenBlock(anchor, kind, level, text, html));
        }
        return new Written(blocks.ToImmutable(), MarkdownTrouble.None);
    }

    /// <summary>The image of a paragraph that is nothing but one of our figures; else null.</summary>
    private static LinkInline? FigureOf(Block block) =>
        block is ParagraphBlock { Inline: { FirstChild: LinkInline { IsImage: true } image } inline } && ReferenceEquals(inline.LastChild, image)
        && image.Url?.StartsWith("figure:", StringComparison.Ordinal) == true ? image : null;

    private static Written AsTyped(string text, MarkdownTrouble trouble, MarkdownSettings settings)
    {
        var anchors = new Anchors();
        var shown = text.Length <= Domain.Expeditions.Notebooks.NotebookLimits.Body ? text : text[..Domain.Expeditions.Notebooks.NotebookLimits.Body];
        return new Written(
            [.. shown.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => (Words: p, Anchor: anchors.OfContents(p))).Select(p =>
                new WrittenBlock(p.Anchor, WrittenKind.Passage, 0, p.Words, $"<p id=\"{WebUtility.HtmlEncode(settings.Prefix + p.Anchor)}\">{WebUtility.HtmlEncode(p.Words)}</p>"))],
            trouble);
    }

    /// <summary>Names blocks by their words; a second block of the same words gets a number.</summary>
    private sealed class Anchors
    {
        private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

        public string OfContents(string text) =>
            Once("p-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))))[..10]);

        public string OfHeading(string text)
        {
            var slug = string.Join('-', WatchTitle.Words(text).Where(w => w.All(char.IsAsciiLetterOrDigit)));
            return Once(slug.Length == 0 ? OfContents(text) : "s-" + (slug.Length <= 60 ? slug : slug[..60].TrimEnd('-')));
        }

        private string Once(string anchor)
        {
            var count = seen[anchor] = seen.GetValueOrDefault(anchor) + 1;
            return count == 1 ? anchor : $"{anchor}-{count}";
        }
    }
}
