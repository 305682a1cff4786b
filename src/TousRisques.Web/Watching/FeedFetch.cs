using TousRisques.Formats.Feeds;

namespace TousRisques.Web.Watching;

/// <summary>Why a feed could not be read.</summary>
public enum FeedTrouble
{
    /// <summary>No address on the web.</summary>
    NotOnTheWeb,
    /// <summary>No machine has this name, or there is no network.</summary>
    NoSuchSite,
    /// <summary>It leads into a private network or to this very machine.</summary>
    Inside,
    /// <summary>Nobody answers there, or the line broke.</summary>
    NoAnswer,
    /// <summary>The connection is not safe: a certificate that is wrong or out of date.</summary>
    NotSafe,
    /// <summary>It took too long.</summary>
    TooSlow,
    /// <summary>It sends on and on.</summary>
    TooManyRedirects,
    /// <summary>The site answered with an error; the detail is its number.</summary>
    Refused,
    /// <summary>What came is no feed.</summary>
    NoFeed,
}

/// <summary>What a site said of the version that it sent, to be asked again only for what is newer.</summary>
/// <param name="Tag">Its <c>ETag</c>, or null.</param>
/// <param name="Modified">Its <c>Last-Modified</c>, or null.</param>
public sealed record FeedMarks(string? Tag, string? Modified)
{
    /// <summary>Nothing known.</summary>
    public static readonly FeedMarks None = new(null, null);
}

/// <summary>What came of fetching a feed.</summary>
/// <param name="Trouble">Why it could not be read, or null.</param>
/// <param name="Detail">More about the trouble, or empty.</param>
/// <param name="Reading">What was read; null when nothing changed since the last time, or with a trouble.</param>
/// <param name="Marks">For the next time.</param>
public sealed record FeedFetch(FeedTrouble? Trouble, string Detail, FeedReading? Reading, FeedMarks Marks);
