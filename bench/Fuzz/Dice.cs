using System.Text;

namespace TousRisques.Fuzz;

/// <summary>Seeded dice (SplitMix64): the same seed throws the same numbers on every machine and version.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>Dice of their own for a numbered case.</summary>
    public static Dice For(ulong seed, long number) => unchecked(new(seed * 0x9E3779B97F4A7C15 ^ (ulong)number * 0xD1B54A32D192ED03));

    public ulong Next()
    {
        unchecked
        {
            var z = state += 0x9E3779B97F4A7C15;
            z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
            z = (z ^ z >> 27) * 0x94D049BB133111EB;
            return z ^ z >> 31;
        }
    }

    /// <summary>From 0 to below.</summary>
    public int Below(int below) => below <= 1 ? 0 : (int)(Next() % (ulong)below);

    /// <summary>Both ends included.</summary>
    public int From(int least, int most) => least + Below(most - least + 1);

    public bool OneIn(int count) => Below(count) == 0;

    public bool Percent(int share) => Below(100) < share;

    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From 1 to most, small ones as likely as each larger decade.</summary>
    public int Scale(int most) => Math.Max(1, (int)Math.Exp(Unit() * Math.Log(most + 1.0)));

    public T Among<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    /// <summary>Letters that files are not made of every day.</summary>
    public string Strange()
    {
        var text = new StringBuilder();
        for (var n = From(1, 8); n > 0; n--)
            text.Append(Of("é", "\U0001F30A", "\u202e", "\u2028", "\u0085", "\u00a0", "\ufeff", "\t", "\n", "\r", " ", "'", "\"", "&", "<", ">", "]]>", "--", "{", "}", ":", "#", "%", "\\", "\0", "\u0001", "\ufffe", "\ud800", "ı", "ß", "A\u0300"));
        return text.ToString();
    }

    /// <summary>Numbers that stand at an edge of something.</summary>
    public string Number() => Of(
        "0", "-0", "1", "-1", "2", "0.5", "1e-300", "1e300", "1e999", "-1e999", "NaN", "Infinity", "-Infinity", "2147483647", "2147483648", "-2147483648", "4294967296", "9223372036854775807",
        "9223372036854775808", "99999999999999999999999999", "0x10", "1,5", "1_000", "٣", "", " 1 ", "+1", "1e", ".5", "5.", "1e-5", "4.9e-324", "0.1e-400", "true", "1.0000000000000002", "0.99999999999999994");
}
