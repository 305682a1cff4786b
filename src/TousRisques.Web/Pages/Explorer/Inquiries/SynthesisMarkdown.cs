using System.Globalization;
using System.Text;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Web.Look;

namespace TousRisques.Web.Pages.Explorer.Inquiries;

/// <summary>The synthesis as a Markdown document. What people said is escaped: it is words, whatever signs it has.</summary>
internal static class SynthesisMarkdown
{
    /// <summary>Writes the document.</summary>
    /// <param name="words">Words in the reader's language.</param>
    /// <param name="title">The expedition's name.</param>
    /// <param name="foreword">What the members wrote first.</param>
    /// <param name="synthesis">The synthesis.</param>
    /// <param name="inside">Whether it is for the expedition's people: with codes of interviews.</param>
    public static string Write(Words words, string title, string foreword, Synthesis synthesis, bool inside)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {Escape(words["explorer-inquiry.synthesis-of", title])}\n\n");
        if (foreword.Length > 0) text.Append(Escape(foreword)).Append("\n\n");
        text.Append(words.Plural("explorer-inquiry.interviews-count", synthesis.Interviews));
        text.Append(synthesis.Families.IsEmpty ? "" : words["explorer-inquiry.colon"] + string.Join(", ", synthesis.Families.Select(f => $"{words.Of(f.Family)} ({f.Interviews})"))).Append(".\n\n");
        Tags(text, words, synthesis.Tags);
        foreach (var theme in synthesis.Themes)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {Title(words, theme)}\n\n{words.Plural("explorer-inquiry.interviews-count", theme.Interviews)}\n\n");
            Tags(text, words, theme.Tags);
            foreach (var time in theme.Times)
            {
                text.Append(CultureInfo.InvariantCulture, $"### {Title(words, time)} ({words.Plural("explorer-inquiry.interviews-count", time.Interviews)})\n\n");
                foreach (var heard in time.Heard)
                {
                    text.Append("> ").Append(Escape(heard.Excerpt.Text).Replace("\n", "\n> ", StringComparison.Ordinal)).Append("\n>\n> — ").Append(Escape(By(words, heard, inside))).Append("\n\n");
                }
            }
        }
        return text.ToString();
    }

    /// <summary>Who said it, as far as they agreed to: their family, their function when it may be told; the code of the interview for the expedition's people.</summary>
    public static string By(Words words, Heard heard, bool inside)
    {
        var profile = heard.Interview.Profile;
        var who = string.Join(", ", new[] { heard.Function, words.Of(profile.Family), profile.Scale is { } scale ? words["explorer-inquiry.at-scale", words.Of(scale)] : "" }.Where(w => w.Length > 0));
        return inside ? $"{heard.Interview.Code}, {words.Of(heard.Excerpt.Kind)} · {who}" : who;
    }

    /// <summary>The title of a theme.</summary>
    public static string Title(Words words, SynthesisTheme theme) => theme.Theme is { } t ? words.Of(t) : words["explorer-inquiry.no-theme"];

    /// <summary>The title of a time.</summary>
    public static string Title(Words words, SynthesisTime time) => time.Time is { } t ? words["explorer-inquiry.time." + Forms.Wire.Of(t)] : words["explorer-inquiry.no-time"];

    private static void Tags(StringBuilder text, Words words, System.Collections.Immutable.ImmutableArray<TagCount> tags)
    {
        if (tags.IsEmpty) return;
        text.Append(words["explorer-inquiry.recurring"]).Append(words["explorer-inquiry.colon"]).AppendJoin(", ", tags.Select(t => $"{Escape(t.Tag)} ({t.Interviews})")).Append("\n\n");
    }

    private static string Escape(string words)
    {
        var safe = new StringBuilder(words.Length + 16);
        foreach (var c in words)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '!' or '&' or '$') safe.Append('\\');
            // A line that begins like a list, a rule or a title underlined is none.
            else if (c is '-' or '+' or '=' && (safe.Length == 0 || safe[^1] == '\n')) safe.Append('\\');
            safe.Append(c);
        }
        return safe.ToString();
    }
}
