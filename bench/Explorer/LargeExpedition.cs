using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Words;
using TousRisques.Host.Wiring;
using TousRisques.Sessions.Expeditions;

namespace TousRisques.Explorer;

/// <summary>A server of its own on a new data folder, with one public expedition.</summary>
internal sealed class LargeExpedition : IAsyncDisposable
{
    private const int Rounds = 100, Warming = 10;
    private static readonly ExpeditionId Id = new("mesure");
    private readonly WebApplication app;
    private readonly DirectoryInfo folder;
    private readonly HttpClient client;
    private int commands;

    private LargeExpedition(WebApplication app, DirectoryInfo folder) =>
        (this.app, this.folder, client) = (app, folder, new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(2) });

    /// <summary>Starts it.</summary>
    public static async Task<LargeExpedition> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tousrisques-bench-");
        var app = Server.Build(new ServerSettings(new DataFolder(folder), "http://127.0.0.1:0"));
        await app.StartAsync();
        var server = new LargeExpedition(app, folder);
        await server.DoAsync(new OpenExpedition(Id, new Outline("Mesure", "Combien de temps ?", "", Language.French, Public: true, ""), Example: false));
        return server;
    }

    /// <summary>Gives a command in the lead's name.</summary>
    public async Task DoAsync(ExpeditionCommand command, ExpeditionActor? by = null)
    {
        var desk = app.Services.GetRequiredService<IExpeditionDesk>();
        var submission = await desk.SubmitAsync(Id, new(new CommandId($"bench-{++commands}"), by ?? new AccountHolder("ada"), DateTimeOffset.UtcNow, command));
        if (submission.Refusal is { } no) throw new InvalidOperationException($"{command.GetType().Name}: {no}");
    }

    /// <summary>Visits pages in turn, one at a time: from the request to the last byte.</summary>
    public async Task<string> MeasureAsync(string[] paths)
    {
        var times = new List<double>();
        var bytes = 0L;
        for (var i = 0; i < Warming + Rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await client.GetAsync($"/explorer/{Id}/{paths[i % paths.Length]}");
            var body = await answer.Content.ReadAsByteArrayAsync();
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{paths[i % paths.Length]}: {(int)answer.StatusCode}");
            bytes = Math.Max(bytes, body.Length);
            if (i >= Warming) times.Add(clock.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        return $"{times[times.Count / 2]:0.0} ms | {times[(int)(times.Count * 0.95)]:0.0} ms | {times[^1]:0.0} ms | {bytes / 1000.0:0}";
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
