using System.Security.Cryptography;
using TousRisques.Domain.Words;

namespace TousRisques.Web.Access;

/// <summary>Names drawn at random at the edge, since the rules know no dice. Cryptographic: nobody can foresee one from others.</summary>
public static class Draws
{
    /// <summary>
    /// Letters of a join code: no vowel, so that no code is a word on the projected screen, and no look-alikes (I, L, O, Q, U are out).
    /// 19 letters, six of them: 47 million codes.
    /// </summary>
    public const string CodeLetters = "BCDFGHJKMNPRSTVWXYZ";

    /// <summary>Letters in a join code.</summary>
    public const int CodeLength = 6;

    private const string NameLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A new workshop's code.</summary>
    public static WorkshopId Code() => new(RandomNumberGenerator.GetString(CodeLetters, CodeLength));

    /// <summary>A name for a thing inside a workshop: 16 letters and digits, 79 bits.</summary>
    public static string Name() => RandomNumberGenerator.GetString(NameLetters, 16);

    /// <summary>A command id for a form: 26 letters and digits, 128 bits.</summary>
    public static CommandId Command() => new(RandomNumberGenerator.GetString(NameLetters, 26));

    /// <summary>A code as typed by a person: case, spaces, points and hyphens do not matter. Null when it cannot be a code.</summary>
    public static WorkshopId? ReadCode(string? typed)
    {
        if (typed is null || typed.Length > 40) return null;
        Span<char> letters = stackalloc char[CodeLength];
        var count = 0;
        foreach (var c in typed)
        {
            if (c is ' ' or '-' or '.' or '\u00a0' or '\u202f') continue;
            var letter = char.ToUpperInvariant(c);
            if (count == CodeLength || !CodeLetters.Contains(letter, StringComparison.Ordinal)) return null;
            letters[count++] = letter;
        }
        return count == CodeLength ? new WorkshopId(new string(letters)) : null;
    }
}
