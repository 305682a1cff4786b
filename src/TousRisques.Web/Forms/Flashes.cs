using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using TousRisques.Web.Access;

namespace TousRisques.Web.Forms;

/// <summary>What to say on the next page after a form was refused, with what was typed, so that nothing has to be typed again.</summary>
/// <param name="Form">The form: its command's wire name, or the address it was sent to.</param>
/// <param name="Code">The reason's code, such as <c>no-slot-left</c>; empty when the news is good.</param>
/// <param name="Text">What to say, in the reader's language.</param>
/// <param name="Typed">Fields as typed, by name; a field sent several times has its values separated by line feeds.</param>
public sealed record Flash(string Form, string Code, string Text, ImmutableDictionary<string, string> Typed)
{
    /// <summary>What was typed in a field, or null.</summary>
    public string? this[string field] => Typed.GetValueOrDefault(field);
}

/// <summary>
/// Keeps flashes for a minute between a refused form and the page that shows it again, in memory: what was typed may be longer than a
/// cookie holds, and only its random name travels.
/// </summary>
public sealed class Flashes(TimeProvider time)
{
    private const string Cookie = "flash";
    private const int Most = 2_000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, (Flash Flash, DateTimeOffset Until)> kept = new(StringComparer.Ordinal);

    /// <summary>Keeps a flash for this browser's next page.</summary>
    public void Keep(HttpContext http, Flash flash)
    {
        var now = time.GetUtcNow();
        if (kept.Count >= Most)
            foreach (var (name, entry) in kept)
                if (entry.Until < now || kept.Count >= 2 * Most) kept.TryRemove(name, out _);
        var id = Draws.Name();
        kept[id] = (flash, now + Life);
        http.Response.Cookies.Append(Cookie, id, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = Life, Secure = http.Request.IsHttps });
    }

    /// <summary>Takes this browser's flash: given once.</summary>
    public Flash? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 and < 40 } id) return null;
        http.Response.Cookies.Delete(Cookie);
        return kept.TryRemove(id, out var entry) && entry.Until >= time.GetUtcNow() ? entry.Flash : null;
    }
}
