using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Formats.Packs.Drafting;
using TousRisques.Web.Access;
using TousRisques.Web.Hosting;
using TousRisques.Web.Packs;
using TousRisques.Web.Stress;
using TousRisques.Web.Telling;

namespace TousRisques.Web.Pages.Stress;

/// <summary>
/// The stress bench, <c>/stress/{territory}</c>: what it reveals, the story of each cell, perils that meet, what if; and the same figures for programs.
/// Everything that a page shows is in its address. Nobody needs a part in a workshop: packs are public.
/// </summary>
public sealed class Bench : IPage
{
    /// <summary>How long a reader waits for an answer before seeing how far it is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/stress", (Caller caller, InstalledPacks packs) => Draw.Page<BenchList>(new Dictionary<string, object?> { ["W"] = caller.Words, ["Packs"] = packs.All() }));
        routes.MapGet("/stress/{id}", (HttpContext http, string id, Caller caller, InstalledPacks packs, StressReports reports) =>
            WithReportAsync(http, id, caller, packs, reports, (pack, report) => Draw.Page<BenchPage>(new Dictionary<string, object?>
            {
                ["W"] = caller.Words, ["Id"] = id, ["Report"] = report, ["Shown"] = http.Request.Query["levers"].ToString(),
            })));
        routes.MapGet("/stress/{id}/report.json", (HttpContext http, string id, Caller caller, InstalledPacks packs, StressReports reports) =>
            WithReportAsync(http, id, caller, packs, reports, (_, report) => File(http, StressJson.Of(report, caller.Words), "application/json", $"{id}.json")));
        routes.MapGet("/stress/{id}/matrix.csv", (HttpContext http, string id, Caller caller, InstalledPacks packs, StressReports reports) =>
            WithReportAsync(http, id, caller, packs, reports, (_, report) => File(http, StressCsv.Matrix(report, caller.Words), "text/csv", $"{id}-matrix.csv")));
        routes.MapGet("/stress/{id}/levers.csv", (HttpContext http, string id, Caller caller, InstalledPacks packs, StressReports reports) =>
            WithReportAsync(http, id, caller, packs, reports, (_, report) => File(http, StressCsv.Levers(report, caller.Words), "text/csv", $"{id}-levers.csv")));
        routes.MapGet("/stress/{id}/{function}.xml", FaultTreeAsync);
        routes.MapGet("/stress/{id}/cell", CellAsync);
        routes.MapGet("/stress/{id}/together", TogetherAsync);
        routes.MapGet("/stress/{id}/draft.zip", Draft).ExcludeFromDescription();
        routes.MapGet("/stress/{id}/what-if", WhatIfAsync);
        routes.MapGet("/stress/{id}/diagram", (HttpContext http, string id, Caller caller, InstalledPacks packs) =>
        {
            if (Installed(http, id, caller, packs, out var instead) is not { } pack) return instead;
            var asked = http.Request.Query["focus"].ToString();
            var focus = pack.Territory.Components.FirstOrDefault(c => c.Id.Value == asked)?.Id;
            return Draw.Page<DiagramPage>(new Dictionary<string, object?>
            {
                ["W"] = caller.Words, ["Id"] = id, ["Pack"] = pack, ["Focus"] = focus, ["Unknown"] = focus is null ? asked[..Math.Min(asked.Length, 40)] : null,
            });
        });
    }

    private static async Task<IResult> WithReportAsync(
        HttpContext http, string id, Caller caller, InstalledPacks packs, StressReports reports, Func<Pack, StressReport, IResult> answer)
    {
        if (Installed(http, id, caller, packs, out var instead) is not { } pack) return instead;
        var state = await reports.LookAsync(id, pack, Patience, http.RequestAborted);
        if (state.Report is { } report) return answer(pack, report);
        if (state.Failed) return Trouble.Say(http, caller, StatusCodes.Status500InternalServerError, "stress-failed");
        if (state.Busy) return Busy(http, caller);
        http.Response.Headers.RetryAfter = "2";
        // A program gets a status that it knows; a browser comes back by itself. A header rather than an element: nothing on the page changes under a reader.
        if (Path.HasExtension(http.Request.Path.Value)) return Trouble.Say(http, caller, StatusCodes.Status503ServiceUnavailable, "stress-not-yet", (int)(100 * state.Progress.Share));
        http.Response.Headers["Refresh"] = "2";
        return Draw.Page<BenchWait>(new Dictionary<string, object?> { ["W"] = caller.Words, ["Id"] = id, ["Pack"] = pack, ["State"] = state }, StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> CellAsync(HttpContext http, string id, Caller caller, InstalledPacks packs, StressAsks asks)
    {
        if (Installed(http, id, caller, packs, out var instead) is not { } pack) return instead;
        var model = new StressModel(pack);
        var query = BenchQuery.Of(http.Request.Query, pack, model.Perils);
        if (query.Perils.IsEmpty || FunctionOf(model, http.Request.Query["f"].ToString()) is not { } function)
            return Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-cell");
        var follow = query.Follow ?? Horizon(model, query.Perils);
        var question = $"cell {function} {follow} {BenchQuery.Of(query.Perils)} {BenchQuery.Of(query.WhatIf)}";
        var story = await asks.AnswerAsync(pack, question, _ => CellPicture.Of(new StressModel(pack, query.WhatIf), query.Perils, function, follow), http.RequestAborted);
        return story is null ? Busy(http, caller) : Draw.Page<CellPage>(new Dictionary<string, object?>
        {
            ["W"] = caller.Words, ["Id"] = id, ["Pack"] = pack, ["Asked"] = query, ["Picture"] = story, ["Functions"] = model.Functions,
        });
    }

    private static async Task<IResult> TogetherAsync(HttpContext http, string id, Caller caller, InstalledPacks packs, StressAsks asks)
    {
        if (Installed(http, id, caller, packs, out var instead) is not { } pack) return instead;
        var model = new StressModel(pack);
        var query = BenchQuery.Of(http.Request.Query, pack, model.Perils);
        if (query.IsForm) return Results.Redirect($"/stress/{id}/together?{BenchQuery.Of(query.Perils)}{BenchQuery.Of(query.WhatIf)}");
        var follow = query.Follow ?? Horizon(model, query.Perils);
        Meeting? met = null;
        if (!query.Perils.IsEmpty)
        {
            var question = $"together {follow} {BenchQuery.Of(query.Perils)} {BenchQuery.Of(query.WhatIf)}";
            met = await asks.AnswerAsync(pack, question, c => Meeting.Of(new StressModel(pack, query.WhatIf), query.Perils, follow, c), http.RequestAborted);
            if (met is null) return Busy(http, caller);
        }
        return Draw.Page<TogetherPage>(new Dictionary<string, object?>
        {
            ["W"] = caller.Words, ["Id"] = id, ["Pack"] = pack, ["Perils"] = model.Perils, ["Asked"] = query, ["Met"] = met, ["Follow"] = follow,
        });
    }

    private static async Task<IResult> WhatIfAsync(HttpContext http, string id, Caller caller, InstalledPacks packs, StressAsks asks, StressReports reports)
    {
        if (Installed(http, id, caller, packs, out var instead) is not { } pack) return instead;
        var model = new StressModel(pack);
        var query = BenchQuery.Of(http.Request.Query, pack, model.Perils);
        if (query.IsForm) return Results.Redirect($"/stress/{id}/what-if?{BenchQuery.Of(query.WhatIf).TrimStart('&')}");
        Comparison? compared = null;
        if (!query.WhatIf.IsNothing)
        {
            compared = await asks.AnswerAsync(pack, "what-if" + BenchQuery.Of(query.WhatIf), c => Comparison.Of(pack, query.WhatIf, reports.Settings, c), http.RequestAborted);
            if (compared is null) return Busy(http, caller);
        }
        return Draw.Page<WhatIfPage>(new Dictionary<string, object?>
        {
            ["W"] = caller.Words,
            ["Id"] = id,
            ["Pack"] = pack,
            ["Model"] = model,
            ["Asked"] = query,
            ["Compared"] = compared,
            ["Best"] = reports.Peek(id, pack)?.Levers.Where(l => l.Saved.Low > 0 && l is Lever.Act or Lever.Fallback or Lever.Hold).Take(6).ToList() ?? [],
        });
    }

    /// <summary>A draft scenario of the perils of an address, such as <c>?h=flood@0&amp;h=pandemic@6h</c>.</summary>
    private static IResult Draft(HttpContext http, string id, Caller caller, InstalledPacks packs, TimeProvider time)
    {
        if (Installed(http, id, caller, packs, out var instead) is not { } pack) return instead;
        var asked = BenchQuery.Of(http.Request.Query, pack, pack.Stress.Perils).Perils;
        return asked.IsEmpty ? Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-page") : Futures.Draft.Of(
            packs.Find(id)!, id, string.Concat(asked.Select(p => p.Peril.Value[0])), Teller.For(pack, caller.Words).Perils(asked), "", asked.Select(p => new DraftPeril(p.Peril, p.At))).Take(time.GetUtcNow());
    }

    private static async Task<IResult> FaultTreeAsync(HttpContext http, string id, string function, Caller caller, InstalledPacks packs, StressAsks asks)
    {
        if (Installed(http, id, caller, packs, out var instead) is not { } pack) return instead;
        var model = new StressModel(pack);
        if (FunctionOf(model, function) is not { } of) return Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-cell");
        var xml = await asks.AnswerAsync(pack, $"tree {of} {caller.Language}", _ => StressPsa.Of(model, of, caller.Words), http.RequestAborted);
        return xml is null ? Busy(http, caller) : File(http, xml, "application/xml", $"{id}-{of}.xml");
    }

    /// <summary>How long perils are followed unless the address says: as the matrix does, and when they come one after another, as the search for revealing ones.</summary>
    internal static TimeSpan Horizon(StressModel model, ImmutableArray<PerilAt> perils) =>
        perils.All(p => p.At == TimeSpan.Zero) ? model.Window : model.Window + Durations.Max(perils.Max(p => p.At), RevealingSearch.Delays[^1]);

    private static ComponentId? FunctionOf(StressModel model, string name) => model.Functions.Where(f => f.Value == name).Cast<ComponentId?>().FirstOrDefault();

    private static Pack? Installed(HttpContext http, string id, Caller caller, InstalledPacks packs, out IResult instead)
    {
        var found = packs.Find(id);
        instead = found is null ? Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-territory")
            : Trouble.Say(http, caller, StatusCodes.Status409Conflict, "broken-pack");
        return found?.Pack;
    }

    private static IResult Busy(HttpContext http, Caller caller)
    {
        Trouble.SetRetry(http, TimeSpan.FromSeconds(5));
        if (!Path.HasExtension(http.Request.Path.Value)) http.Response.Headers["Refresh"] = "5"; // a page tries again by itself
        return Trouble.Say(http, caller, StatusCodes.Status503ServiceUnavailable, "stress-busy", 5);
    }

    private static IResult File(HttpContext http, string text, string type, string name)
    {
        http.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"{name}\"");
        return Results.Text(text, type, Encoding.UTF8);
    }

    private static class Durations
    {
        public static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
    }
}
