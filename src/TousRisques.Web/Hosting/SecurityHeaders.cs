using Microsoft.AspNetCore.Http;

namespace TousRisques.Web.Hosting;

/// <summary>
/// What every page tells the browser to refuse: scripts and styles that are not files of ours (none inline), frames, other origins,
/// guessing of types. An inline <c>style</c> attribute is refused too; SVG attributes such as <c>fill</c> are not styles and pass.
/// </summary>
public static class SecurityHeaders
{
    /// <summary>The content security policy of every page.</summary>
    public const string Policy =
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;connect-src 'self';manifest-src 'self';" +
        "form-action 'self';base-uri 'none';frame-ancestors 'none'";

    /// <summary>Adds the headers to an answer.</summary>
    public static Task AddAsync(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        // A policy holds for documents. Style sheets, the script, living parts and answers to the script are none, and their bytes are counted (docs/performance.md).
        var path = http.Request.Path.Value ?? "";
        if (!path.StartsWith("/s/", StringComparison.Ordinal) && !path.EndsWith("/live", StringComparison.Ordinal) && http.Request.Headers.Accept != "application/json")
        {
            headers.ContentSecurityPolicy = Policy;
            headers["Referrer-Policy"] = "same-origin";
        }
        return next(http);
    }
}
