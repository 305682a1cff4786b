namespace TousRisques.Web.Watching;

/// <summary>How feeds are read.</summary>
public sealed record WatchSettings
{
    /// <summary>Where the server may be sent.</summary>
    public AddressPolicy Addresses { get; init; } = new();
    /// <summary>How long one reading may take from the first name looked up to the last byte, redirects included.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);
    /// <summary>Redirects followed; each is looked at like the first address.</summary>
    public int Redirects { get; init; } = 5;
    /// <summary>How often a feed that answers is read.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromHours(3);
    /// <summary>When a feed that did not answer is tried again; twice as late after each failure more, up to <see cref="Latest"/>.</summary>
    public TimeSpan Again { get; init; } = TimeSpan.FromMinutes(15);
    /// <summary>The longest that a feed which does not answer is left alone.</summary>
    public TimeSpan Latest { get; init; } = TimeSpan.FromHours(24);
    /// <summary>How often the clock looks which feeds are due; also how long after the start it first does.</summary>
    public TimeSpan Round { get; init; } = TimeSpan.FromMinutes(10);
}
