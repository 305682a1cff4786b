using System.Collections.Immutable;
using System.Globalization;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Territories;
using TousRisques.Web.Charts;
using TousRisques.Web.Packs;

namespace TousRisques.Web.Kits;

/// <summary>Where devices of a kit are.</summary>
/// <param name="Place">The place's name.</param>
/// <param name="At">Where it is.</param>
/// <param name="Leaves">Sheets whose devices are there.</param>
public sealed record KitMark(string Place, GeoPoint At, ImmutableArray<KitLeaf> Leaves);

/// <summary>The territory that a kit is about, when an installed pack has it: that which its cover names, else that whose actions it takes up, else one in which one of its devices is.</summary>
public static class KitLand
{
    /// <summary>Finds it; null when there is none to draw.</summary>
    public static Territory? Of(Expedition state, KitEdition edition, InstalledPacks packs)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(packs);
        var lands = packs.All().Where(p => p.Pack is { Territory.Outline.IsEmpty: false }).Select(p => (p.Id, Land: p.Pack!.Territory)).ToList();
        var from = edition.Leaves.Select(l => l.Sheet.Content).OfType<ActionsContent>().SelectMany(c => c.Actions).Select(a => a.Card.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        return lands.Find(l => l.Land.Name.ByLanguage.Values.Any(n => Names(edition.Cover.Territory, n))).Land
            ?? lands.Find(l => from.Contains(l.Id)).Land
            ?? lands.Find(l => !Marks(state, edition, l.Land).IsEmpty).Land;
    }

    /// <summary>Places in a territory where devices of a kit are, in the order of its sheets.</summary>
    public static ImmutableArray<KitMark> Marks(Expedition state, KitEdition edition, Territory land)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(edition);
        return
        [
            .. from leaf in edition.Leaves
               where leaf.Sheet.Content is DeviceContent
               let device = state.Catalogue.Find(((DeviceContent)leaf.Sheet.Content).Device)
               where device is { Status: DeviceStatus.Accepted }
               from place in device.Sheet.Places
               where place is { Latitude: not null, Longitude: not null }
               let at = new GeoPoint(place.Longitude!.Value, place.Latitude!.Value)
               where DeviceMap.IsIn(land, at)
               group leaf by (place.Name, at) into here
               select new KitMark(here.Key.Name, here.Key.at, [.. here.Distinct()]),
        ];
    }

    /// <summary>Whether a text has a name in it as words of their own, whatever the case and accents.</summary>
    private static bool Names(string text, string name)
    {
        var at = CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, name, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace, out var length);
        return name.Length > 0 && at >= 0 && !IsWord(at - 1) && !IsWord(at + length);

        bool IsWord(int i) => i >= 0 && i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '-');
    }
}
