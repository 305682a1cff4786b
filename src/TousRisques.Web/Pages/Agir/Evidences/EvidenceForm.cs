using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Web.Access;
using TousRisques.Web.Evidences;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Look;
using TousRisques.Web.Packs;

namespace TousRisques.Web.Pages.Agir.Evidences;

/// <summary>A form that takes evidence, on its page: what was typed, what is looked for, what was found.</summary>
/// <param name="Visit">Who visits what.</param>
/// <param name="Typed">What was typed, or null for a form that is opened anew.</param>
/// <param name="Query">What is looked for.</param>
/// <param name="Finds">What was found.</param>
/// <param name="Territories">Territories of the stress bench.</param>
public sealed record EvidenceForm(Visit Visit, Flash? Typed, EvidenceQuery Query, EvidenceFinds Finds, ImmutableArray<(string Id, string Title)> Territories)
{
    /// <summary>A field: as typed, else as something is kept.</summary>
    public string Value(string field, string? kept = null) => Typed is null ? kept ?? "" : Typed[field] ?? "";

    /// <summary>Whether a box of a repeated field is ticked.</summary>
    public bool Has<T>(string field, T value, ImmutableArray<T> kept) where T : struct, Enum => Has(field, Wire.Of(value), kept.Contains(value));

    /// <summary>Whether a box of a repeated field is ticked.</summary>
    public bool Has(string field, string value, bool kept) => Typed is null ? kept : (Typed[field] ?? "").Split('\n').Contains(value);

    /// <summary>Evidence that is ticked, or was kept before; each with whether it is ticked.</summary>
    public IEnumerable<(Evidence Evidence, bool Ticked)> Chosen(ImmutableArray<Evidence> kept)
    {
        if (Typed is null) return kept.Select(e => (e, true));
        var ticked = (Typed[EvidenceWire.Field] ?? "").Split('\n').Select(EvidenceWire.Read).OfType<Evidence>().Distinct().ToList();
        return ticked.Select(e => (e, true)).Concat(kept.Except(ticked).Select(e => (e, false)));
    }
}

/// <summary>Opens forms that take evidence, and shows them again while somebody looks for some: nothing that was typed is lost, and no script is needed.</summary>
public sealed class EvidenceForms(ExpeditionDoor door, ExpeditionForms forms, EvidenceDesk desk, InstalledPacks packs)
{
    /// <summary>Shows a form of members.</summary>
    public Task<IResult> ShowAsync(HttpContext http, string id, Caller caller, string form, Func<EvidenceForm, IResult> draw) =>
        door.ShowAsync(http, id, caller, v => OpenAsync(v, v.Flash is { Code.Length: > 0 } typed && typed.Form == form ? typed : null, draw, http.RequestAborted), Standing.Member);

    /// <summary>Takes it: what is wanted becomes a command; who only looks for evidence sees the form again.</summary>
    public Task<IResult> TakeAsync(HttpContext http, string id, Caller caller, string form, string back, Func<EvidenceForm, IResult> draw, Func<Visit, FormFields, Wanted> want) =>
        forms.TakeAsync(http, id, caller, form, back, async (v, f) =>
        {
            if (f["do"] != "find") return (want(v, f), null);
            if (v.Standing < Standing.Member) return (null, ExpeditionDoor.Refuse(http, caller, Standing.Member));
            return (null, await OpenAsync(v, new Flash(form, "", "", f.Typed), draw, http.RequestAborted));
        });

    private async ValueTask<IResult> OpenAsync(Visit visit, Flash? typed, Func<EvidenceForm, IResult> draw, CancellationToken cancel)
    {
        var query = EvidenceQuery.Of(typed?.Typed);
        var finds = await desk.FindAsync(visit, query, cancel);
        return draw(new(visit, typed, query, finds, [.. packs.All().Where(p => p.Pack is not null).Select(p => (p.Id, visit.W.Of(p.Pack!.Territory.Name)))]));
    }
}
