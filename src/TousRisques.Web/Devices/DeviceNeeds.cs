using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Searching;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;

namespace TousRisques.Web.Devices;

/// <summary>Guesses what a device rests on in a territory, for a form in which people say better.</summary>
internal static class DeviceNeeds
{
    /// <summary>The most components guessed for one dependence: more would only say that nobody knows.</summary>
    private const int MostEach = 2;

    private static readonly ImmutableDictionary<Dependence, ImmutableArray<SearchQuery>> Names = ImmutableDictionary.CreateRange(new Dictionary<Dependence, ImmutableArray<SearchQuery>>
    {
        [Dependence.Electricity] = Words("électri", "power"),
        [Dependence.MobileNetwork] = Words("mobile", "antenne", "mast"),
        [Dependence.Internet] = Words("internet", "fibre"),
        [Dependence.DataCentre] = Words("centre données", "data centre", "hébergeur"),
        [Dependence.Satellite] = Words("satellit", "gnss"),
        [Dependence.Radio] = Words("radio"),
        [Dependence.Staff] = Words("agent", "personnel", "staff"),
        [Dependence.Volunteers] = Words("bénévol", "réserve communale", "volunteer"),
        [Dependence.Paper] = Words("papier", "paper"),
        [Dependence.Roads] = Words("route", "road"),
        [Dependence.Fuel] = Words("carburant", "fuel"),
    });

    /// <summary>Components of a territory whose names say that they are what a device depends on.</summary>
    public static IEnumerable<ComponentId> In(Territory territory, DeviceSheet sheet)
    {
        var named = territory.Components.Where(c => c.Nature != Nature.Function).Select(c => (c.Id, Name: SearchQuery.Prepare(string.Join(' ', c.Name.ByLanguage.Values)))).ToList();
        return sheet.DependsOn.Where(Names.ContainsKey).SelectMany(d => named.Where(c => Names[d].Any(q => q.IsIn(c.Name))).Select(c => c.Id).ToList() is { Count: <= MostEach } few ? few : []).Distinct();
    }

    /// <summary>What a device is made of, as far as what it depends on tells.</summary>
    public static Nature NatureOf(DeviceSheet sheet) =>
        sheet.DependsOn.Any(d => d is Dependence.Internet or Dependence.DataCentre or Dependence.MobileNetwork) ? Nature.Digital
        : sheet.DependsOn.Any(d => d is Dependence.Staff or Dependence.Volunteers) && !sheet.DependsOn.Contains(Dependence.Electricity) ? Nature.Human
        : Nature.LowTech;

    private static ImmutableArray<SearchQuery> Words(params string[] words) => [.. words.Select(SearchQuery.Of)];
}
