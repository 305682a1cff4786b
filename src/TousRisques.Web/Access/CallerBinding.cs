using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TousRisques.Domain.Words;

namespace TousRisques.Web.Access;

/// <summary>Finds out who asks, from cookies and tokens, and which language they read.</summary>
internal static class CallerBinding
{
    private static readonly object Key = new();

    /// <summary>The caller of a request.</summary>
    public static Caller Read(HttpContext http)
    {
        if (http.Items.TryGetValue(Key, out var known)) return (Caller)known!;
        var caller = Compute(http);
        http.Items[Key] = caller;
        return caller;
    }

    private static Caller Compute(HttpContext http)
    {
        var language = ReadLanguage(http.Request);
        var seals = http.RequestServices.GetRequiredService<Seals>();
        if (Cookies.Bearer(http.Request) is { } token)
        {
            // A program speaks with its token alone, whatever cookies come along.
            return seals.OpenGrant(token) is { } grant ? new Caller(null, [grant], language) : new Caller(AccountOf(http, seals, token), [], language);
        }
        var grants = ImmutableArray.CreateBuilder<Grant>();
        foreach (var cookie in http.Request.Cookies)
            if (cookie.Key.StartsWith(Cookies.GrantPrefix, StringComparison.Ordinal) && grants.Count < Cookies.MostGrants && seals.OpenGrant(cookie.Value) is { } grant)
                grants.Add(grant);
        return new Caller(AccountOf(http, seals, http.Request.Cookies[Cookies.Session]), grants.ToImmutable(), language);
    }

    private static string? AccountOf(HttpContext http, Seals seals, string? seal) =>
        seals.OpenSession(seal) is { } session && http.RequestServices.GetRequiredService<Facilitators>().Holds(session) ? session.Account : null;

    /// <summary>
    /// The language asked for in the address (<c>?lang=en</c>), else the one chosen before, else the first one that the browser
    /// prefers among ours, else French.
    /// </summary>
    public static Language ReadLanguage(HttpRequest request)
    {
        if (Known(request.Query["lang"].ToString()) is { } asked) return asked;
        if (Known(request.Cookies[Cookies.Language]) is { } chosen) return chosen;
        return request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => Known(l.Value.ToString().Split('-')[0]))
            .FirstOrDefault(l => l is not null) ?? Domain.Words.Language.French;
    }

    /// <summary>A language of ours by its code, or null.</summary>
    public static Language? Known(string? code) =>
        code is { Length: > 0 } && Words.Languages.Contains(new Language(code.ToLowerInvariant())) ? new Language(code.ToLowerInvariant()) : null;
}
