using Microsoft.AspNetCore.Http;

namespace TousRisques.Web.Access;

/// <summary>
/// Cookies of the house. All that say who somebody is are sealed, unreadable by scripts, not sent along from other sites' forms, and
/// only sent over TLS when they were given over TLS. A part in a workshop is sent to that workshop's pages alone.
/// </summary>
public static class Cookies
{
    /// <summary>An account's session.</summary>
    public const string Session = "session";

    /// <summary>The language chosen.</summary>
    public const string Language = "lang";

    /// <summary>Beginning of the name of a part in a workshop; its role follows.</summary>
    public const string GrantPrefix = "part-";

    /// <summary>Parts read from one request at most.</summary>
    public const int MostGrants = 4;

    /// <summary>Hands a part in a workshop to a browser.</summary>
    public static void Give(HttpContext http, Seals seals, Grant grant) =>
        http.Response.Cookies.Append(NameOf(grant.Role), seals.Seal(grant), Options(http, Seals.GrantLife, $"/w/{grant.Workshop}"));

    /// <summary>Takes a part in a workshop back from a browser.</summary>
    public static void Drop(HttpContext http, Grant grant) =>
        http.Response.Cookies.Delete(NameOf(grant.Role), Options(http, null, $"/w/{grant.Workshop}"));

    /// <summary>Signs a browser in.</summary>
    public static void Give(HttpContext http, Seals seals, Session session) =>
        http.Response.Cookies.Append(Session, seals.Seal(session), Options(http, Seals.SessionLife, "/"));

    /// <summary>Signs a browser out.</summary>
    public static void DropSession(HttpContext http) => http.Response.Cookies.Delete(Session, Options(http, null, "/"));

    /// <summary>Remembers a chosen language for a year.</summary>
    public static void Remember(HttpContext http, Domain.Words.Language language) =>
        http.Response.Cookies.Append(Language, language.Code, Options(http, TimeSpan.FromDays(365), "/"));

    /// <summary>The bearer token of a program, or null.</summary>
    public static string? Bearer(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : null;
    }

    private static string NameOf(Role role) => GrantPrefix + role.ToString().ToLowerInvariant();

    private static CookieOptions Options(HttpContext http, TimeSpan? life, string path) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = life, Path = path, IsEssential = true };
}
