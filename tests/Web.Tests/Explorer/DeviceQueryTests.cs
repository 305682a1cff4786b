using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Searching;
using TousRisques.Web.Devices;

namespace TousRisques.Web.Tests.Explorer;

/// <summary>Finding devices: what is found is what a reader would pick out by hand, and a count is what asking for it shows.</summary>
public sealed class DeviceQueryTests
{
    private static readonly Gen<DeviceQuery> Queries = Gen.Select(
        Gen.OneOf("", "", "d", "sirene", "la ici"), Gen.UInt[0, 7].Array[DeviceFacet.All.Length], Gen.Int[0, 3].Array[DeviceFacet.All.Length], Gen.Bool,
        (text, bits, rare, newest) => new DeviceQuery(text, [.. bits.Select((b, i) => rare[i] == 0 ? b : 0)], newest, 1, null));

    [Fact]
    public void What_is_found_is_what_one_would_pick_out_by_hand_in_order() => Gen.Select(DeviceGenerators.Accepted, Queries).Sample((devices, query) =>
    {
        var found = query.In(DeviceShelf.Of(DeviceGenerators.Of(devices))).Devices.Select(d => d.Device).ToList();
        Assert.Equal(devices.Where(d => Answers(d, query)).Select(d => d.Id.Value).Order(), found.Select(d => d.Id.Value).Order());
        if (query.NewestFirst) Assert.Equal(found.Select(d => d.DeclaredAt).OrderDescending(), found.Select(d => d.DeclaredAt));
        else Assert.Equal(found.Select(d => SearchQuery.Prepare(d.Sheet.Name)).Order(StringComparer.Ordinal), found.Select(d => SearchQuery.Prepare(d.Sheet.Name)));
    });

    [Fact]
    public void A_count_is_the_number_of_devices_that_asking_for_its_value_shows() => Gen.Select(DeviceGenerators.Accepted, Queries).Sample((devices, query) =>
    {
        var shelf = DeviceShelf.Of(DeviceGenerators.Of(devices));
        var counts = query.In(shelf).Counts;
        for (var f = 0; f < DeviceFacet.All.Length; f++)
            for (var v = 0; v < DeviceFacet.All[f].Values.Length; v++)
            {
                var asking = query with { Asked = query.Asked.SetItem(f, DeviceFacet.All[f].NeedsAll ? query.Asked[f] | 1u << v : 1u << v) };
                Assert.Equal(asking.In(shelf).Devices.Length, counts[f][v]);
            }
    }, iter: 100);

    [Fact]
    public void An_address_is_read_back_as_it_was_written() => Queries.Sample(query =>
    {
        var valid = query with { Asked = [.. query.Asked.Select((a, f) => a & ((1u << DeviceFacet.All[f].Values.Length) - 1))], Page = 3, Open = "hazard" };
        var read = DeviceQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(valid.Write())));
        Assert.Equal((valid.Text, valid.NewestFirst, valid.Page, valid.Open), (read.Text, read.NewestFirst, read.Page, read.Open));
        Assert.Equal(valid.Asked, read.Asked);
    });

    [Theory]
    [InlineData("?page=-1&hazard=nothing&show=x&theme=")]
    [InlineData("?page=99999999999999999999&q=%00%FF&order=old")]
    [InlineData("?page=1&page=2&hazard=&hazard=%3Cscript%3E")]
    public void An_address_that_means_nothing_asks_for_everything(string query)
    {
        var read = DeviceQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(query)));
        Assert.Equal(1, read.Page);
        Assert.All(read.Asked, a => Assert.Equal(0u, a));
        Assert.InRange(read.Text.Length, 0, SearchQuery.LongestText);
    }

    [Fact]
    public void Only_accepted_devices_stand_on_the_shelf() => DeviceGenerators.Accepted.Sample(devices =>
    {
        var mixed = devices.Select((d, i) => d with { Status = (DeviceStatus)(i % 3) }).ToList();
        Assert.Equal(mixed.Count(d => d.Status == DeviceStatus.Accepted), DeviceShelf.Of(DeviceGenerators.Of(mixed)).Devices.Length);
    }, iter: 50);

    [Fact]
    public void Near_names_are_found_as_if_each_were_compared_with_each()
    {
        var names = Gen.OneOf("la", "sirène", "mobile", "de", "Elbeuf", "12", "13", "à", "manivelle").Array[1, 8].Select(w => string.Join(' ', w));
        Gen.Select(names.Array[0, 20], names).Sample((all, name) =>
        {
            var devices = all.Select((n, i) => new Device(new($"device-{i:00}"), DeviceSheet.Of(n, "x"), (DeviceStatus)(i % 3), DateTimeOffset.UnixEpoch.AddDays(i), true)).ToList();
            var near = NearDevices.In(DeviceGenerators.Of(devices)).To(name, new("device-00"));
            var expected = devices.Where(d => d.Id.Value != "device-00" && d.Status != DeviceStatus.Refused && WatchTitle.AreNear(d.Sheet.Name, name)).Take(5);
            Assert.Equal(expected.Select(d => d.Id), near.Select(d => d.Id));
        });
    }

    private static bool Answers(Device device, DeviceQuery query)
    {
        var s = device.Sheet;
        var all = string.Join(' ', s.Name, s.Does, s.Cost, s.DependsOnMore, s.WithoutPower, s.WithoutNetwork, s.WithoutStaff, s.Source, string.Join(' ', s.Places.Select(p => p.Name)));
        if (!WordStem.Words(query.Text).All(w => WordStem.Words(all).Any(of => of.StartsWith(w, StringComparison.Ordinal)))) return false;
        bool Any<T>(int facet, IEnumerable<T> has) where T : struct, Enum => query.Asked[facet] == 0 || has.Any(h => (query.Asked[facet] & 1u << Array.IndexOf(Enum.GetValues<T>(), h)) != 0);
        return Enum.GetValues<Lack>().All(l => (query.Asked[0] & 1u << (int)l) == 0 || s.WorksWithout(l))
            && Any(1, s.Hazards) && Any(2, s.Themes) && Any(3, s.Times) && Any(4, s.For)
            && Any(5, s.Maturity is { } m ? [m] : Array.Empty<Maturity>()) && Any(6, s.Scale is { } scale ? [scale] : Array.Empty<Domain.Words.Scale>());
    }
}
