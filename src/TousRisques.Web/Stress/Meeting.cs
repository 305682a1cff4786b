using System.Collections.Immutable;
using TousRisques.Analysis.Stress;

namespace TousRisques.Web.Stress;

/// <summary>Perils that meet: what they do together and what each does alone at its own time.</summary>
/// <param name="Together">All of them.</param>
/// <param name="Alone">Each of them, in the same order, at the same time.</param>
public sealed record Meeting(Revelation Together, ImmutableArray<Revelation> Alone)
{
    /// <summary>Plays them.</summary>
    public static Meeting Of(StressModel model, ImmutableArray<PerilAt> perils, TimeSpan follow, CancellationToken cancel) =>
        new(Revelation.Of(model, perils, follow, new() { Cancellation = cancel, MostThreads = 1 }),
            [.. perils.Select(p => Revelation.Of(model, [p], follow, new() { Cancellation = cancel, MostThreads = 1 }))]);
}
