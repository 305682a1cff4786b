using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Words;
using TousRisques.Formats.Odk;
using TousRisques.Formats.Sheets;
using TousRisques.Formats.XlsForms;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages.Explorer.Inquiries;

/// <summary>Grids as XLSForm, in and out, and answers as ODK and KoboToolbox export them, in. What a file holds that is not taken is told, cell by cell.</summary>
public sealed class ExchangePages : IPage
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int Kilobytes = SheetLimits.Bytes / 1024 + 64;

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/explorer/{id}/inquiry/grids/{grid}/form.xlsx", (HttpContext http, string id, string grid, Caller caller, ExpeditionDoor door) =>
            GridPages.WithAsync(http, id, grid, caller, door, (v, g) => GridPages.VersionOf(http, g) is var version
                ? Results.File(XlsFormWriter.Write(Write(g, version, v.Outline.Language)), Excel, $"{v.Id}-{FormNames.Of(version.Form.Title, "grille", _ => false)}-{version.Number}.xlsx")
                : null!)).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/inquiry/grids/import", (HttpContext http, string id, Caller caller, ExpeditionForms forms, IExpeditionDesk desk, TimeProvider time) =>
            forms.TakeAsync(http, id, caller, "import", "inquiry", (v, f) => ImportAsync(http, v, f, desk, time))).TakesLarge(Kilobytes).ExcludeFromDescription();
        routes.MapPost("/explorer/{id}/inquiry/grids/{grid}/answers", (HttpContext http, string id, string grid, Caller caller, ExpeditionForms forms, IExpeditionDesk desk, TimeProvider time) =>
            forms.TakeAsync(http, id, caller, "answers-file", $"inquiry/grids/{grid}", (v, f) => AnswersAsync(http, v, new GridId(grid), f, desk, time))).TakesLarge(Kilobytes).ExcludeFromDescription();
    }

    private static XlsForm Write(Grid grid, GridVersion version, Language language) => GridForms.Write(version.Form, grid.Id, GridForms.Version(grid.DraftedAt, version.Number), language);

    private static async ValueTask<(Wanted?, IResult?)> ImportAsync(HttpContext http, Visit v, FormFields f, IExpeditionDesk desk, TimeProvider time)
    {
        if (v.Standing < Standing.Member) return (null, ExpeditionDoor.Refuse(http, v.Caller, Standing.Member));
        if (await FileAsync(http, f) is not { } file) return (null, Page(v, null, v.W["explorer-inquiry.file-missing"], []));
        var read = XlsFormReader.Read(file.Bytes, file.Name, http.RequestAborted);
        if (read.IsRefused) return (null, Page(v, null, v.W["explorer-inquiry.import-refused"], read.Findings));
        var made = GridForms.Read(read.Form, v.Outline.Language, Path.GetFileNameWithoutExtension(file.Name));
        var findings = read.Findings.AddRange(made.Findings);
        var grid = new GridId(f["grid"].Length > 0 ? f["grid"] : Draws.Name());
        var refusal = await AskAsync(http, v, new ImportGrid(grid, made.Grid), FormAnswer.ReadId(f["id"]) ?? Draws.Command(), desk, time);
        return (null, refusal is not null ? Page(v, null, Refusals.Say(v.W, refusal), findings) : Page(v, v.At($"inquiry/grids/{grid}"), v.W["explorer-inquiry.imported", made.Grid.Questions.Count()], findings));
    }

    private static async ValueTask<(Wanted?, IResult?)> AnswersAsync(HttpContext http, Visit v, GridId id, FormFields f, IExpeditionDesk desk, TimeProvider time)
    {
        if (v.Standing < Standing.Member) return (null, ExpeditionDoor.Refuse(http, v.Caller, Standing.Member));
        var number = f.Number("version");
        if (v.State.Inquiry.Grids.GetValueOrDefault(id) is not { } grid || (number is { } n ? grid.Find(n) : grid.InUse) is not { Released: true } version)
            return (null, Page(v, null, v.W["explorer-inquiry.no-grid-in-use"], []));
        if (await FileAsync(http, f) is not { } file) return (null, Page(v, null, v.W["explorer-inquiry.file-missing"], []));
        var family = f.Chosen<StakeholderFamily>("family");
        if (f.Bad is not null) return (null, null);
        var read = OdkReader.Read(file.Bytes, file.Name, Write(grid, version, v.Outline.Language), http.RequestAborted);
        var findings = read.Findings.ToBuilder();
        var taken = 0;
        foreach (var submission in read.Submissions)
        {
            var answers = GridAnswers.Of(submission, version.Form);
            findings.AddRange(answers.Findings);
            var interview = new InterviewId(Name(submission.Instance));
            // Who was asked may have been told here since: what is known stays.
            var known = v.State.Inquiry.Interviews.GetValueOrDefault(interview);
            var profile = known?.Profile ?? new Profile(family, "", "", null, new DateTimeOffset((submission.SubmittedAt ?? v.Now).UtcDateTime.Date, TimeSpan.Zero));
            var refusal = await AskAsync(http, v, new RecordInterview(interview, id, version.Number, "", profile, null, answers.Answers, [], Finished: true), Draws.Command(), desk, time);
            if (refusal is null) taken++;
            else if (refusal is not InterviewIsWithdrawn) return (null, Page(v, v.At($"inquiry/grids/{id}"), v.W["explorer-inquiry.answers-stopped", taken, Refusals.Say(v.W, refusal)], findings.ToImmutable()));
        }
        return (null, Page(v, v.At("inquiry/interviews") + "?grid=" + id, v.W.Plural("explorer-inquiry.answers-taken", taken), findings.ToImmutable()));
    }

    private static async Task<Refusal?> AskAsync(HttpContext http, Visit v, ExpeditionCommand command, CommandId id, IExpeditionDesk desk, TimeProvider time) =>
        (await desk.SubmitAsync(v.Id, new ExpeditionEnvelope(id, v.Actor, time.GetUtcNow(), command), http.RequestAborted)).Refusal;

    private static IResult Page(Visit v, string? next, string said, ImmutableArray<SheetFinding> findings) => Draw.Page<ExchangePage>(new Dictionary<string, object?>
    {
        [nameof(ExchangePage.Visit)] = v,
        [nameof(ExchangePage.Next)] = next,
        [nameof(ExchangePage.Said)] = said,
        [nameof(ExchangePage.Findings)] = findings,
    }, next is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static async Task<(byte[] Bytes, string Name)?> FileAsync(HttpContext http, FormFields f)
    {
        if (f.Files.GetFile("file") is not { Length: > 0 } file) return null;
        using var into = new MemoryStream();
        await file.CopyToAsync(into, http.RequestAborted);
        return (into.ToArray(), Path.GetFileName(file.FileName));
    }

    /// <summary>The same submission is the same interview, whichever export it comes from.</summary>
    private static string Name(string instance) =>
        FormNames.IsId("odk-" + instance) ? "odk-" + instance : "odk-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(instance)))[..32];
}
