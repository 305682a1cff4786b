using CsCheck;
using TousRisques.Web.Pages.Screen;

namespace TousRisques.Web.Tests.Pages;

/// <summary>A wall shows whole things and counts the rest.</summary>
public class FittingTests
{
    [Fact]
    public void What_is_shown_fits_and_one_thing_more_would_not() =>
        Gen.Select(Gen.Int[1, 9].Array[0, 20], Gen.Int[1, 40]).Sample((heights, room) =>
        {
            var taken = Fitting.Take(heights, h => h, room);
            Assert.Equal(heights.Take(taken.Count), taken);
            Assert.True(taken.Count <= 1 || taken.Sum() <= room);
            Assert.True(taken.Count == heights.Length || heights.Take(taken.Count + 1).Sum() > room);
        });

    [Theory]
    [InlineData(null, 0)]
    [InlineData("", 0)]
    [InlineData("dix lettre", 1)]
    [InlineData("onze lettres", 2)]
    public void Lines_are_counted_upwards(string? text, int lines) => Assert.Equal(lines, Fitting.Lines(text, 10));
}
