using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Words;

namespace TousRisques.Web.Access;

/// <summary>An account's session, as sealed in its cookie or token.</summary>
/// <param name="Account">Account name.</param>
/// <param name="Stamp">Changes with the password, which ends every session opened with the one before.</param>
public sealed record Session(string Account, string Stamp);

/// <summary>An invitation to take a role in a workshop, as sealed in its link.</summary>
/// <param name="Workshop">The workshop.</param>
/// <param name="Role">The role.</param>
/// <param name="Name">The name of whoever takes it up, or empty when they give their own.</param>
/// <param name="Issued">When it was made; the default when that is not known.</param>
public sealed record Invitation(WorkshopId Workshop, Role Role, string Name = "", DateTimeOffset Issued = default)
{
    /// <summary>Whether it has been taken back.</summary>
    public bool IsRevoked(Domain.Workshops.Workshop workshop) => Grant.AccessOf(Role) is { } access && workshop.IsRevoked(access, Issued);
}

/// <summary>An invitation to take a part in an expedition, as sealed in its link.</summary>
/// <param name="Expedition">The expedition.</param>
/// <param name="Part">The part that it gives.</param>
/// <param name="Issued">When it was made; the default when it is being made.</param>
public sealed record PartInvitation(ExpeditionId Expedition, Standing Part, DateTimeOffset Issued = default)
{
    /// <summary>Whether it has been taken back.</summary>
    public bool IsRevoked(Expedition expedition) => Issued <= expedition.Charter.InvitationsFrom;
}

/// <summary>
/// Seals what callers carry, so that nobody can make one or change one: cookies, bearer tokens, invitation links. Sealed things
/// expire, and a seal made for one use opens for no other. The keys are in the data folder (ASP.NET Core data protection).
/// </summary>
public sealed class Seals(IDataProtectionProvider provider, TimeProvider time)
{
    /// <summary>How long a part in a workshop is kept on a device: a workshop may go on another week.</summary>
    public static readonly TimeSpan GrantLife = TimeSpan.FromDays(14);

    /// <summary>How long a facilitator stays signed in.</summary>
    public static readonly TimeSpan SessionLife = TimeSpan.FromDays(7);

    /// <summary>How long an invitation may be taken up.</summary>
    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(2);

    /// <summary>How long an invitation to an expedition may be taken up: it goes out by mail, to people who are not in the room.</summary>
    public static readonly TimeSpan PartInvitationLife = TimeSpan.FromDays(7);

    private readonly ITimeLimitedDataProtector grants = provider.CreateProtector("grant.1").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector sessions = provider.CreateProtector("session.1").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector invitations = provider.CreateProtector("invitation.1").ToTimeLimitedDataProtector();

    private readonly ITimeLimitedDataProtector parts = provider.CreateProtector("part-invitation.1").ToTimeLimitedDataProtector();

    /// <summary>Seals a grant, with when it was handed out: now, unless it says so itself.</summary>
    public string Seal(Grant grant, TimeSpan? life = null) =>
        grants.Protect(Write([grant.Workshop.Value, grant.Role.ToString(), grant.Participant?.Value ?? "", grant.Name, grant.Resume ?? "", Ticks(grant.Issued)]), life ?? GrantLife);

    /// <summary>Seals a session.</summary>
    public string Seal(Session session, TimeSpan? life = null) => sessions.Protect(Write([session.Account, session.Stamp]), life ?? SessionLife);

    /// <summary>Seals an invitation.</summary>
    public string Seal(Invitation invitation, TimeSpan? life = null) =>
        invitations.Protect(Write([invitation.Workshop.Value, invitation.Role.ToString(), invitation.Name, Ticks(invitation.Issued)]), life ?? InvitationLife);

    /// <summary>Seals an invitation to an expedition.</summary>
    public string Seal(PartInvitation invitation, TimeSpan? life = null) =>
        parts.Protect(Write([invitation.Expedition.Value, invitation.Part.ToString(), Ticks(invitation.Issued)]), life ?? PartInvitationLife);

    /// <summary>Opens a grant; null when it is no grant of ours, was changed, or has expired.</summary>
    public Grant? OpenGrant(string? seal) =>
        Open(grants, seal) is [var workshop, var role, var participant, var name, var resume, .. var issued] && Enum.TryParse<Role>(role, out var r)
            ? new Grant(new WorkshopId(workshop), r, participant.Length == 0 ? null : new ParticipantId(participant), name, resume.Length == 0 ? null : resume, Instant(issued))
            : null;

    /// <summary>Opens a session; null likewise.</summary>
    public Session? OpenSession(string? seal) => Open(sessions, seal) is [var account, var stamp] ? new Session(account, stamp) : null;

    /// <summary>Opens an invitation; null likewise.</summary>
    public Invitation? OpenInvitation(string? seal) =>
        Open(invitations, seal) is [var workshop, var role, var name, .. var issued] && Enum.TryParse<Role>(role, out var r)
            ? new Invitation(new WorkshopId(workshop), r, name, Instant(issued)) : null;

    /// <summary>Opens an invitation to an expedition; null likewise.</summary>
    public PartInvitation? OpenPartInvitation(string? seal) =>
        Open(parts, seal) is [var expedition, var part, .. var issued] && Enum.TryParse<Standing>(part, out var p) && p is Standing.Member or Standing.Moderator or Standing.Lead
            ? new PartInvitation(new ExpeditionId(expedition), p, Instant(issued)) : null;

    private string Ticks(DateTimeOffset issued) => (issued == default ? time.GetUtcNow() : issued).UtcTicks.ToString(CultureInfo.InvariantCulture);

    // Seals made before parts could be taken back do not say when: the default is before any revocation.
    private static DateTimeOffset Instant(string[] issued) =>
        issued is [var ticks] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var t) ? new(t, TimeSpan.Zero) : default;

    private static string Write(ImmutableArray<string> fields) => JsonSerializer.Serialize(fields.AsSpan().ToArray());

    private static string[]? Open(ITimeLimitedDataProtector protector, string? seal)
    {
        if (seal is not { Length: > 0 and < 2048 }) return null;
        try
        {
            return JsonSerializer.Deserialize<string[]>(protector.Unprotect(seal));
        }
        catch (CryptographicException) // not ours, changed or expired: the caller is simply unknown
        {
            return null;
        }
    }
}
