using System.Collections.Immutable;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;

namespace TousRisques.Web.Access;

/// <summary>What somebody is in a workshop.</summary>
public enum Role
{
    /// <summary>Plays.</summary>
    Participant,
    /// <summary>Leads it: facilitator or co-facilitator.</summary>
    Facilitator,
    /// <summary>Watches and notes.</summary>
    Observer,
    /// <summary>A projected screen: reads what all may see.</summary>
    Screen,
}

/// <summary>What a browser or a program may be in one workshop, as sealed in its cookie or token.</summary>
/// <param name="Workshop">That workshop and no other.</param>
/// <param name="Role">The role.</param>
/// <param name="Participant">Who, for a participant.</param>
/// <param name="Name">A name for the journal, for facilitators and observers.</param>
/// <param name="Resume">A participant's resume code in clear words, kept on their own device alone so that it can be shown again.</param>
/// <param name="Issued">When it was handed out; the default when that is not known.</param>
public sealed record Grant(WorkshopId Workshop, Role Role, ParticipantId? Participant, string Name, string? Resume = null, DateTimeOffset Issued = default)
{
    /// <summary>The actor that this grant speaks for.</summary>
    public Actor Actor => Role switch
    {
        Role.Participant when Participant is { } p => new ParticipantActor(p),
        Role.Facilitator => new FacilitatorActor(Name),
        Role.Observer => new ObserverActor(Name),
        _ => new VisitorActor(),
    };

    /// <summary>Whether it has been taken back. A player's part is not: who leads may have them leave.</summary>
    public bool IsRevoked(Workshop workshop) => AccessOf(Role) is { } access && workshop.IsRevoked(access, Issued);

    /// <summary>The kind of part that can be taken back, for a role; null for players.</summary>
    public static AccessRole? AccessOf(Role role) => role switch
    {
        Role.Facilitator => AccessRole.Facilitator,
        Role.Observer => AccessRole.Observer,
        Role.Screen => AccessRole.Screen,
        _ => null,
    };
}

/// <summary>Who asks: an account perhaps, and what they may be in workshops. Made once a request; endpoints take it as a parameter.</summary>
/// <param name="Account">The account signed in, or null.</param>
/// <param name="Grants">Grants that came with this request; at most a few.</param>
/// <param name="Language">The language they read.</param>
public sealed record Caller(string? Account, ImmutableArray<Grant> Grants, Language Language)
{
    /// <summary>Somebody unknown.</summary>
    public static readonly Caller Nobody = new(null, [], Language.French);

    /// <summary>Finds out who asks: how endpoints come by their <c>Caller</c> parameter.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult<Caller?>(CallerBinding.Read(context));

    /// <summary>Words in their language.</summary>
    public Words Words => Words.In(Language);

    /// <summary>Their grant in a workshop for a role, or null.</summary>
    public Grant? For(WorkshopId workshop, Role role) => Grants.FirstOrDefault(g => g.Workshop == workshop && g.Role == role);

    /// <summary>Their grant in a workshop for a role, unless it has been taken back; or null.</summary>
    public Grant? Holds(Workshop workshop, Role role) => For(workshop.Id, role) is { } grant && !grant.IsRevoked(workshop) ? grant : null;

    /// <summary>Their part as a player in a workshop, or null.</summary>
    public ParticipantId? PlaysIn(WorkshopId workshop) => For(workshop, Role.Participant)?.Participant;

    /// <summary>
    /// Their grant to lead a workshop, or null: a grant of its own, or the account that owns it. An empty owner is nobody's account.
    /// </summary>
    public Grant? Leads(Workshop workshop) =>
        Holds(workshop, Role.Facilitator)
        ?? (Account is { Length: > 0 } account && workshop.Owner == account ? new Grant(workshop.Id, Role.Facilitator, null, account) : null);

    /// <summary>
    /// In whose name they speak in a workshop: in the role asked for, or else as the participant they are, the facilitator, the observer.
    /// Null when they have no such part.
    /// </summary>
    public Actor? Speaks(Workshop workshop, string? hat) => hat switch
    {
        "participant" => For(workshop.Id, Role.Participant)?.Actor,
        "facilitator" => Leads(workshop)?.Actor,
        "observer" => Holds(workshop, Role.Observer)?.Actor,
        null or "" => For(workshop.Id, Role.Participant)?.Actor ?? Leads(workshop)?.Actor ?? Holds(workshop, Role.Observer)?.Actor,
        _ => null,
    };
}
