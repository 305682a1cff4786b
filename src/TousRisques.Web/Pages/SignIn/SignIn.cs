using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages.SignIn;

/// <summary>Facilitators come in: <c>/sign-in</c> with a password, <c>/first?k=</c> by the one-time link printed at the first start.</summary>
public sealed class SignIn : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", (HttpContext http, Facilitators facilitators, Flashes flashes) =>
        {
            var caller = CallerBinding.Read(http);
            return Draw.Page<SignInPage>(new Dictionary<string, object?>
            {
                [nameof(SignInPage.Caller)] = caller,
                [nameof(SignInPage.Flash)] = flashes.Take(http),
                [nameof(SignInPage.Back)] = http.Request.Query["back"].ToString(),
                [nameof(SignInPage.Nobody)] = facilitators.Nobody,
            });
        });
        routes.MapGet("/first", (HttpContext http, Facilitators facilitators, Flashes flashes) =>
        {
            var (caller, key) = (CallerBinding.Read(http), http.Request.Query["k"].ToString());
            if (!facilitators.LinkWorks(key)) return Trouble.Page(caller, StatusCodes.Status403Forbidden, "link-dead");
            return Draw.Page<FirstPage>(new Dictionary<string, object?>
            {
                [nameof(FirstPage.Caller)] = caller,
                [nameof(FirstPage.Key)] = key,
                [nameof(FirstPage.Flash)] = flashes.Take(http),
            });
        });
    }
}
