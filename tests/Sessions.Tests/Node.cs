using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TousRisques.Analysis;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal;
using TousRisques.Journal.Packs;
using TousRisques.Sessions.Packs;
using TousRisques.Testing;

namespace TousRisques.Sessions.Tests;

/// <summary>A silo with a desk, on a journal of the test's choice and the small pack.</summary>
public sealed class Node(IJournal journal) : IAsyncDisposable
{
    private IHost host = null!;

    public static readonly DateTimeOffset Noon = new(2026, 11, 5, 12, 0, 0, TimeSpan.Zero);

    public IWorkshopDesk Desk => host.Services.GetRequiredService<IWorkshopDesk>();

    public IServiceProvider Services => host.Services;

    public async Task<Node> StartAsync()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(journal);
        builder.Services.AddSingleton<IModel, Model>();
        builder.Services.AddSingleton<PackRead>(_ => _ => SmallPack.Pack);
        builder.Services.AddSessions();
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort(), gatewayPort: 0));
        host = builder.Build();
        await host.StartAsync();
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    /// <summary>Opens a workshop on the small pack.</summary>
    public async Task<WorkshopId> OpenAsync(string code = "BCDFGH")
    {
        var digest = await Services.GetRequiredService<PackLibrary>().KeepAsync([new PackFile("pack.yaml", "valmaree")], Noon);
        var script = ScriptCompiler.Compile(SmallPack.Pack, digest, PlayMode.Full);
        var workshop = new WorkshopId(code);
        var answer = await Desk.SubmitAsync(workshop, new Envelope(
            new CommandId("open"), new FacilitatorActor("Ada"), Noon, new OpenWorkshop(workshop, script, "", "", ["A", "B"], "Ada", false)));
        Assert.Null(answer.Refusal);
        return workshop;
    }

    public Task<Submission> SayAsync(WorkshopId workshop, string id, WorkshopCommand command, Actor? by = null) =>
        Desk.SubmitAsync(workshop, new Envelope(new CommandId(id), by ?? new FacilitatorActor("Ada"), Noon, command));

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
