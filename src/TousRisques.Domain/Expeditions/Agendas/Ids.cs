using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Agendas;

/// <summary>A workshop to come; drawn at random by the edge.</summary>
public readonly record struct PlannedWorkshopId(string Value) : IId<PlannedWorkshopId>
{
    /// <inheritdoc/>
    public static PlannedWorkshopId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Somebody's sign-up; the person is known apart, under the same id, and may be erased there.</summary>
public readonly record struct SignUpId(string Value) : IId<SignUpId>
{
    /// <inheritdoc/>
    public static SignUpId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A circular: what is said to all who signed up for a workshop.</summary>
public readonly record struct CircularId(string Value) : IId<CircularId>
{
    /// <inheritdoc/>
    public static CircularId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
