using System.Globalization;
using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Words;
using TousRisques.Web.Forms;

namespace TousRisques.Web.Pages.Explorer.Inquiries;

/// <summary>Which notes and quotations a page shows, as its address says it: <c>?theme=data&amp;time=none&amp;page=2</c>. What it does not know it sets aside.</summary>
/// <param name="Filter">Which.</param>
/// <param name="Page">Which page of them, from 1.</param>
public sealed record HeardQuery(HeardFilter Filter, int Page = 1)
{
    /// <summary>Items on a page.</summary>
    public const int PageSize = 50;

    private const string None = "none";

    /// <summary>How many pages so many items take.</summary>
    public static int PagesOf(int items) => Math.Max(1, (items + PageSize - 1) / PageSize);

    /// <summary>Reads an address.</summary>
    public static HeardQuery Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var filter = new HeardFilter
        {
            Theme = Word<Theme>(query["theme"]),
            NoTheme = query["theme"] == None,
            Time = Word<CrisisTime>(query["time"]),
            NoTime = query["time"] == None,
            Hazard = Word<HazardTag>(query["hazard"]),
            NoHazard = query["hazard"] == None,
            Family = Word<StakeholderFamily>(query["family"]),
            Scale = Word<Scale>(query["scale"]),
            Kind = Word<ExcerptKind>(query["kind"]),
            Tag = query["tag"].ToString() is { Length: <= InquiryLimits.Tag } tag ? tag.Trim() : "",
            Grid = query["grid"].ToString() is { Length: > 0 and <= ExpeditionLimits.Id } grid ? new GridId(grid) : null,
        };
        return new HeardQuery(filter, int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1);
    }

    /// <summary>A word of an enumeration as addresses write it, or null.</summary>
    public static T? Word<T>(string? typed) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Wire.Of(value) == typed) return value;
        return null;
    }

    /// <summary>The same as an address: beginning with a question mark, or empty.</summary>
    public override string ToString() => Fields() is { Count: > 0 } fields ? "?" + string.Join('&', fields.Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}")) : "";

    /// <summary>What is chosen in a field, as forms write it; or empty.</summary>
    public string this[string field] => Fields().FirstOrDefault(f => f.Key == field).Value ?? "";

    private List<(string Key, string Value)> Fields()
    {
        var fields = new List<(string, string)>();
        Add("theme", Filter.NoTheme ? None : Of(Filter.Theme));
        Add("time", Filter.NoTime ? None : Of(Filter.Time));
        Add("hazard", Filter.NoHazard ? None : Of(Filter.Hazard));
        Add("family", Of(Filter.Family));
        Add("scale", Of(Filter.Scale));
        Add("kind", Of(Filter.Kind));
        Add("tag", Filter.Tag);
        Add("grid", Filter.Grid?.Value ?? "");
        if (Page > 1) Add("page", Page.ToString(CultureInfo.InvariantCulture));
        return fields;

        void Add(string key, string value)
        {
            if (value.Length > 0) fields.Add((key, value));
        }

        static string Of<T>(T? word) where T : struct, Enum => word is { } w ? Wire.Of(w) : "";
    }
}
