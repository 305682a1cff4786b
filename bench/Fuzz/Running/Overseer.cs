using System.Globalization;

namespace TousRisques.Fuzz.Running;

/// <summary>Keeps a worker at its cases for so much processor time, notices when it hangs or dies, and keeps the case that it was at.</summary>
internal sealed class Overseer(ITarget target, ulong seed, string keep, double hangSeconds)
{
    private readonly string board = Path.Combine(Path.GetTempPath(), $"tousrisques-fuzz-{Environment.ProcessId}-{target.Name}.board");

    /// <summary>Folder of the first case of each kind of failure.</summary>
    public Dictionary<string, string> Failures { get; } = new(StringComparer.Ordinal);

    public Tally Tally { get; } = new();

    public double Cpu { get; private set; }

    public void Run(double seconds)
    {
        long from = 0;
        try
        {
            while (Cpu < seconds) from = Watch(from, seconds - Cpu);
        }
        finally
        {
            File.Delete(board);
        }
    }

    /// <summary>One worker's life; answers the number that the next one begins with.</summary>
    private long Watch(long from, double seconds)
    {
        using var child = new Child(board, ["--worker", target.Name, seed.ToString(CultureInfo.InvariantCulture), from.ToString(CultureInfo.InvariantCulture), board, keep]);
        var tally = new Tally();
        var next = from;
        var isTold = false;
        while (!child.HasEnded)
        {
            Thread.Sleep(100);
            Listen();
            if (child.IsHanging(hangSeconds))
            {
                next = child.Board.Number + 1;
                child.Kill();
                Keep("hangs", child.Board.Seen(), next - 1, $"more than {hangSeconds} s of processor time");
                break;
            }
            if (isTold || child.Cpu < seconds) continue;
            isTold = true;
            child.Tell("stop");
        }
        child.WaitForEnd(5_000);
        Thread.Sleep(100);
        Listen();
        if (child.HasEnded && next == from && child.Board.Number is >= 0 and var last)
        {
            next = last + 1;
            Keep(child.LastWords(), child.Board.Seen(), last, "");
        }
        Cpu += child.Cpu;
        Tally.Add(tally);
        if (!isTold && next == from) throw new InvalidOperationException("The worker ended before any case: " + child.LastWords());
        return next;

        void Listen()
        {
            while (child.Lines.TryDequeue(out var line))
            {
                var parts = line.Split('\t');
                if (parts[0] == "tally") tally = Tally.Read(parts[1]);
                else if (parts[0] == "fail" && Failures.TryAdd(parts[1], parts[2])) Console.WriteLine($"  FAILURE {parts[1]}: {parts[2]}");
            }
        }
    }

    private void Keep(string kind, Input input, long number, string detail)
    {
        Tally.Fail(kind);
        var folder = Path.Combine(keep, $"{target.Name}-{seed}-{number}");
        if (!Failures.TryAdd(kind, folder)) return;
        input.Save(folder);
        File.WriteAllText(Path.Combine(folder, "why.txt"), $"{kind}\n\n{detail}\n");
        Console.WriteLine($"  FAILURE {kind}: {folder}");
    }
}
