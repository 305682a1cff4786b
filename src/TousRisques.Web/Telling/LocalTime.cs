using TousRisques.Domain.Scenarios;

namespace TousRisques.Web.Telling;

/// <summary>
/// The clock on the wall of the room. A workshop is held where its territory is, so instants are shown in the territory's time zone
/// (docs/pages.md, "Hours"): a server in a data centre abroad, or one set to UTC, shows the same as the facilitator's watch.
/// </summary>
public static class LocalTime
{
    /// <summary>An instant as clocks in France show it: for expeditions, which have no territory of their own to ask.</summary>
    public static DateTimeOffset InFrance(DateTimeOffset at) =>
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Paris", out var zone) ? TimeZoneInfo.ConvertTime(at, zone) : at;

    /// <summary>An instant as the territory's clocks show it.</summary>
    /// <param name="pack">The pack, whose territory names its time zone.</param>
    /// <param name="at">The instant, with any offset.</param>
    public static DateTimeOffset In(Pack pack, DateTimeOffset at) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(pack.Territory.TimeZone, out var zone)
            ? TimeZoneInfo.ConvertTime(at, zone)
            : at.ToOffset(pack.Scenario.Origin.Offset); // a machine that knows no zones still knows the scenario's own offset
}
