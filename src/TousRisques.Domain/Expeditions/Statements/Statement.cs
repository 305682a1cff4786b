using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Statements;

/// <summary>A statement of the synthesis; drawn at random by the edge.</summary>
public readonly record struct StatementId(string Value) : IId<StatementId>
{
    /// <inheritdoc/>
    public static StatementId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>What a statement says.</summary>
/// <param name="Words">What the expedition has learned, in a sentence or a few.</param>
/// <param name="Theme">Its theme.</param>
/// <param name="Time">Its time of crisis.</param>
/// <param name="Evidence">What says so: one piece at least.</param>
public sealed record StatementSheet(string Words, Theme Theme, CrisisTime Time, ImmutableArray<Evidence> Evidence)
{
    /// <inheritdoc/>
    public bool Equals(StatementSheet? other) => other is not null && (Words, Theme, Time) == (other.Words, other.Theme, other.Time) && Evidence.SequenceEqual(other.Evidence);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Words, Theme, Time, Evidence.Length);
}

/// <summary>A statement of the synthesis.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Sheet">What it says.</param>
/// <param name="ChangedAt">When it was last written.</param>
/// <param name="Withdrawn">Whether it was taken out of the synthesis.</param>
public sealed record Statement(StatementId Id, StatementSheet Sheet, DateTimeOffset ChangedAt, bool Withdrawn);

/// <summary>How large the synthesis may grow.</summary>
public static class StatementLimits
{
    /// <summary>Statements of an expedition, those withdrawn among them.</summary>
    public const int Statements = 500;
}

