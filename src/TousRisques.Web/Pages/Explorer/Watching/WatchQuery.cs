using System.Globalization;
using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Words;
using TousRisques.Formats;
using TousRisques.Web.Forms;

namespace TousRisques.Web.Pages.Explorer.Watching;

/// <summary>What the address of a list of the watch asks for. What it cannot mean is passed over.</summary>
/// <param name="Filter">What is looked for.</param>
/// <param name="State">Which items, where the page lets one choose.</param>
/// <param name="Page">Which page, from 1.</param>
public sealed record WatchQuery(WatchFilter Filter, WatchState State, int Page)
{
    /// <summary>Items of a page: few, since every element of a page costs the phones that show it (docs/performance.md, EcoIndex).</summary>
    public const int Size = 10;

    /// <summary>Items of a page that are sorted together, by people of the expedition.</summary>
    public const int SortSize = 50;

    /// <summary>Whether the filter is asked for; it is shown too when something is filtered.</summary>
    public bool Refine { get; init; }

    /// <summary>Reads an address.</summary>
    public static WatchQuery Of(IQueryCollection query, WatchState otherwise)
    {
        ArgumentNullException.ThrowIfNull(query);
        var text = query["q"].ToString();
        var filter = new WatchFilter(One<Theme>("theme"), One<CrisisTime>("time"), One<HazardTag>("hazard"), One<Scale>("scale"), text.Length <= 100 ? text.Trim() : text[..100]);
        return new(filter, One<WatchState>("state") ?? otherwise, int.TryParse(query["p"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, WatchLimits.Items) : 1) { Refine = query.ContainsKey("refine") };

        T? One<T>(string name) where T : struct, Enum => EnumWords<T>.Find(query[name].ToString());
    }

    /// <summary>The filter as an address says it: empty, or beginning with an ampersand.</summary>
    public string Address
    {
        get
        {
            var parts = new List<string>();
            if (Filter.Theme is { } theme) parts.Add("&theme=" + Wire.Of(theme));
            if (Filter.Time is { } time) parts.Add("&time=" + Wire.Of(time));
            if (Filter.Hazard is { } hazard) parts.Add("&hazard=" + Wire.Of(hazard));
            if (Filter.Scale is { } scale) parts.Add("&scale=" + Wire.Of(scale));
            if (Filter.Text.Length > 0) parts.Add("&q=" + Uri.EscapeDataString(Filter.Text));
            return string.Concat(parts);
        }
    }

    /// <summary>An address with this filter.</summary>
    /// <param name="path">The page.</param>
    /// <param name="more">More to say, without ampersand; or empty.</param>
    public string To(string path, string more = "") => (more.Length > 0 ? "&" + more : "") + Address is { Length: > 0 } asked ? path + "?" + asked[1..] : path;
}
