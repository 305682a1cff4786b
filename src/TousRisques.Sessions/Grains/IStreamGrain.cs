using Orleans.Concurrency;

namespace TousRisques.Sessions.Grains;

/// <summary>The one place where a stream's commands are decided, in order.</summary>
[Alias("stream")]
internal interface IStreamGrain : IGrainWithStringKey
{
    /// <summary>Takes an envelope, as JSON of the house. Answers once its facts are on disk.</summary>
    [Alias("submit")]
    Task<GrainAnswer> SubmitAsync(Immutable<byte[]> envelope);

    /// <summary>Tells a node of new facts from now on, until it stops asking (<see cref="StreamGrain.WatchLife"/>). Asked again, it goes on.</summary>
    [Alias("watch")]
    Task WatchAsync(IStreamWatcher watcher);
}

/// <summary>A workshop; its key is the join code.</summary>
[Alias("workshop")]
internal interface IWorkshopGrain : IStreamGrain;

/// <summary>An expedition; its key is its name in addresses.</summary>
[Alias("expedition")]
internal interface IExpeditionGrain : IStreamGrain;

/// <summary>A node that wants to know what happens in streams of one kind.</summary>
[Alias("stream-watcher")]
internal interface IStreamWatcher : IGrainObserver
{
    /// <summary>Facts that were appended. May come twice, late, or not at all: versions tell, and the journal has them all.</summary>
    [OneWay, Alias("tell")]
    Task TellAsync(string key, long firstVersion, Immutable<ToldFact[]> facts);
}

/// <summary>A fact on its way to a node, as the journal stores it.</summary>
[GenerateSerializer, Immutable, Alias("told-fact")]
internal readonly record struct ToldFact(
    [property: Id(0)] string Type, [property: Id(1)] string Actor, [property: Id(2)] DateTimeOffset At, [property: Id(3)] string Command,
    [property: Id(4)] string Json);

/// <summary>What became of an envelope.</summary>
/// <param name="Version">The stream's version afterwards.</param>
/// <param name="Refusal">The refusal as JSON of the house, or null.</param>
/// <param name="Unavailable">Whether nothing is known to have been stored because the journal failed: send the same again later.</param>
[GenerateSerializer, Immutable, Alias("grain-answer")]
internal readonly record struct GrainAnswer([property: Id(0)] long Version, [property: Id(1)] byte[]? Refusal, [property: Id(2)] bool Unavailable);
