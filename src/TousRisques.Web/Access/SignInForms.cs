using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Access;

/// <summary>Forms of facilitators at the door: the one-time link, signing in and out; and the choice of a language.</summary>
public sealed class SignInForms : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/first", FirstAsync).ExcludeFromDescription();
        routes.MapPost("/sign-in", SignInAsync).ExcludeFromDescription();
        routes.MapPost("/sign-out", SignOut).ExcludeFromDescription();
        routes.MapPost("/language", (Delegate)LanguageAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> FirstAsync(HttpContext http, Caller caller, Facilitators facilitators, Tries tries, Flashes flashes, Seals seals)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var secret = form["k"].ToString();
        var say = new FormAnswer(http, caller, flashes, form, "/first", "/first?k=" + Uri.EscapeDataString(secret));
        var address = Guesses.AddressOf(http.Connection.RemoteIpAddress);
        if (tries.SignIns.Wait(address) is { Ticks: > 0 } wait) return Trouble.Wait(http, caller, "too-many-sign-ins", wait);
        if (CleanName(form["name"].ToString()) is not { } name) return say.No("name-missing");
        var password = form["password"].ToString();
        if (password.Length is < Facilitators.ShortestPassword or > Facilitators.LongestPassword)
            return say.No("password-short", arguments: Facilitators.ShortestPassword);
        if (facilitators.Enrol(secret, name, password) is not { } session)
        {
            tries.SignIns.Wrong(address);
            return Trouble.Say(http, caller, StatusCodes.Status410Gone, "link-dead");
        }
        Cookies.Give(http, seals, session);
        return say.Yes("/animate", 0);
    }

    private static async Task<IResult> SignInAsync(HttpContext http, Caller caller, Facilitators facilitators, Tries tries, Flashes flashes, Seals seals)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var back = FormAnswer.Local(form["back"], "/animate");
        var say = new FormAnswer(http, caller, flashes, form, "/sign-in", "/sign-in?back=" + Uri.EscapeDataString(back));
        var address = Guesses.AddressOf(http.Connection.RemoteIpAddress);
        if (tries.SignIns.Wait(address) is { Ticks: > 0 } wait) return Trouble.Wait(http, caller, "too-many-sign-ins", wait);
        // Counted before the slow hash, and given back if it was right: a thousand at once must not all be let through to it.
        tries.SignIns.Wrong(address);
        if (await Task.Run(() => facilitators.SignIn(form["name"].ToString().Trim(), form["password"].ToString())) is not { } session) return say.No("wrong-password");
        tries.SignIns.Right(address);
        Cookies.Give(http, seals, session);
        return say.Yes(back, 0);
    }

    private static IResult SignOut(HttpContext http)
    {
        Cookies.DropSession(http);
        return FormAnswer.SeeOther("/");
    }

    private static async Task<IResult> LanguageAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (CallerBinding.Known(form["language"]) is { } language) Cookies.Remember(http, language);
        return FormAnswer.SeeOther(FormAnswer.Local(form["back"], "/"));
    }

    /// <summary>A name for the journal, on one line; null when it is none. Two names that look alike are one: accents are composed, and nothing in it is invisible.</summary>
    internal static string? CleanName(string typed)
    {
        if (typed.Length > 4 * Facilitators.LongestName || typed.Any(c => char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned))
            return null;
        var name = string.Join(' ', typed.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length is > 0 and <= Facilitators.LongestName ? name : null;
    }
}
