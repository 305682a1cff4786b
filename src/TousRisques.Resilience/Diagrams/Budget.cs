namespace TousRisques.Resilience.Diagrams;

/// <summary>
/// How much memory diagrams may take together, in bytes, and whether they should go on at all. Tables ask before they grow; while one grows, the old and the new both count.
/// </summary>
internal sealed class Budget(long bytes, CancellationToken cancel = default)
{
    /// <summary>The limit.</summary>
    public long Bytes { get; } = bytes;

    /// <summary>In use now.</summary>
    public long Used { get; private set; }

    /// <summary>The most that was in use at one time.</summary>
    public long Peak { get; private set; }

    /// <summary>Whether that much more may be taken.</summary>
    public bool Allows(long more) => Used + more <= Bytes;

    /// <summary>Asked by tables every so many nodes.</summary>
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public void GoOn() => cancel.ThrowIfCancellationRequested();

    /// <summary>Takes bytes.</summary>
    /// <exception cref="DiagramLimitException">Too many.</exception>
    public void Take(long more)
    {
        if (!Allows(more)) throw new DiagramLimitException();
        Used += more;
        Peak = Math.Max(Peak, Used);
    }

    private long owed;

    /// <summary>Takes a few bytes, or gives some back where negative: they are added up and taken by the megabyte.</summary>
    /// <exception cref="DiagramLimitException">Too many.</exception>
    public void TakeLittle(long more)
    {
        const int MegaByte = 1 << 20;
        owed += more;
        if (Math.Abs(owed) < MegaByte) return;
        if (owed > 0) Take(owed);
        else Free(-owed);
        owed = 0;
    }

    /// <summary>Gives bytes back.</summary>
    public void Free(long bytes) => Used -= bytes;
}
