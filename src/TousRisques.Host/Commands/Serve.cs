using System.Net.Sockets;
using TousRisques.Host.Mail;
using TousRisques.Host.Wiring;
using TousRisques.Journal;
using TousRisques.Web;
using TousRisques.Web.Access;
using TousRisques.Web.Hosting;

namespace TousRisques.Host.Commands;

/// <summary>Starts the server and stays until it is stopped.</summary>
internal static class Serve
{
    /// <summary>Exit code of a server that cannot start.</summary>
    public const int CannotStart = 3;

    /// <summary>Runs a server.</summary>
    /// <param name="settings">What it is started with.</param>
    /// <param name="words">Words of the terminal.</param>
    /// <param name="output">The terminal.</param>
    /// <param name="begin">Done once it answers; gives the path to announce.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<int> RunAsync(
        Func<ServerSettings> settings, Words words, TextWriter output, Func<WebApplication, Task<string>> begin, CancellationToken cancel)
    {
        WebApplication app;
        try
        {
            app = Server.Build(settings());
        }
        catch (JournalException e)
        {
            await Console.Error.WriteLineAsync(JournalTroubleWords.Say(e.Trouble, e.Place, words.Language));
            return CannotStart;
        }
        catch (BadMailSettingsException e)
        {
            await Console.Error.WriteLineAsync(words["cli.mail-" + e.Code]);
            return CannotStart;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            await Console.Error.WriteLineAsync(words["cli.no-data", FileTrouble.Why(e, words)]);
            return CannotStart;
        }
        await using (app)
        {
            try
            {
                await app.StartAsync(cancel);
            }
            catch (IOException e) when (e.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
            {
                await Console.Error.WriteLineAsync(words["cli.no-address", e.Message]);
                return CannotStart;
            }
            app.Services.GetRequiredService<RoomAddress>().Told = Announcement.ForPhones(app.Urls);
            var path = await begin(app);
            var facilitators = app.Services.GetRequiredService<Facilitators>();
            Announcement.Write(output, words, app.Urls, path, facilitators.Nobody ? facilitators.NewLink() : null);
            await app.WaitForShutdownAsync(cancel);
        }
        return 0;
    }
}
