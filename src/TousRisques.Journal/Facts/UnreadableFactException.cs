namespace TousRisques.Journal.Facts;

/// <summary>A stored fact that this version of the product cannot read: a newer one wrote it, or it is damaged.</summary>
public sealed class UnreadableFactException(string stream, long version, string why, Exception? inner)
    : Exception($"Record {version} of {stream} cannot be read: {why}.", inner)
{
    /// <summary>The stream.</summary>
    public string Stream { get; } = stream;

    /// <summary>The version of the record.</summary>
    public long Version { get; } = version;

    internal static UnreadableFactException OfActor(StoredRecord record) => new(record.Stream, record.Version, $"unknown actor {record.Actor}", null);
}
