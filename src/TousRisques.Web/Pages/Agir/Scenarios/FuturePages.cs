using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Expeditions.Futures;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Formats.Packs.Drafting;
using TousRisques.Web.Access;
using TousRisques.Web.Evidences;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Futures;
using TousRisques.Web.Hosting;
using TousRisques.Web.Packs;
using TousRisques.Web.Reports;
using TousRisques.Web.Stress;
using Standing = TousRisques.Domain.Expeditions.Standing;

namespace TousRisques.Web.Pages.Agir.Scenarios;

/// <summary>Scenarios made from boxes, <c>/agir/{id}/scenarios/{box}/futures/{future}</c>: the narrative sheet, the draft pack to take away or to install; and the play of actors of a workshop.</summary>
public sealed class FuturePages : IPage
{
    private const string Room = "/agir/{id}/scenarios", One = Room + "/{box}/futures/{future}";

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(One, (HttpContext http, string id, string box, string future, Caller caller, ExpeditionDoor door, BoxDesk desk, StressAsks asks) =>
            door.ShowAsync(http, id, caller, v => ShowAsync(http, v, box, future, desk, asks))).ExcludeFromDescription();
        routes.MapPost(One, (HttpContext http, string id, string box, string future, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, BoxPages.Telling, $"scenarios/{box}/futures/{future}", (v, f) =>
                new Wanted(new RetellFuture(new(box), new(future), f["title"], f["narrative"]), v.At($"scenarios/{box}/futures/{future}"), "agir.saved"))).TakesLarge(128, 64).ExcludeFromDescription();
        routes.MapPost(One + "/drop", (HttpContext http, string id, string box, string future, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, "future-drop", $"scenarios/{box}/futures/{future}", (v, f) =>
            {
                f.Sure();
                return new Wanted(new DropFuture(new(box), new(future)), v.At($"scenarios/{box}"), "futures.dropped");
            })).ExcludeFromDescription();
        routes.MapGet(One + "/draft.zip", (HttpContext http, string id, string box, string future, Caller caller, ExpeditionDoor door, BoxDesk desk, StressAsks asks, InstalledPacks packs) =>
            door.ShowAsync(http, id, caller, async v =>
                v.State.Boxes.Find(new(box)) is { } found && found.Find(new(future)) is { } of && await DraftAsync(found, of, desk, asks, packs, http.RequestAborted) is { } draft
                    ? draft.Take(of.At) : BoxPages.Missing(http, v))).ExcludeFromDescription();
        routes.MapPost(One + "/install", (HttpContext http, string id, string box, string future, Caller caller, ExpeditionForms forms, ExpeditionDoor door, BoxDesk desk, StressAsks asks, InstalledPacks packs) =>
            door.ShowAsync(http, id, caller, v => InstallAsync(http, v, box, future, desk, asks, packs), Standing.Lead)).ExcludeFromDescription();
        routes.MapGet(Room + "/actors", (HttpContext http, string id, Caller caller, ExpeditionDoor door, EvidenceDesk desk) =>
            door.ShowAsync(http, id, caller, v => ActorsAsync(http, v, desk))).ExcludeFromDescription();
    }

    private static async ValueTask<IResult> ShowAsync(HttpContext http, Visit v, string box, string future, BoxDesk desk, StressAsks asks)
    {
        if (v.State.Boxes.Find(new(box)) is not { } found || found.Find(new(future)) is not { } of) return BoxPages.Missing(http, v);
        var pack = desk.TerritoryOf(found);
        var perils = PerilsOf(found, of, pack);
        return Draw.Page<FuturePage>(new Dictionary<string, object?>
        {
            [nameof(FuturePage.Visit)] = v,
            [nameof(FuturePage.Box)] = found,
            [nameof(FuturePage.Future)] = of,
            [nameof(FuturePage.Territory)] = pack,
            [nameof(FuturePage.Reveals)] = pack is null || perils.IsEmpty ? null : await RevealAsync(pack, perils, asks, http.RequestAborted),
            [nameof(FuturePage.Drafted)] = pack is not null && !perils.IsEmpty,
        });
    }

    /// <summary>Perils that the states of a scenario bring and the territory has.</summary>
    internal static ImmutableArray<PerilId> PerilsOf(Box box, Future future, Pack? pack)
    {
        if (pack is null) return [];
        var known = pack.Stress.Perils.Select(p => p.Id).ToHashSet();
        return
        [
            .. future.States.SelectMany(s => box.Sheet.Drivers.FirstOrDefault(d => d.Label == s.Driver)?.States.FirstOrDefault(t => t.Label == s.State)?.Perils ?? [])
                .Select(p => new PerilId(p)).Where(known.Contains).Distinct(),
        ];
    }

    private static Task<Revelation?> RevealAsync(Pack pack, ImmutableArray<PerilId> perils, StressAsks asks, CancellationToken cancel) =>
        asks.AnswerAsync(pack, "reveal " + string.Join(' ', perils), c => RevealingSearch.MostRevealing(new StressModel(pack), perils, new() { Cancellation = c, MostThreads = 1 }), cancel);

    private static async Task<Draft?> DraftAsync(Box box, Future future, BoxDesk desk, StressAsks asks, InstalledPacks packs, CancellationToken cancel)
    {
        if (desk.TerritoryOf(box) is not { } pack || packs.Find(box.Sheet.Territory) is not { } installed) return null;
        var perils = PerilsOf(box, future, pack);
        if (perils.IsEmpty) return null;
        // Those that reveal most together, at the delays at which they do; further ones follow at the end.
        var reveals = await RevealAsync(pack, perils, asks, cancel);
        ImmutableArray<DraftPeril> wished = reveals is null
            ? [.. perils.Select(p => new DraftPeril(p, TimeSpan.Zero))]
            : [.. reveals.Perils.Select(p => new DraftPeril(p.Peril, p.At)), .. perils.Where(p => reveals.Perils.All(r => r.Peril != p)).Select(p => new DraftPeril(p, reveals.Perils.Max(r => r.At)))];
        return Draft.Of(installed, future.Title, future.Id.Value, future.Title, future.Narrative, wished);
    }

    private static async ValueTask<IResult> InstallAsync(HttpContext http, Visit v, string box, string future, BoxDesk desk, StressAsks asks, InstalledPacks packs)
    {
        if (v.State.Boxes.Find(new(box)) is not { } found || found.Find(new(future)) is not { } of || await DraftAsync(found, of, desk, asks, packs, http.RequestAborted) is not { } draft) return BoxPages.Missing(http, v);
        return packs.Install(draft.Id, draft.Files) ? Forms.FormAnswer.SeeOther("/animate") : Trouble.Say(http, v.Caller, StatusCodes.Status409Conflict, "draft-there", draft.Id);
    }

    private static async ValueTask<IResult> ActorsAsync(HttpContext http, Visit v, EvidenceDesk desk)
    {
        var typed = http.Request.Query["workshop"].ToString();
        var read = Draws.ReadCode(typed) is { } code ? await desk.ReportAsync(v, code, http.RequestAborted) : null;
        var acts = read?.Report.Priorities ?? [];
        var act = acts.FirstOrDefault(a => a.Act.Value == http.Request.Query["act"].ToString()) ?? acts.LastOrDefault();
        return Draw.Page<ActorsPage>(new Dictionary<string, object?>
        {
            [nameof(ActorsPage.Visit)] = v,
            [nameof(ActorsPage.Code)] = typed,
            [nameof(ActorsPage.Pack)] = read?.Live.Pack,
            [nameof(ActorsPage.Name)] = read is { } r ? ReportComposer.NameOf(r.Report, r.Live.Pack, v.W) : "",
            [nameof(ActorsPage.Acts)] = acts.Select(a => a.Act).ToList(),
            [nameof(ActorsPage.Act)] = act?.Act,
            [nameof(ActorsPage.Play)] = act is null ? null : Domain.Reports.ActorsPlay.Of(act),
        });
    }
}
