using System.Globalization;
using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Web.Pages.Paper;

/// <summary>Reads a person's sheet as typed into its form. What was left blank gives no line; nothing here decides what is allowed.</summary>
internal static class SheetReader
{
    /// <summary>Rows of leads on a sheet.</summary>
    public const int LeadRows = 2;

    private static readonly DebriefQuestion[] Questions = Enum.GetValues<DebriefQuestion>();

    /// <summary>
    /// Verdicts: one choice a card, or all of them in one line of digits in the order of the sheet (1 impossible, 2 degraded, 3 feasible;
    /// 0, a point or a hyphen for a card left blank; spaces do not count). A choice made on a card's own row holds over the line's.
    /// </summary>
    public static IEnumerable<PaperLine> Assessment(Workshop state, Domain.Workshops.Participant who, ActId act, IFormCollection form)
    {
        var deck = Deck.ToJudge(state, who.Table, act).ToList();
        var line = Digits(form["line"]);
        if (line.Length > deck.Count || line.Any(c => c is not (>= '0' and <= '3')))
        {
            yield return PaperLine.Wrong("line", "bad-line");
            line = "";
        }
        for (var i = 0; i < deck.Count; i++)
        {
            var (number, action) = deck[i];
            var key = Key('a', number);
            var reason = form["r" + key].ToString();
            Verdict? verdict = Verdicts(form[key]) ?? (i < line.Length && line[i] != '0' ? (Verdict)(line[i] - '1') : null);
            if (verdict is null && reason.Trim().Length == 0) continue;
            // A reason alone goes with the verdict typed in before.
            verdict ??= state.Judgements.TryGetValue((act, who.Id, action), out var said) ? said.Verdict : null;
            if (verdict is not { } given) yield return PaperLine.Wrong(key, "verdict-missing");
            else yield return new(key, new AssessAction(who.Id, act, action, given, reason.Trim().Length == 0 ? ReasonBefore(state, who, act, action, given) : reason));
        }
    }

    /// <summary>Priorities, the first first: a stake by its number on the ballot, or one's own words. All blank takes back what was typed in before.</summary>
    public static IEnumerable<PaperLine> Priorities(Workshop state, Domain.Workshops.Participant who, ActId act, IFormCollection form)
    {
        var ranking = new List<Priority>();
        var wrong = false;
        for (var place = 1; place <= Limits.Priorities; place++)
        {
            var key = Key('c', place);
            var typed = form[key].ToString().Trim();
            if (typed.Length == 0) continue;
            if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) ranking.Add(new(null, typed));
            else if (number >= 1 && number <= state.Script!.Stakes.Length) ranking.Add(new(state.Script.Stakes[number - 1], null));
            else
            {
                wrong = true;
                yield return PaperLine.Wrong(key, "no-such-stake");
            }
        }
        if (!wrong && (ranking.Count > 0 || state.Rankings.ContainsKey((act, who.Id)))) yield return new("ranking", new RankPriorities(who.Id, act, [.. ranking]));
    }

    /// <summary>Answers of the debrief, each with its theme and its time.</summary>
    public static IEnumerable<PaperLine> Debrief(Domain.Workshops.Participant who, IFormCollection form)
    {
        for (var i = 0; i < Questions.Length; i++)
        {
            var key = Key('d', i + 1);
            if (form[key].ToString() is not { } words || string.IsNullOrWhiteSpace(words)) continue;
            yield return Tags(form, key) is var (theme, time)
                ? new(key, new AnswerDebrief(who.Id, Questions[i], words, theme, time))
                : PaperLine.Wrong(key, "tags-missing");
        }
    }

    /// <summary>Leads of one's own, and those of others that one would carry.</summary>
    /// <param name="state">The workshop.</param>
    /// <param name="who">Whose sheet it is.</param>
    /// <param name="form">The form.</param>
    /// <param name="id">The form's own id: new leads are named after it, so that a form sent twice proposes them once.</param>
    public static IEnumerable<PaperLine> Leads(Workshop state, Domain.Workshops.Participant who, IFormCollection form, string id)
    {
        for (var row = 1; row <= LeadRows; row++)
        {
            var key = Key('l', row);
            var (title, words) = (form[key].ToString(), form["w" + key].ToString());
            if (string.IsNullOrWhiteSpace(title) && string.IsNullOrWhiteSpace(words)) continue;
            yield return Tags(form, key) is var (theme, time)
                ? new(key, new ProposeLead(new($"l-{id}-{row.ToString(CultureInfo.InvariantCulture)}"), who.Id, title, string.IsNullOrWhiteSpace(words) ? title : words, theme, time))
                : PaperLine.Wrong(key, "tags-missing");
        }
        if (form["support"].Count == 0 && form["supports"].Count == 0) yield break;
        var supported = form["support"].ToHashSet(StringComparer.Ordinal);
        foreach (var (lead, i) in state.Leads.Select((l, i) => (l, i)))
            if (supported.Contains(lead.Id.Value) != lead.Supporters.Contains(who.Id.Value))
                yield return new(Key('s', i + 1), new SupportLead(lead.Id, who.Id, supported.Contains(lead.Id.Value)));
    }

    /// <summary>Name of a line: a letter and a number.</summary>
    public static string Key(char letter, int number) => letter + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A line of digits without what people put between them; a point or a hyphen is a zero.</summary>
    public static string Digits(string? typed) =>
        typed is null || typed.Length > 400 ? "" : string.Concat(typed.Where(c => !char.IsWhiteSpace(c)).Select(c => c is '.' or '-' ? '0' : c));

    /// <summary>A word of an enumeration as forms write it, whatever its case; null for none.</summary>
    public static T? Word<T>(string? typed) where T : struct, Enum =>
        typed is { Length: > 1 } && char.IsAsciiLetter(typed[0]) && Enum.TryParse<T>(typed.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    private static Verdict? Verdicts(string? typed) => Word<Verdict>(typed);

    private static (Theme, CrisisTime)? Tags(IFormCollection form, string key) =>
        Word<Theme>(form["t" + key]) is { } theme && Word<CrisisTime>(form["m" + key]) is { } time ? (theme, time) : null;

    // Typing a sheet again without its reasons must not wipe the reasons typed in before.
    private static string ReasonBefore(Workshop state, Domain.Workshops.Participant who, ActId act, ActionId action, Verdict verdict) =>
        state.Judgements.TryGetValue((act, who.Id, action), out var said) && said.Verdict == verdict ? said.Reason : "";
}
