namespace TousRisques.Journal;

/// <summary>A record as handed in.</summary>
/// <param name="Type">Stored name with its version, such as <c>table-added/1</c>.</param>
/// <param name="Actor">Who caused it, as <see cref="Facts.ActorNames"/> writes it.</param>
/// <param name="At">When, UTC; kept to 100 nanoseconds.</param>
/// <param name="CommandId">The command that caused it, or empty.</param>
/// <param name="Json">The content: one JSON value on one line.</param>
public sealed record NewRecord(string Type, string Actor, DateTimeOffset At, string CommandId, string Json);
