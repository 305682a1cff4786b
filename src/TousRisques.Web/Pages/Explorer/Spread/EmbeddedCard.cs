using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using TousRisques.Web.Expeditions;

namespace TousRisques.Web.Pages.Explorer.Spread;

/// <summary>
/// A card that other sites may frame: the one page of the house whose policy allows it. It is whole in itself (its style is in it, known to the policy by its digest), has no script, no form and no
/// cookie, and shows only what everybody may read.
/// </summary>
internal static class EmbeddedCard
{
    private const string Style =
        ":root{color-scheme:light dark}body{margin:0;font:16px/1.4 system-ui,sans-serif;background:#fffdf8;color:#16233a}a{display:block;box-sizing:border-box;min-height:100vh;padding:14px 16px;border:2px solid #0d5c9e;border-radius:12px;" +
        "color:inherit;text-decoration:none}small{color:#0d5c9e;font-weight:650}b{display:block;font:700 19px/1.2 Georgia,serif;margin:6px 0 10px}span{text-decoration:underline;color:#0d5c9e}" +
        "@media(prefers-color-scheme:dark){body{background:#19212e;color:#ece7db}small,span{color:#6fb4ee}a{border-color:#6fb4ee}}";

    /// <summary>The policy of the card, and of nothing else.</summary>
    public static readonly string Policy =
        $"default-src 'none';style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}';base-uri 'none';form-action 'none';frame-ancestors *";

    /// <summary>Answers the card.</summary>
    public static IResult Answer(Visit visit, string root) => new CardResult(Html(visit, root));

    private static string Html(Visit visit, string root)
    {
        var (w, o) = (visit.W, visit.Outline);
        return $"""
            <!DOCTYPE html><html lang="{w.Language.Code}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Safe(o.Name)}</title><style>{Style}</style></head>
            <body><a href="{Safe(root + visit.At())}" target="_blank" rel="noopener"><small><bdi lang="{Safe(o.Language.Code)}">{Safe(o.Name)}</bdi></small><b lang="{Safe(o.Language.Code)}" dir="auto">{Safe(o.Question)}</b><span>{Safe(w["explorer-spread.card-go"])}</span></a></body></html>
            """;
    }

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);

    private sealed class CardResult(string html) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.ContentSecurityPolicy = Policy;
            response.Headers.CacheControl = "public, max-age=300";
            response.Headers.Vary = "Accept-Language, Cookie";
            return response.WriteAsync(html, Encoding.UTF8, httpContext.RequestAborted);
        }
    }
}
