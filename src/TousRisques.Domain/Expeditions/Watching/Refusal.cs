namespace TousRisques.Domain.Expeditions.Watching;

/// <summary>The page is in the watch already.</summary>
/// <param name="Title">The title that it has there.</param>
public sealed record WatchedAlready(string Title) : Refusal;

/// <summary>The feed is followed already.</summary>
/// <param name="Name">The name that it has there.</param>
public sealed record FollowedAlready(string Name) : Refusal;
