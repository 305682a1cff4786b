using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Words;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;

namespace TousRisques.Web.Notebooks;

/// <summary>Which reactions a list shows. Visitors see accepted ones whatever they ask for.</summary>
public sealed record ReactionQuery
{
    /// <summary>Reactions on a page.</summary>
    public const int PageSize = 15;

    /// <summary>What became of them; null for all.</summary>
    public ReactionState? State { get; init; }
    /// <summary>To one chapter.</summary>
    public string Chapter { get; init; } = "";
    /// <summary>Of one kind.</summary>
    public ReactionKind? Kind { get; init; }
    /// <summary>In one hazard.</summary>
    public HazardTag? Hazard { get; init; }
    /// <summary>Under one theme.</summary>
    public Theme? Theme { get; init; }
    /// <summary>At one time of a crisis.</summary>
    public CrisisTime? Time { get; init; }
    /// <summary>From one family of stakeholders.</summary>
    public StakeholderFamily? As { get; init; }
    /// <summary>From one sender; for moderators.</summary>
    public string Sender { get; init; } = "";
    /// <summary>From 1 on.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Reads a query, as it is in an address or in hidden fields.</summary>
    public static ReactionQuery Of(FormFields f, bool moderates)
    {
        ArgumentNullException.ThrowIfNull(f);
        return new ReactionQuery
        {
            // Not asked: those that wait. Asked for nothing: all of them.
            State = !moderates ? ReactionState.Accepted : f.Column("state").IsEmpty ? ReactionState.Waiting : f.Choice<ReactionState>("state"),
            Chapter = f["chapter"],
            Kind = f.Choice<ReactionKind>("kind"),
            Hazard = f.Choice<HazardTag>("hazard"),
            Theme = f.Choice<Theme>("theme"),
            Time = f.Choice<CrisisTime>("time"),
            As = f.Choice<StakeholderFamily>("as"),
            Sender = moderates ? f["sender"] : "",
            Page = Math.Clamp(f.Number("page") ?? 1, 1, 10_000),
        };
    }

    /// <summary>Reads the query of an address.</summary>
    public static ReactionQuery Of(HttpRequest request, bool moderates)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Of(new FormFields(new FormCollection(request.Query.ToDictionary(q => q.Key, q => q.Value))), moderates);
    }

    /// <summary>All that it finds: those that wait the oldest first, so that nobody waits for ever; others the latest first.</summary>
    public IEnumerable<Reaction> Find(Notebook notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var all = State == ReactionState.Waiting ? notebook.Pending
            : (Chapter.Length > 0 ? notebook.ReactionsTo(new ChapterId(Chapter)) : notebook.Reactions.Values).OrderByDescending(r => r.Number);
        return all.Where(IsMatch);
    }

    /// <summary>The query of an address, page apart; empty or beginning with an ampersand.</summary>
    public string Address(bool moderates) => string.Concat(Fields(moderates).Select(f => $"&{f.Name}={Uri.EscapeDataString(f.Value)}"));

    /// <summary>Its fields, page apart.</summary>
    public IEnumerable<(string Name, string Value)> Fields(bool moderates)
    {
        if (moderates) yield return ("state", State is { } state ? Wire.Of(state) : "");
        if (Chapter.Length > 0) yield return ("chapter", Chapter);
        if (Kind is { } kind) yield return ("kind", Wire.Of(kind));
        if (Hazard is { } hazard) yield return ("hazard", Wire.Of(hazard));
        if (Theme is { } theme) yield return ("theme", Wire.Of(theme));
        if (Time is { } time) yield return ("time", Wire.Of(time));
        if (As is { } family) yield return ("as", Wire.Of(family));
        if (Sender.Length > 0) yield return ("sender", Sender);
    }

    private bool IsMatch(Reaction r) =>
        (State is null || r.State == State) && (Chapter.Length == 0 || r.Chapter.Value == Chapter) && (Kind is null || r.Remark.Kind == Kind) && (Hazard is null || r.Remark.Hazard == Hazard)
        && (Theme is null || r.Remark.Theme == Theme) && (Time is null || r.Remark.Time == Time) && (As is null || r.Remark.As == As) && (Sender.Length == 0 || r.Sender == Sender);
}
