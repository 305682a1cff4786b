using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>How a table and the model differ on an action.</summary>
public enum Disagreement
{
    /// <summary>They agree, or nobody judged, or the model says nothing of it.</summary>
    None,
    /// <summary>The room counts on something that has fallen (angle mort).</summary>
    BlindSpot,
    /// <summary>The room knows a fallback that the model does not, and has written down which (capacité cachée).</summary>
    HiddenCapacity,
    /// <summary>The room gives up what the model still holds possible (renoncement).</summary>
    GivenUp,
}

/// <summary>The verdicts of a table's members on one action.</summary>
/// <param name="Action">The action.</param>
/// <param name="Impossible">How many said impossible.</param>
/// <param name="Degraded">How many said degraded.</param>
/// <param name="Feasible">How many said feasible.</param>
/// <param name="Model">What the model says, or null when it says nothing of it.</param>
/// <param name="Why">Why the model says so.</param>
/// <param name="Kept">The table's own verdict against the model's, or null.</param>
public sealed record ActionSpread(
    ActionId Action, int Impossible, int Degraded, int Feasible, Verdict? Model, ImmutableArray<Explanation> Why, Override? Kept)
{
    /// <summary>How many judged it.</summary>
    public int Given => Impossible + Degraded + Feasible;

    /// <summary>The table's verdict: the median of its members'; of an even number, the lower of the two in the middle. Null when nobody judged.</summary>
    public Verdict? Median => Given == 0 ? null
        : (Given - 1) / 2 < Impossible ? Verdict.Impossible
        : (Given - 1) / 2 < Impossible + Degraded ? Verdict.Degraded
        : Verdict.Feasible;

    /// <summary>How the table and the model differ. The last word, a written one, tells a hidden capacity from a blind spot.</summary>
    public Disagreement Disagreement => Model is not { } model ? Disagreement.None
        : Kept is { } kept && kept.Verdict > model ? Disagreement.HiddenCapacity
        : Median is not { } median || median == model ? Disagreement.None
        : median > model ? Disagreement.BlindSpot
        : Disagreement.GivenUp;
}

/// <summary>Verdicts counted, table by table.</summary>
public static class Spread
{
    /// <summary>
    /// Every action that a table re-assesses in an act, with the model's verdict beside. For facilitators: the model's verdict is here
    /// whether the room has seen it or not.
    /// </summary>
    public static ImmutableArray<ActionSpread> Of(Workshop state, ActId act, TableId table)
    {
        var members = state.Participants.Where(p => p.Table == table).Select(p => p.Id).ToHashSet();
        var judged = state.Judgements.Where(j => j.Key.Act == act && members.Contains(j.Key.Participant))
            .ToLookup(j => j.Key.Action, j => j.Value.Verdict);
        var facts = (Survival.SituationOf(state, act, table)?.Actions ?? []).ToDictionary(a => a.Action);
        return
        [
            .. Progress.ToAssess(state, act, table).Select(action => new ActionSpread(
                action, judged[action].Count(v => v is Verdict.Impossible), judged[action].Count(v => v is Verdict.Degraded),
                judged[action].Count(v => v is Verdict.Feasible), facts.GetValueOrDefault(action)?.Verdict,
                facts.GetValueOrDefault(action)?.Why ?? [],
                state.Overrides.TryGetValue((act, table, action), out var kept) ? kept : null)),
        ];
    }
}
