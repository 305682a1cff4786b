using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Recommendations;
using TousRisques.Sessions;
using TousRisques.Sessions.Expeditions;

namespace TousRisques.Web.Pages.Agir.Front;

/// <summary>A follow-up that somebody should have recorded.</summary>
/// <param name="Expedition">The expedition.</param>
/// <param name="Recommendation">The recommendation that they answer for.</param>
/// <param name="Appointment">The follow-up.</param>
public sealed record LateFollowUp(Expedition Expedition, Recommendation Recommendation, Appointment Appointment);

/// <summary>Looks through all expeditions for follow-ups that somebody answers for and whose day has passed: told to them where they arrive once they have signed in.</summary>
public sealed class OverdueDesk(IExpeditionDesk desk, TimeProvider time)
{
    /// <summary>Most that are told at once.</summary>
    public const int Most = 8;

    /// <summary>What an account is late with, the longest overdue first. The page that asks opens even when expeditions cannot be read.</summary>
    public async Task<ImmutableArray<LateFollowUp>> OfAsync(string? account, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(account)) return [];
        var now = time.GetUtcNow();
        try
        {
            return [.. (await desk.ListAsync(cancel)).Select(e => e.State).Where(e => e.Charter.People.ContainsKey(account) && e.Charter.EndedAt is null)
                .SelectMany(e => e.Recommendations.OverdueOf(account, now).Select(o => new LateFollowUp(e, o.Recommendation, o.Appointment)))
                .OrderBy(l => l.Appointment.On).Take(Most)];
        }
        catch (Exception e) when (e is DeskUnavailableException or Journal.JournalException)
        {
            return [];
        }
    }
}
