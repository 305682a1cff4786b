namespace TousRisques.Journal;

/// <summary>Where a stream stands.</summary>
/// <param name="Stream">Its name here.</param>
/// <param name="Origin">The name under which its chain was begun; differs from <paramref name="Stream"/> after an import under another name.</param>
/// <param name="Version">How many records it has.</param>
/// <param name="Hash">Hash of the last one: whoever notes it elsewhere can prove later that nothing before it was changed.</param>
/// <param name="FirstAt">When the first record happened, UTC.</param>
/// <param name="LastAt">When the last one did, UTC.</param>
public sealed record StreamHead(string Stream, string Origin, long Version, RecordHash Hash, DateTimeOffset FirstAt, DateTimeOffset LastAt);
