using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TousRisques.Web.Markdown;

/// <summary>The words of a block, without marks.</summary>
internal static class PlainText
{
    /// <summary>The words, with single spaces between them.</summary>
    public static string Of(MarkdownObject block)
    {
        var text = new StringBuilder();
        Add(text, block);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Add(StringBuilder text, MarkdownObject thing)
    {
        switch (thing)
        {
            case ContainerBlock outer:
                foreach (var inner in outer) Add(text, inner);
                break;
            case LeafBlock { Inline: { } inline }:
                Add(text, inline);
                Space(text); // cells and items do not grow together
                break;
            case LeafBlock own:
                text.Append(own.Lines.ToString());
                Space(text);
                break;
            case ContainerInline outer:
                foreach (var inner in outer) Add(text, inner);
                break;
            case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
            case CodeInline code: text.Append(code.Content); break;
            case HtmlEntityInline entity: text.Append(entity.Transcoded.AsSpan()); break;
            case AutolinkInline link: text.Append(link.Url); break;
            case LineBreakInline or FootnoteLink: Space(text); break;
        }
    }

    private static void Space(StringBuilder text) => text.Append(' ');
}
