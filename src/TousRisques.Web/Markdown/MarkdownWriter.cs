using System.Globalization;
using System.Net;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TousRisques.Web.Markdown;

/// <summary>Writes one block as HTML: the parser's own writer, but for links, images, footnotes and the alignment of cells, which are ours.</summary>
internal static class MarkdownWriter
{
    /// <summary>The HTML of a block.</summary>
    public static string Write(Block block, LinkInline? figure, MarkdownSettings settings, MarkdownPipeline pipeline)
    {
        using var into = new StringWriter(CultureInfo.InvariantCulture);
        if (figure is not null)
        {
            into.Write(Figure(figure, block.GetAttributes().Id ?? "", settings));
            return into.ToString();
        }
        foreach (var table in block is Table whole ? [whole] : block.Descendants<Table>()) Align(table);
        var writer = new HtmlRenderer(into);
        pipeline.Setup(writer);
        writer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new Links(settings));
        writer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new PointedLinks());
        writer.ObjectRenderers.ReplaceOrAdd<HtmlFootnoteLinkRenderer>(new NoteLinks(settings));
        writer.ObjectRenderers.ReplaceOrAdd<HtmlFootnoteGroupRenderer>(new Notes(settings));
        if (block is Table) into.Write("<div class=\"md-wide\" tabindex=\"0\" role=\"group\">");
        writer.Write(block);
        if (block is Table) into.Write("</div>");
        return into.ToString();
    }

    private static string Figure(LinkInline image, string id, MarkdownSettings settings)
    {
        var caption = image.Title is { Length: > 0 } title ? WebUtility.HtmlEncode(title) + " " : "";
        return FigureOf(image, settings) is { } shown
            ? $"<figure id=\"{WebUtility.HtmlEncode(id)}\">{Image(image, shown, settings)}<figcaption>{caption}<small>{WebUtility.HtmlEncode(shown.Credit)}</small></figcaption></figure>"
            : $"<p id=\"{WebUtility.HtmlEncode(id)}\" class=\"md-missing\"><code>{WebUtility.HtmlEncode(image.Url)}</code></p>";
    }

    private static ShownFigure? FigureOf(LinkInline image, MarkdownSettings settings) =>
        image.Url is { } url && url.StartsWith("figure:", StringComparison.Ordinal) ? settings.Figure(url["figure:".Length..]) : null;

    /// <summary>Width and height are told, so that the page does not jump when the image arrives. Words typed in the text go before those of the figure: they fit the place.</summary>
    private static string Image(LinkInline image, ShownFigure shown, MarkdownSettings settings)
    {
        var typed = PlainText.Of(image);
        return string.Create(CultureInfo.InvariantCulture,
            $"<img src=\"{WebUtility.HtmlEncode(shown.Url)}\" alt=\"{WebUtility.HtmlEncode(typed.Length > 0 ? typed : shown.Alt)}\" width=\"{shown.Width}\" height=\"{shown.Height}\"{(settings.Lazy ? " loading=\"lazy\"" : "")}>");
    }

    private static string Open(string safe, string? title) =>
        $"<a href=\"{WebUtility.HtmlEncode(safe)}\"{(SafeLink.IsForeign(safe) ? " rel=\"nofollow noopener\"" : "")}{(string.IsNullOrEmpty(title) ? "" : $" title=\"{WebUtility.HtmlEncode(title)}\"")}>";

    /// <summary>The alignment of cells in classes, since the content security policy refuses styles.</summary>
    private static void Align(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
            for (var i = 0; i < row.Count; i++)
            {
                if (row[i] is not TableCell cell) continue;
                if (row.IsHeader) cell.GetAttributes().AddPropertyIfNotExist("scope", "col");
                var alignment = i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null;
                if (alignment is TableColumnAlign.Right or TableColumnAlign.Center) cell.GetAttributes().AddClass(alignment == TableColumnAlign.Right ? "md-right" : "md-center");
            }
        foreach (var column in table.ColumnDefinitions) column.Alignment = null;
    }

    private sealed class Links(MarkdownSettings settings) : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline obj)
        {
            var url = obj.GetDynamicUrl is not null ? obj.GetDynamicUrl() ?? obj.Url : obj.Url;
            if (obj.IsImage && FigureOf(obj, settings) is { } shown)
            {
                renderer.Write(Image(obj, shown, settings));
                return;
            }
            // An image from elsewhere becomes a link to it. A link that may not be one leaves its words.
            if (SafeLink.Of(url) is not { } safe || IsInLink(obj))
            {
                renderer.WriteChildren(obj);
                return;
            }
            renderer.Write(Open(safe, obj.Title));
            if (obj.FirstChild is null) renderer.WriteEscape(safe);
            renderer.WriteChildren(obj);
            renderer.Write("</a>");
        }

        private static bool IsInLink(LinkInline obj)
        {
            for (var parent = obj.Parent; parent is not null; parent = parent.Parent)
                if (parent is LinkInline) return true;
            return false;
        }
    }

    /// <summary>Links written as <c>&lt;https://…&gt;</c>.</summary>
    private sealed class PointedLinks : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
        {
            var safe = SafeLink.Of(obj.IsEmail ? "mailto:" + obj.Url : obj.Url);
            if (safe is not null) renderer.Write(Open(safe, null));
            renderer.WriteEscape(obj.Url);
            if (safe is not null) renderer.Write("</a>");
        }
    }

    private sealed class NoteLinks(MarkdownSettings settings) : HtmlObjectRenderer<FootnoteLink>
    {
        protected override void Write(HtmlRenderer renderer, FootnoteLink obj) => renderer.Write(obj.IsBackLink
            ? string.Create(CultureInfo.InvariantCulture, $" <a href=\"#{settings.Prefix}fnref-{obj.Index}\">↩</a>")
            : string.Create(CultureInfo.InvariantCulture,
                $"<sup class=\"md-ref\"><a id=\"{settings.Prefix}fnref-{obj.Index}\" href=\"#{settings.Prefix}fn-{obj.Footnote.Order}\">{obj.Footnote.Order}</a></sup>"));
    }

    private sealed class Notes(MarkdownSettings settings) : HtmlObjectRenderer<FootnoteGroup>
    {
        protected override void Write(HtmlRenderer renderer, FootnoteGroup obj)
        {
            renderer.Write("<ol class=\"md-notes\">");
            foreach (var note in obj.OfType<Footnote>())
            {
                renderer.Write(string.Create(CultureInfo.InvariantCulture, $"<li id=\"{settings.Prefix}fn-{note.Order}\">"));
                renderer.WriteChildren(note);
                renderer.Write("</li>");
            }
            renderer.Write("</ol>");
        }
    }
}
