using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Expeditions.Searching;

namespace TousRisques.Web.Devices;

/// <summary>What an address of the catalogue asks for. What means nothing here is passed over: the page shows what it looks for.</summary>
/// <param name="Text">Words looked for, as typed.</param>
/// <param name="Asked">Values asked for in each facet; 0 for any.</param>
/// <param name="NewestFirst">Whether the newest stand first, rather than by name.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Open">The facet whose values are shown, by its key; null for the first.</param>
public sealed record DeviceQuery(string Text, ImmutableArray<uint> Asked, bool NewestFirst, int Page, string? Open)
{
    /// <summary>Devices of a page. A page of twenty keeps its EcoIndex above 90.</summary>
    public const int PageSize = 12;

    /// <summary>Everything.</summary>
    public static readonly DeviceQuery Everything = new("", [.. DeviceFacet.All.Select(_ => 0u)], false, 1, null);

    /// <summary>Whether nothing is asked for.</summary>
    public bool IsEverything => Text.Length == 0 && Asked.All(a => a == 0);

    /// <summary>Reads an address.</summary>
    public static DeviceQuery Of(IQueryCollection query)
    {
        var text = query["q"].ToString().Trim();
        if (text.Length > SearchQuery.LongestText) text = text[..SearchQuery.LongestText];
        var open = query["show"].ToString();
        return new(
            text,
            [.. DeviceFacet.All.Select(f => query[f.Key].Aggregate(0u, (bits, v) => IndexOf(f, v) is >= 0 and var i ? bits | 1u << i : bits))],
            query["order"] == "new",
            int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? Math.Min(page, 1_000_000) : 1,
            DeviceFacet.All.Any(f => f.Key == open) ? open : null);
    }

    /// <summary>The address's query, beginning with a question mark; empty for everything.</summary>
    public string Write()
    {
        var parts = Fields().Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}").ToList();
        if (Open is { } open) parts.Add("show=" + open);
        if (Page > 1) parts.Add(string.Create(CultureInfo.InvariantCulture, $"page={Page}"));
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    /// <summary>What is asked for, as fields of an address or form.</summary>
    public IEnumerable<(string Key, string Value)> Fields()
    {
        if (Text.Length > 0) yield return ("q", Text);
        for (var f = 0; f < DeviceFacet.All.Length; f++)
            for (var v = 0; v < DeviceFacet.All[f].Values.Length; v++)
                if (Has(f, v)) yield return (DeviceFacet.All[f].Key, DeviceFacet.All[f].Values[v].Wire);
        if (NewestFirst) yield return ("order", "new");
    }

    /// <summary>Whether a value is asked for.</summary>
    public bool Has(int facet, int value) => (Asked[facet] & 1u << value) != 0;

    /// <summary>The same with a value asked for or not any more; from the first page on.</summary>
    public DeviceQuery Toggled(int facet, int value) => this with { Asked = Asked.SetItem(facet, Asked[facet] ^ 1u << value), Page = 1 };

    /// <summary>Looks at every device once.</summary>
    public DeviceFinds In(DeviceShelf shelf)
    {
        var words = SearchQuery.Of(Text);
        var counts = DeviceFacet.All.Select(f => new int[f.Values.Length]).ToArray();
        var found = ImmutableArray.CreateBuilder<ShelvedDevice>();
        foreach (var device in NewestFirst ? shelf.Newest : shelf.Devices)
        {
            // A value's count is of the devices that asking for it too would show: a device that one facet alone keeps out counts in that facet.
            var (outs, last) = (0, -1);
            for (var f = 0; f < counts.Length && outs < 2; f++)
                if (!DeviceFacet.All[f].Takes(device.Has[f], Asked[f])) (outs, last) = (outs + 1, f);
            if (outs > 1 || (outs == 1 && DeviceFacet.All[last].NeedsAll) || !words.IsIn(device.Text)) continue;
            if (outs == 1)
            {
                Count(counts[last], device.Has[last]);
                continue;
            }
            found.Add(device);
            for (var f = 0; f < counts.Length; f++) Count(counts[f], device.Has[f]);
        }
        return new(found.ToImmutable(), [.. counts.Select(c => c.ToImmutableArray())]);

        static void Count(int[] counts, uint has)
        {
            for (; has != 0; has &= has - 1) counts[BitOperations.TrailingZeroCount(has)]++;
        }
    }

    private static int IndexOf(DeviceFacet facet, string? wire)
    {
        for (var i = 0; i < facet.Values.Length; i++)
            if (facet.Values[i].Wire == wire) return i;
        return -1;
    }
}

/// <summary>What was found.</summary>
/// <param name="Devices">The devices, in order.</param>
/// <param name="Counts">For each facet and value, how many devices asking for that value too would show.</param>
public sealed record DeviceFinds(ImmutableArray<ShelvedDevice> Devices, ImmutableArray<ImmutableArray<int>> Counts)
{
    /// <summary>How many pages there are, one at least.</summary>
    public int Pages => Math.Max(1, (Devices.Length + DeviceQuery.PageSize - 1) / DeviceQuery.PageSize);

    /// <summary>The devices of a page.</summary>
    public IEnumerable<Domain.Expeditions.Devices.Device> Page(int page) => Devices.Skip((Math.Min(page, Pages) - 1) * DeviceQuery.PageSize).Take(DeviceQuery.PageSize).Select(d => d.Device);
}
