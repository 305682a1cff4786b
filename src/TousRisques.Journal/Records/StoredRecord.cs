namespace TousRisques.Journal;

/// <summary>A record as a journal keeps it.</summary>
/// <param name="Stream">The stream it belongs to.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Position">Its place in this journal, growing, from 1. Not part of the chain: another journal gives another one.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Actor">Who caused it.</param>
/// <param name="Type">Stored name with its version, such as <c>table-added/1</c>.</param>
/// <param name="CommandId">The command that caused it, or empty.</param>
/// <param name="Json">The content, byte for byte as it was handed in.</param>
/// <param name="PreviousHash">Hash of the record before, or of the stream's origin for the first (<see cref="HashChain"/>).</param>
/// <param name="Hash">Hash of this record.</param>
public sealed record StoredRecord(
    string Stream, long Version, long Position, DateTimeOffset At, string Actor, string Type, string CommandId, string Json,
    RecordHash PreviousHash, RecordHash Hash);
