using System.Buffers;
using System.Globalization;
using System.Text;

namespace TousRisques.Formats.Sheets;

/// <summary>What a number of a workbook stands for.</summary>
internal enum NumberShape { Number, Date, Time }

/// <summary>Turns what workbooks store in cells into text, and text into what they can store.</summary>
internal static class XlsxCells
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789ABCDEFabcdef");
    private static readonly DateTime Since1900 = new(1899, 12, 30);
    private static readonly DateTime Since1904 = new(1904, 1, 1);

    /// <summary>A stored number as text: whole numbers without a point, others as short as possible, dates and hours in ISO 8601.</summary>
    public static string Number(string stored, NumberShape shape, bool from1904)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return stored;
        if (shape != NumberShape.Number && Moment(number, shape, from1904) is { } moment) return moment;
        if (Math.Abs(number) < 1e15 && number == Math.Floor(number)) return ((long)number).ToString(CultureInfo.InvariantCulture);
        var whole = stored.TrimStart('-');
        if (whole.Length is > 0 and <= 40 && whole.All(char.IsAsciiDigit)) return stored; // longer than a double can tell: leave the digits alone
        return number.ToString("R", CultureInfo.InvariantCulture);
    }

    private static string? Moment(double number, NumberShape shape, bool from1904)
    {
        if (number is < 0 or >= 2_958_466) return null; // beyond the year 9999
        if (shape == NumberShape.Time)
        {
            var seconds = (long)Math.Round(number * 86_400);
            return string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
        }
        if (!from1904 && number < 60) number++; // spreadsheets count a 29 February 1900 that never was
        var ticks = (long)Math.Round(number * 86_400_000) * TimeSpan.TicksPerMillisecond;
        var start = from1904 ? Since1904 : Since1900;
        if (ticks > (DateTime.MaxValue - start).Ticks) return null;
        var at = start.AddTicks(ticks);
        return at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : at.Millisecond == 0 ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
    }

    /// <summary>What numbers in a format stand for.</summary>
    /// <param name="id">The number of a built-in format.</param>
    /// <param name="code">The format as its author wrote it; null for a built-in one.</param>
    public static NumberShape Shape(int id, string? code)
    {
        if (code is null)
            return id switch
            {
                (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => NumberShape.Date,
                (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) or 55 or 56 => NumberShape.Time,
                _ => NumberShape.Number,
            };
        var (day, hour) = (false, false);
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            var c = char.ToLowerInvariant(code[i]);
            if (c is '\\' or '_' or '*') i++;
            else if (c == '"') i = code.IndexOf('"', i + 1) is >= 0 and var end ? end : code.Length;
            else if (c == '[')
            {
                var close = code.IndexOf(']', i + 1);
                if (close < 0) break;
                hour |= code[i + 1] is 'h' or 'H' or 's' or 'S' or 'm' or 'M' && close - i <= 3;
                i = close;
            }
            else if (c is 'y' or 'd') day = true;
            else if (c is 'h' or 's') hour = true;
            else if (c == 'm' && !hour && !code.Contains('h', StringComparison.OrdinalIgnoreCase) && !code.Contains('s', StringComparison.OrdinalIgnoreCase)) day = true;
            else if (c is 'g' && code.AsSpan(i).StartsWith("general", StringComparison.OrdinalIgnoreCase)) return NumberShape.Number;
        }
        return day ? NumberShape.Date : hour ? NumberShape.Time : NumberShape.Number;
    }

    /// <summary>Text with what XML cannot hold written as spreadsheets do: <c>_x000D_</c>.</summary>
    public static string Escape(string text)
    {
        var written = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) written.Append(c).Append(text[++i]);
            else if (c is < ' ' and not ('\t' or '\n') or '\uFFFE' or '\uFFFF' || char.IsSurrogate(c) || (c == '_' && BeginsEscape(text, i)))
                written.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            else written.Append(c);
        }
        return written.ToString();
    }

    /// <summary>Undoes <see cref="Escape"/>.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) return text;
        var read = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && IsEscape(text, i))
            {
                read.Append((char)ushort.Parse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 6;
            }
            else read.Append(text[i]);
        }
        return read.ToString();
    }

    private static bool IsEscape(string text, int at) => at + 6 < text.Length && text[at + 6] == '_' && BeginsEscape(text, at);

    /// <summary>Whether a text goes on like an escape, but perhaps for its last sign: the next character may bring that, once escaped.</summary>
    private static bool BeginsEscape(string text, int at) => at + 5 < text.Length && text[at + 1] == 'x' && text.AsSpan(at + 2, 4).IndexOfAnyExcept(Hexadecimal) < 0;
}
