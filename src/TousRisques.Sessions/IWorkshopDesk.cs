using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;

namespace TousRisques.Sessions;

/// <summary>A workshop as it stands, with the pack it plays.</summary>
/// <param name="State">Folded from every fact up to <paramref name="Version"/>.</param>
/// <param name="Pack">The pack, as it was when the workshop opened.</param>
/// <param name="Version">How many facts the state is folded from.</param>
public sealed record LiveWorkshop(Workshop State, Pack Pack, long Version);

/// <summary>What became of a command.</summary>
/// <param name="Refusal">Why not, or null when it was taken.</param>
/// <param name="Version">The workshop's version after it: whoever has seen this version has seen its effect.</param>
public readonly record struct Submission(Refusal? Refusal, long Version);

/// <summary>
/// The desk where pages and programs hand in commands and look at workshops. Behind it: one grain per workshop, in order; reading never
/// disturbs the grain.
/// </summary>
public interface IWorkshopDesk
{
    /// <summary>Hands in a command. Returns once its facts are on disk, or with the refusal.</summary>
    Task<Submission> SubmitAsync(WorkshopId workshop, Envelope envelope, CancellationToken cancel = default);

    /// <summary>The workshop as it stands, at least as fresh as every submission answered by this node; null when there is none.</summary>
    ValueTask<LiveWorkshop?> ReadAsync(WorkshopId workshop, CancellationToken cancel = default);

    /// <summary>
    /// Follows a workshop: gives its state now and after every change, the latest only when changes come faster than they are taken.
    /// Ends when cancelled.
    /// </summary>
    IAsyncEnumerable<LiveWorkshop> FollowAsync(WorkshopId workshop, CancellationToken cancel = default);
}
