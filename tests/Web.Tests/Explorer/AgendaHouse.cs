using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Host.Mail;
using TousRisques.Web.Agendas;
using TousRisques.Web.Contacts;
using TousRisques.Web.Tests.Hosting;
using TousRisques.Web.Tests.Mail;

namespace TousRisques.Web.Tests.Explorer;

/// <summary>A house with a mail server, a clock that tests set, and logs that are kept.</summary>
public sealed partial class AgendaHouse : IAsyncLifetime
{
    private readonly CookieContainer cookies = new();
    private readonly string folder = Directory.CreateTempSubdirectory("tousrisques-").FullName;

    internal PostOffice Office { get; } = new PostOffice().Open();

    public ShiftedClock Clock { get; } = new();

    public House House { get; private set; } = null!;

    internal LogBook Log { get; private set; } = null!;

    public async ValueTask InitializeAsync() => await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        await Office.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Somebody with an account; signed in once, since that takes its time.</summary>
    public async Task<HttpClient> AdaAsync()
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri(House.Address) };
        if (cookies.Count > 0) return client;
        var secret = House.Services.GetRequiredService<Web.Access.Facilitators>().NewLink();
        await client.PostAsync("/first", Hosting.House.Form(("k", secret), ("name", "Ada"), ("password", "une phrase assez longue")));
        return client;
    }

    /// <summary>Ends the house and starts another one on the same folder.</summary>
    public async Task RestartAsync()
    {
        await House.DisposeAsync();
        await StartAsync();
    }

    /// <summary>The workshop of an address as the server holds it.</summary>
    public async Task<PlannedWorkshop> WorkshopAsync(string card) => (await House.ExpeditionAsync(card)).Agenda.Find(new PlannedWorkshopId(card.Split('/')[4]))!;

    /// <summary>Announces a workshop ten days from now, and gives its address.</summary>
    public async Task<string> AnnounceAsync(HttpClient member, string at, params (string Key, string Value)[] fields)
    {
        var all = new Dictionary<string, string>
        {
            ["title"] = "Crue et cyberattaque", ["scale"] = "territorial", ["pack"] = "seine-maritime", ["place"] = "Salle des fêtes", ["zone"] = "Europe/Paris", ["minutes"] = "150", ["places"] = "2",
            ["open"] = "true", ["language"] = "fr", ["start"] = Typed(Clock.GetUtcNow().AddDays(10)), ["id"] = Web.Access.Draws.Command().Value,
        };
        foreach (var (key, value) in fields) all[key] = value;
        var (to, html) = await member.SendAsync(at + "/workshops", [.. all.Select(f => (f.Key, f.Value))]);
        Assert.True(to.StartsWith(at + "/workshops/", StringComparison.Ordinal) && !to.EndsWith("/new", StringComparison.Ordinal), html);
        return to;
    }

    /// <summary>Signs somebody up as a visitor and gives their personal page.</summary>
    public async Task<string> SignUpAsync(string card, string name, string mail = "", params (string Key, string Value)[] more)
    {
        var answer = await House.Client.PostAsync(card + "/sign-up", House.Form([("name", name), ("mail", mail), ("consent", "true"), ("id", Web.Access.Draws.Command().Value), .. more]));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var to = answer.Headers.Location!.ToString();
        Assert.Contains("/workshops/s/", to, StringComparison.Ordinal);
        return to;
    }

    /// <summary>An hour of Paris as a browser sends it.</summary>
    public static string Typed(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, AgendaTime.Find("Europe/Paris")!).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    /// <summary>Lets the house do what is due by the clock.</summary>
    public Task TickAsync() => House.Services.GetRequiredService<AgendaClock>().RunAsync(CancellationToken.None);

    /// <summary>The person behind a personal page.</summary>
    public Contact? PersonOf(string page) => House.Services.GetRequiredService<IContacts>().Find(new ContactId(Secret().Match(page).Groups[1].Value));

    /// <summary>The data folder.</summary>
    public string Folder => folder;

    private async Task StartAsync()
    {
        Log = new LogBook(Path.Combine(folder, "log.txt"));
        House = new House
        {
            Folder = folder,
            KeepFolder = true,
            Mail = Office.Settings,
            Clock = Clock,
            More = b =>
            {
                b.Services.AddSingleton(new PostmanPace { First = TimeSpan.FromMilliseconds(50), Longest = TimeSpan.FromMilliseconds(200) });
                b.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Information);
            },
        };
        await House.InitializeAsync();
    }

    [GeneratedRegex("/s/(s[0-9a-f]+)-")]
    private static partial Regex Secret();
}
