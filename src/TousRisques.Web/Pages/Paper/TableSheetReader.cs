using System.Globalization;
using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;

namespace TousRisques.Web.Pages.Paper;

/// <summary>Reads a table's sheet as typed into its form: the difference between what stands and what is written.</summary>
internal static class TableSheetReader
{
    /// <summary>Rows for stakeholders that the scenario forgot.</summary>
    public const int OwnStakeholderRows = 3;
    /// <summary>Rows for cards of one's own.</summary>
    public const int OwnCardRows = 2;

    /// <summary>
    /// The plan as written: what is no longer on it goes, what is new comes, cards of one's own are proposed first. Earlier actions stay
    /// while their box is ticked.
    /// </summary>
    public static IEnumerable<PaperLine> Plan(Workshop state, TableId table, ActId act, IFormCollection form, string id)
    {
        if (state.Act?.Id != act || state.PlanOf(table, act) is not { } plan)
        {
            yield return PaperLine.Wrong("plan", "plan-not-open");
            yield break;
        }
        var cards = Deck.Of(state, table).ToDictionary(c => c.Number, c => c.Action);
        var wanted = new List<(string Key, ActionId Action)>();
        for (var slot = 1; slot <= plan.Slots; slot++)
        {
            var key = SheetReader.Key('s', slot);
            var typed = form[key].ToString().Trim();
            if (typed.Length == 0) continue;
            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && cards.TryGetValue(number, out var card)) wanted.Add((key, card));
            else yield return PaperLine.Wrong(key, "no-such-card");
        }
        var kept = form["kept"].ToHashSet(StringComparer.Ordinal);
        var removed = plan.Added.Where(a => wanted.All(w => w.Action != a)).Concat(plan.Kept.Select(k => k.Action).Where(a => !kept.Contains(a.Value))).ToList();
        var added = wanted.Where(w => !plan.Actions.Contains(w.Action)).DistinctBy(w => w.Action).ToList();
        var own = OwnCards(table, form, id).ToList();

        if (plan.Confirmed && (removed.Count > 0 || added.Count > 0 || own.Count > 0)) yield return new("open", new ReopenPlan(table));
        foreach (var (action, i) in removed.Select((a, i) => (a, i))) yield return new(SheetReader.Key('x', i), new RemoveFromPlan(table, action));
        foreach (var (key, action) in added) yield return new(key, new AddToPlan(table, action));
        foreach (var line in own) yield return line;
        if (form["done"].Count > 0) yield return new("done", new ConfirmPlan(table), OnlyIfAllWell: true);
        else if (plan.Confirmed) yield return new("open", new ReopenPlan(table));
    }

    /// <summary>Where stakeholders were placed: one choice a row, or one line of digits (1 to 4 in the order of the columns, 0 for a blank).</summary>
    public static IEnumerable<PaperLine> Board(Workshop state, TableId table, IFormCollection form, string id)
    {
        var cards = state.Script!.Stakeholders;
        var line = SheetReader.Digits(form["line"]);
        if (line.Length > cards.Length || line.Any(c => c is not (>= '0' and <= '4')))
        {
            yield return PaperLine.Wrong("line", "bad-line-board");
            line = "";
        }
        for (var i = 0; i < cards.Length; i++)
        {
            var key = SheetReader.Key('b', i + 1);
            var typed = form[key].ToString();
            if (typed == "none") yield return new(key, new PlaceStakeholder(table, cards[i], null));
            else if ((SheetReader.Word<StakeholderRole>(typed) ?? (i < line.Length && line[i] != '0' ? (StakeholderRole)(line[i] - '1') : null)) is { } role)
                yield return new(key, new PlaceStakeholder(table, cards[i], role));
        }
        for (var row = 1; row <= OwnStakeholderRows; row++)
        {
            var key = SheetReader.Key('o', row);
            if (string.IsNullOrWhiteSpace(form[key])) continue;
            yield return SheetReader.Word<StakeholderFamily>(form["f" + key]) is { } family && SheetReader.Word<StakeholderRole>(form["p" + key]) is { } place
                ? new(key, new AddStakeholder(new(Own(id, row)), table, form[key].ToString(), family, place))
                : PaperLine.Wrong(key, "family-missing");
        }
    }

    private static IEnumerable<PaperLine> OwnCards(TableId table, IFormCollection form, string id)
    {
        for (var row = 1; row <= OwnCardRows; row++)
        {
            var key = SheetReader.Key('o', row);
            if (string.IsNullOrWhiteSpace(form[key])) continue;
            if (SheetReader.Word<Theme>(form["t" + key]) is not { } theme || SheetReader.Word<CrisisTime>(form["m" + key]) is not { } time
                || !int.TryParse(form["e" + key], NumberStyles.None, CultureInfo.InvariantCulture, out var effort))
            {
                yield return PaperLine.Wrong(key, "card-incomplete");
                continue;
            }
            var card = new ActionId(Own(id, row));
            yield return new(key, new ProposeAction(card, table, form[key].ToString(), effort, theme, time));
            if (form["i" + key].Count > 0) yield return new(key + "-in", new AddToPlan(table, card));
        }
    }

    private static string Own(string id, int row) => $"own-{id}-{row.ToString(CultureInfo.InvariantCulture)}";
}
