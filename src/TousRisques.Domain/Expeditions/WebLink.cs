namespace TousRisques.Domain.Expeditions;

/// <summary>Addresses on the web that people give: http and https alone, absolute, without user names.</summary>
internal static class WebLink
{
    /// <summary>Cleans an address that may be empty. Gives the refusal, or null with the address.</summary>
    public static Refusal? Refusal(string? raw, out string link)
    {
        if (Clean.Optional(raw, "link", ExpeditionLimits.Link, lines: false, out link) is { } no) return no;
        return link.Length == 0 || IsOne(link) ? null : new NoWebLink(Clean.Cut(link, 200));
    }

    /// <summary>Whether a text is such an address.</summary>
    public static bool IsOne(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") && uri is { Host.Length: > 0, UserInfo.Length: 0 };
}
