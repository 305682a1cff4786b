using System.Text;
using TousRisques.Formats.Intake;

namespace TousRisques.Formats.Calendar;

/// <summary>Content lines of iCalendar: escaped, ended by CR LF, folded at 75 octets of UTF-8 [RFC5545, 3.1].</summary>
internal sealed class ContentLines
{
    private const int Octets = 75;
    private readonly StringBuilder lines = new();

    /// <summary>A line whose value needs no escaping.</summary>
    public void Raw(string name, string value)
    {
        var octets = 0;
        foreach (var rune in (name + ":" + value).EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Octets)
            {
                lines.Append("\r\n ");
                octets = 1;
            }
            lines.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        lines.Append("\r\n");
    }

    /// <summary>A line of text; nothing when the text is empty.</summary>
    public void Text(string name, string value, bool severalLines = false)
    {
        var text = severalLines ? PlainText.Lines(value) : PlainText.Line(value);
        if (text.Length == 0) return;
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\n') escaped.Append("\\n");
            else if (c is '\\' or ';' or ',') escaped.Append('\\').Append(c);
            else escaped.Append(c);
        }
        Raw(name, escaped.ToString());
    }

    public override string ToString() => lines.ToString();
}
