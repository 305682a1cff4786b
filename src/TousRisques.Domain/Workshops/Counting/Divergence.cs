using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops.Counting;

/// <summary>What kind of discovery a divergence between model and room is.</summary>
public enum DivergenceKind
{
    /// <summary>Angle mort: the room counts on something that the model says has fallen, and gave no reason.</summary>
    BlindSpot,
    /// <summary>Capacité cachée: the table maintains, with a reason, that it can do more than the model says.</summary>
    HiddenCapacity,
    /// <summary>Capacité inexploitée: the room holds for less possible something that the model says it can do.</summary>
    UnusedCapacity,
}

/// <summary>Model and room disagree on an action.</summary>
/// <param name="Table">The table.</param>
/// <param name="Act">The act.</param>
/// <param name="Action">The action.</param>
/// <param name="Model">The model's verdict.</param>
/// <param name="Room">The table's count; null when nobody judged and the table only overrode.</param>
/// <param name="Override">The table's own verdict with its reason, or null.</param>
/// <param name="Kind">What kind of discovery it is.</param>
public sealed record Divergence(
    TableId Table, ActId Act, ActionId Action, Verdict Model, VerdictCount? Room, Override? Override, DivergenceKind Kind);
