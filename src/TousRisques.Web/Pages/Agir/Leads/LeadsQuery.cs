using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Leads;
using TousRisques.Domain.Words;
using TousRisques.Formats;
using TousRisques.Web.Forms;
using Lead = TousRisques.Domain.Expeditions.Leads.Lead;

namespace TousRisques.Web.Pages.Agir.Leads;

/// <summary>Which leads a page shows: all in its address.</summary>
/// <param name="Theme">Touching this theme, or null for any.</param>
/// <param name="Time">Serving at this time, or null for any.</param>
/// <param name="Actor">Needing this kind of actor, or null for any.</param>
/// <param name="State">Standing so; null for all that are not set aside.</param>
/// <param name="Page">Which page, from 1.</param>
public sealed record LeadsQuery(Theme? Theme, CrisisTime? Time, ActorKind? Actor, LeadState? State, int Page)
{
    /// <summary>Leads on a page.</summary>
    public const int Size = 12;

    /// <summary>Reads an address; what it does not know is passed over.</summary>
    public static LeadsQuery Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(
            Choice<Theme>(query["theme"]), Choice<CrisisTime>(query["time"]), Choice<ActorKind>(query["actor"]), Choice<LeadState>(query["state"]),
            int.TryParse(query["page"], out var page) ? Math.Clamp(page, 1, 10_000) : 1);
    }

    /// <summary>The filters as an address writes them: empty, or beginning with a question mark.</summary>
    public string Filters
    {
        get
        {
            var parts = new List<string>(4);
            if (Theme is { } theme) parts.Add("theme=" + Wire.Of(theme));
            if (Time is { } time) parts.Add("time=" + Wire.Of(time));
            if (Actor is { } actor) parts.Add("actor=" + Wire.Of(actor));
            if (State is { } state) parts.Add("state=" + Wire.Of(state));
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    /// <summary>Leads that are asked for: those kept first, then those that most would carry, then the latest.</summary>
    public List<Lead> Of(LeadBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return [.. book.InOrder.Where(Has).OrderByDescending(l => l.State == LeadState.Kept).ThenByDescending(l => l.Support).ThenByDescending(l => l.At).ThenBy(l => l.Id.Value, StringComparer.Ordinal)];
    }

    private bool Has(Lead l) => (State is { } state ? l.State == state : l.State != LeadState.SetAside)
        && (Theme is not { } theme || l.Sheet.Themes.Contains(theme)) && (Time is not { } time || l.Sheet.Times.Contains(time)) && (Actor is not { } actor || l.Sheet.Actors.Contains(actor));

    private static T? Choice<T>(string? typed) where T : struct, Enum => typed is null ? null : EnumWords<T>.Find(typed);
}
