using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MailKit.Security;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using TousRisques.Host.Mail;

namespace TousRisques.Web.Tests.Mail;

/// <summary>A real mail server on this machine, which can be shut, be slow, and refuse addresses.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string To, MimeMessage Message)> received = new();
    private CancellationTokenSource? open;
    private Task? running;

    public PostOffice()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Port = ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public int Port { get; }

    /// <summary>Addresses that are refused for good.</summary>
    public HashSet<string> Refused { get; } = [];

    /// <summary>How many messages are still put off with « come back later ».</summary>
    public int PutOff { get; set; }

    /// <summary>How long it takes to accept an address.</summary>
    public TimeSpan Slowness { get; set; }

    /// <summary>What came, in order.</summary>
    public IReadOnlyList<(string To, MimeMessage Message)> Received => [.. received];

    /// <summary>Settings that lead here.</summary>
    public MailSettings Settings => new("127.0.0.1", Port, SecureSocketOptions.StartTlsWhenAvailable, "ateliers@exemple.fr", "https://risques.exemple.fr", null);

    /// <summary>Opens it.</summary>
    public PostOffice Open()
    {
        var services = new ServiceProvider();
        services.Add(new Shelf(this));
        services.Add(new Counter(this));
        var options = new SmtpServerOptionsBuilder().ServerName("poste.exemple.fr").Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))).Build();
        open = new CancellationTokenSource();
        running = new SmtpServer.SmtpServer(options, services).StartAsync(open.Token);
        return this;
    }

    /// <summary>Shuts it.</summary>
    public async Task ShutAsync()
    {
        if (open is null) return;
        await open.CancelAsync();
        await running!.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        open.Dispose();
        open = null;
    }

    /// <summary>Waits until so many messages have come.</summary>
    public Task<IReadOnlyList<(string To, MimeMessage Message)>> WaitAsync(int count) => Soon.UntilAsync(() => Received, r => r.Count >= count);

    public async ValueTask DisposeAsync() => await ShutAsync();

    private sealed class Shelf(PostOffice office) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            if (office.PutOff > 0)
            {
                office.PutOff--;
                return new SmtpResponse((SmtpReplyCode)451, "later");
            }
            using var stream = new MemoryStream(buffer.ToArray());
            var message = await MimeMessage.LoadAsync(stream, cancellationToken);
            foreach (var to in transaction.To) office.received.Enqueue(($"{to.User}@{to.Host}", message));
            return SmtpResponse.Ok;
        }
    }

    private sealed class Counter(PostOffice office) : MailboxFilter
    {
        public override async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken)
        {
            if (office.Slowness > TimeSpan.Zero) await Task.Delay(office.Slowness, cancellationToken);
            return !office.Refused.Contains($"{to.User}@{to.Host}");
        }
    }
}

/// <summary>Waits for what comes soon.</summary>
internal static class Soon
{
    /// <summary>Looks until it is so; fails when it does not come.</summary>
    public static async Task<T> UntilAsync<T>(Func<T> look, Func<T, bool> isSo)
    {
        for (var tries = 0; tries < 1_200; tries++)
        {
            if (look() is var seen && isSo(seen)) return seen;
            await Task.Delay(25);
        }
        Assert.Fail($"It did not come: {look()}");
        return default!;
    }
}
