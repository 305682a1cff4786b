using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Web.Charts;
using TousRisques.Web.Devices;

namespace TousRisques.Web.Tests.Explorer;

/// <summary>The map of devices: nothing lost, nothing off the sheet, however far apart or crowded.</summary>
public sealed partial class DeviceMapTests
{
    private static readonly Words French = Words.In(Language.French);

    [Fact]
    public void Wherever_devices_are_each_counts_and_every_mark_is_on_the_sheet() =>
        Gen.Select(Gen.OneOf("Elbeuf", "Rouen", "<b>", "Saint-Denis"), Gen.Double[-85, 85], Gen.Double[-180, 180], Gen.Bool, (n, lat, lon, near) => new DevicePlace(n, near ? 49 + lat / 1000 : lat, near ? 1 + lon / 1000 : lon)).Array[1, 200].Sample(places =>
        {
            var marks = DevicesAt.Of(places.Select((p, i) => Shelved(i, p)));
            Assert.Equal(places.Length, marks.Sum(m => m.Devices.Count));
            var svg = DeviceMap.Draw(marks, [], French);
            Assert.DoesNotContain("<b>", svg, StringComparison.Ordinal);
            var height = double.Parse(ViewBox().Match(svg).Groups[1].Value, CultureInfo.InvariantCulture);
            var circles = Circles().Matches(svg);
            Assert.InRange(circles.Count, 1, 80);
            foreach (Match c in circles)
            {
                Assert.InRange(double.Parse(c.Groups[1].Value, CultureInfo.InvariantCulture), 0, 460);
                Assert.InRange(double.Parse(c.Groups[2].Value, CultureInfo.InvariantCulture), 0, height);
            }
            Assert.Equal(places.Length, Numbers().Matches(svg).Sum(n => int.Parse(n.Groups[1].Value, CultureInfo.InvariantCulture)));
        }, iter: 40);

    [Fact]
    public void Places_of_one_name_are_one_when_they_are_near_and_two_when_they_are_far()
    {
        DevicePlace[] places = [new("Saint-Denis", 48.936, 2.357), new("SAINT DENIS", 48.93, 2.36), new("Saint-Denis", -20.88, 55.45)];
        Assert.Equal([2, 1], DevicesAt.Of(places.Select((p, i) => Shelved(i, p))).Select(m => m.Devices.Count));
    }

    [Fact]
    public void A_territory_lies_under_the_devices_that_are_in_it()
    {
        var square = new Territory { Id = "t", Name = Text.Same("T"), Outline = [[new(0, 0), new(2, 0), new(2, 2), new(0, 2)]] };
        Assert.True(DeviceMap.IsUnder(square, DevicesAt.Of([Shelved(0, new("A", 1, 1))])));
        Assert.False(DeviceMap.IsUnder(square, DevicesAt.Of([Shelved(0, new("A", 1, 3))])));
        Assert.Contains("class=\"land\"", DeviceMap.Draw(DevicesAt.Of([Shelved(0, new("A", 1, 1))]), [square], French), StringComparison.Ordinal);
    }

    private static ShelvedDevice Shelved(int i, DevicePlace place) =>
        ShelvedDevice.Of(new(new($"device-{i:000}"), DeviceSheet.Of("x", "y") with { Places = [place] }, DeviceStatus.Accepted, DateTimeOffset.UnixEpoch, false));

    [GeneratedRegex("viewBox=\"0 0 460 ([0-9.]+)\"")]
    private static partial Regex ViewBox();

    [GeneratedRegex("<circle class=\"event\" cx=\"(-?[0-9.]+)\" cy=\"(-?[0-9.]+)\"")]
    private static partial Regex Circles();

    [GeneratedRegex("class=\"number\"[^>]*>([0-9]+)<")]
    private static partial Regex Numbers();
}
