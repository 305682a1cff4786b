using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>What took something away: the root of a causal chain.</summary>
/// <param name="Event">The event, or null.</param>
/// <param name="Constraint">The constraint, or null.</param>
/// <param name="Component">The component at the root, when neither event nor constraint is named there (a restart under way, a deadlock).</param>
public readonly record struct Root(EventId? Event, ConstraintId? Constraint, ComponentId? Component)
{
    /// <summary>The root of the first of some explanations; the default when there is none.</summary>
    public static Root Of(ImmutableArray<Explanation> why) =>
        why.IsDefaultOrEmpty ? default : Of(why[0]);

    /// <summary>The root of one explanation: its last link.</summary>
    public static Root Of(Explanation why) => why.Chain.IsDefaultOrEmpty ? default : why.Chain[^1] switch
    {
        StruckBy struck => new(struck.Event, struck.Constraint, struck.Event is null && struck.Constraint is null ? struck.Component : null),
        CappedBy capped => new(null, capped.Constraints is [var first, ..] ? first : null, null),
        StarvedOf starved => new(null, null, starved.Component),
        RunningOnReserve reserve => new(null, null, reserve.Component),
        StillRestarting restarting => new(null, null, restarting.Component),
        InDeadlock deadlock => new(null, null, deadlock.Component),
        _ => default,
    };
}

/// <summary>An action that cannot be done, and what took it.</summary>
/// <param name="Action">The action.</param>
/// <param name="Root">What took it, in the end.</param>
/// <param name="Fresh">Whether it was still possible in the act before.</param>
/// <param name="Why">The whole explanation.</param>
public sealed record LostAction(ActionId Action, Root Root, bool Fresh, ImmutableArray<Explanation> Why);

/// <summary>How many actions are possible to a table in an act.</summary>
/// <param name="Act">The act.</param>
/// <param name="Number">1 for the first.</param>
/// <param name="Deck">How many the model speaks of.</param>
/// <param name="Possible">How many can be done, well or in a degraded way; the table's own verdicts have the last word.</param>
/// <param name="Degraded">How many of these in a degraded way.</param>
/// <param name="Shown">Whether the room has seen the model's verdicts of this act.</param>
/// <param name="Lost">Those that cannot, with what took them, in the deck's order.</param>
public sealed record ActSurvival(ActId Act, int Number, int Deck, int Possible, int Degraded, bool Shown, ImmutableArray<LostAction> Lost)
{
    /// <summary>What took the actions of this act, the greediest first.</summary>
    public ImmutableArray<(Root Root, int Count)> Takers =>
        [.. Lost.GroupBy(l => l.Root).Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2)];
}

/// <summary>A table's possible actions from act to act ("24 → 15 → 9").</summary>
public static class Survival
{
    /// <summary>Every act whose situation the model has told, in order; empty before the first.</summary>
    /// <param name="state">The workshop.</param>
    /// <param name="table">The table whose plans and own verdicts count; null for the territory without any.</param>
    /// <param name="shownOnly">Whether acts whose verdicts the room has not seen are left out, and what they would tell of later acts too.</param>
    public static ImmutableArray<ActSurvival> Of(Workshop state, TableId? table, bool shownOnly = false)
    {
        if (state.Script is not { } script) return [];
        var told = ImmutableArray.CreateBuilder<ActSurvival>();
        var before = new HashSet<ActionId>();
        for (var i = 0; i < script.Acts.Length; i++)
        {
            var act = script.Acts[i].Id;
            if ((shownOnly && !state.VerdictsShown.Contains(act)) || SituationOf(state, act, table) is not { } facts) continue;
            var verdicts = facts.Actions.Select(a => (Fact: a, Verdict: HoldsFor(state, act, table, a))).ToList();
            ImmutableArray<LostAction> lost =
            [
                .. verdicts.Where(v => v.Verdict is Verdict.Impossible)
                    .Select(v => new LostAction(v.Fact.Action, Root.Of(v.Fact.Why), !before.Contains(v.Fact.Action), v.Fact.Why)),
            ];
            told.Add(new(act, i + 1, verdicts.Count, verdicts.Count - lost.Length, verdicts.Count(v => v.Verdict is Verdict.Degraded),
                state.VerdictsShown.Contains(act), lost));
            before = [.. lost.Select(l => l.Action)];
        }
        return told.ToImmutable();
    }

    /// <summary>What the model told of an act to a table; failing that, of the territory without plans; null before it was asked.</summary>
    public static SituationFacts? SituationOf(Workshop state, ActId act, TableId? table) =>
        (state.Situations.GetValueOrDefault((act, table)) ?? state.Situations.GetValueOrDefault((act, null)))?.Facts;

    /// <summary>What the model told of an act's consequences to a table; failing that, of the territory without plans.</summary>
    public static ConsequenceFacts? ConsequencesOf(Workshop state, ActId act, TableId? table) =>
        (state.Consequences.GetValueOrDefault((act, table)) ?? state.Consequences.GetValueOrDefault((act, null)))?.Facts;

    // The table has the last word, once it has seen what it contradicts.
    private static Verdict HoldsFor(Workshop state, ActId act, TableId? table, ActionFact fact) =>
        table is { } t && state.Overrides.TryGetValue((act, t, fact.Action), out var kept) ? kept.Verdict : fact.Verdict;
}
