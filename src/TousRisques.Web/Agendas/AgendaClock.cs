using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Domain.Words;
using TousRisques.Sessions;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Contacts;
using TousRisques.Web.Mail;

namespace TousRisques.Web.Agendas;

/// <summary>
/// What the house does by the clock for workshops to come: reminds people, tells what a crash kept from being told, forgets people three months after their workshop, and
/// puts contacts and facts in agreement again.
/// </summary>
public sealed class AgendaClock(IExpeditionDesk desk, IContacts contacts, IOutbox outbox, AgendaMail mail, SignUps signUps, TimeProvider time, ILogger<AgendaClock> log) : BackgroundService
{
    /// <summary>How long after a workshop the people who signed up for it are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(30), Sweeping = TimeSpan.FromHours(1), Warming = TimeSpan.FromSeconds(5);

    private DateTimeOffset? sweptAt;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Warming, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
            catch (Exception e) when (e is DeskUnavailableException or System.Data.Common.DbException or IOException)
            {
                log.LogWarning("The agenda's clock stands still for now: {Kind}.", e.GetType().Name);
            }
            await Task.Delay(Tick, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Does what is due now.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var sweeps = sweptAt is not { } last || now - last >= Sweeping;
        foreach (var live in await desk.ListAsync(cancel))
        {
            if (outbox.IsOpen && live.State.Charter.EndedAt is null) await RemindAsync(live.State, now, cancel);
            if (!sweeps) continue;
            foreach (var w in live.State.Agenda.Workshops.Values.Where(w => w.Announcement.End > now)) mail.Tell(live.State, w.Id, now - AgendaMail.Fresh);
            await SweepAsync(live, now, cancel);
        }
        if (sweeps) sweptAt = now;
    }

    /// <summary>The letters first, the fact then: a crash between them posts the same letters again, and each goes once.</summary>
    private async Task RemindAsync(Expedition expedition, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var w in expedition.Agenda.Next(now))
            foreach (var kind in Enum.GetValues<ReminderKind>())
                if (w.IsDue(kind, now))
                {
                    mail.Remind(expedition, w, kind);
                    await desk.SubmitAsync(expedition.Id, new ExpeditionEnvelope(new CommandId($"remind-{w.Id}-{kind}-{w.Announcement.Start.UtcTicks}"), new TheHouse(), now, new NoteReminder(w.Id, kind)), cancel);
                }
    }

    private async Task SweepAsync(LiveExpedition live, DateTimeOffset now, CancellationToken cancel)
    {
        var (agenda, people) = (live.State.Agenda, contacts.List(live.State.Id, ContactKind.SignUp));
        // Not the newest: who is just signing up is a person already and not yet a number.
        var gone = people.Where(p => now - p.MadeAt > Sweeping && (agenda.Find(new SignUpId(p.Id.Value)) is not { } w || now - w.Announcement.End > Kept)).Select(p => p.Id).ToList();
        var known = people.Select(p => p.Id.Value).ToHashSet(StringComparer.Ordinal);
        gone.AddRange(agenda.Workshops.Values.SelectMany(w => w.SignUps).Where(s => !s.Erased && now - s.At > Sweeping && !known.Contains(s.Id.Value)).Select(s => new ContactId(s.Id.Value)));
        if (gone.Count == 0 || (live.State.Charter.EndedAt is not null && !gone.Exists(g => known.Contains(g.Value)))) return;
        await signUps.EraseAsync(live, gone, new TheHouse(), cancel);
    }
}
