using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Data.Sqlite;

namespace TousRisques.Host.Mail;

/// <summary>How patient the postman is.</summary>
internal sealed record PostmanPace
{
    /// <summary>Time before the second try; each later one waits four times longer.</summary>
    public TimeSpan First { get; init; } = TimeSpan.FromMinutes(1);
    /// <summary>Longest time between two tries.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(4);
    /// <summary>How old a letter grows before it is given up [RFC5321, 4.5.4.1].</summary>
    public TimeSpan GiveUp { get; init; } = TimeSpan.FromDays(4);
    /// <summary>How long the mail server may take to answer. Long, since a letter whose answer was not waited for is sent twice.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait after so many tries.</summary>
    public TimeSpan After(int tries) => First * Math.Pow(4, Math.Clamp(tries, 1, 10) - 1) is var wait && wait < Longest ? wait : Longest;
}

/// <summary>
/// Carries letters to the mail server, the oldest first, as soon as they are posted. A letter leaves at least once: if this process ends between the server's yes and our
/// writing it down, it leaves again under the same Message-ID. Logs tell letters by their ids and answers by their numbers: servers repeat addresses in what they say.
/// </summary>
internal sealed class Postman(SqliteOutbox outbox, MailSettings settings, PostmanPace pace, TimeProvider time, ILogger<Postman> log) : BackgroundService
{
    private const int Round = 50;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var misses = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                misses = await RoundAsync(stoppingToken) ? 0 : misses + 1;
                outbox.DownSince = misses == 0 ? null : outbox.DownSince ?? time.GetUtcNow();
                if (misses > 0) await Task.Delay(pace.After(misses), time, stoppingToken);
                else await WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
            catch (Exception e) when (e is SqliteException or IOException)
            {
                log.LogError("The outbox cannot be read or written: {Kind}.", e.GetType().Name);
                await Task.Delay(pace.After(++misses), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Carries what is due; false when the mail server was not there, or left in the middle.</summary>
    private async Task<bool> RoundAsync(CancellationToken cancel)
    {
        while (outbox.Due(Round) is { Count: > 0 } due)
        {
            using var client = new SmtpClient { Timeout = (int)pace.Patience.TotalMilliseconds, LocalDomain = Envelopes.DomainOf(settings.From), CheckCertificateRevocation = false };
            try
            {
                await client.ConnectAsync(settings.Host, settings.Port, settings.Security, cancel);
                if (settings.Login is { } login) await client.AuthenticateAsync(login, cancel);
            }
            catch (Exception e) when (IsTrouble(e, cancel))
            {
                log.LogWarning("The mail server was not reached: {Kind}. {Count} letters wait.", e.GetType().Name, due.Count);
                GiveUpOld(due);
                return false;
            }
            foreach (var letter in due)
                if (!await CarryAsync(client, letter, cancel)) return false;
            await client.DisconnectAsync(quit: true, cancel);
        }
        return true;
    }

    /// <summary>Carries one letter; false when the line is of no use any more.</summary>
    private async Task<bool> CarryAsync(SmtpClient client, DueLetter due, CancellationToken cancel)
    {
        try
        {
            await client.SendAsync(Envelopes.Of(due, settings, time.GetUtcNow()), cancel);
            outbox.Leave(due.Letter.Id);
            return true;
        }
        catch (SmtpCommandException e) when (e.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted && (int)e.StatusCode >= 500)
        {
            log.LogWarning("A letter was refused for good: {Letter}, {Answer}.", due.Letter.Id, (int)e.StatusCode);
            outbox.GiveUp(due.Letter.Id, (int)e.StatusCode);
        }
        catch (SmtpCommandException e)
        {
            PutOff(due, (int)e.StatusCode);
        }
        catch (NotSupportedException) // an address in letters that this mail server does not know
        {
            log.LogWarning("A letter cannot be written for this mail server: {Letter}.", due.Letter.Id);
            outbox.GiveUp(due.Letter.Id, 0);
        }
        catch (Exception e) when (IsTrouble(e, cancel))
        {
            PutOff(due, 0);
            return false;
        }
        return client.IsConnected;
    }

    private void PutOff(DueLetter due, int answer)
    {
        log.LogWarning("A letter waits: {Letter}, {Answer}, tried {Tries} times.", due.Letter.Id, answer, due.Tries + 1);
        if (IsOld(due)) outbox.GiveUp(due.Letter.Id, answer);
        else outbox.PutOff(due.Letter.Id, time.GetUtcNow() + pace.After(due.Tries + 1), answer);
    }

    private void GiveUpOld(IReadOnlyList<DueLetter> due)
    {
        foreach (var letter in due.Where(IsOld)) outbox.GiveUp(letter.Letter.Id, 0);
    }

    private bool IsOld(DueLetter due) => time.GetUtcNow() - due.QueuedAt >= pace.GiveUp;

    /// <summary>Waits until something is posted or due.</summary>
    private async Task WaitAsync(CancellationToken cancel)
    {
        var wait = outbox.NextDue() is { } next ? next - time.GetUtcNow() : pace.Longest;
        if (wait <= TimeSpan.Zero) return;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var due = Task.Delay(wait < pace.Longest ? wait : pace.Longest, time, enough.Token);
        var posted = outbox.Posted.WaitToReadAsync(enough.Token).AsTask();
        await Task.WhenAny(due, posted);
        outbox.Posted.TryRead(out _);
        await enough.CancelAsync();
    }

    private static bool IsTrouble(Exception e, CancellationToken cancel) => e switch
    {
        OperationCanceledException => !cancel.IsCancellationRequested,
        SocketException or IOException or TimeoutException or ProtocolException or CommandException or AuthenticationException or SslHandshakeException or ServiceNotConnectedException
            or ServiceNotAuthenticatedException => true,
        NotSupportedException => true, // the server does not know how to cipher, or none of the ways to sign in
        _ => false,
    };
}
