using System.Text;

namespace TousRisques.Web.Reports;

/// <summary>Writes a report as Markdown (CommonMark with GitHub's tables). Everything people typed is escaped, so that it stays words.</summary>
public static class ReportMarkdown
{
    /// <summary>The whole document.</summary>
    public static string Write(ReportDocument document)
    {
        var to = new StringBuilder();
        to.Append("# ").Append(Escape(document.Title)).Append("\n\n");
        foreach (var block in document.Blocks)
            switch (block)
            {
                case Block.Heading h: to.Append('#', h.Level).Append(' ').Append(Escape(h.Text)).Append("\n\n"); break;
                case Block.Paragraph p: to.Append(Escape(p.Text)).Append("\n\n"); break;
                case Block.Items items:
                    foreach (var item in items.Texts) to.Append("- ").Append(Escape(item)).Append('\n');
                    to.Append('\n');
                    break;
                case Block.Grid grid: Write(to, grid); break;
                case Block.Acts acts:
                    foreach (var act in acts.Lines)
                        to.Append("**").Append(Escape($"{act.Number} · {act.Title}")).Append("**\n\n- ").Append(Escape($"{act.Possible} {act.Among}"))
                            .Append("\n- ").Append(Escape(act.Lost)).Append("\n- ").Append(Escape(act.Chosen)).Append("\n- ").Append(Escape(act.Hit)).Append("\n\n");
                    break;
                case Block.Lists lists:
                    foreach (var list in lists.Of)
                    {
                        to.Append("**").Append(Escape(list.Name)).Append("**\n\n");
                        foreach (var item in list.Texts) to.Append("- ").Append(Escape(item)).Append('\n');
                        to.Append('\n');
                    }
                    break;
                default: break; // a picture: its figures stand in tables
            }
        return to.ToString();
    }

    private static void Write(StringBuilder to, Block.Grid grid)
    {
        to.Append("| ").AppendJoin(" | ", grid.Head.Select(Escape)).Append(" |\n|").Insert(to.Length, "---|", grid.Head.Length).Append('\n');
        foreach (var row in grid.Rows)
            to.Append("| ").AppendJoin(" | ", row.Select(c => Escape(c.Text))).Append(" |\n");
        to.Append('\n');
    }

    /// <summary>Plain words as Markdown: nothing in them can become a heading, a link, a picture, a cell or HTML.</summary>
    internal static string Escape(string text)
    {
        var to = new StringBuilder(text.Length + 8);
        foreach (var c in text)
            switch (c)
            {
                case '\n': to.Append("<br>"); break;
                case '\r': break;
                case '<': to.Append("&lt;"); break;
                case '>': to.Append("&gt;"); break;
                case '&': to.Append("&amp;"); break;
                case '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '|' or '~': to.Append('\\').Append(c); break;
                default: to.Append(c); break;
            }
        // A line that begins like a list or a number would become one.
        return to.Length > 0 && (to[0] is '-' or '+' or '=' || char.IsAsciiDigit(to[0]) && StartsNumbered(text)) ? "&#8203;" + to : to.ToString();
    }

    private static bool StartsNumbered(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return digits < text.Length && text[digits] is '.' or ')';
    }
}
