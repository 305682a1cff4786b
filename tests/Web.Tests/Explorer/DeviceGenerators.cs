using System.Collections.Immutable;
using CsCheck;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Words;
using TousRisques.Web.Tests.Pages;

namespace TousRisques.Web.Tests.Explorer;

/// <summary>Devices of every kind, as a catalogue may hold them.</summary>
internal static class DeviceGenerators
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Const(""), Gen.OneOf(HostileWords.All), Gen.Const("=1+1"), Gen.Const("'+33"), Gen.Const("-12"), Gen.Const("a;b,\"c\"|d\te"), Gen.Const("deux\nlignes\n\nici"), Gen.Const("Elbeuf (1, 2)"),
        Gen.Const("Sirène ()"), Gen.Const("« Où : là ? »"), Gen.Char["aé ;|\"'(),=+-@\n9"].Array[0, 12].Select(c => new string(c)));

    private static readonly Gen<DevicePlace> Places = Gen.Select(Texts, Gen.Double[-90, 90], Gen.Double[-180, 180], Gen.Bool, (n, lat, lon, at) => new DevicePlace("P" + n, at ? lat : null, at ? lon : null));

    /// <summary>What the rules let in.</summary>
    public static readonly Gen<DeviceSheet> Sheets =
        from texts in Texts.Array[8]
        from who in Some<StakeholderFamily>()
        from themes in Some<Theme>()
        from times in Some<CrisisTime>()
        from hazards in Some<HazardTag>()
        from scale in One<Scale>()
        from maturity in One<Maturity>()
        from order in One<CostOrder>()
        from places in Places.Array[0, 3]
        from dependsOn in Some<Dependence>()
        from link in Gen.OneOf("", "https://exemple.fr/a?b=c;d")
        select Checked(new("N" + texts[0], "D" + texts[1], who, themes, times, hazards, scale, maturity, order, texts[2], [.. places], link,
            dependsOn.Contains(Dependence.Nothing) ? [Dependence.Nothing] : dependsOn, texts[3], texts[4], texts[5], texts[6], texts[7]));

    /// <summary>Accepted devices.</summary>
    public static readonly Gen<Device[]> Accepted = Sheets.Array[0, 30].Select(sheets =>
        sheets.Select((s, i) => new Device(new($"device-{i:00}"), s, DeviceStatus.Accepted, DateTimeOffset.UnixEpoch.AddDays(i * 7 % 5), false)).ToArray());

    /// <summary>A catalogue of devices.</summary>
    public static Catalogue Of(IEnumerable<Device> devices) => Catalogue.Empty with { All = devices.ToImmutableDictionary(d => d.Id) };

    private static DeviceSheet Checked(DeviceSheet raw)
    {
        Assert.Null(DeviceSheet.Check(raw, out var sheet));
        return sheet;
    }

    private static Gen<ImmutableArray<T>> Some<T>() where T : struct, Enum => Gen.OneOf(Enum.GetValues<T>()).Array[0, 3].Select(v => v.Distinct().ToImmutableArray());

    private static Gen<T?> One<T>() where T : struct, Enum => Gen.Select(Gen.OneOf(Enum.GetValues<T>()), Gen.Bool, (v, there) => there ? (T?)v : null);
}
