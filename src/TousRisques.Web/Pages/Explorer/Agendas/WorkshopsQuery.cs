using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Domain.Words;
using TousRisques.Web.Forms;

namespace TousRisques.Web.Pages.Explorer.Agendas;

/// <summary>Which workshops a page shows: all in its address.</summary>
/// <param name="Scale">At this scale, or null for any.</param>
/// <param name="Online">Only those that one can take part in from afar.</param>
/// <param name="Past">Those that lie behind in place of those to come. A cancelled workshop stays among the latter until its day, so that nobody comes in vain.</param>
/// <param name="Page">Which page, from 1.</param>
public sealed record WorkshopsQuery(Scale? Scale, bool Online, bool Past, int Page)
{
    /// <summary>Workshops on a page.</summary>
    public const int Size = 12;

    /// <summary>Reads an address; what it does not know is passed over.</summary>
    public static WorkshopsQuery Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Scale? scale = null;
        foreach (var value in Enum.GetValues<Scale>())
            if (Wire.Of(value) == query["scale"]) scale = value;
        return new(scale, FormAnswer.IsYes(query["online"]), FormAnswer.IsYes(query["past"]), int.TryParse(query["page"], out var page) ? Math.Clamp(page, 1, 10_000) : 1);
    }

    /// <summary>The filters as an address writes them: empty, or beginning with a question mark.</summary>
    public string Filters
    {
        get
        {
            var parts = new List<string>(3);
            if (Scale is { } scale) parts.Add("scale=" + Wire.Of(scale));
            if (Online) parts.Add("online=true");
            if (Past) parts.Add("past=true");
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    /// <summary>The workshops asked for: the soonest first, past ones the latest first.</summary>
    public List<PlannedWorkshop> Of(Agenda agenda, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        var wanted = agenda.Workshops.Values.Where(w => (Scale is not { } s || w.Announcement.Scale == s) && (!Online || w.Announcement.Online) && w.IsPast(now) == Past);
        return Past
            ? [.. wanted.OrderByDescending(w => w.Announcement.Start).ThenBy(w => w.Id.Value, StringComparer.Ordinal)]
            : [.. wanted.OrderBy(w => w.Announcement.Start).ThenBy(w => w.Id.Value, StringComparer.Ordinal)];
    }
}
