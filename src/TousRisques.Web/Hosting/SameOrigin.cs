using Microsoft.AspNetCore.Http;
using TousRisques.Web.Access;

namespace TousRisques.Web.Hosting;

/// <summary>
/// Refuses forms that other sites make a browser send (cross-site request forgery), without a token in every form: browsers say where a
/// request comes from (<c>Sec-Fetch-Site</c>, <c>Origin</c>), pages cannot change what they say, and cookies are <c>SameSite=Lax</c> besides
/// (docs/adr/0003-no-antiforgery-tokens.md). Requests with a bearer token carry nothing that a browser adds by itself and pass.
/// </summary>
public static class SameOrigin
{
    /// <summary>Passes a request on, or answers 403.</summary>
    public static Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)
            || Cookies.Bearer(request) is not null || IsOwn(request))
            return next(http);
        return Trouble.Say(http, CallerBinding.Read(http), StatusCodes.Status403Forbidden, "other-site").ExecuteAsync(http);
    }

    /// <summary>
    /// Whether a request comes from our own pages, or from no page at all. Neither header at all: a program, or a browser so old that only
    /// the cookie's SameSite stands guard.
    /// </summary>
    private static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, new UriBuilder(from.Scheme, request.Host.Host, request.Host.Port ?? -1).Uri.Authority, StringComparison.OrdinalIgnoreCase));
    }
}
