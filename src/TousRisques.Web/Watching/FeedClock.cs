using System.Net.NetworkInformation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TousRisques.Sessions;

namespace TousRisques.Web.Watching;

/// <summary>Reads by the clock the feeds that expeditions follow. Without a network it waits in silence; a feed that fails is noted on its page and not in the log.</summary>
internal sealed class FeedClock(FeedRounds rounds, WatchSettings settings, TimeProvider time, ILogger<FeedClock> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Round, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!NetworkInterface.GetIsNetworkAvailable()) continue;
            try
            {
                await rounds.ReadDueAsync(stoppingToken);
            }
            catch (DeskUnavailableException)
            {
                // The desk tells by itself; the next round comes soon.
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Reading feeds by the clock failed.");
            }
        }
    }
}
