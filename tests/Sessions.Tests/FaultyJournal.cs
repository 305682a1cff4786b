using TousRisques.Journal;

namespace TousRisques.Sessions.Tests;

/// <summary>What a journal does wrong at its next append to a workshop.</summary>
public enum Fault
{
    None,
    /// <summary>Stores nothing and fails.</summary>
    BeforeStoring,
    /// <summary>Stores everything and fails all the same, as when the answer is lost.</summary>
    AfterStoring,
}

/// <summary>A journal that fails when told to.</summary>
public sealed class FaultyJournal(IJournal inner) : PassingJournal(inner)
{
    private int appends;

    public Fault Next { get; set; }

    /// <summary>Appends to workshops so far.</summary>
    public int Appends => appends;

    public override async Task<StreamHead> AppendAsync(string stream, long expectedVersion, IReadOnlyList<NewRecord> records, CancellationToken cancel = default)
    {
        if (!stream.StartsWith("workshop:", StringComparison.Ordinal)) return await base.AppendAsync(stream, expectedVersion, records, cancel);
        Interlocked.Increment(ref appends);
        var fault = Next;
        Next = Fault.None;
        if (fault == Fault.BeforeStoring) throw new JournalException(JournalTrouble.DiskFull, "test");
        var head = await base.AppendAsync(stream, expectedVersion, records, cancel);
        if (fault == Fault.AfterStoring) throw new JournalException(JournalTrouble.Failed, "test");
        return head;
    }
}
