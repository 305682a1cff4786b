using System.Text;

namespace TousRisques.Journal.Verification;

/// <summary>A record as raw bytes, as damaged as it may be.</summary>
internal readonly record struct RawRecord(
    long Position, byte[] Stream, long Version, byte[] At, byte[] Actor, byte[] Type, byte[] Command, byte[] Json, byte[] Previous, byte[] Hash);

/// <summary>
/// Checks records in the order of the file against their chains, and at the end against the heads. Damage to one record is told once: the
/// chain goes on from the hash that the record claims, or that it should have.
/// </summary>
internal sealed class ChainVerifier(IReadOnlyDictionary<string, StreamHead> heads)
{
    /// <summary>The last record of a stream so far, with the hash it claims and the hash it should have; damage to either has been told.</summary>
    private sealed record Seen(long Version, RecordHash? Claimed, RecordHash? Computed, string FirstAt, string LastAt)
    {
        public bool HasHash(RecordHash hash) => hash == Claimed || hash == Computed;
    }

    private readonly Dictionary<string, Seen> streams = new(StringComparer.Ordinal);
    private readonly List<Damage> named = [], unnamed = [];
    private long lastPosition, records, total;

    /// <summary>Takes a record, in the order of positions.</summary>
    public void Add(in RawRecord r)
    {
        if (r.Position > lastPosition + 1) Note(new("", 0, lastPosition + 1, ChainFlaw.MissingPosition, r.Position - lastPosition - 1));
        lastPosition = r.Position;
        records++;

        var stream = Encoding.UTF8.GetString(r.Stream);
        var (claimed, previous) = (Hash(r.Hash), Hash(r.Previous));
        RecordHash? computed = previous is { } p ? HashChain.Next(p, r.Version, r.At, r.Actor, r.Type, r.Command, r.Json) : null;
        var changed = computed is null || claimed != computed;
        if (changed) Note(new(stream, r.Version, r.Position, ChainFlaw.WrongHash));

        var before = streams.GetValueOrDefault(stream);
        var expected = (before?.Version ?? 0) + 1;
        if (r.Version < expected)
        {
            Note(new(stream, r.Version, r.Position, ChainFlaw.OutOfOrder));
            return;
        }
        if (r.Version > expected) Note(new(stream, expected, r.Position, ChainFlaw.MissingRecord, r.Version - expected));
        else if (!changed && !Follows(before, previous!.Value, stream)) Note(new(stream, r.Version, r.Position, ChainFlaw.WrongPrevious));

        var at = Encoding.UTF8.GetString(r.At);
        streams[stream] = new(r.Version, claimed, computed, before?.FirstAt ?? at, at);
    }

    /// <summary>Notes a record that is there but cannot be read.</summary>
    public void Unreadable(long position, string detail)
    {
        Note(new("", 0, position, ChainFlaw.Unreadable, Detail: detail));
        lastPosition = Math.Max(lastPosition, position);
    }

    /// <summary>Notes a damage of the file itself.</summary>
    public void Note(Damage damage)
    {
        total++;
        var list = damage.Stream.Length > 0 ? named : unnamed;
        if (list.Count < VerifyReport.MostListed) list.Add(damage);
    }

    /// <summary>Compares with the heads, which are kept apart, and with the last position ever given; tells everything.</summary>
    public VerifyReport Finish(long lastGiven)
    {
        foreach (var (name, head) in heads.OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            var seen = streams.GetValueOrDefault(name);
            var version = seen?.Version ?? 0;
            if (version < head.Version) Note(new(name, version + 1, 0, ChainFlaw.MissingRecord, head.Version - version));
            else if (version > head.Version || !seen!.HasHash(head.Hash) || seen.FirstAt != HashChain.Time(head.FirstAt) || seen.LastAt != HashChain.Time(head.LastAt))
                Note(new(name, head.Version, 0, ChainFlaw.WrongHead));
        }
        foreach (var name in streams.Keys.Where(s => !heads.ContainsKey(s)).Order(StringComparer.Ordinal))
            Note(new(name, streams[name].Version, 0, ChainFlaw.MissingHead));
        if (lastGiven > lastPosition) Note(new("", 0, lastPosition + 1, ChainFlaw.MissingPosition, lastGiven - lastPosition));
        if (lastGiven < lastPosition && lastGiven >= 0) Note(new("", 0, lastPosition, ChainFlaw.MissingPosition));
        return new(Math.Max(streams.Count, heads.Count), records, [.. named.Concat(unnamed).Take(VerifyReport.MostListed)], total);
    }

    private bool Follows(Seen? before, RecordHash previous, string stream) =>
        before?.HasHash(previous) ?? previous == HashChain.Begin(heads.TryGetValue(stream, out var head) ? head.Origin : stream);

    private static RecordHash? Hash(byte[] bytes) => bytes.Length == RecordHash.Size ? new(bytes) : null;
}
