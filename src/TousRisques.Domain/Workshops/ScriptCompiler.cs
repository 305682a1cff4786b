using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops;

/// <summary>Turns a pack's scenario into the script that the rules play.</summary>
public static class ScriptCompiler
{
    /// <summary>How many acts a brief workshop plays.</summary>
    public const int BriefActs = 2;

    /// <summary>
    /// The script of a pack. Full play takes the minutes of the pack's acts where it gives them; brief play has minutes of its own, an
    /// hour in all for two acts; solo play takes half of the full minutes.
    /// </summary>
    /// <param name="pack">A pack that its reader found right.</param>
    /// <param name="packDigest">SHA-256 of its files, in lower-case hexadecimal.</param>
    /// <param name="mode">How it will be played.</param>
    public static Script Compile(Pack pack, string packDigest, PlayMode mode)
    {
        var scenario = pack.Scenario;
        ImmutableArray<Act> acts = mode == PlayMode.Brief ? [.. scenario.Acts.Take(BriefActs)] : scenario.Acts;
        return new Script
        {
            PackId = pack.Id,
            PackDigest = packDigest,
            Title = scenario.Title,
            Mode = mode,
            Steps = [.. RunSheet(acts, mode)],
            Acts = [.. acts.Select(Compile)],
            Actions = [.. scenario.Actions.Select(a => new ScriptAction(a.Id, a.Effort, a.Theme, a.Time))],
            Characters = [.. scenario.Characters.OrderByDescending(c => c.Needed).Select(c => new ScriptCharacter(c.Id, c.Needed))],
            Stakes = [.. scenario.Stakes.Select(s => s.Id)],
            Stakeholders = [.. scenario.Stakeholders.Select(s => s.Id)],
            Channels = [.. scenario.Channels.Select(c => new ScriptChannel(c.Id, c.Component, c.Delay, c.TellsSender))],
        };
    }

    private static ScriptAct Compile(Act act) => new(
        act.Id, act.Kind, act.Slots, act.Effort,
        [.. act.Events.OrderBy(e => e.At).Select(e => e.Id)],
        [.. act.Constraints.Select(Compile)])
    { At = act.At };

    private static ScriptConstraint Compile(Constraint constraint) => new(
        constraint.Id,
        constraint.Caps.Where(c => c.On == Resource.Effort).Aggregate(1.0, (share, cap) => share * (cap.Share ?? 1)))
    {
        Until = constraint.For is { } span ? constraint.At + span : null,
    };

    private static IEnumerable<Step> RunSheet(ImmutableArray<Act> acts, PlayMode mode)
    {
        yield return Outside(StepKind.Welcome);
        yield return Outside(StepKind.RoundTable);
        yield return Outside(StepKind.Stakeholders);
        for (var i = 0; i < acts.Length; i++)
        {
            foreach (var kind in ActSteps)
            {
                // The first act is the crisis alone; a scenario may still constrain it from the start.
                if (kind == StepKind.Constraints && i == 0 && acts[i].Constraints.IsEmpty) continue;
                yield return new Step(new StepId($"act-{i + 1}.{NameOf(kind)}"), kind, acts[i].Id, Minutes(kind, acts[i], mode));
            }
        }
        yield return Outside(StepKind.Debrief);
        yield return Outside(StepKind.Leads);
        yield return Outside(StepKind.Close);

        Step Outside(StepKind kind) => new(new StepId(NameOf(kind)), kind, null, Minutes(kind, null, mode));
    }

    private static readonly ImmutableArray<StepKind> ActSteps =
    [
        StepKind.Events, StepKind.Constraints, StepKind.Situation, StepKind.Assessment, StepKind.Priorities, StepKind.Plan,
        StepKind.Consequences,
    ];

    /// <summary>The name of a kind of step in files: <c>round-table</c>, <c>events</c>…</summary>
    public static string NameOf(StepKind kind) => kind switch
    {
        StepKind.Welcome => "welcome",
        StepKind.RoundTable => "round-table",
        StepKind.Stakeholders => "stakeholders",
        StepKind.Events => "events",
        StepKind.Constraints => "constraints",
        StepKind.Situation => "situation",
        StepKind.Assessment => "assessment",
        StepKind.Priorities => "priorities",
        StepKind.Plan => "plan",
        StepKind.Consequences => "consequences",
        StepKind.Debrief => "debrief",
        StepKind.Leads => "leads",
        StepKind.Close => "close",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static TimeSpan Minutes(StepKind kind, Act? act, PlayMode mode)
    {
        var (full, brief) = Usual(kind);
        if (mode == PlayMode.Brief) return TimeSpan.FromMinutes(brief);
        if (act is not null && act.Minutes.TryGetValue(NameOf(kind), out var own)) full = own;
        return TimeSpan.FromMinutes(mode == PlayMode.Solo ? Math.Ceiling(full / 2.0) : full);
    }

    /// <summary>Usual minutes: three acts in 150 when played in full, two acts in 60 when played in brief.</summary>
    private static (int Full, int Brief) Usual(StepKind kind) => kind switch
    {
        StepKind.Welcome => (5, 3),
        StepKind.RoundTable => (10, 4),
        StepKind.Stakeholders => (10, 3),
        StepKind.Events => (7, 5),
        StepKind.Constraints => (3, 2),
        StepKind.Situation => (4, 2),
        StepKind.Assessment => (7, 4),
        StepKind.Priorities => (4, 3),
        StepKind.Plan => (7, 4),
        StepKind.Consequences => (4, 2),
        StepKind.Debrief => (10, 4),
        StepKind.Leads => (8, 3),
        _ => (2, 1),
    };
}
