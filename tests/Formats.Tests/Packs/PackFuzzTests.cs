using System.Diagnostics;
using System.Text;
using CsCheck;
using TousRisques.Formats.Packs;
using Xunit;

namespace TousRisques.Formats.Tests.Packs;

public class PackFuzzTests
{
    private static readonly string[] Lines = Encoding.UTF8.GetString(PackFuzz.Seed).Split('\n');

    /// <summary>Pieces that mean something to YAML, so that mutations go deeper than its first refusal.</summary>
    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ":", ": ", "-", "- ", ",", "&a ", "*a", "!!int ", "|\n", ">\n", "\"", "'", "#", " #", "?", "? ", "~", "null", "\n", "\n\n", "  ", "\t",
        "\r", "---\n", "...\n", "%YAML 1.2\n", "<<: ", "\0", "\ufeff", "é", "\U0001F30A", "\u0085", "\u2028", "-1", "1e999", "NaN", "0", "99999999999999999999", "power", "all", "on",
        "id: ", "\\x00", "\\UFFFFFFFF", "@", "`", "true", "3650 d", "9999-12-31", "/", "..",
    ];

    private abstract record Change
    {
        public sealed record Delete(double At, int Count) : Change;
        public sealed record Insert(double At, byte[] Bytes) : Change;
        public sealed record Replace(double At, byte[] Bytes) : Change;
        public sealed record SwapLines(double First, double Second) : Change;
        public sealed record RepeatLine(double At, int Times) : Change;
    }

    private static readonly Gen<double> Place = Gen.Double[0, 0.999999];
    private static readonly Gen<byte[]> Piece = Gen.OneOf(Gen.Int[0, Tokens.Length - 1].Select(i => Tokens[i]).Select(Encoding.UTF8.GetBytes), Gen.Byte.Array[1, 4]);

    private static readonly Gen<byte[]> Mutants = Gen.OneOf<Change>(
            Place.Select(Gen.Int[1, 30], (at, n) => (Change)new Change.Delete(at, n)),
            Place.Select(Piece, (at, bytes) => (Change)new Change.Insert(at, bytes)),
            Place.Select(Piece, (at, bytes) => (Change)new Change.Replace(at, bytes)),
            Place.Select(Place, (a, b) => (Change)new Change.SwapLines(a, b)),
            Place.Select(Gen.Int[1, 50], (at, n) => (Change)new Change.RepeatLine(at, n)))
        .Array[1, 6]
        .Select(changes => changes.Aggregate(PackFuzz.Seed, Apply));

    [Fact]
    public void The_seed_of_mutations_is_a_good_pack() =>
        Assert.Empty(PackReader.Read(new PackFiles([new("all.yaml", Encoding.UTF8.GetString(PackFuzz.Seed))])).Findings);

    [Fact]
    public void Whatever_is_done_to_a_pack_the_reader_answers_in_words_and_in_time() => Mutants.Sample(bytes =>
    {
        var watch = Stopwatch.StartNew();
        PackFuzz.One(bytes);
        return watch.Elapsed < TimeSpan.FromSeconds(5);
    }, iter: 1000, print: Encoding.UTF8.GetString);

    [Fact]
    public void Junk_is_refused_in_words() => Gen.Byte.Array[0, 300].Sample(PackFuzz.One, iter: 2000);

    [Fact]
    public void Token_soup_is_answered_in_words() =>
        Gen.Int[0, Tokens.Length - 1].Select(i => Tokens[i]).Array[0, 80].Select(t => Encoding.UTF8.GetBytes(string.Concat(t))).Sample(PackFuzz.One, iter: 2000, print: Encoding.UTF8.GetString);

    [Theory] // what makes naive readers slow: each stays within a few seconds at the size limit
    [InlineData("[", 4_000_000)]
    [InlineData("{a: ", 1_000_000)]
    [InlineData("- ", 2_000_000)]
    [InlineData("? ", 2_000_000)]
    [InlineData("a: b\n", 800_000)]
    [InlineData("- {id: x, needs: {any: []}}\n", 140_000)]
    [InlineData("\"\\\n", 1_300_000)]
    [InlineData("#", 4_000_000)]
    [InlineData("\n", 4_000_000)]
    [InlineData("&a", 2_000_000)]
    [InlineData("x ", 2_000_000)]
    [InlineData("!!a ", 1_000_000)]
    [InlineData("%A ", 1_000_000)]
    [InlineData("|\n ", 1_300_000)]
    public void A_file_of_one_thing_is_read_in_time(string piece, int times)
    {
        var text = new StringBuilder().Insert(0, piece, times).ToString();
        var watch = Stopwatch.StartNew();
        foreach (var head in new[] { "", "components:\n" }) PackFuzz.One(new PackFiles([new("long.yaml", head + text)]));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    private static byte[] Apply(byte[] text, Change change) => change switch
    {
        Change.Delete c => [.. text[..At(text, c.At)], .. text[Math.Min(text.Length, At(text, c.At) + c.Count)..]],
        Change.Insert c => [.. text[..At(text, c.At)], .. c.Bytes, .. text[At(text, c.At)..]],
        Change.Replace c => [.. text[..At(text, c.At)], .. c.Bytes, .. text[Math.Min(text.Length, At(text, c.At) + c.Bytes.Length)..]],
        Change.SwapLines c => Swap(text, c.First, c.Second),
        Change.RepeatLine c => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text) + "\n" + string.Join('\n', Enumerable.Repeat(Lines[(int)(c.At * Lines.Length)], c.Times))),
        _ => text,
    };

    private static byte[] Swap(byte[] text, double first, double second)
    {
        var lines = Encoding.UTF8.GetString(text).Split('\n');
        var (a, b) = ((int)(first * lines.Length), (int)(second * lines.Length));
        (lines[a], lines[b]) = (lines[b], lines[a]);
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    private static int At(byte[] text, double place) => (int)(place * text.Length);
}
