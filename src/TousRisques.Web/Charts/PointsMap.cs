using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using static TousRisques.Web.Charts.SvgWriter;

namespace TousRisques.Web.Charts;

/// <summary>A place with single points of failure.</summary>
/// <param name="Place">The place.</param>
/// <param name="Functions">How many functions hang on it.</param>
/// <param name="Components">The single points there.</param>
internal sealed record PointsAt(Place Place, int Functions, IReadOnlyList<ComponentId> Components);

/// <summary>The territory with its single points of failure: at each place, how many functions hang on what stands there, as a number and a size.</summary>
internal static class PointsMap
{
    /// <summary>Draws the map.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="marks">Places, the one with most first.</param>
    /// <param name="words">Words of the reader.</param>
    public static string Draw(Pack pack, IReadOnlyList<PointsAt> marks, Words words) => NumberedMap.Draw(
        pack.Territory, [.. marks.Select(m => new NumberedPlace(m.Place.Name.In(words.Language), m.Place.At, N(m.Functions), Radius(m)))],
        words["charts.map-label", pack.Territory.Name.In(words.Language), marks.Count], words);

    // The area grows with the number, as the eye reads it.
    private static double Radius(PointsAt mark) => Math.Min(26, 8 + 3 * Math.Sqrt(mark.Functions));
}
