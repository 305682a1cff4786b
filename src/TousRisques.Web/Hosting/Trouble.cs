using System.Globalization;
using Microsoft.AspNetCore.Http;
using TousRisques.Web.Access;

namespace TousRisques.Web.Hosting;

/// <summary>Clear words instead of a bare status: what went wrong, and what to do. Keys <c>trouble.{code}</c> and <c>trouble.{code}.todo</c>.</summary>
public static class Trouble
{
    /// <summary>A page for people.</summary>
    public static IResult Page(Caller caller, int status, string code, params object?[] arguments) =>
        Draw.Page<TroublePage>(
            new Dictionary<string, object?> { [nameof(TroublePage.Words)] = caller.Words, [nameof(TroublePage.Code)] = code, [nameof(TroublePage.Arguments)] = arguments },
            status);

    /// <summary>Too many tries: come back in a while. 429 with Retry-After.</summary>
    public static IResult Wait(HttpContext http, Caller caller, string code, TimeSpan wait)
    {
        SetRetry(http, wait);
        return WantsJson(http.Request)
            ? Say(http, caller, StatusCodes.Status429TooManyRequests, code, Seconds(wait))
            : Page(caller, StatusCodes.Status429TooManyRequests, code, Seconds(wait));
    }

    /// <summary>The same for programs, in the shape of every refused form: <c>{ok: false, refusal: {code, text}}</c>.</summary>
    public static IResult Json(Caller caller, int status, string code, params object?[] arguments) =>
        Results.Json(new { ok = false, refusal = new { code, text = caller.Words["trouble." + code, arguments] } }, statusCode: status);

    /// <summary>A page or JSON, whichever the request wants.</summary>
    public static IResult Say(HttpContext http, Caller caller, int status, string code, params object?[] arguments) =>
        http.Request.Path.StartsWithSegments("/api") ? Api.Problems.Of(caller, status, code, arguments)
        : WantsJson(http.Request) ? Json(caller, status, code, arguments)
        : Page(caller, status, code, arguments);

    /// <summary>Whether the request wants JSON rather than a page.</summary>
    public static bool WantsJson(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") || request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells when to come back.</summary>
    public static void SetRetry(HttpContext http, TimeSpan wait) => http.Response.Headers.RetryAfter = Seconds(wait).ToString(CultureInfo.InvariantCulture);

    private static int Seconds(TimeSpan wait) => (int)Math.Clamp(Math.Ceiling(wait.TotalSeconds), 1, 86_400);
}
