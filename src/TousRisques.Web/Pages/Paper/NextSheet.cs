using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;

namespace TousRisques.Web.Pages.Paper;

/// <summary>Which sheets are in, and which one comes next on the pile.</summary>
public static class NextSheet
{
    /// <summary>The next sheet of the same kind that is not in yet: of somebody on paper, by seats; of a table, by letters. Null when all are in.</summary>
    public static SheetNumber? After(Workshop state, SheetNumber sheet)
    {
        var others = SheetNumber.IsTables(sheet.Kind)
            ? state.Tables.Select(t => sheet with { Table = t.Id.Value })
            : state.Present.Where(p => p.OnPaper).Select(p => sheet with { Seat = Seats.Of(state, p) }).OrderBy(s => s.Seat);
        return others.Where(s => s != sheet && Lines(state, s) == 0).OrderBy(s => s.Seat < sheet.Seat || (s.Seat == 0 && string.CompareOrdinal(s.Table, sheet.Table) < 0)).FirstOrDefault();
    }

    /// <summary>How many lines of a sheet are in.</summary>
    public static int Lines(Workshop state, SheetNumber sheet)
    {
        var act = sheet.Act > 0 && sheet.Act <= state.Script!.Acts.Length ? state.Script.Acts[sheet.Act - 1].Id : default;
        var who = sheet.Seat > 0 ? Seats.Find(state, sheet.Seat)?.Id : null;
        var table = new TableId(sheet.Table);
        return sheet.Kind switch
        {
            SheetKind.Assessment => state.Judgements.Keys.Count(k => k.Act == act && k.Participant == who),
            SheetKind.Priorities => who is { } p && state.Rankings.TryGetValue((act, p), out var ranking) ? ranking.Length : 0,
            SheetKind.Plan => state.PlanOf(table, act)?.Actions.Count() ?? 0,
            SheetKind.Board => state.Board.Keys.Count(k => k.Table == table),
            SheetKind.Debrief => state.Debrief.Count(d => d.Participant == who),
            _ => state.Leads.Count(l => l.Author == who),
        };
    }
}
