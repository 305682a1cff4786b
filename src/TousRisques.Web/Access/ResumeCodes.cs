using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using TousRisques.Domain.Words;

namespace TousRisques.Web.Access;

/// <summary>The key that resume codes are digested with: 32 random bytes in the data folder, never in a journal.</summary>
public sealed record ResumeSecret(ImmutableArray<byte> Key);

/// <summary>
/// Resume codes: four short French words without accents, such as <c>sapin-cube-lundi-nacre</c>. 39 bits, and guesses are limited. The
/// journal stores only a digest keyed with a secret of this installation, so that a journal handed on tells nobody the codes.
/// </summary>
/// <remarks>
/// The code, the participant's name in the journal and the command's are all derived from the id that the client gave its request to
/// join. So the same request sent twice, after a lost answer, gives the same participant and the same code: joining happens once.
/// </remarks>
public sealed class ResumeCodes(ResumeSecret secret)
{
    /// <summary>Words in a code.</summary>
    public const int Length = 4;

    /// <summary>The list of words; only appended to or not, codes do not depend on it once given.</summary>
    public static ImmutableArray<string> List { get; } = Load();

    /// <summary>What a request to join becomes.</summary>
    /// <param name="Command">The command's id for the journal; the client's own cannot be told from it.</param>
    /// <param name="Participant">The participant.</param>
    /// <param name="Code">The resume code, told to the participant alone.</param>
    /// <param name="Digest">Its digest, for the journal.</param>
    public sealed record Joining(CommandId Command, ParticipantId Participant, string Code, string Digest);

    /// <summary>Derives what a request to join becomes from the id its client gave it.</summary>
    public Joining Join(WorkshopId workshop, CommandId request)
    {
        var draw = Keyed($"join\n{workshop}\n{request}");
        var words = new string[Length];
        for (var i = 0; i < Length; i++)
            words[i] = List[(int)(BitConverter.ToUInt32(draw, 4 * i) % (uint)List.Length)]; // bias below 1e-6
        var code = string.Join('-', words);
        return new Joining(
            new CommandId("j" + Convert.ToHexStringLower(draw.AsSpan(16, 8))), new ParticipantId("p" + Convert.ToHexStringLower(draw.AsSpan(24, 8))),
            code, Digest(workshop, code));
    }

    /// <summary>The digest of a code as typed: case, accents and what stands between the words do not matter. Null when it cannot be a code.</summary>
    public string? Read(WorkshopId workshop, string? typed) => Plain(typed) is { } code ? Digest(workshop, code) : null;

    /// <summary>A code as it is told, from what was typed; null when it cannot be one.</summary>
    public static string? Plain(string? typed)
    {
        if (typed is null || typed.Length > 100) return null;
        var plain = new StringBuilder(typed.Length);
        foreach (var c in typed.Normalize(NormalizationForm.FormD).ToLowerInvariant())
            if (c is >= 'a' and <= 'z') plain.Append(c);
            else if (!char.IsBetween(c, '\u0300', '\u036f')) plain.Append(' ');
        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == Length ? string.Join('-', words) : null;
    }

    /// <summary>
    /// The code of a workshop that somebody asks to open: the same request sent twice opens one workshop.
    /// </summary>
    /// <param name="owner">Who asks.</param>
    /// <param name="request">The id that the client gave its request.</param>
    /// <param name="attempt">0 first; one more each time the code turns out to be taken by another workshop.</param>
    public WorkshopId Opening(string owner, CommandId request, int attempt)
    {
        var draw = Keyed($"open\n{owner}\n{request}\n{attempt}");
        var letters = new char[Draws.CodeLength];
        for (var i = 0; i < letters.Length; i++) letters[i] = Draws.CodeLetters[(int)(BitConverter.ToUInt32(draw, 4 * i) % (uint)Draws.CodeLetters.Length)];
        return new WorkshopId(new string(letters));
    }

    private string Digest(WorkshopId workshop, string code) => Convert.ToHexStringLower(Keyed($"resume\n{workshop}\n{code}"));

    private byte[] Keyed(string text) => HMACSHA256.HashData(secret.Key.AsSpan(), Encoding.UTF8.GetBytes(text));

    private static ImmutableArray<string> Load()
    {
        using var stream = typeof(ResumeCodes).Assembly.GetManifestResourceStream("resume-words.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
