using CsCheck;
using TousRisques.Formats.Findings;
using Xunit;

namespace TousRisques.Formats.Tests.Findings;

public class NearestTests
{
    private static readonly Gen<string> Name = Gen.Char["abc"].Array[0, 7].Select(c => new string(c));

    [Theory]
    [InlineData("mobil-masts", "mobile-masts")]
    [InlineData("mobile-mats", "mobile-masts")]
    [InlineData("moblie-masts", "mobile-masts")]
    [InlineData("POWER", "power")]
    [InlineData("powr", "power")]
    [InlineData("cat", null)]
    [InlineData("", null)]
    public void A_mistyped_name_is_recognised(string typed, string? meant) =>
        Assert.Equal(meant, Nearest.To(typed, ["power", "mobile-masts", "x", "power-grid"]));

    [Fact]
    public void Of_two_equally_near_the_first_in_order_is_named() => Assert.Equal("ba", Nearest.To("aa", ["ca", "ba", "da"]));

    [Fact] // the definition: fewest edits, each between neighbours in the graph of all names
    public void The_distance_is_that_of_a_search_through_all_edits() => Gen.Select(Name, Name).Sample((a, b) =>
    {
        var distance = Nearest.Distance(a, b);
        return distance == Slow(a, b, a.Length, b.Length) && distance == Nearest.Distance(b, a) && (distance == 0) == (a == b);
    });

    [Fact]
    public void No_known_name_is_nearer_than_the_one_named() => Gen.Select(Name, Name.Array[0, 6]).Sample((typed, known) =>
        Nearest.To(typed, known) is not { } named
            ? typed.Length == 0 || known.All(k => Nearest.Distance(typed, k) > Math.Max(1, typed.Length / 3))
            : known.Contains(named) && known.All(k => Nearest.Distance(typed, k) >= Nearest.Distance(typed, named)));

    private static int Slow(string a, string b, int i, int j)
    {
        if (i == 0 || j == 0) return i + j;
        var best = Math.Min(Math.Min(Slow(a, b, i - 1, j), Slow(a, b, i, j - 1)) + 1, Slow(a, b, i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = Math.Min(best, Slow(a, b, i - 2, j - 2) + 1);
        return best;
    }
}
