namespace TousRisques.Resilience.Diagrams;

/// <summary>How much memory diagrams may take together, in bytes. Tables ask before they grow; while one grows, the old and the new both count.</summary>
internal sealed class Budget(long bytes)
{
    /// <summary>The limit.</summary>
    public long Bytes { get; } = bytes;

    /// <summary>In use now.</summary>
    public long Used { get; private set; }

    /// <summary>The most that was in use at one time.</summary>
    public long Peak { get; private set; }

    /// <summary>Whether that much more may be taken.</summary>
    public bool Allows(long more) => Used + more <= Bytes;

    /// <summary>Takes bytes.</summary>
    /// <exception cref="DiagramLimitException">Too many.</exception>
    public void Take(long more)
    {
        if (!Allows(more)) throw new DiagramLimitException();
        Used += more;
        Peak = Math.Max(Peak, Used);
    }

    private long owed;

    /// <summary>Takes a few bytes: they are added up and taken by the megabyte.</summary>
    /// <exception cref="DiagramLimitException">Too many.</exception>
    public void TakeLittle(long more)
    {
        const int MegaByte = 1 << 20;
        owed += more;
        if (owed < MegaByte) return;
        Take(owed);
        owed = 0;
    }

    /// <summary>Gives bytes back.</summary>
    public void Free(long bytes) => Used -= bytes;
}
