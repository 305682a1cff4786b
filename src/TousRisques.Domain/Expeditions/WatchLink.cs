using System.Text;

namespace TousRisques.Domain.Expeditions;

/// <summary>Tells whether two addresses lead to the same page, as far as the addresses alone can tell.</summary>
public static class WatchLink
{
    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh", "li_fat_id", "mc_cid", "mc_eid", "mkt_tok", "xtor", "xtref", "wt_mc",
        "_ga", "_gl", "_hsenc", "_hsmi", "vero_id", "s_cid", "cmpid", "ref_src",
    };

    private static readonly string[] TrackingFamilies = ["utm_", "at_", "pk_", "mtm_", "matomo_", "ns_", "oly_"];

    /// <summary>
    /// The address without what does not choose the page: scheme, <c>www.</c>, the usual port, trailing slashes, fragment, parameters that follow readers around; other
    /// parameters in the order of their names. Null for what is no address on the web.
    /// </summary>
    /// <example><c>http://www.example.org/a/?utm_source=x&amp;id=3#top</c> is <c>example.org/a?id=3</c>.</example>
    public static string? Canonical(string link)
    {
        ArgumentNullException.ThrowIfNull(link);
        if (link.Length > 4_000 || !Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0) return null;
        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        while (host.StartsWith("www.", StringComparison.Ordinal) && host.IndexOf('.', 4) > 0) host = host[4..];
        var canonical = new StringBuilder(host);
        if (!uri.IsDefaultPort && uri.Port is not (80 or 443)) canonical.Append(':').Append(uri.Port);
        canonical.Append(uri.AbsolutePath.TrimEnd('/'));
        var parameters = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !IsTracking(Name(p))).OrderBy(Name, StringComparer.Ordinal).ToList();
        if (parameters.Count > 0) canonical.Append('?').AppendJoin('&', parameters);
        return canonical.ToString();
    }

    private static string Name(string parameter) => parameter.IndexOf('=', StringComparison.Ordinal) is >= 0 and var end ? parameter[..end] : parameter;

    private static bool IsTracking(string name) => Tracking.Contains(name) || TrackingFamilies.Any(f => name.StartsWith(f, StringComparison.OrdinalIgnoreCase));
}
