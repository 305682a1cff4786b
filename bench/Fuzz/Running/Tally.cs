using System.Text.Json;

namespace TousRisques.Fuzz.Running;

/// <summary>What a run has seen so far.</summary>
internal sealed class Tally
{
    public long Cases { get; set; }
    public long Accepted { get; set; }
    public long Refused { get; set; }
    public long Stopped { get; set; }
    public int Learned { get; set; }
    public double SlowestSeconds { get; set; }
    public long Slowest { get; set; }
    public Dictionary<string, long> Kinds { get; set; } = [];
    public Dictionary<string, long> Failures { get; set; } = [];

    public void Count(Outcome outcome)
    {
        Cases++;
        if (outcome.Accepted) Accepted++;
        else Refused++;
        if (outcome.IsTimed) Stopped++;
        foreach (var kind in outcome.Kinds) Kinds[kind] = Kinds.GetValueOrDefault(kind) + 1;
    }

    public void Fail(string kind)
    {
        Cases++;
        Failures[kind] = Failures.GetValueOrDefault(kind) + 1;
    }

    /// <summary>Takes another run's figures in: a worker's that followed one that died.</summary>
    public void Add(Tally other)
    {
        Cases += other.Cases;
        Accepted += other.Accepted;
        Refused += other.Refused;
        Stopped += other.Stopped;
        Learned = Math.Max(Learned, other.Learned);
        if (other.SlowestSeconds > SlowestSeconds) (SlowestSeconds, Slowest) = (other.SlowestSeconds, other.Slowest);
        foreach (var (kind, n) in other.Kinds) Kinds[kind] = Kinds.GetValueOrDefault(kind) + n;
        foreach (var (kind, n) in other.Failures) Failures[kind] = Failures.GetValueOrDefault(kind) + n;
    }

    public string Write() => JsonSerializer.Serialize(this);

    public static Tally Read(string json) => JsonSerializer.Deserialize<Tally>(json)!;
}
