using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Orleans.Configuration;
using TousRisques.Analysis;
using TousRisques.Formats.Packs;
using TousRisques.Host.Accounts;
using TousRisques.Host.Contacts;
using TousRisques.Host.Figures;
using TousRisques.Host.Mail;
using TousRisques.Journal;
using TousRisques.Journal.Sqlite;
using TousRisques.Sessions;
using TousRisques.Sessions.Packs;
using TousRisques.Web;
using TousRisques.Web.Access;
using TousRisques.Web.Contacts;
using TousRisques.Web.Expeditions.Example;
using TousRisques.Web.Mail;
using TousRisques.Web.Notebooks;
using TousRisques.Web.Packs;

namespace TousRisques.Host.Wiring;

/// <summary>What a server is started with.</summary>
/// <param name="Data">Its data folder.</param>
/// <param name="Urls">Addresses to listen on, separated by semicolons.</param>
/// <param name="BehindProxy">
/// Whether a reverse proxy on this machine stands in front: callers' addresses and the scheme are then taken from its headers. Without a
/// proxy anybody could write these headers, so they are passed over unless asked for.
/// </param>
/// <param name="Example">Whether the shipped example expedition is taken in when it is not there.</param>
/// <param name="Mail">How mail leaves the house, or null when it does not.</param>
internal sealed record ServerSettings(DataFolder Data, string Urls, bool BehindProxy = false, bool Example = false, MailSettings? Mail = null);

/// <summary>Wires the rooms of the house into one server.</summary>
internal static class Server
{
    /// <summary>Builds a server; the caller starts it.</summary>
    /// <exception cref="JournalException">The journal cannot be opened; its trouble says why.</exception>
    public static WebApplication Build(ServerSettings settings, Action<WebApplicationBuilder>? more = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "tousrisques", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(settings.Urls.Split(';'));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // says at each first start that keys lie unencrypted: they do, in a folder of their owner
        // What the silo cannot do, the desk says to callers as "unavailable"; its own log tells of retries and, when stopping, of every line that closes.
        builder.Logging.AddFilter("Orleans", LogLevel.Critical);
        builder.Logging.AddFilter("Polly", LogLevel.Critical);

        var data = settings.Data;
        var services = builder.Services;
        var journal = SqliteJournal.Open(new SqliteJournalOptions { Path = data.Journal });
        InstalledPacks.ClearLeftovers(data.Packs); // the journal is ours alone, so nobody else installs into this folder now
        services.AddSingleton<IJournal>(_ => journal); // handed out by a factory, so that the container closes it at the end
        services.AddSingleton<IModel, Model>();
        services.AddSingleton<PackRead>(_ => files => PackReader.Read(new PackFiles(files.Select(f => new PackFile(f.Name, f.Content)))).Pack);
        services.AddSingleton<IAccounts>(new SqliteAccounts(data.Access));
        var people = new ContactsFile(data.Contacts);
        services.AddSingleton(_ => people); // likewise closed by the container
        services.AddSingleton<IContacts, SqliteContacts>();
        services.AddSingleton<IFigures>(new FigureFolder(data.Figures));
        services.AddSingleton(s => new SqliteOutbox(people, settings.Mail, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IOutbox>(s => s.GetRequiredService<SqliteOutbox>());
        if (settings.Mail is { } mail) services.AddSingleton(mail).AddSingleton(new PostmanPace()).AddHostedService<Postman>();
        services.AddSingleton(data.ReadResumeSecret());
        services.AddSingleton(data.Packs);
        services.AddSingleton(new ExampleFolder(settings.Example ? DataFolder.Example : null));
        services.AddDataProtection().SetApplicationName("tousrisques").PersistKeysToFileSystem(new DirectoryInfo(data.Keys));
        services.AddHostedService<Settling>();
        services.AddSessions();
        services.AddWeb();
        builder.UseOrleans(Silo);
        more?.Invoke(builder);

        var app = builder.Build();
        if (settings.BehindProxy)
            app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost });
        app.MapWeb();
        return app;
    }

    /// <summary>One silo in this process, on loopback. When one machine is too small, other clustering goes here and nothing else changes.</summary>
    private static void Silo(ISiloBuilder silo)
    {
        silo.UseLocalhostClustering(siloPort: FreePort(), gatewayPort: 0);
        silo.Configure<SiloOptions>(o => o.SiloName = "tousrisques");
        // Caches of where grains are, on the one machine where all of them are; the usual million of places is 19 MB for two of them.
        silo.Configure<GrainDirectoryOptions>(o => o.CacheSize = 1_000);
        silo.Configure<GrainCollectionOptions>(o => o.CollectionAge = TimeSpan.FromMinutes(15));
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
