using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Counting;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops;

// What the room thinks, counted by named methods. These tell hidden things too: mind who asks, and when.
public sealed partial record Workshop
{
    /// <summary>How a table judges an action in an act; null when nobody there has.</summary>
    public VerdictCount? CountVerdicts(TableId table, ActId act, ActionId action) =>
        Verdicts.Count(JudgementsOf(table, act, action).Select(j => j.Judgement.Verdict));

    /// <summary>
    /// Actions on which a table and the model disagree in an act, in the order of the deck: the table's own verdict if it has one, else the
    /// median of its judgements. Empty while the model has not answered.
    /// </summary>
    public IEnumerable<Divergence> Divergences(TableId table, ActId act)
    {
        foreach (var action in Script!.Actions)
        {
            if (ModelOn(table, act, action.Id)?.Verdict is not { } model) continue;
            var room = CountVerdicts(table, act, action.Id);
            Override? own = Overrides.TryGetValue((act, table, action.Id), out var held) ? held : null;
            if ((own?.Verdict ?? room?.Median) is not { } position || position == model) continue;
            var kind = position < model ? DivergenceKind.UnusedCapacity : own is null ? DivergenceKind.BlindSpot : DivergenceKind.HiddenCapacity;
            yield return new(table, act, action.Id, model, room, own, kind);
        }
    }

    /// <summary>How many of the scenario's actions are possible at a table in an act; null while the model has not answered.</summary>
    public int? PossibleActions(TableId table, ActId act) =>
        Situations.ContainsKey((act, table))
            ? Script!.Actions.Count(a => VerdictOf(table, act, a.Id) is not Verdict.Impossible)
            : null;

    /// <summary>
    /// Priorities of an act, at one table or in the whole room; those who left count. Own words that differ only in case are one.
    /// </summary>
    public PriorityCount CountPriorities(ActId act, TableId? table = null)
    {
        var items = Script!.Stakes.Select(s => new Priority(s, null)).ToList();
        var own = new Dictionary<string, Priority>(StringComparer.OrdinalIgnoreCase);
        var ballots = new List<IReadOnlyList<Priority>>();
        foreach (var p in Participants)
        {
            if ((table is { } t && p.Table != t) || !Rankings.TryGetValue((act, p.Id), out var ranking)) continue;
            ballots.Add([.. ranking.Select(AsItem)]);
        }
        return new(ballots.Count, Borda.Count(items, ballots), Kendall.W(items, ballots));

        Priority AsItem(Priority priority)
        {
            if (priority.Own is not { } words) return priority;
            if (own.TryGetValue(words, out var known)) return known;
            items.Add(priority);
            return own[words] = priority;
        }
    }
}
