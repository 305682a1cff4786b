using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Facts;

/// <summary>An action that a table has put in force, and the act from whose hour it holds.</summary>
public readonly record struct Commitment(ActionId Action, ActId From);

/// <summary>What a table did about an action over the whole story, for the model.</summary>
/// <param name="Action">The action.</param>
/// <param name="From">The act at whose hour it begins to hold.</param>
/// <param name="Until">The act at whose hour it was dropped, or null while it holds.</param>
public readonly record struct InForce(ActionId Action, ActId From, ActId? Until);

/// <summary>All that an answer of the model depends on, besides the pack. Two equal ones have equal answers.</summary>
/// <param name="Act">The act asked about.</param>
/// <param name="Table">The table whose plans count, or null for the territory without any plan.</param>
/// <param name="Revealed">Events revealed, in the scenario's order.</param>
/// <param name="Imposed">Constraints imposed, in the scenario's order.</param>
/// <param name="Plans">The table's plans over time, in the order of the acts.</param>
public sealed record ModelInputs(
    ActId Act, TableId? Table, ImmutableArray<EventId> Revealed, ImmutableArray<ConstraintId> Imposed, ImmutableArray<InForce> Plans)
{
    /// <inheritdoc/>
    public bool Equals(ModelInputs? other) =>
        other is not null && Act == other.Act && Table == other.Table
        && Revealed.SequenceEqual(other.Revealed) && Imposed.SequenceEqual(other.Imposed) && Plans.SequenceEqual(other.Plans);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Act, Table, Revealed.Length, Imposed.Length, Plans.Length);
}

/// <summary>Something a workshop wants to know from the model before it can go on.</summary>
public abstract record ModelQuestion(ModelInputs Inputs)
{
    /// <summary>How do components and actions stand at the act's hour?</summary>
    public sealed record Situation(ModelInputs Inputs) : ModelQuestion(Inputs);

    /// <summary>What was lost from the act's hour to its end, with the plans and without?</summary>
    public sealed record Consequences(ModelInputs Inputs) : ModelQuestion(Inputs);
}
