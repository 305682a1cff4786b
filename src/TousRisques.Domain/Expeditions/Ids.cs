using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions;

/// <summary>An expedition, by the name it has in addresses: lower-case letters, digits and hyphens.</summary>
public readonly record struct ExpeditionId(string Value) : IId<ExpeditionId>
{
    /// <inheritdoc/>
    public static ExpeditionId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Whether a text can be an expedition's name: 2 to 60 lower-case letters, digits and single hyphens between them.</summary>
    public static bool IsValid(string? value) =>
        value is { Length: >= 2 and <= 60 } && value[0] != '-' && value[^1] != '-' && !value.Contains("--", StringComparison.Ordinal)
        && value.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
