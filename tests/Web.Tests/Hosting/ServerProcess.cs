using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace TousRisques.Web.Tests.Hosting;

/// <summary>The real executable in a process of its own, which can be killed without warning.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource<string> link = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(string data, int port)
    {
        Address = $"http://127.0.0.1:{port}";
        process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "tousrisques.dll"), "--data", data, "--urls", Address, "--lang", "fr" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } said && Link().Match(said) is { Success: true } match) link.TrySetResult(match.Groups[1].Value);
        };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Address { get; }

    /// <summary>Secret of the one-time link that the server printed.</summary>
    public Task<string> LinkAsync() => link.Task.WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>Starts a server and waits until it answers.</summary>
    public static async Task<ServerProcess> StartAsync(string data, int port)
    {
        var server = new ServerProcess(data, port);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var tries = 0; tries < 600; tries++)
        {
            if (server.process.HasExited) throw new InvalidOperationException($"The server ended with {server.process.ExitCode}.");
            try
            {
                if ((await http.GetAsync(server.Address + "/health/ready")).IsSuccessStatusCode) return server;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException) { }
            await Task.Delay(100);
        }
        throw new TimeoutException("The server does not answer.");
    }

    /// <summary>Ends it at once, as a power cut would: nothing is flushed, nobody is told (SIGKILL).</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    [GeneratedRegex(@"/first\?k=([0-9a-f]{32})")]
    private static partial Regex Link();
}
