using Orleans.Concurrency;

namespace TousRisques.Sessions.Grains;

/// <summary>The one place where a workshop's commands are decided, in order. Its key is the join code.</summary>
[Alias("workshop")]
internal interface IWorkshopGrain : IGrainWithStringKey
{
    /// <summary>Takes an envelope, as JSON of the house. Answers once its facts are on disk.</summary>
    [Alias("submit")]
    Task<GrainAnswer> SubmitAsync(Immutable<byte[]> envelope);

    /// <summary>Tells a node of new facts from now on, until it stops asking (<see cref="WorkshopGrain.WatchLife"/>). Asked again, it goes on.</summary>
    [Alias("watch")]
    Task WatchAsync(IWorkshopWatcher watcher);
}

/// <summary>A node that wants to know what happens in workshops.</summary>
[Alias("workshop-watcher")]
internal interface IWorkshopWatcher : IGrainObserver
{
    /// <summary>Facts that were appended. May come twice, late, or not at all: versions tell, and the journal has them all.</summary>
    [OneWay, Alias("tell")]
    Task TellAsync(string workshop, long firstVersion, Immutable<ToldFact[]> facts);
}

/// <summary>A fact on its way to a node, as the journal stores it.</summary>
[GenerateSerializer, Immutable, Alias("told-fact")]
internal readonly record struct ToldFact(
    [property: Id(0)] string Type, [property: Id(1)] string Actor, [property: Id(2)] DateTimeOffset At, [property: Id(3)] string Command,
    [property: Id(4)] string Json);

/// <summary>What became of an envelope.</summary>
/// <param name="Version">The workshop's version afterwards.</param>
/// <param name="Refusal">The refusal as JSON of the house, or null.</param>
/// <param name="Unavailable">Whether nothing is known to have been stored because the journal failed: send the same again later.</param>
[GenerateSerializer, Immutable, Alias("grain-answer")]
internal readonly record struct GrainAnswer([property: Id(0)] long Version, [property: Id(1)] byte[]? Refusal, [property: Id(2)] bool Unavailable);
