using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages.Explorer.People;

/// <summary>
/// An invitation to an expedition taken up, <c>/e/{seal}</c>: an account that is signed in joins; somebody without one makes one in the same step
/// (docs/adr/0017-accounts-by-invitation.md).
/// </summary>
public sealed class JoinPages : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/e/{seal}", ShowAsync).ExcludeFromDescription();
        routes.MapPost("/e/{seal}", TakeUpAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(HttpContext http, string seal, Caller caller, Seals seals, IExpeditionDesk desk, Flashes flashes)
    {
        if (await StandingAsync(seal, seals, desk, http.RequestAborted) is not var (invitation, expedition)) return Dead(http, caller);
        if (expedition.StandingOf(Visit.ActorOf(caller)) >= invitation.Part) return FormAnswer.SeeOther($"/explorer/{invitation.Expedition}");
        return Draw.Page<JoinPage>(new Dictionary<string, object?>
        {
            [nameof(JoinPage.Caller)] = caller,
            [nameof(JoinPage.Seal)] = seal,
            [nameof(JoinPage.Invitation)] = invitation,
            [nameof(JoinPage.Outline)] = expedition.Charter.Outline,
            [nameof(JoinPage.Flash)] = flashes.Take(http),
        });
    }

    private static async Task<IResult> TakeUpAsync(HttpContext http, string seal, Caller caller, Seals seals, Facilitators facilitators, Tries tries, IExpeditionDesk desk, Flashes flashes, TimeProvider time)
    {
        if (await StandingAsync(seal, seals, desk, http.RequestAborted) is not var (invitation, expedition)) return Dead(http, caller);
        var form = await FormFields.ReadAsync(http);
        var say = new FormAnswer(http, caller, flashes, form, "join", "/e/" + seal);
        var account = caller.Account;
        if (account is null)
        {
            var address = Guesses.AddressOf(http.Connection.RemoteIpAddress);
            if (tries.SignIns.Wait(address) is { Ticks: > 0 } wait) return Trouble.Wait(http, caller, "too-many-sign-ins", wait);
            if (SignInForms.CleanName(form["name"].ToString()) is not { } name) return say.No("name-missing");
            var password = form["password"].ToString();
            if (password.Length is < Facilitators.ShortestPassword or > Facilitators.LongestPassword) return say.No("password-short", arguments: Facilitators.ShortestPassword);
            if (expedition.Charter.People.Count >= ExpeditionLimits.People) return say.No(new TooMany("person", ExpeditionLimits.People), null);
            // Counted, right or wrong: hashing is slow, and a link that went astray must not fill the house with accounts.
            tries.SignIns.Wrong(address);
            if (await Task.Run(() => facilitators.Open(name, password)) is not { } session) return say.No("account-taken", arguments: name);
            Cookies.Give(http, seals, session);
            account = session.Account;
        }
        // The seal vouches for the part. Nobody loses by taking up a lesser one than they have.
        var next = $"/explorer/{invitation.Expedition}";
        if (expedition.StandingOf(new AccountHolder(account)) >= invitation.Part) return say.Yes(next, 0);
        var submission = await desk.SubmitAsync(
            invitation.Expedition, new ExpeditionEnvelope(say.Request ?? Draws.Command(), new TheHouse(), time.GetUtcNow(), new GivePart(account, invitation.Part)), http.RequestAborted);
        if (submission.Refusal is { } refusal) return say.No(refusal, null);
        if (!Trouble.WantsJson(http.Request)) flashes.Keep(http, new Flash("join", "", caller.Words["explorer-people.joined"], System.Collections.Immutable.ImmutableDictionary<string, string>.Empty));
        return say.Yes(next, submission.Version);
    }

    /// <summary>An invitation that still stands, with its expedition; or null.</summary>
    private static async Task<(PartInvitation, Expedition)?> StandingAsync(string seal, Seals seals, IExpeditionDesk desk, CancellationToken cancel) =>
        seals.OpenPartInvitation(seal) is { } invitation && await desk.ReadAsync(invitation.Expedition, cancel) is { } live && !invitation.IsRevoked(live.State) ? (invitation, live.State) : null;

    private static IResult Dead(HttpContext http, Caller caller) => Trouble.Say(http, caller, StatusCodes.Status410Gone, "part-invitation-dead");
}
