using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Agendas;

/// <summary>What a workshop to come says of itself.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Scale">The scale of its scenario.</param>
/// <param name="Pack">The pack it will play, by the name of its folder; or empty when that is open.</param>
/// <param name="Place">Where; may be empty for a workshop online.</param>
/// <param name="Online">Whether one can take part from afar.</param>
/// <param name="Start">When it begins, UTC.</param>
/// <param name="Zone">The clock that its hours are told on: a zone's IANA name, such as <c>Europe/Paris</c>.</param>
/// <param name="Duration">How long it takes.</param>
/// <param name="Places">How many can take part.</param>
/// <param name="SignUpsOpen">Whether one can sign up.</param>
/// <param name="SignUpsUntil">Until when, or null: until it begins.</param>
/// <param name="Description">What awaits people, in Markdown; may be empty.</param>
/// <param name="Access">How to come in with a wheelchair, a hearing aid, an interpreter…; may be empty.</param>
/// <param name="Language">The language it is held in.</param>
/// <param name="LinkOnCard">Whether the link to join stands on the public card when the hour comes, or on the pages of those with a place alone.</param>
public sealed record Announcement(
    string Title, Scale Scale, string Pack, string Place, bool Online, DateTimeOffset Start, string Zone, TimeSpan Duration, int Places,
    bool SignUpsOpen, DateTimeOffset? SignUpsUntil, string Description, string Access, Language Language, bool LinkOnCard)
{
    /// <summary>When it ends.</summary>
    public DateTimeOffset End => Start + Duration;

    /// <summary>Cleans what was typed. Gives the refusal, or null with the announcement.</summary>
    internal static Refusal? Refusal(Announcement raw, out Announcement clean)
    {
        clean = raw;
        if (Clean.Line(raw.Title, "title", ExpeditionLimits.Title, out var title) is { } badTitle) return badTitle;
        if (!Enum.IsDefined(raw.Scale)) return new Unknown("scale", raw.Scale.ToString());
        if (Clean.Optional(raw.Pack, "pack", ExpeditionLimits.Title, lines: false, out var pack) is { } badPack) return badPack;
        if (Clean.Optional(raw.Place, "place", ExpeditionLimits.Line, lines: false, out var place) is { } badPlace) return badPlace;
        if (place.Length == 0 && !raw.Online) return new TextMissing("place");
        if (raw.Start.Year is < AgendaLimits.FirstYear or > AgendaLimits.LastYear) return new OutOfRange("year", AgendaLimits.FirstYear, AgendaLimits.LastYear);
        if (Clean.Line(raw.Zone, "zone", AgendaLimits.Zone, out var zone) is { } badZone) return badZone;
        if (raw.Duration < TimeSpan.FromMinutes(AgendaLimits.ShortestMinutes) || raw.Duration > TimeSpan.FromMinutes(AgendaLimits.LongestMinutes))
            return new OutOfRange("minutes", AgendaLimits.ShortestMinutes, AgendaLimits.LongestMinutes);
        if (raw.Places is < 1 or > AgendaLimits.Places) return new OutOfRange("places", 1, AgendaLimits.Places);
        if (Clean.Optional(raw.Description, "description", ExpeditionLimits.Words, lines: true, out var description) is { } badDescription) return badDescription;
        if (Clean.Optional(raw.Access, "access", ExpeditionLimits.Paragraph, lines: true, out var access) is { } badAccess) return badAccess;
        if (raw.Language.Code is not { Length: 2 }) return new Unknown("language", Clean.Cut(raw.Language.Code ?? "", 8));
        clean = raw with { Title = title, Pack = pack, Place = place, Zone = zone, Description = description, Access = access };
        return null;
    }
}
