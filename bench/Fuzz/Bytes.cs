using System.Text;

namespace TousRisques.Fuzz;

/// <summary>Mutations that know nothing of grammar: bytes, pieces, lines, encodings.</summary>
internal static class Bytes
{
    public static byte[] Mutate(byte[] bytes, Dice dice, IReadOnlyList<string> tokens, Func<byte[]> other)
    {
        for (var n = dice.Scale(6); n > 0; n--)
            bytes = dice.Below(12) switch
            {
                0 => Cut(bytes, dice, dice.Scale(60)),
                1 => Insert(bytes, At(bytes, dice), [(byte)dice.Below(256)]),
                2 or 3 => Insert(bytes, At(bytes, dice), Encoding.UTF8.GetBytes(dice.Among(tokens))),
                4 => Flip(bytes, dice),
                5 => bytes[..At(bytes, dice)],
                6 => Lines(bytes, dice),
                7 => Repeat(bytes, dice),
                8 => Splice(bytes, other(), dice),
                9 => ReplaceToken(bytes, dice, tokens),
                10 => Insert(bytes, At(bytes, dice), Encoding.UTF8.GetBytes(dice.OneIn(2) ? dice.Number() : dice.Strange())),
                _ => dice.OneIn(4) ? Encode(bytes, dice) : Cut(bytes, dice, 1),
            };
        return bytes;
    }

    private static int At(byte[] bytes, Dice dice) => dice.Below(bytes.Length + 1);

    private static byte[] Insert(byte[] bytes, int at, byte[] piece) => [.. bytes.AsSpan(0, at), .. piece, .. bytes.AsSpan(at)];

    private static byte[] Cut(byte[] bytes, Dice dice, int count)
    {
        var at = At(bytes, dice);
        return [.. bytes.AsSpan(0, at), .. bytes.AsSpan(Math.Min(bytes.Length, at + count))];
    }

    private static byte[] Flip(byte[] bytes, Dice dice)
    {
        if (bytes.Length == 0) return bytes;
        byte[] changed = [.. bytes];
        changed[dice.Below(bytes.Length)] ^= (byte)(1 << dice.Below(8));
        return changed;
    }

    private static byte[] Lines(byte[] bytes, Dice dice)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split('\n').ToList();
        var (a, b) = (dice.Below(lines.Count), dice.Below(lines.Count));
        if (dice.OneIn(3)) lines.InsertRange(b, Enumerable.Repeat(lines[a], dice.Scale(40)));
        else if (dice.OneIn(2)) (lines[a], lines[b]) = (lines[b], lines[a]);
        else lines.RemoveRange(Math.Min(a, b), Math.Min(dice.Scale(10), lines.Count - Math.Min(a, b)));
        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    private static byte[] Repeat(byte[] bytes, Dice dice)
    {
        var from = At(bytes, dice);
        var piece = bytes.AsSpan(from, Math.Min(dice.Scale(200), bytes.Length - from));
        var times = dice.Scale(dice.OneIn(20) ? 2_000 : 20);
        var repeated = new byte[piece.Length * times];
        for (var i = 0; i < times; i++) piece.CopyTo(repeated.AsSpan(i * piece.Length));
        return Insert(bytes, from, repeated);
    }

    private static byte[] Splice(byte[] bytes, byte[] other, Dice dice)
    {
        var from = At(other, dice);
        return Insert(bytes, At(bytes, dice), other.AsSpan(from, Math.Min(dice.Scale(500), other.Length - from)).ToArray());
    }

    private static byte[] ReplaceToken(byte[] bytes, Dice dice, IReadOnlyList<string> tokens)
    {
        var old = Encoding.UTF8.GetBytes(dice.Among(tokens));
        var from = At(bytes, dice);
        var at = bytes.AsSpan(from).IndexOf(old);
        return at < 0 ? bytes : [.. bytes.AsSpan(0, from + at), .. Encoding.UTF8.GetBytes(dice.Among(tokens)), .. bytes.AsSpan(from + at + old.Length)];
    }

    /// <summary>The same text in another encoding, with or without a mark, or bytes that are none.</summary>
    private static byte[] Encode(byte[] bytes, Dice dice)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var encoding = dice.Of<Encoding>(Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1, Encoding.UTF8);
        return dice.OneIn(3) ? encoding.GetBytes(text) : [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }
}
