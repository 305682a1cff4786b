using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Words;

namespace TousRisques.Web.Access;

/// <summary>Finds out who asks, from cookies and tokens, and which language they read.</summary>
internal static class CallerBinding
{
    /// <summary>Name of the cookie that keeps a chosen language.</summary>
    public const string LanguageCookie = "lang";

    /// <summary>The caller of a request.</summary>
    public static Caller Read(HttpContext http) => new(null, ImmutableArray<Grant>.Empty, ReadLanguage(http.Request));

    /// <summary>
    /// The language asked for in the address (<c>?lang=en</c>), else the one chosen before, else the first one that the browser
    /// prefers among ours, else French.
    /// </summary>
    public static Language ReadLanguage(HttpRequest request)
    {
        if (Known(request.Query["lang"].ToString()) is { } asked) return asked;
        if (Known(request.Cookies[LanguageCookie]) is { } chosen) return chosen;
        return request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => Known(l.Value.ToString().Split('-')[0]))
            .FirstOrDefault(l => l is not null) ?? Language.French;
    }

    private static Language? Known(string? code) =>
        code is { Length: > 0 } && Words.Languages.Contains(new Language(code.ToLowerInvariant())) ? new Language(code.ToLowerInvariant()) : null;
}
