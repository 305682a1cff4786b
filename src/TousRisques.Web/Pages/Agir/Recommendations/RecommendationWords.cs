using TousRisques.Domain.Expeditions.Recommendations;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Look;

namespace TousRisques.Web.Pages.Agir.Recommendations;

/// <summary>What pages say of recommendations.</summary>
internal static class RecommendationWords
{
    /// <summary>Who answers for it; or that nobody does yet.</summary>
    public static string OwnerOf(Words w, Recommendation r) => r.Sheet.Owner switch
    {
        { Account.Length: > 0, Organisation.Length: > 0 } o => $"{o.Account}, {o.Organisation}",
        { Account.Length: > 0 } o => o.Account,
        { Organisation.Length: > 0 } o => o.Organisation,
        _ => w["agir.owner-nobody"],
    };

    /// <summary>How it stands: a draft, adopted, followed, withdrawn.</summary>
    public static string StateOf(Words w, Recommendation r) =>
        r.Withdrawn ? w["agir.is-withdrawn"]
        : r.AdoptedOn is not { } day ? w["agir.is-draft"]
        : r.Latest is { } latest ? w["agir.is-followed", w.Of(latest.Outcome), latest.Months]
        : w["agir.is-adopted", ExpeditionTime.Date(w, day)];

    /// <summary>The class that colours how it stands; the words say it too.</summary>
    public static string ToneOf(Recommendation r) =>
        r.Withdrawn ? "soft" : r.Latest?.Outcome switch { FollowUpOutcome.Done => "ok", FollowUpOutcome.UnderWay => "mid", FollowUpOutcome.Abandoned => "no", _ => "soft" };

    /// <summary>Owner, horizon and state, in a line.</summary>
    public static string Line(Words w, Recommendation r) => string.Join(" · ", new[]
    {
        OwnerOf(w, r), r.Sheet.Horizon is { } horizon ? w["agir.by", ExpeditionTime.DateMonth(w, horizon)] : "", StateOf(w, r),
    }.Where(t => t.Length > 0));
}
