using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using TousRisques.Domain.Workshops;
using TousRisques.Web.Access;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Live;

/// <summary>The address of living parts: <c>/w/{code}/live?view=…&amp;v=…</c> (docs/forms.md).</summary>
public sealed class LiveLine : IPage
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1.5);

    // A page may have been drawn a little before its line opens, or its last event sent long before the line broke.
    private static readonly TimeSpan PageAge = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/w/{code}/live", LookAsync).ExcludeFromDescription();

    /// <summary>The roles in which a view is looked at, the one that sees most first.</summary>
    private static Role[] RolesOf(string view) => view switch
    {
        "play" => [Role.Participant],
        "screen" => [Role.Screen],
        _ => [Role.Facilitator, Role.Observer],
    };

    private static Viewer? ViewerOf(Caller caller, Sessions.LiveWorkshop live, Role[] roles)
    {
        foreach (var role in roles)
            if (Stage.ViewerOf(caller, live, role) is { } viewer) return viewer;
        return null;
    }

    private static async Task<IResult> LookAsync(
        HttpContext http, string code, string view, string? v, Caller caller, Door door, LiveRooms rooms, IHostApplicationLifetime life, TimeProvider time)
    {
        if (Draws.ReadCode(code) is not { } workshop) return Results.NotFound();
        LivePart[] parts = [.. WebRoom.Parts.Where(p => p.View == view)];
        if (parts.Length == 0) return Results.NotFound();
        var (live, wait) = await door.FindAsync(http, caller, workshop);
        if (wait > TimeSpan.Zero) return Trouble.Wait(http, caller, "too-many-guesses", wait);
        if (live is null) return Results.NotFound();
        var roles = RolesOf(view);
        // 204: a browser that gets it does not come back by itself.
        if (ViewerOf(caller, live, roles) is null) return Results.NoContent();

        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        var cancel = end.Token;
        var (seen, since) = Seen(http.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } lastId ? lastId : v, time.GetUtcNow());
        var sent = new Dictionary<LivePart, string>();
        var drawnFrom = new Dictionary<LivePart, object>();
        await using var line = await EventLine.OpenAsync(http, Retry, cancel);
        var moments = rooms.LookAsync(workshop, cancel).GetAsyncEnumerator(cancel);
        var next = moments.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                // A line that has ended must not beat: cancelled delays come at once, and a closed response takes any number of beats.
                using var beat = CancellationTokenSource.CreateLinkedTokenSource(cancel);
                var isNews = await Task.WhenAny(next, Task.Delay(Heartbeat, time, beat.Token)) == next;
                await beat.CancelAsync();
                cancel.ThrowIfCancellationRequested();
                if (!isNews)
                {
                    line.Heartbeat();
                    await line.FlushAsync(cancel);
                    continue;
                }
                if (!await next) break;
                var moment = moments.Current;
                next = moments.MoveNextAsync().AsTask();
                if (ViewerOf(caller, moment.Live, roles) is not { } viewer)
                {
                    line.Bare("gone");
                    await line.FlushAsync(cancel);
                    break;
                }
                // The page just drawn, or the line just broken, showed this very moment: nothing to send yet.
                var known = sent.Count == 0 && drawnFrom.Count == 0 && seen == moment.Live.Version && !Arrived(moment.Live.State, since, moment.Now);
                var id = string.Create(CultureInfo.InvariantCulture, $"{moment.Live.Version}.{moment.Now.ToUnixTimeSeconds()}");
                foreach (var part in parts)
                {
                    if (part.DependsOn is { } dependsOn)
                    {
                        var from = dependsOn(moment.SceneOf(part, viewer));
                        if (drawnFrom.TryGetValue(part, out var last) && last.Equals(from)) continue;
                        drawnFrom[part] = from;
                        if (!known) line.Part(part.Name, await moment.DrawAsync(part, viewer, http.RequestServices), id);
                        continue;
                    }
                    var html = await moment.DrawAsync(part, viewer, http.RequestServices);
                    if (sent.TryGetValue(part, out var before) && before == html) continue;
                    sent[part] = html;
                    if (!known) line.Part(part.Name, html, id);
                }
                await line.FlushAsync(cancel);
            }
        }
        catch (OperationCanceledException) { } // the browser left, or the server stops
        catch (IOException) { }
        finally
        {
            await end.CancelAsync();
            await next.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            await moments.DisposeAsync();
        }
        return Results.Empty;
    }

    /// <summary>The version that a browser has seen, and since when at the latest.</summary>
    private static (long Version, DateTimeOffset Since) Seen(string? id, DateTimeOffset now)
    {
        var parts = (id ?? "").Split('.');
        if (!long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return (-1, now);
        return parts.Length > 1 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at is > 0 and < 253_402_300_799
            ? (version, DateTimeOffset.FromUnixTimeSeconds(at))
            : (version, now - PageAge);
    }

    /// <summary>Whether a message has arrived by the clock alone.</summary>
    private static bool Arrived(Workshop state, DateTimeOffset since, DateTimeOffset now) =>
        state.Messages.Any(m => m.VisibleFrom > m.SentAt && m.VisibleFrom > since && m.VisibleFrom <= now);
}
