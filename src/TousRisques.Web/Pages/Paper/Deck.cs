using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;

namespace TousRisques.Web.Pages.Paper;

/// <summary>Numbers of cards, the same on printed cards, on sheets and in entry forms: the scenario's in their order, then the table's own.</summary>
public static class Deck
{
    /// <summary>Every card of a table with its number, from 1.</summary>
    public static IEnumerable<(int Number, ActionId Action)> Of(Workshop state, TableId table) => state.CardsOf(table).Select((a, i) => (i + 1, a));

    /// <summary>Cards that a table judges at an act, with their numbers.</summary>
    public static IEnumerable<(int Number, ActionId Action)> ToJudge(Workshop state, TableId table, ActId act)
    {
        var judged = state.DeckFor(table, act).ToHashSet();
        return Of(state, table).Where(c => judged.Contains(c.Action));
    }
}
