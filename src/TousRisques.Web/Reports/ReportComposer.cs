using System.Collections.Immutable;
using TousRisques.Domain.Reports;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Web.Look;
using TousRisques.Web.Telling;

namespace TousRisques.Web.Reports;

/// <summary>Puts a report into words, in one language.</summary>
public sealed partial class ReportComposer
{
    private readonly Report report;
    private readonly Pack pack;
    private readonly Words w;
    private readonly Teller tell;
    private readonly Dictionary<ActId, Act> acts;
    private readonly Dictionary<ActionId, string> actions;
    private readonly Dictionary<StakeholderId, string> stakeholders;
    private readonly Dictionary<CharacterId, string> characters;
    private readonly ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();

    private ReportComposer(Report report, Pack pack, Words words)
    {
        (this.report, this.pack, w, tell) = (report, pack, words, new Teller(pack, words));
        acts = pack.Scenario.Acts.ToDictionary(a => a.Id);
        actions = pack.Scenario.Actions.ToDictionary(a => a.Id, a => a.Title.In(words.Language));
        foreach (var own in report.Survival.Where(s => s.OwnTitle is not null)) actions[own.Action] = own.OwnTitle!;
        stakeholders = pack.Scenario.Stakeholders.ToDictionary(s => s.Id, s => s.Name.In(words.Language));
        characters = pack.Scenario.Characters.ToDictionary(c => c.Id, c => c.Name.In(words.Language));
    }

    /// <summary>The report as a document.</summary>
    public static ReportDocument Compose(Report report, Pack pack, Words words)
    {
        var composer = new ReportComposer(report, pack, words);
        composer.InShort();
        composer.CastList();
        composer.Story();
        composer.Possible();
        composer.Priorities();
        composer.Plans();
        composer.Divergences();
        composer.Consequences();
        composer.Stakeholders();
        composer.Said();
        composer.TimelineOfPlay();
        composer.Facts();
        composer.Methods();
        var title = report.Title.Length > 0 ? report.Title : words.Of(pack.Scenario.Title);
        return new(title, composer.blocks.ToImmutable());
    }

    private string Date(DateTimeOffset at) => tell.Local(at).ToString(w["report.date-format"], w.Culture);
    private string Clock(DateTimeOffset at) => tell.Local(at).ToString("HH:mm", w.Culture);
    private string Number(ActId act) => w["report.act-number", pack.Scenario.Acts.TakeWhile(a => a.Id != act).Count() + 1];
    private string Name(ActId act) => acts.TryGetValue(act, out var a) ? w.Of(a.Title) : act.Value;
    private string Name(ActionId action) => actions.GetValueOrDefault(action, action.Value);
    private string Name(TableId table) => report.Tables.FirstOrDefault(t => t.Id == table)?.Name ?? table.Value;
    private bool ManyTables => report.Tables.Length > 1;
    private string Hours(TimeSpan time) => w["report.hours", Math.Round(time.TotalHours, 1)];

    private string Name(Voice voice)
    {
        var who = voice.Character is { } c ? characters.GetValueOrDefault(c, c.Value) : null;
        return (who, voice.Name) switch
        {
            ({ } character, { } name) => $"{character} ({name})",
            ({ } character, null) => character,
            (null, { } name) => name,
            _ => w["report.participant", voice.Number],
        };
    }

    private string Name(Priority priority) => priority.Own is { } own ? w["report.own-words", own]
        : pack.Scenario.Stakes.FirstOrDefault(s => s.Id == priority.Stake) is { } stake ? w.Of(stake.Name) : priority.Stake?.Value ?? "";

    private void Head(string key) => blocks.Add(new Block.Heading(2, w["report." + key], key));
    private void Say(string text, bool soft = false) => blocks.Add(new Block.Paragraph(text, soft));

    private void Table(string caption, ImmutableArray<string> head, IEnumerable<ImmutableArray<Cell>> rows, IEnumerable<string>? brief = null)
    {
        var all = rows.ToImmutableArray();
        if (!all.IsEmpty) blocks.Add(new Block.Grid(caption, head, all, [.. brief ?? []]));
    }
}
