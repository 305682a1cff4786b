using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Territories;

/// <summary>What a component is made of, roughly.</summary>
public enum Nature
{
    /// <summary>Software, networks of data, digital services.</summary>
    Digital,
    /// <summary>Works without computing: paper, runner, megaphone, siren.</summary>
    LowTech,
    /// <summary>Power, masts, roads, buildings.</summary>
    Infrastructure,
    /// <summary>Teams and volunteers.</summary>
    Human,
    /// <summary>A register, a map, a list.</summary>
    Data,
    /// <summary>Something the territory must be able to do (fonction essentielle).</summary>
    Function,
}

/// <summary>A figure with where it comes from. Without a source it is an estimate, and is shown as one.</summary>
/// <typeparam name="T">The quantity; its type carries its unit.</typeparam>
/// <param name="Value">The figure.</param>
/// <param name="Source">The source's identifier in the pack, or null for an estimate.</param>
/// <param name="Note">What a reader should know about it, or null.</param>
public sealed record Figure<T>(T Value, SourceId? Source = null, Text? Note = null)
{
    /// <summary>Whether no source stands behind the figure.</summary>
    public bool IsEstimate => Source is null;
}

/// <summary>
/// What a component or an action depends on: a monotone expression over components, so that one more working component
/// never makes things worse (docs/territory-model.md).
/// </summary>
public abstract record Need
{
    private Need() { }

    /// <summary>Nothing needed: always met.</summary>
    public static readonly Need Nothing = new All([]);

    /// <summary>That component must run.</summary>
    public sealed record On(ComponentId Component) : Need;

    /// <summary>Every part must be met; no part means always met.</summary>
    public sealed record All(ImmutableArray<Need> Parts) : Need;

    /// <summary>One part at least must be met; no part means never met.</summary>
    public sealed record Any(ImmutableArray<Need> Parts) : Need;

    /// <summary>At least <paramref name="Count"/> of the parts must be met.</summary>
    public sealed record AtLeast(int Count, ImmutableArray<Need> Parts) : Need;

    /// <summary>A makeshift: what holds only through it holds in degraded mode.</summary>
    public sealed record Degraded(Need Makeshift) : Need;
}

/// <summary>Anything that can work or fail: a digital device, a low-tech means, infrastructure, people, data, a function.</summary>
public sealed record Component
{
    /// <summary>Its name in needs and strikes.</summary>
    public required ComponentId Id { get; init; }
    /// <summary>Its name for people.</summary>
    public required Text Name { get; init; }
    /// <summary>What it is made of.</summary>
    public required Nature Nature { get; init; }
    /// <summary>Where it stands, when that matters.</summary>
    public PlaceId? Place { get; init; }
    /// <summary>Free tags that strikes and effects can select.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];
    /// <summary>The theme it belongs to, if one.</summary>
    public Theme? Theme { get; init; }
    /// <summary>What it needs in order to work.</summary>
    public Need Needs { get; init; } = Need.Nothing;
    /// <summary>How long it keeps working once its needs are not met (battery, fuel, stock, paper copy).</summary>
    public Figure<TimeSpan> Autonomy { get; init; } = new(TimeSpan.Zero);
    /// <summary>How long it takes to work again once its needs are met and nothing strikes it.</summary>
    public Figure<TimeSpan> Restart { get; init; } = new(TimeSpan.Zero);
    /// <summary>Probability, 0 to 1, that it is out on an ordinary day.</summary>
    public Figure<double> Unavailability { get; init; } = new(0);
    /// <summary>For a function: people served, or importance from 1 to 5; 0 for anything else.</summary>
    public double Weight { get; init; }
    /// <summary>What a reader should know about it.</summary>
    public Text Note { get; init; } = Text.Empty;
    /// <summary>Sources of what is said of it.</summary>
    public ImmutableArray<SourceId> Sources { get; init; } = [];
}

/// <summary>A point on the Earth, WGS 84.</summary>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
public readonly record struct GeoPoint(double Longitude, double Latitude);

/// <summary>A place of the territory.</summary>
/// <param name="Id">Its name in files.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="At">Where it is.</param>
/// <param name="Zones">Named zones it belongs to, which strikes can select.</param>
public sealed record Place(PlaceId Id, Text Name, GeoPoint At, ImmutableArray<string> Zones);

/// <summary>A line on the map, such as a river.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="Path">Its points in order.</param>
public sealed record MapLine(Text Name, ImmutableArray<GeoPoint> Path);

/// <summary>What undergoes the crisis: places, population, components.</summary>
public sealed record Territory
{
    /// <summary>Its name in files and addresses.</summary>
    public required string Id { get; init; }
    /// <summary>Its name for people.</summary>
    public required Text Name { get; init; }
    /// <summary>
    /// Its time zone, an identifier of the IANA database: the clock on the walls of its workshops, whatever the server's own.
    /// </summary>
    public string TimeZone { get; init; } = "Europe/Paris";
    /// <summary>People who live there.</summary>
    public Figure<double> Population { get; init; } = new(0);
    /// <summary>Simplified outline: rings of points, for the map.</summary>
    public ImmutableArray<ImmutableArray<GeoPoint>> Outline { get; init; } = [];
    /// <summary>Rivers and other lines, for the map.</summary>
    public ImmutableArray<MapLine> Lines { get; init; } = [];
    /// <summary>Its places.</summary>
    public ImmutableArray<Place> Places { get; init; } = [];
    /// <summary>Its components, functions among them, in the order of the files.</summary>
    public ImmutableArray<Component> Components { get; init; } = [];
}

/// <summary>Chooses components: each part that is given must agree; nothing given chooses none.</summary>
/// <param name="Component">That component alone.</param>
/// <param name="Tag">Components with that tag.</param>
/// <param name="Place">Components at that place.</param>
/// <param name="Zone">Components at a place of that zone.</param>
/// <param name="Nature">Components of that nature.</param>
public sealed record Selector(
    ComponentId? Component = null, string? Tag = null, PlaceId? Place = null, string? Zone = null, Nature? Nature = null)
{
    /// <summary>The components of a territory that this chooses, in the territory's order.</summary>
    public IEnumerable<Component> In(Territory territory)
    {
        if (this == new Selector()) return [];
        var zone = Zone is null ? null : territory.Places.Where(p => p.Zones.Contains(Zone)).Select(p => p.Id).ToHashSet();
        return territory.Components.Where(c =>
            (Component is null || c.Id == Component)
            && (Tag is null || c.Tags.Contains(Tag))
            && (Place is null || c.Place == Place)
            && (zone is null || (c.Place is { } at && zone.Contains(at)))
            && (Nature is null || c.Nature == Nature));
    }
}
