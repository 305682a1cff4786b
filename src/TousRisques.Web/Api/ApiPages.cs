using System.Collections.Immutable;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Reports;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal.Json;
using TousRisques.Sessions;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Live;
using TousRisques.Web.Lobby;
using TousRisques.Web.Packs;
using TousRisques.Web.Pages.Report;

namespace TousRisques.Web.Api;

/// <summary>The doors for programs, under <c>/api/v1</c>; described at <c>/openapi/v1.json</c>.</summary>
public sealed class ApiPages : IPage
{
    /// <summary>Longest that a reader may ask to wait for news.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(25);

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1");
        api.MapGet("/packs", Packs).WithName("listPacks").WithSummary("Packs installed on this server").Produces<PackAnswer[]>();
        api.MapPost("/sign-in", SignInAsync).WithName("signIn").WithSummary("Sign in as a facilitator").Produces<TokenAnswer>();
        api.MapPost("/workshops", OpenAsync).WithName("openWorkshop").WithSummary("Open a workshop from a pack")
            .WithDescription("With a facilitator's token. An Idempotency-Key header makes a repeated request open one workshop.").Produces<OpenAnswer>(201);
        api.MapPost("/workshops/{code}/participants", JoinAsync).WithName("join").WithSummary("Join a workshop")
            .WithDescription("An Idempotency-Key header of 20 letters and digits or more makes a repeated request join once.").Produces<JoinAnswer>(201);
        api.MapPost("/workshops/{code}/resume", ResumeAsync).WithName("resume").WithSummary("Come back with a resume code").Produces<JoinAnswer>();
        api.MapPost("/workshops/{code}/invitations", InviteAsync).WithName("invite").WithSummary("Make a token for a co-facilitator, an observer or a screen").Produces<TokenAnswer>();
        api.MapPost("/workshops/{code}/commands", DoAsync).WithName("do").WithSummary("Give a command")
            .WithDescription("The body is a command: {\"command\": \"assess-action\", …}. The Idempotency-Key header is the command's id: the same one twice has effect once.")
            .Produces<DoneAnswer>().ProducesProblem(422).WithMetadata(new TakesCommand());
        api.MapGet("/workshops/{code}", ReadAsync).WithName("read").WithSummary("The workshop as the caller may see it")
            .WithDescription("With `after`, waits up to `wait` seconds (25 at most) for a version past it; 204 when there is none yet.");
        api.MapGet("/workshops/{code}/journal", JournalAsync).WithName("journal").WithSummary("The whole journal as one portable file (who leads it)");
        api.MapGet("/workshops/{code}/report", ReportAsync).WithName("report").WithSummary("The report, as JSON");
    }

    private static IResult Packs(Caller caller, InstalledPacks packs) => Results.Ok(packs.All().Select(p => p.Pack is { } pack
        ? new PackAnswer(p.Id, pack.Version, pack.Title.In(caller.Language), pack.Scenario.Summary.In(caller.Language), pack.Scenario.Acts.Length,
            pack.Scenario.Characters.Length, pack.Scenario.Actions.Length, false)
        : new PackAnswer(p.Id, "", p.Id, "", 0, 0, 0, true)));

    private static async Task<IResult> SignInAsync(HttpContext http, Caller caller, SignInRequest request, Facilitators facilitators, Tries tries, Seals seals)
    {
        var address = Guesses.AddressOf(http.Connection.RemoteIpAddress);
        if (tries.SignIns.Wait(address) is { Ticks: > 0 } wait) return Trouble.Wait(http, caller, "too-many-sign-ins", wait);
        tries.SignIns.Wrong(address);
        if (await Task.Run(() => facilitators.SignIn((request.Name ?? "").Trim(), request.Password ?? "")) is not { } session)
            return Problems.Of(caller, StatusCodes.Status401Unauthorized, "wrong-password");
        tries.SignIns.Right(address);
        return Results.Ok(new TokenAnswer(seals.Seal(session)));
    }

    private static async Task<IResult> OpenAsync(HttpContext http, Caller caller, OpenRequest request, Openings openings, Seals seals)
    {
        if (caller.Account is not { } account) return Problems.Of(caller, StatusCodes.Status401Unauthorized, "not-allowed");
        if (ModeOf(request.Mode) is not { } mode) return Problems.Of(caller, StatusCodes.Status400BadRequest, "bad-request");
        ImmutableArray<string> tables = request.Tables is { Length: > 0 } named ? [.. named.Select(t => t ?? "")] : ["A"];
        var opened = await openings.OpenAsync(
            request.Pack ?? InstalledPacks.Shipped, mode, request.Title ?? "", request.Place ?? "", tables, new FacilitatorActor(account), account,
            demonstration: false, KeyOf(http) ?? Draws.Command(), http.RequestAborted);
        if (opened.Refusal is { } refusal) return Problems.Of(caller, refusal, null);
        if (opened.Workshop is not { } code) return Problems.Of(caller, StatusCodes.Status422UnprocessableEntity, opened.Trouble!);
        return Results.Created($"/api/v1/workshops/{code}", new OpenAnswer(code.Value, seals.Seal(new Grant(code, Role.Facilitator, null, account)), 1));
    }

    private static async Task<IResult> JoinAsync(HttpContext http, string code, Caller caller, JoinRequest request, Door door, Joinings joinings, Seals seals)
    {
        var (live, instead) = await FindAsync(http, code, caller, door);
        if (live is null) return instead!;
        TableId? table = request.Table is { Length: > 0 } t ? new TableId(t) : null;
        var (grant, answer) = await joinings.JoinAsync(live.State.Id, request.Name ?? "", request.ShowName, table, KeyOf(http), http.RequestAborted);
        return grant is null
            ? Problems.Of(caller, answer.Refusal!, live.Pack)
            : Results.Created($"/api/v1/workshops/{live.State.Id}", new JoinAnswer(grant.Participant!.Value.Value, grant.Resume, seals.Seal(grant)));
    }

    private static async Task<IResult> ResumeAsync(
        HttpContext http, string code, Caller caller, ResumeRequest request, Door door, Tries tries, Joinings joinings, Seals seals)
    {
        var address = Guesses.AddressOf(http.Connection.RemoteIpAddress);
        if (tries.Resumes.Wait(address) is { Ticks: > 0 } wait) return Trouble.Wait(http, caller, "too-many-guesses", wait);
        var (live, instead) = await FindAsync(http, code, caller, door);
        if (live is null) return instead!;
        if (await joinings.ResumeAsync(live, request.Words, http.RequestAborted) is not { } grant)
        {
            tries.Resumes.Wrong(address);
            return Problems.Of(caller, StatusCodes.Status422UnprocessableEntity, "wrong-resume");
        }
        return Results.Ok(new JoinAnswer(grant.Participant!.Value.Value, grant.Resume, seals.Seal(grant)));
    }

    private static async Task<IResult> InviteAsync(HttpContext http, string code, Caller caller, InviteRequest request, Door door, Seals seals)
    {
        var (live, instead) = await FindAsync(http, code, caller, door);
        if (live is null) return instead!;
        if (caller.Leads(live.State) is null) return Problems.Of(caller, StatusCodes.Status403Forbidden, "not-allowed");
        if (!Enum.TryParse<Role>(request.Role, ignoreCase: true, out var role) || role == Role.Participant || !Enum.IsDefined(role))
            return Problems.Of(caller, StatusCodes.Status400BadRequest, "bad-request");
        if ((SignInForms.CleanName(request.Name ?? "") ?? (role == Role.Screen ? "screen" : null)) is not { } name)
            return Problems.Of(caller, StatusCodes.Status422UnprocessableEntity, "name-missing");
        return Results.Ok(new TokenAnswer(seals.Seal(new Grant(live.State.Id, role, null, name))));
    }

    private static async Task<IResult> DoAsync(HttpContext http, string code, Caller caller, string? hat, Door door, IWorkshopDesk desk, TimeProvider time)
    {
        var (live, instead) = await FindAsync(http, code, caller, door);
        if (live is null) return instead!;
        if (caller.Speaks(live.State, hat) is not { } actor) return Problems.Of(caller, StatusCodes.Status403Forbidden, "not-allowed");
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > 0 && KeyOf(http) is null) return Problems.Of(caller, StatusCodes.Status400BadRequest, "bad-request");
        var body = await ReadBodyAsync(http.Request.BodyReader, http.RequestAborted);
        if (!CommandCodec.TryRead(body, out var command, out var fault)) return Problems.Of(caller, fault);
        var answer = await desk.SubmitAsync(live.State.Id, new Envelope(KeyOf(http) ?? Draws.Command(), actor, time.GetUtcNow(), command), http.RequestAborted);
        return answer.Refusal is { } refusal ? Problems.Of(caller, refusal, live.Pack) : Results.Ok(new DoneAnswer(answer.Version));
    }

    private static async Task<IResult> ReadAsync(
        HttpContext http, string code, Caller caller, string? hat, long? after, double? wait, Door door, IWorkshopDesk desk, TimeProvider time)
    {
        var (live, instead) = await FindAsync(http, code, caller, door);
        if (live is null) return instead!;
        if (RoleOf(caller, live, hat) is not { } role) return Problems.Of(caller, StatusCodes.Status403Forbidden, "not-allowed");
        if (after is { } seen && live.Version <= seen)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
            patience.CancelAfter(TimeSpan.FromSeconds(double.IsFinite(wait ?? 0) ? Math.Clamp(wait ?? 0, 0.001, LongestWait.TotalSeconds) : 0.001));
            try
            {
                await foreach (var newer in desk.FollowAsync(live.State.Id, patience.Token))
                    if ((live = newer).Version > seen) break;
            }
            catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested) { }
            if (live.Version <= seen) return Results.NoContent();
        }
        if (Stage.ViewerOf(caller, live, role) is not { } viewer) return Problems.Of(caller, StatusCodes.Status403Forbidden, "not-allowed");
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ETag = $"\"{live.Version.ToString(CultureInfo.InvariantCulture)}\"";
        http.Response.ContentType = "application/json; charset=utf-8";
        Visible.Write(http.Response.BodyWriter, viewer, live, time.GetUtcNow());
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        return Results.Empty;
    }

    private static async Task<IResult> ReportAsync(HttpContext http, string code, Caller caller, Door door, WorkshopFacts facts)
    {
        var (live, instead) = await FindAsync(http, code, caller, door);
        if (live is null) return instead!;
        if (RoleOf(caller, live, null) is not { } role) return Problems.Of(caller, StatusCodes.Status403Forbidden, "not-allowed");
        if (!ReportPages.MayRead(role, live.State)) return Problems.Of(caller, StatusCodes.Status403Forbidden, "report-not-yet");
        var report = ReportWriter.Write(await facts.ReadAsync(live.State.Id, http.RequestAborted), live.Pack);
        return Results.Text(JsonSerializer.Serialize(report, WireJson.Stored), "application/json", Encoding.UTF8);
    }

    private static async Task<IResult> JournalAsync(HttpContext http, string code, Caller caller, Door door, Journal.IJournal journal)
    {
        var (live, instead) = await FindAsync(http, code, caller, door);
        if (live is null) return instead!;
        if (caller.Leads(live.State) is null) return Problems.Of(caller, StatusCodes.Status403Forbidden, "not-allowed");
        var workshop = live.State.Id;
        return Results.Stream(to => Journal.Exchange.PortableFile.ExportAsync(journal, workshop, to, http.RequestAborted), "application/x-ndjson", $"{workshop}.jsonl");
    }

    private static async Task<(LiveWorkshop? Live, IResult? Instead)> FindAsync(HttpContext http, string code, Caller caller, Door door)
    {
        if (Draws.ReadCode(code) is not { } workshop) return (null, Problems.Of(caller, StatusCodes.Status404NotFound, "no-such-workshop"));
        var (live, wait) = await door.FindAsync(http, caller, workshop);
        if (wait > TimeSpan.Zero) return (null, Trouble.Wait(http, caller, "too-many-guesses", wait));
        return live is null ? (null, Problems.Of(caller, StatusCodes.Status404NotFound, "no-such-workshop")) : (live, null);
    }

    /// <summary>The role that a caller reads in: the one asked for, else the first they have.</summary>
    private static Role? RoleOf(Caller caller, LiveWorkshop live, string? hat)
    {
        Role[] wanted = Enum.TryParse<Role>(hat, ignoreCase: true, out var one) ? [one] : [Role.Participant, Role.Facilitator, Role.Observer, Role.Screen];
        foreach (var role in wanted)
            if (Stage.ViewerOf(caller, live, role) is not null) return role;
        return null;
    }

    private static PlayMode? ModeOf(string? mode) => mode switch
    {
        null or "" or "full" => PlayMode.Full,
        "brief" => PlayMode.Brief,
        "solo" => PlayMode.Solo,
        _ => null,
    };

    private static CommandId? KeyOf(HttpContext http) => FormAnswer.ReadId(http.Request.Headers["Idempotency-Key"].ToString());

    private static async Task<byte[]> ReadBodyAsync(PipeReader reader, CancellationToken cancel)
    {
        using var memory = new MemoryStream();
        await reader.CopyToAsync(memory, cancel); // the server's limit of size holds while it reads
        return memory.ToArray();
    }
}
