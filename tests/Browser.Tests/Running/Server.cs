using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TousRisques.Browser.Tests.Running;

/// <summary>The real server in a process of its own, on a data folder of its own, so that it can be killed like any process.</summary>
public sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("tousrisques-browser-");
    private readonly int port = FreePort();
    private readonly ConcurrentQueue<string> said = new();
    private Process? process;

    /// <summary>Where it answers, without a slash at the end; the same after a restart.</summary>
    public string Address => $"http://127.0.0.1:{port}";

    /// <summary>The facilitator's one-time link, once started on an empty folder.</summary>
    public string? FirstLink { get; private set; }

    /// <summary>Where it keeps what is its own, packs of the installation among it.</summary>
    public string Data => data.FullName;

    /// <summary>The running process.</summary>
    public Process Process => process ?? throw new InvalidOperationException("The server is not running.");

    /// <summary>Whether it runs.</summary>
    public bool Runs => process is { HasExited: false };

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync()
    {
        if (!File.Exists(Folders.Host)) throw new InvalidOperationException($"The server is not built: {Folders.Host}");
        var start = new ProcessStartInfo("dotnet", [Folders.Host, "--data", data.FullName, "--urls", Address, "--lang", "fr"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = data.FullName,
        };
        start.Environment.Remove("ASPNETCORE_URLS");
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient();
        var until = Stopwatch.StartNew();
        while (!await AnswersAsync(client))
        {
            if (process.HasExited || until.Elapsed > Patience)
                throw new InvalidOperationException($"The server did not start:\n{string.Join('\n', said)}");
            await Task.Delay(10);
        }
    }

    /// <summary>Ends it as a power cut would: SIGKILL, nothing flushed, nothing said.</summary>
    public async Task KillAsync()
    {
        Process.Kill();
        await Process.WaitForExitAsync();
        process = null;
    }

    /// <summary>Waits for the one-time link to be printed.</summary>
    public async Task<string> ReadFirstLinkAsync()
    {
        var until = Stopwatch.StartNew();
        while (FirstLink is null)
        {
            if (until.Elapsed > Patience) throw new InvalidOperationException($"No one-time link was printed:\n{string.Join('\n', said)}");
            await Task.Delay(10);
        }
        return FirstLink;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await KillAsync();
        process?.Dispose();
        try { data.Delete(recursive: true); }
        catch (IOException) { } // the system's temporary folder is swept by others
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        said.Enqueue(line);
        var at = line.IndexOf("/first?k=", StringComparison.Ordinal);
        if (at >= 0) FirstLink = Address + line[at..].Trim();
    }

    private async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(Address + "/"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
