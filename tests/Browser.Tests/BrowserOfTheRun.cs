using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>Ends the browser with the run.</summary>
public sealed class BrowserOfTheRun : IAsyncLifetime
{
    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Chrome.CloseAsync();
}

/// <summary>A running server for the tests of a class; nothing is started where there is no browser to look at it.</summary>
public sealed class ServerOfTheClass : IAsyncLifetime
{
    /// <summary>The server.</summary>
    public Server Server { get; } = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Chrome.Installed is not null) await Server.StartAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

/// <summary>Tests in a real browser against a real server. Each test opens workshops of its own and closes its devices at the end.</summary>
public abstract class BrowserTest(ServerOfTheClass served) : IClassFixture<ServerOfTheClass>, IAsyncLifetime
{
    private readonly List<Microsoft.Playwright.IBrowserContext> devices = [];

    /// <summary>The server.</summary>
    protected Server Server => served.Server;

    /// <inheritdoc/>
    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Chrome.Installed is null, Chrome.Missing);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var device in devices) await device.CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A facilitator who has come in.</summary>
    protected async Task<Facilitator> FacilitatorAsync(Device? device = null)
    {
        var facilitator = await Facilitator.EnterAsync(Server, device);
        devices.Add(facilitator.Context);
        return facilitator;
    }

    /// <summary>Somebody who joins a workshop.</summary>
    protected async Task<Participant> JoinAsync(Facilitator facilitator, string name, string? table = null, Device? device = null)
    {
        var participant = await Participant.JoinAsync(Server, facilitator.Code, name, table, device);
        devices.Add(participant.Context);
        return participant;
    }

    /// <summary>The projected wall.</summary>
    protected async Task<Microsoft.Playwright.IPage> ProjectAsync(Facilitator facilitator, Device? device = null)
    {
        var page = await facilitator.ProjectAsync(device);
        devices.Add(page.Context);
        return page;
    }

    /// <summary>A device of somebody without any part yet.</summary>
    protected async Task<Microsoft.Playwright.IBrowserContext> DeviceAsync(Device device)
    {
        var context = await Chrome.DeviceAsync(device);
        devices.Add(context);
        return context;
    }
}
