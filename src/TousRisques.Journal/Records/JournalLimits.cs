using System.Buffers;
using System.Text;

namespace TousRisques.Journal;

/// <summary>What a journal takes, whatever it is kept in. Beyond: <see cref="ArgumentException"/>, since the edge should have refused long before.</summary>
public static class JournalLimits
{
    /// <summary>Characters in the name of a stream.</summary>
    public const int StreamName = 200;
    /// <summary>Characters in a type, an actor or a command id.</summary>
    public const int ShortText = 400;
    /// <summary>Bytes of one record's JSON: 16 MiB, room for a pack with its outlines.</summary>
    public const int Json = 16 * 1024 * 1024;
    /// <summary>Records in one append.</summary>
    public const int Records = 10_000;

    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(i => (char)i), '\u007f']);

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Throws unless an append keeps the limits.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static void Check(string stream, IReadOnlyList<NewRecord> records)
    {
        ArgumentException.ThrowIfNullOrEmpty(stream);
        Short(stream, StreamName, "stream name");
        if (records.Count > Records) throw new ArgumentException($"An append has at most {Records} records, not {records.Count}.", nameof(records));
        foreach (var record in records)
        {
            if (record.Type.Length == 0) throw new ArgumentException("A record has a type.", nameof(records));
            Short(record.Type, ShortText, "type");
            Short(record.Actor, ShortText, "actor");
            Short(record.CommandId, ShortText, "command id");
            Text(record.Json, Json, "JSON");
            if (record.Json.Length == 0) throw new ArgumentException("A record has JSON.", nameof(records));
        }
    }

    private static void Short(string text, int limit, string what)
    {
        if (text.Length > limit) throw new ArgumentException($"The {what} has {text.Length} characters; at most {limit} are taken.");
        Text(text, int.MaxValue, what);
    }

    private static void Text(string text, int limit, string what)
    {
        // One line: exports are JSON Lines, and a NUL would end the text early in other tools.
        if (text.AsSpan().ContainsAny(Controls)) throw new ArgumentException($"The {what} has a control character; it must be one line of text.");
        int bytes;
        try { bytes = Utf8.GetByteCount(text); }
        catch (EncoderFallbackException e) { throw new ArgumentException($"The {what} is no valid Unicode.", e); }
        if (bytes > limit) throw new ArgumentException($"The {what} has {bytes} bytes; at most {limit} are taken.");
    }
}
