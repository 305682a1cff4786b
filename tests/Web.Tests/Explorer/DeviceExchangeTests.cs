using System.Text;
using CsCheck;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Words;
using TousRisques.Web.Devices.Exchange;

namespace TousRisques.Web.Tests.Explorer;

/// <summary>The catalogue's files: what goes out comes back, and what is wrong is said all at once, with its place.</summary>
public sealed class DeviceExchangeTests
{
    private static readonly Words French = Words.In(Language.French), English = Words.In(Language.English);

    [Fact]
    public void A_table_comes_back_as_it_went_out_in_either_language() => Gen.Select(DeviceGenerators.Accepted, Gen.Bool, Gen.Bool).Sample((devices, french, readInFrench) =>
        Same(devices, DeviceReading.Read(Encoding.UTF8.GetBytes(DeviceCsv.Write(devices, french ? French : English)), readInFrench ? French : English)));

    [Fact]
    public void Json_comes_back_as_it_went_out() => DeviceGenerators.Accepted.Sample(devices => Same(devices, DeviceReading.Read(DeviceJson.Write(devices), French)));

    [Fact]
    public void Everything_wrong_with_a_table_is_said_at_once_with_line_and_column()
    {
        var reading = DeviceReading.Read(Encoding.UTF8.GetBytes("""
            nom;ce que ça fait;Aléas;lieux;couleur;identifiant
            Sirène;Alerte;inondation | volcanisme;Elbeuf (99, 1);rouge;sirene-01
            ;Recense;;;;sirene-01
            "Radio
            de secours";Relaie;;;;X
            Carnet;Note;crue;;;
            """), French);
        Assert.Empty(reading.Devices.Where(d => d.Sheet.Name != "Carnet"));
        Assert.False(reading.IsClean);
        Assert.Equal(
            [(1, 32, false), (2, 15, true), (2, 39, true), (3, 1, true), (3, 13, true), (5, 23, true), (6, 13, true)],
            reading.Troubles.Select(t => (t.Line, t.Column, t.IsError)));
        Assert.Contains("couleur", reading.Troubles[0].Text, StringComparison.Ordinal);
        Assert.Contains("volcanisme", reading.Troubles[1].Text, StringComparison.Ordinal);
        Assert.Contains("latitude", reading.Troubles[2].Text, StringComparison.Ordinal);
        Assert.Contains("2", reading.Troubles[4].Text, StringComparison.Ordinal); // where the name stands already
    }

    [Fact]
    public void Everything_wrong_with_json_is_said_with_line_and_column_until_it_is_no_json_any_more()
    {
        var reading = DeviceReading.Read(Encoding.UTF8.GetBytes("""
            [ { "name": "Sirène", "does": "é", "hazards": [ "flood", 3 ], "colour": "red" },
              { "name": "Radio", "places": [ { "name": "Elbeuf", "latitude": "49" } ] },
              7,
              { "name": "Carnet" "does": "Note" } ]
            """), English);
        Assert.Equal([(1, 58, true), (1, 63, false), (2, 0, true), (2, 66, true), (3, 3, true), (4, 22, true)], reading.Troubles.Select(t => (t.Line, t.Column, t.IsError)));
        Assert.Empty(reading.Devices);
    }

    [Fact]
    public void A_spreadsheet_of_an_office_is_read_whatever_its_encoding_and_separator()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var table = "Name,What it does,Works for,places,depends on\nSirène,\"Alerte, fort\",x,\"Elbeuf (49,2867; 1,0029) | Rouen\",électricité | Volunteers\n";
        var reading = DeviceReading.Read(Encoding.GetEncoding(1252).GetBytes(table), French);
        var sheet = Assert.Single(reading.Devices).Sheet;
        Assert.Equal([new DevicePlace("Elbeuf", 49.2867, 1.0029), new DevicePlace("Rouen", null, null)], sheet.Places);
        Assert.Equal([Dependence.Electricity, Dependence.Volunteers], sheet.DependsOn);
        Assert.True(reading.IsClean);
        Assert.Contains(reading.Troubles, t => t.Text.Contains("Works for", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"devices\":[]}")]
    [InlineData("{\"devices\":3}")]
    [InlineData("nom;prix\nSirène;3")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("[{\"name\":\"\\ud800\",\"does\":\"x\"}]")]
    public void A_file_without_devices_says_so(string text)
    {
        var reading = DeviceReading.Read(Encoding.UTF8.GetBytes(text), French);
        Assert.False(reading.IsClean);
        Assert.Contains(reading.Troubles, t => t.IsError);
    }

    [Fact]
    public void Whatever_the_bytes_reading_never_throws() => Gen.Select(DeviceGenerators.Accepted, Gen.Bool, Gen.Select(Gen.Int[0, 100_000], Gen.Byte).Array[1, 6]).Sample((devices, json, wounds) =>
    {
        var bytes = json ? DeviceJson.Write(devices) : Encoding.UTF8.GetBytes(DeviceCsv.Write(devices, French));
        foreach (var (at, b) in wounds) bytes[at % bytes.Length] = b;
        var reading = DeviceReading.Read(bytes, French);
        Assert.All(reading.Devices, d => Assert.Null(DeviceSheet.Check(d.Sheet, out _)));
    });

    [Fact]
    public void What_is_wrong_ten_thousand_times_is_counted()
    {
        var reading = DeviceReading.Read(Encoding.UTF8.GetBytes("nom;ce que ça fait\n" + string.Concat(Enumerable.Repeat(";x\n", 10_000))), French);
        Assert.InRange(reading.Troubles.Length, DeviceReading.Most, DeviceReading.Most + 1);
        Assert.Contains("9700", reading.Troubles[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_preview_says_what_is_new_what_changes_and_what_looks_alike()
    {
        var known = new Device(new("device-01"), DeviceSheet.Of("Sirène à manivelle du hameau", "x"), DeviceStatus.Accepted, DateTimeOffset.UnixEpoch, false);
        var other = known with { Id = new("device-02"), Sheet = DeviceSheet.Of("Radio", "y") };
        var file = "identifiant;nom;ce que ça fait\ndevice-01;Sirène à manivelle du hameau;x\ndevice-02;Radio;z\n;Sirène à manivelle du hameau !;w\n";
        var preview = ImportPreview.Of(DeviceReading.Read(Encoding.UTF8.GetBytes(file), French), DeviceGenerators.Of([known, other]));
        Assert.Equal((1, 1, 1), (preview.Added.Length, preview.Revised.Length, preview.Same));
        Assert.Equal((4, known), (preview.Near[0].Filed.Line, preview.Near[0].Near));
    }

    private static void Same(Device[] devices, DeviceReading reading)
    {
        if (devices.Length == 0) return;
        Assert.Empty(reading.Troubles);
        Assert.Equal(devices.Select(d => (d.Id, d.Sheet)), reading.Devices.Select(d => (d.Id!.Value, d.Sheet)));
    }
}
