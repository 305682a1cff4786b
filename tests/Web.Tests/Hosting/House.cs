using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Host.Mail;
using TousRisques.Host.Wiring;
using TousRisques.Journal.Json;
using TousRisques.Web.Access;

namespace TousRisques.Web.Tests.Hosting;

/// <summary>A whole house in this process: real rooms, real SQLite on a folder of its own, real sockets.</summary>
public sealed class House : IAsyncLifetime
{
    private WebApplication app = null!;

    /// <summary>Its data folder; deleted with it unless it is to be kept.</summary>
    public string Folder { get; init; } = Directory.CreateTempSubdirectory("tousrisques-").FullName;

    /// <summary>Whether the folder outlives the house.</summary>
    public bool KeepFolder { get; init; }

    /// <summary>Limits; wide by default, since all tests come from one address.</summary>
    public TryLimits Limits { get; init; } = new()
    {
        Codes = Wide,
        Resumes = Wide,
        SignIns = Wide,
        Demos = Wide,
        Contributions = Wide,
        LiveDemos = 100,
    };

    /// <summary>How much the stress bench computes; null for the usual.</summary>
    public Analysis.Stress.StressSettings? Stress { get; init; }

    /// <summary>Whether the example expedition is shipped with it.</summary>
    public bool Example { get; init; }

    /// <summary>Whether callers' addresses are taken from the headers of a proxy.</summary>
    public bool BehindProxy { get; init; }

    /// <summary>How many questions may wait at the stress bench; null for the usual.</summary>
    public int? BenchQueue { get; init; }

    /// <summary>How feeds are read; null for the usual.</summary>
    public Web.Watching.WatchSettings? Watch { get; init; }

    /// <summary>How mail leaves the house; null when it does not.</summary>
    internal MailSettings? Mail { get; init; }

    /// <summary>Its clock, when a test sets it; null for the machine's.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>More services, or others.</summary>
    public Action<WebApplicationBuilder>? More { get; init; }

    private static GuessLimits Wide => new(100_000, TimeSpan.FromSeconds(1), 100_000, TimeSpan.FromSeconds(1), 100_000);

    public string Address { get; private set; } = "";

    public IServiceProvider Services => app.Services;

    /// <summary>A client without cookies or token, that follows no redirect.</summary>
    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        app = Server.Build(new ServerSettings(new DataFolder(new DirectoryInfo(Folder)), "http://127.0.0.1:0", BehindProxy, Example, Mail), b =>
        {
            b.Services.AddSingleton(Limits);
            if (Watch is { } watch) b.Services.AddSingleton(watch);
            if (Clock is { } clock) b.Services.AddSingleton(clock);
            More?.Invoke(b);
            if (Stress is { } bench) b.Services.AddSingleton(bench);
            if (BenchQueue is { } waiting) b.Services.AddSingleton(s => new Web.Stress.StressAsks(s.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>()) { MostWaiting = waiting });
        });
        await app.StartAsync();
        Address = app.Urls.First();
        Client = NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (!KeepFolder) Directory.Delete(Folder, recursive: true);
    }

    public HttpClient NewClient(bool cookies = false) => new(new SocketsHttpHandler { UseCookies = cookies, AllowAutoRedirect = false })
    {
        BaseAddress = new Uri(Address),
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>A facilitator's account, signed in with cookies.</summary>
    public async Task<HttpClient> FacilitatorAsync(string name = "Ada")
    {
        var client = NewClient(cookies: true);
        var secret = Services.GetRequiredService<Facilitators>().NewLink();
        var answer = await client.PostAsync("/first", Form(("k", secret), ("name", name), ("password", "une phrase assez longue")));
        Assert.Equal(303, (int)answer.StatusCode);
        return client;
    }

    /// <summary>A workshop on the shipped pack, opened by a new account.</summary>
    public async Task<Room> OpenAsync(string mode = "full", params string[] tables)
    {
        using var facilitator = await FacilitatorAsync("F" + Guid.NewGuid().ToString("n")[..8]);
        var answer = await facilitator.PostAsJsonAsync("/api/v1/workshops", new { pack = "seine-maritime", mode, tables = tables.Length == 0 ? ["A", "B"] : tables });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var opened = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        return new Room(this, (string)opened["code"]!, (string)opened["token"]!);
    }

    public static FormUrlEncodedContent Form(params (string Key, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Key, f.Value)));
}

/// <summary>A workshop of a house, with its facilitator's token.</summary>
public sealed record Room(House House, string Code, string Token)
{
    /// <summary>Somebody new in the room.</summary>
    public async Task<(string Id, string Token, string Resume)> JoinAsync(string name, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workshops/{Code}/participants") { Content = JsonContent.Create(new { name, showName = false }) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        var answer = await House.Client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == 201, body);
        var joined = JsonNode.Parse(body)!;
        return ((string)joined["participant"]!, (string)joined["token"]!, (string)joined["resume"]!);
    }

    /// <summary>Gives a command and takes whatever comes.</summary>
    public async Task<(int Status, JsonNode? Body)> TryAsync(WorkshopCommand command, string? token = null, string? key = null)
    {
        using var content = new ByteArrayContent(CommandCodec.Write(command)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workshops/{Code}/commands") { Content = content };
        request.Headers.Authorization = new("Bearer", token ?? Token);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        var answer = await House.Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    /// <summary>Gives a command that must be taken.</summary>
    public async Task<long> DoAsync(WorkshopCommand command, string? token = null, string? key = null)
    {
        var (status, body) = await TryAsync(command, token, key);
        Assert.True(status == 200, $"{command}: {body}");
        return (long)body!["version"]!;
    }

    /// <summary>Reads the workshop as somebody sees it.</summary>
    public async Task<JsonNode> ReadAsync(string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/workshops/{Code}");
        request.Headers.Authorization = new("Bearer", token ?? Token);
        var answer = await House.Client.SendAsync(request);
        Assert.Equal(200, (int)answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    /// <summary>The workshop as the server holds it.</summary>
    public async Task<Sessions.LiveWorkshop> LiveAsync() =>
        (await House.Services.GetRequiredService<Sessions.IWorkshopDesk>().ReadAsync(new WorkshopId(Code)))!;
}
