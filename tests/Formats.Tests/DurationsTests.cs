using CsCheck;
using Xunit;

namespace TousRisques.Formats.Tests;

public class DurationsTests
{
    [Fact]
    public void What_is_written_is_read_back() => Gen.Int[0, (int)Durations.Longest.TotalMinutes].Sample(minutes =>
        Durations.TryParse(Durations.Write(TimeSpan.FromMinutes(minutes)), out var read) && read == TimeSpan.FromMinutes(minutes));

    [Theory]
    [InlineData("20 min", 20)]
    [InlineData("20min", 20)]
    [InlineData("4 h", 240)]
    [InlineData("1 h 30 min", 90)]
    [InlineData("1h30min", 90)]
    [InlineData("3 d", 4320)]
    [InlineData("2 w", 20160)]
    [InlineData("84 h", 5040)]
    [InlineData("0", 0)]
    [InlineData("0 h", 0)]
    public void People_write_durations_like_this(string text, int minutes)
    {
        Assert.True(Durations.TryParse(text, out var duration));
        Assert.Equal(minutes, duration.TotalMinutes);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("20")]
    [InlineData("h")]
    [InlineData("-1 h")]
    [InlineData("1.5 h")]
    [InlineData("30 min 1 h")]
    [InlineData("1 h 1 h")]
    [InlineData("1 H")]
    [InlineData("1 h\n")]
    [InlineData("٣ h")]
    [InlineData("3651 d")]
    [InlineData("999999999 w")]
    [InlineData("99999999999999999999 h")]
    [InlineData(null)]
    public void And_not_like_this(string? text) => Assert.False(Durations.TryParse(text, out _));
}
