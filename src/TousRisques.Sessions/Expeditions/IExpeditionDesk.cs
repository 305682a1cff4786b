using TousRisques.Domain.Expeditions;

namespace TousRisques.Sessions.Expeditions;

/// <summary>An expedition as it stands.</summary>
/// <param name="State">Folded from every fact up to <paramref name="Version"/>.</param>
/// <param name="Version">How many facts the state is folded from.</param>
public sealed record LiveExpedition(Expedition State, long Version);

/// <summary>The desk where pages hand in commands and look at expeditions. Behind it: one grain per expedition, in order; reading never disturbs the grain.</summary>
public interface IExpeditionDesk
{
    /// <summary>Hands in a command. Returns once its facts are on disk, or with the refusal.</summary>
    /// <exception cref="DeskUnavailableException">It could not be written or reached.</exception>
    Task<Submission> SubmitAsync(ExpeditionId expedition, ExpeditionEnvelope envelope, CancellationToken cancel = default);

    /// <summary>The expedition as it stands, at least as fresh as every submission answered by this node; null when there is none.</summary>
    ValueTask<LiveExpedition?> ReadAsync(ExpeditionId expedition, CancellationToken cancel = default);

    /// <summary>Every expedition of the installation, by name; whoever shows them looks at who may see which.</summary>
    Task<IReadOnlyList<LiveExpedition>> ListAsync(CancellationToken cancel = default);
}
