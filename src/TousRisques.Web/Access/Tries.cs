namespace TousRisques.Web.Access;

/// <summary>What is limited, and how much of it is borne (docs/adr/0010-guessing.md tells why these figures).</summary>
public sealed record TryLimits
{
    /// <summary>Join codes that no workshop has.</summary>
    public GuessLimits Codes { get; init; } = new(Burst: 60, TimeSpan.FromSeconds(2), OverallBurst: 300, TimeSpan.FromSeconds(0.2), Spared: 3);

    /// <summary>Resume codes that nobody has.</summary>
    public GuessLimits Resumes { get; init; } = new(Burst: 15, TimeSpan.FromSeconds(20), OverallBurst: 150, TimeSpan.FromSeconds(2), Spared: 3);

    /// <summary>Wrong passwords and dead one-time links.</summary>
    public GuessLimits SignIns { get; init; } = new(Burst: 8, TimeSpan.FromSeconds(30), OverallBurst: 100, TimeSpan.FromSeconds(3), Spared: 2);

    /// <summary>Demonstrations and solo games begun.</summary>
    public GuessLimits Demos { get; init; } = new(Burst: 6, TimeSpan.FromMinutes(1), OverallBurst: 30, TimeSpan.FromSeconds(20), Spared: 0);

    /// <summary>What visitors send in to expeditions: reactions, devices, sign-ups, messages. Every one counts, since none is a guess.</summary>
    public GuessLimits Contributions { get; init; } = new(Burst: 20, TimeSpan.FromSeconds(20), OverallBurst: 300, TimeSpan.FromSeconds(0.5), Spared: 3);

    /// <summary>Demonstrations that live at the same time.</summary>
    public int LiveDemos { get; init; } = 5;
}

/// <summary>Counts of what is limited, for this node.</summary>
public sealed class Tries(TryLimits limits, TimeProvider time)
{
    /// <summary>Join codes.</summary>
    public Guesses Codes { get; } = new(limits.Codes, time);

    /// <summary>Resume codes.</summary>
    public Guesses Resumes { get; } = new(limits.Resumes, time);

    /// <summary>Passwords and one-time links.</summary>
    public Guesses SignIns { get; } = new(limits.SignIns, time);

    /// <summary>Demonstrations and solo games.</summary>
    public Guesses Demos { get; } = new(limits.Demos, time);

    /// <summary>What visitors send in to expeditions.</summary>
    public Guesses Contributions { get; } = new(limits.Contributions, time);
}
