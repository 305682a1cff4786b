using System.Collections.Immutable;

namespace TousRisques.Resilience.Simulation;

/// <summary>Draws that someone chose: each is a list of hazards with their times. Sources are every strike of every hazard.</summary>
internal sealed class Playbook : Draws
{
    private readonly Study study;
    private readonly IReadOnlyList<ImmutableArray<Placement>> plays;
    private readonly int[] first;

    public Playbook(Study study, IReadOnlyList<ImmutableArray<Placement>> plays) : base(study, [.. study.Hazards.SelectMany(h => h.Strikes).Select(s => s.Nodes)])
    {
        (this.study, this.plays) = (study, plays);
        first = new int[study.Hazards.Length];
        for (var h = 1; h < first.Length; h++) first[h] = first[h - 1] + study.Hazards[h - 1].Strikes.Length;
        foreach (var play in plays)
        {
            for (var i = 0; i < play.Length; i++)
            {
                var p = play[i];
                if (p.Hazard < 0 || p.Hazard >= first.Length) throw new ArgumentException($"Hazard {p.Hazard} does not exist.", nameof(plays));
                if (p.Begin < TimeSpan.Zero || p.Begin > Study.LongestHorizon || p.Begin.Ticks % TimeSpan.TicksPerSecond != 0)
                    throw new ArgumentException($"{p.Begin} is no beginning in whole seconds.", nameof(plays));
                if (!(p.Least >= 0 && p.Least <= 1) || !(p.Length >= 0 && p.Length <= 1)) throw new ArgumentException($"{p} is out of range.", nameof(plays));
                for (var j = 0; j < i; j++)
                    if (play[j].Hazard == p.Hazard) throw new ArgumentException($"Hazard {p.Hazard} happens twice in one draw.", nameof(plays));
            }
        }
    }

    /// <inheritdoc/>
    public override void Throw(int draw, Span<int> from, Span<int> until)
    {
        from.Clear();
        until.Clear();
        foreach (var p in plays[draw])
        {
            var strikes = study.Hazards[p.Hazard].Strikes;
            for (var i = 0; i < strikes.Length; i++)
            {
                var strike = strikes[i];
                if (strike.Probability < p.Least) continue;
                var begin = Seconds(p.Begin) + Seconds(strike.Offset);
                var lasts = Seconds(strike.Shortest) + (long)((Seconds(strike.Longest) - Seconds(strike.Shortest)) * p.Length);
                from[first[p.Hazard] + i] = Within(begin);
                until[first[p.Hazard] + i] = Within(begin + lasts);
            }
        }
    }
}
