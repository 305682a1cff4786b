using TousRisques.Domain.Expeditions;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;

namespace TousRisques.Web.Expeditions;

/// <summary>Somebody in an expedition's pages: what they look at, who they are, what they may do.</summary>
/// <param name="Live">The expedition as it stands.</param>
/// <param name="Caller">Who visits.</param>
/// <param name="Flash">What a refused form left to say, or null.</param>
/// <param name="Now">When, UTC.</param>
public sealed record Visit(LiveExpedition Live, Caller Caller, Flash? Flash, DateTimeOffset Now)
{
    /// <summary>The expedition.</summary>
    public Expedition State => Live.State;

    /// <summary>Its name in addresses.</summary>
    public ExpeditionId Id => State.Id;

    /// <summary>What it says of itself.</summary>
    public Domain.Expeditions.Charters.Outline Outline => State.Charter.Outline!;

    /// <summary>Who they are to the rules.</summary>
    public ExpeditionActor Actor => ActorOf(Caller);

    /// <summary>What they may do.</summary>
    public Standing Standing => State.StandingOf(Actor);

    /// <summary>Words in their language.</summary>
    public Words W => Caller.Words;

    /// <summary>The address of a page of the expedition: <c>/explorer/{id}</c> and more, or <c>/agir/{id}</c> and more for rooms behind that door.</summary>
    public string At(string more = "") => ExpeditionAddress.Of(Id, more);

    /// <summary>Whether they may do what a standing may. Nothing may be changed in an expedition that is over, but by who leads it.</summary>
    public bool May(Standing least) => Standing >= least && (State.Charter.EndedAt is null || Standing >= Standing.Lead);

    /// <summary>Who a caller is to the rules of expeditions.</summary>
    public static ExpeditionActor ActorOf(Caller caller) => caller.Account is { Length: > 0 } account ? new AccountHolder(account) : new PasserBy();
}
