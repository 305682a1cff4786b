using TousRisques.Web.Look;
using Lead = TousRisques.Domain.Expeditions.Leads.Lead;

namespace TousRisques.Web.Pages.Agir.Leads;

/// <summary>What pages say of leads.</summary>
internal static class LeadWords
{
    /// <summary>Themes, times, support and judgements, in a line.</summary>
    public static string Line(Words w, Lead lead) => string.Join(" · ", new[]
    {
        string.Join(", ", lead.Sheet.Themes.Select(t => w.Of(t))), string.Join(", ", lead.Sheet.Times.Select(t => w.Of(t))), lead.Support > 0 ? w.Plural("agir.support", lead.Support) : "", Judged(w, lead),
    }.Where(t => t.Length > 0));

    /// <summary>« effort 2, effet 4 (3 avis) »; empty when nobody judged.</summary>
    public static string Judged(Words w, Lead lead) =>
        lead.Effort is { } effort && lead.Effect is { } effect ? w.Plural("agir.judged", lead.Judgements.Count, effort.ToString("0.#", w.Culture), effect.ToString("0.#", w.Culture)) : "";
}
