using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Leads;
using TousRisques.Domain.Reports;
using TousRisques.Domain.Rules;
using TousRisques.Domain.Words;
using TousRisques.Web.Access;
using TousRisques.Web.Evidences;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Notebooks;
using TousRisques.Web.Pages.Agir.Evidences;
using TousRisques.Web.Reports;
using Lead = TousRisques.Domain.Expeditions.Leads.Lead;
using Standing = TousRisques.Domain.Expeditions.Standing;

namespace TousRisques.Web.Pages.Agir.Leads;

/// <summary>Leads, <c>/agir/{id}/leads</c>: the list, a page for each, writing and weighing them, those that tables of a workshop had.</summary>
public sealed class LeadPages : IPage
{
    /// <summary>The form by which a lead is kept or set aside.</summary>
    internal const string Sorting = "lead-sort";

    private const string Room = "/agir/{id}/leads", One = Room + "/{lead}", Form = "lead";

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Room, (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<LeadsPage>(new Dictionary<string, object?> { [nameof(LeadsPage.Visit)] = v, [nameof(LeadsPage.Query)] = LeadsQuery.Read(http.Request.Query) }))).ExcludeFromDescription();
        routes.MapGet(One, (HttpContext http, string id, string lead, Caller caller, ExpeditionDoor door, SenderKeys senders) =>
            door.ShowAsync(http, id, caller, v => v.State.Leads.Find(new(lead)) is { } l
                ? Draw.Page<LeadPage>(new Dictionary<string, object?> { [nameof(LeadPage.Visit)] = v, [nameof(LeadPage.Lead)] = l, [nameof(LeadPage.Carries)] = Carries(http, v, l, senders) })
                : Missing(http, v))).ExcludeFromDescription();
        routes.MapGet(Room + "/new", (HttpContext http, string id, Caller caller, EvidenceForms forms) => forms.ShowAsync(http, id, caller, Form, f => Show(f, null))).ExcludeFromDescription();
        routes.MapGet(One + "/edit", (HttpContext http, string id, string lead, Caller caller, EvidenceForms forms) => forms.ShowAsync(http, id, caller, Form, f => Show(http, f, lead))).ExcludeFromDescription();
        routes.MapPost(Room + "/new", (HttpContext http, string id, Caller caller, EvidenceForms forms) =>
            forms.TakeAsync(http, id, caller, Form, "leads/new", f => Show(f, null), (v, f) =>
            {
                var lead = new LeadId(Draws.Name());
                return new Wanted(new AddLead(lead, Sheet(f), LeadOrigin.OfMember), v.At($"leads/{lead}"), "agir.lead-added");
            })).TakesLarge(256, 256).ExcludeFromDescription();
        routes.MapPost(One + "/edit", (HttpContext http, string id, string lead, Caller caller, EvidenceForms forms) =>
            forms.TakeAsync(http, id, caller, Form, $"leads/{lead}/edit", f => Show(http, f, lead), (v, f) =>
                new Wanted(new ReviseLead(new(lead), Sheet(f)), v.At($"leads/{lead}"), "agir.saved"))).TakesLarge(256, 256).ExcludeFromDescription();
        Small(routes, "/sort", Sorting, (l, f) => new SortLead(l, f.Chosen<LeadState>("state"), f["why"]), "agir.saved");
        Small(routes, "/judge", "lead-judge", (l, f) => new JudgeLead(l, f.Number("effort") ?? 0, f.Number("effect") ?? 0), "agir.judged-done");
        Small(routes, "/relate", "lead-relate", (l, f) => new RelateLeads(l, new(f["other"]), f.Yes("cousins")), "agir.saved");
        routes.MapPost(One + "/carry", CarryAsync).ExcludeFromDescription();
        routes.MapGet(Room + "/import", (HttpContext http, string id, Caller caller, ExpeditionDoor door, EvidenceDesk desk) =>
            door.ShowAsync(http, id, caller, v => LookAsync(http, v, desk), Standing.Member)).ExcludeFromDescription();
        routes.MapPost(Room + "/import", ImportAsync).ExcludeFromDescription();
    }

    /// <summary>The name of a table's lead in the expedition: always the same, so that it comes in once.</summary>
    internal static LeadId IdOf(Domain.Reports.Report report, ReportedLead lead) => new($"w-{report.Workshop.Value.ToLowerInvariant()}-{lead.Lead}");

    private static void Small(IEndpointRouteBuilder routes, string more, string form, Func<LeadId, FormFields, LeadCommand> command, string done) =>
        routes.MapPost(One + more, (HttpContext http, string id, string lead, Caller caller, ExpeditionForms forms) =>
            forms.TakeAsync(http, id, caller, form, $"leads/{lead}", (v, f) => new Wanted(command(new(lead), f), v.At($"leads/{lead}"), done))).ExcludeFromDescription();

    private static LeadSheet Sheet(FormFields f) => new(f["title"], f["description"], f.Choices<Theme>("theme"), f.Choices<CrisisTime>("time"), f.Choices<ActorKind>("actor"), EvidenceWire.From(f));

    private static bool Carries(HttpContext http, Visit v, Lead lead, SenderKeys senders) =>
        v.Caller.Account is { } account ? lead.Carriers.Contains(account) : !lead.Visitors.IsEmpty && lead.Visitors.Contains(senders.Of(Guesses.AddressOf(http.Connection.RemoteIpAddress), null));

    private static async Task<IResult> CarryAsync(HttpContext http, string id, string lead, Caller caller, ExpeditionForms forms, Tries tries, SenderKeys senders)
    {
        // Every one counts, and is counted before it is read: a flood costs as little as can be.
        var address = Guesses.AddressOf(http.Connection.RemoteIpAddress);
        if (tries.Contributions.Wait(address) is { Ticks: > 0 } wait) return Trouble.Wait(http, caller, "too-many-contributions", wait);
        tries.Contributions.Wrong(address);
        return await forms.TakeAsync(http, id, caller, "lead-carry", $"leads/{lead}", (v, f) =>
        {
            var page = v.At($"leads/{lead}");
            if (f["homepage"].Length > 0) return ValueTask.FromResult<(Wanted?, IResult?)>((null, FormAnswer.SeeOther(page)));
            var carry = f.Yes("carry");
            return ValueTask.FromResult<(Wanted?, IResult?)>((new Wanted(new CarryLead(new(lead), carry, caller.Account is null ? senders.Of(address, null) : ""), page, carry ? "agir.carry-thanks" : "agir.carry-taken-back"), null));
        });
    }

    private static async ValueTask<IResult> LookAsync(HttpContext http, Visit v, EvidenceDesk desk)
    {
        var typed = http.Request.Query["workshop"].ToString();
        var read = Draws.ReadCode(typed) is { } code ? await desk.ReportAsync(v, code, http.RequestAborted) : null;
        return Draw.Page<LeadImportPage>(new Dictionary<string, object?>
        {
            [nameof(LeadImportPage.Visit)] = v,
            [nameof(LeadImportPage.Code)] = typed,
            [nameof(LeadImportPage.Report)] = read?.Report,
            [nameof(LeadImportPage.Name)] = read is { } r ? ReportComposer.NameOf(r.Report, r.Live.Pack, v.W) : "",
        });
    }

    private static Task<IResult> ImportAsync(HttpContext http, string id, Caller caller, ExpeditionForms forms, EvidenceDesk desk) =>
        forms.TakeAsync(http, id, caller, "lead-import", "leads/import", async (v, f) =>
        {
            if (v.Standing < Standing.Member) return (null, ExpeditionDoor.Refuse(http, caller, Standing.Member));
            if (Draws.ReadCode(f["workshop"]) is not { } code || await desk.ReportAsync(v, code, http.RequestAborted) is not { } read)
            {
                f.Want("code-of-workshop");
                return (null, null);
            }
            var (report, live) = read;
            var chosen = f.All("lead").ToHashSet(StringComparer.Ordinal);
            var title = Clean.Cut(ReportComposer.NameOf(report, live.Pack, v.W), ExpeditionLimits.Line);
            // A voice is a character at a table; a name that somebody let show in the report does not go into the expedition's facts.
            ImmutableArray<AddLead> leads =
            [
                .. report.Leads.Where(l => chosen.Contains(l.Lead.Value)).Take(LeadLimits.Batch).Select(l => new AddLead(
                    IdOf(report, l), new(Clean.Cut(l.Title, ExpeditionLimits.Title), l.Words, [l.Theme], [l.Time], [], []),
                    new(LeadSource.Workshop, report.Workshop.Value, title, ReportComposer.VoiceOf(report, live.Pack, v.W, l.Voice), Math.Max(0, l.Support)))),
            ];
            return (new Wanted(new TakeInLeads(leads), v.At("leads"), "agir.lead-imported"), null);
        });

    private static IResult Show(EvidenceForm form, Lead? lead) => Draw.Page<LeadFormPage>(new Dictionary<string, object?> { [nameof(LeadFormPage.Form)] = form, [nameof(LeadFormPage.Lead)] = lead });

    private static IResult Show(HttpContext http, EvidenceForm form, string name) => form.Visit.State.Leads.Find(new(name)) is { } lead ? Show(form, lead) : Missing(http, form.Visit);

    private static IResult Missing(HttpContext http, Visit visit) => Trouble.Say(http, visit.Caller, StatusCodes.Status404NotFound, "no-such-page");
}
