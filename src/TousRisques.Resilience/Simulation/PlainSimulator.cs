using System.Collections.Immutable;
using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Timelines;

namespace TousRisques.Resilience.Simulation;

/// <summary>What <see cref="Simulator"/> must give, one draw after the other through <see cref="Reference"/>: plain on purpose.</summary>
public static class PlainSimulator
{
    /// <summary>Runs draws 0, 1, 2… of a study.</summary>
    public static Outcome Run(Study study, int draws) => Run(study, new Dice(study), draws);

    /// <summary>Runs draws that someone chose.</summary>
    public static Outcome Play(Study study, IReadOnlyList<ImmutableArray<Placement>> plays) => Run(study, new Playbook(study, plays), plays.Count);

    /// <summary>Follows one draw that someone chose, to see what stops when and why. The causes of its strikes number all strikes of all hazards in their order.</summary>
    public static Timeline Follow(Study study, ImmutableArray<Placement> play) => Reference.Run(study.Graph, new Playbook(study, [play]).Strikes(0), study.Horizon);

    /// <summary>Follows one of the draws that <see cref="Simulator.Run(Study, int, SimulationSettings?)"/> throws.</summary>
    public static Timeline Follow(Study study, int draw) => Reference.Run(study.Graph, new Dice(study).Strikes(draw), study.Horizon);

    private static Outcome Run(Study study, Draws dice, int draws)
    {
        var lost = new int[draws * study.Watched.Length];
        var locked = new long[study.Graph.Count];
        var deadlocks = 0;
        int? firstDeadlock = null;
        for (var draw = 0; draw < draws; draw++)
        {
            var timeline = Reference.Run(study.Graph, dice.Strikes(draw), study.Horizon);
            for (var i = 0; i < study.Watched.Length; i++)
                lost[draw * study.Watched.Length + i] = (int)timeline.DownTime(study.Watched[i], TimeSpan.Zero, study.Horizon).TotalSeconds;
            var (end, running) = (timeline.Instants[^1], timeline.RunningAt(timeline.Instants[^1]));
            bool Free(int c) => timeline.StrikesAt(c, end).IsEmpty;
            var (could, will) = (Closure.Greatest(study.Graph, Free, running), Closure.Least(study.Graph, Free, running));
            for (var c = 0; c < locked.Length; c++)
                if (could[c] && !will[c]) locked[c]++;
            if (timeline.Deadlocks.IsEmpty) continue;
            deadlocks++;
            firstDeadlock ??= draw;
        }
        return new(study, draws, lost, [.. locked], deadlocks, firstDeadlock);
    }
}
