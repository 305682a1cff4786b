namespace TousRisques.Web.Markdown;

/// <summary>Where links of texts may lead: pages on the web, mail addresses, places in this house.</summary>
public static class SafeLink
{
    /// <summary>The address as it may be written into a page, or null when it leads nowhere that is allowed.</summary>
    public static string? Of(string? raw)
    {
        if (raw is null || raw.Length > 2_000) return null;
        var url = raw.Trim();
        // Browsers skip tabs and ends of line inside an address, and take backslashes for slashes: nothing honest holds them.
        if (url.Length == 0 || url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format)) return null;
        if (url[0] is '#' or '?') return url;
        if (url[0] == '/') return url is ['/', '/', ..] ? null : url;
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || url.AsSpan(0, colon).IndexOfAny('/', '?', '#') >= 0) return url; // relative to the page
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return null;
        return uri.Scheme switch
        {
            "http" or "https" when uri is { Host.Length: > 0, UserInfo.Length: 0 } => url,
            "mailto" when url.Contains('@', StringComparison.Ordinal) => url,
            _ => null,
        };
    }

    /// <summary>Whether an address leads out of this house.</summary>
    public static bool IsForeign(string safe) => safe.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || safe.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
}
