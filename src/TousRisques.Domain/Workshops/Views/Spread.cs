using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Counting;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>The verdicts of a table's members on one action.</summary>
/// <param name="Action">The action.</param>
/// <param name="Count">Their count, or null when nobody judged.</param>
/// <param name="Model">What the model says, or null when it says nothing of it (a card that the table proposed).</param>
/// <param name="Why">Why the model says so.</param>
/// <param name="Kept">The table's own verdict against the model's, or null.</param>
/// <param name="Differs">How the table and the model differ, or null when they do not.</param>
public sealed record ActionSpread(ActionId Action, VerdictCount? Count, Verdict? Model, ImmutableArray<Explanation> Why, Override? Kept, DivergenceKind? Differs);

/// <summary>Verdicts counted, table by table.</summary>
public static class Spread
{
    /// <summary>
    /// Every action that a table re-assesses in an act, with the model's verdict beside. For facilitators: the model's verdict is here
    /// whether the room has seen it or not.
    /// </summary>
    public static ImmutableArray<ActionSpread> Of(Workshop state, ActId act, TableId table)
    {
        var differ = state.Divergences(table, act).ToDictionary(d => d.Action, d => d.Kind);
        var facts = (Survival.SituationOf(state, act, table)?.Actions ?? []).ToDictionary(a => a.Action);
        return
        [
            .. state.DeckFor(table, act).Select(action => new ActionSpread(
                action, state.CountVerdicts(table, act, action),
                facts.GetValueOrDefault(action)?.Verdict, facts.GetValueOrDefault(action)?.Why ?? [],
                state.Overrides.TryGetValue((act, table, action), out var kept) ? kept : null,
                differ.TryGetValue(action, out var kind) ? kind : null)),
        ];
    }
}
