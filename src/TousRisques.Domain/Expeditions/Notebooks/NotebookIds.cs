using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Notebooks;

/// <summary>A chapter of the notebook, by the name it has in addresses: lower-case letters, digits and hyphens.</summary>
public readonly record struct ChapterId(string Value) : IId<ChapterId>
{
    /// <inheritdoc/>
    public static ChapterId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A figure of the notebook; drawn at random by the edge.</summary>
public readonly record struct FigureId(string Value) : IId<FigureId>
{
    /// <inheritdoc/>
    public static FigureId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A reaction to the notebook; drawn at random by the edge.</summary>
public readonly record struct ReactionId(string Value) : IId<ReactionId>
{
    /// <inheritdoc/>
    public static ReactionId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
