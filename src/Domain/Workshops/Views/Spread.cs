using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Counting;
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
/// <param name="Count">Their count, or null when nobody judged.</param>
/// <param name="Model">What the model says, or null when it says nothing of it (a card that the table proposed).</param>
/// <param name="Why">Why the model says so.</param>
/// <param name="Kept">The table's own verdict against the model's, or null.</param>
public sealed record ActionSpread(ActionId Action, VerdictCount? Count, Verdict? Model, ImmutableArray<Explanation> Why, Override? Kept)
{
    /// <summary>How the table and the model differ. The last word, a written one, tells a hidden capacity from a blind spot.</summary>
    public Disagreement Disagreement => Model is not { } model ? Disagreement.None
        : Kept is { } kept && kept.Verdict > model ? Disagreement.HiddenCapacity
        : Count is not { } count || count.Median == model ? Disagreement.None
        : count.Median > model ? Disagreement.BlindSpot
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
        var facts = (Survival.SituationOf(state, act, table)?.Actions ?? []).ToDictionary(a => a.Action);
        return
        [
            .. state.DeckFor(table, act).Select(action => new ActionSpread(
                action, Verdicts.Count(state.JudgementsOf(table, act, action).Select(j => j.Judgement.Verdict)),
                facts.GetValueOrDefault(action)?.Verdict, facts.GetValueOrDefault(action)?.Why ?? [],
                state.Overrides.TryGetValue((act, table, action), out var kept) ? kept : null)),
        ];
    }
}
