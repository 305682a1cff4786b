using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TousRisques.Web.Look;

/// <summary>Serves style sheets and the script: compressed once, kept by browsers for ever, since their addresses name their contents.</summary>
public sealed class Sheets : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var sheet in Sheet.All)
        {
            var file = SheetStore.Of(sheet);
            routes.MapGet(file.Url, (HttpContext http) => SendAsync(http, file));
        }
        // A page drawn just before an update still asks for the old name: the newest one serves it better than nothing.
        routes.MapGet("/s/{name}.{hash}.{kind}", (string name, string kind) =>
            Sheet.All.FirstOrDefault(s => s.Name == $"{name}.{kind}") is { } sheet ? Results.Redirect(sheet.Url) : Results.NotFound());
    }

    private static async Task SendAsync(HttpContext http, ServedSheet file)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.ETag = file.ETag;
        headers.Vary = "Accept-Encoding";
        if (http.Request.Headers.IfNoneMatch.ToString().Contains(file.ETag, StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        var body = file.Plain;
        if (accepted.Contains("br", StringComparison.Ordinal)) (body, headers.ContentEncoding) = (file.Brotli, "br");
        else if (accepted.Contains("gzip", StringComparison.Ordinal)) (body, headers.ContentEncoding) = (file.Gzip, "gzip");
        http.Response.ContentType = file.ContentType;
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
