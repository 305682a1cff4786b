using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Watching;

/// <summary>An item of the watch; drawn at random by the edge.</summary>
public readonly record struct WatchItemId(string Value) : IId<WatchItemId>
{
    /// <inheritdoc/>
    public static WatchItemId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A feed that the watch follows; drawn at random by the edge.</summary>
public readonly record struct WatchFeedId(string Value) : IId<WatchFeedId>
{
    /// <inheritdoc/>
    public static WatchFeedId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
