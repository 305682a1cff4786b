using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Expeditions.Recommendations;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Web.Evidences;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Packs;
using TousRisques.Web.Pages.Agir.Evidences;

namespace TousRisques.Web.Pages.Agir.Kits;

/// <summary>What forms of a kit hold, and what is read from them.</summary>
internal static class KitForms
{
    /// <summary>Kinds of sheets, in the order in which they are offered.</summary>
    public static readonly ImmutableArray<string> Kinds = ["text", "actions", "device", "contacts", "fallback", "data"];

    /// <summary>Empty rows below those that are filled.</summary>
    private const int Spare = 4;

    /// <summary>An action in a form.</summary>
    internal sealed record ActionRow(string Words, string By, string Recommendation, string Card);

    /// <summary>Rows of actions: as typed, else as kept; with empty ones below.</summary>
    public static IEnumerable<ActionRow> Actions(EvidenceForm form, ActionsContent? kept)
    {
        var rows = form.Typed is null
            ? [.. (kept?.Actions ?? []).Select(a => new ActionRow(a.Words, a.By, a.Recommendation?.Value ?? "", a.Card))]
            : Rows(form, "a-words", "a-by", "a-from", "a-card").Select(r => new ActionRow(r[0], r[1], r[2], r[3])).Where(r => r.Words.Length > 0).ToList();
        return Padded(rows, new("", "", "", ""));
    }

    /// <summary>Rows of contacts.</summary>
    public static IEnumerable<KitContact> Contacts(EvidenceForm form, ContactsContent? kept)
    {
        var rows = form.Typed is null ? [.. kept?.Contacts ?? []] : Rows(form, "role", "organisation", "reach").Select(r => new KitContact(r[0], r[1], r[2])).Where(IsFilled).ToList();
        return Padded(rows, new("", "", ""));
    }

    /// <summary>The fields of a data sheet, each with what is kept.</summary>
    public static IEnumerable<(string Field, string? Kept)> DataFields(DataContent? kept) =>
    [
        ("data-what", kept?.What), ("data-producer", kept?.Producer), ("data-format", kept?.Format), ("data-source", kept?.Source),
        ("data-licence", kept?.Licence), ("data-sharing", kept?.Sharing), ("data-answers", kept?.Answers), ("data-offline", kept?.Offline),
    ];

    /// <summary>The name of an action of a pack, as sheets keep it.</summary>
    public static string CardOf(string pack, ActionCard card) => $"{pack}/{card.Id}";

    /// <summary>The sheet that a form asks for. What is picked from recommendations brings its evidence along.</summary>
    public static KitSheet Read(Visit visit, FormFields f, InstalledPacks packs)
    {
        KitContent content = f["kind"] switch
        {
            "actions" => new ActionsContent(ActionsOf(visit, f, packs)),
            "device" => new DeviceContent(new(f["device"]), f["words"]),
            "contacts" => new ContactsContent([.. f.Column("role").Zip(f.Column("organisation"), f.Column("reach")).Select(r => new KitContact(r.First, r.Second, r.Third)).Where(IsFilled)]),
            "fallback" => new FallbackContent(f["missing"], f.Lines("steps")),
            "data" => new DataContent(f["data-what"], f["data-producer"], f["data-format"], f["data-source"], f["data-licence"], f["data-sharing"], f["data-answers"], f["data-offline"]),
            _ => new TextContent(f["words"]),
        };
        var evidence = EvidenceWire.From(f).Concat(Picked(visit, f).SelectMany(r => r.Sheet.Evidence)).Distinct().Take(EvidenceLimits.Each);
        return new(f["title"], f.Chosen<CrisisTime>("time"), f["brief"], content, [.. evidence], f.Yes("estimate"));
    }

    private static ImmutableArray<KitAction> ActionsOf(Visit visit, FormFields f, InstalledPacks packs)
    {
        var (by, from, card) = (f.Column("a-by"), f.Column("a-from"), f.Column("a-card"));
        var typed = f.Column("a-words").Select((w, i) => new KitAction(w, At(by, i), At(from, i) is { Length: > 0 } r ? new RecommendationId(r) : null, At(card, i))).Where(a => a.Words.Trim().Length > 0);
        var picked = Picked(visit, f).Select(r => new KitAction(r.Sheet.Title, r.Sheet.Owner.Organisation, r.Id, ""));
        // Names of packs stand for themselves: « pack/action ».
        var cards = f.All("card").Select(name => (Name: name, Slash: name.IndexOf('/', StringComparison.Ordinal))).Where(c => c.Slash > 0)
            .Select(c => (c.Name, Card: packs.Find(c.Name[..c.Slash])?.Pack?.Scenario.Actions.FirstOrDefault(a => a.Id.Value == c.Name[(c.Slash + 1)..]))).Where(c => c.Card is not null)
            .Select(c => new KitAction(Clean.Cut(c.Card!.Title.In(visit.Outline.Language), Domain.Expeditions.ExpeditionLimits.Line), "", null, c.Name));
        return [.. typed.Concat(picked).Concat(cards)];
    }

    private static IEnumerable<Recommendation> Picked(Visit visit, FormFields f) => f["kind"] == "actions" ? f.All("pick").Select(p => visit.State.Recommendations.Find(new(p))).OfType<Recommendation>() : [];

    private static string At(ImmutableArray<string> column, int row) => row < column.Length ? column[row] : "";

    private static bool IsFilled(KitContact c) => c.Role.Trim().Length + c.Organisation.Trim().Length + c.Reach.Trim().Length > 0;

    /// <summary>Columns of a form that was typed, row by row.</summary>
    private static IEnumerable<string[]> Rows(EvidenceForm form, params string[] fields)
    {
        var columns = fields.Select(f => form.Value(f).Split('\n')).ToList();
        return Enumerable.Range(0, columns.Max(c => c.Length)).Select(i => columns.Select(c => i < c.Length ? c[i].TrimEnd('\r') : "").ToArray());
    }

    private static IEnumerable<T> Padded<T>(List<T> rows, T empty) => rows.Concat(Enumerable.Repeat(empty, Math.Max(0, Math.Min(Spare, KitLimits.Lines - rows.Count))));
}
