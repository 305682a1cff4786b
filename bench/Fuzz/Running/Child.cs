using System.Collections.Concurrent;
using System.Diagnostics;

namespace TousRisques.Fuzz.Running;

/// <summary>A worker's process as the overseer sees it: its lines, its board, the processor time of its case.</summary>
internal sealed class Child : IDisposable
{
    /// <summary>More than any case may hold at once; the runtime then throws, or ends.</summary>
    private const string HeapLimit = "0x50000000";

    private readonly Process process;
    private readonly ConcurrentQueue<string> errors = new();
    private long number = -1;
    private (double Cpu, double Wall) begun;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private double lastCpu;

    public Child(string board, IEnumerable<string> arguments)
    {
        Board = new Board(board) { Number = -1 };
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, e) => { if (e.Data is { } line) Lines.Enqueue(line); };
        process.ErrorDataReceived += (_, e) => { if (e.Data is { } line && errors.Count < 400) errors.Enqueue(line); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Board Board { get; }

    public ConcurrentQueue<string> Lines { get; } = new();

    public bool HasEnded => process.HasExited;

    /// <summary>Processor time of the whole process so far, in seconds.</summary>
    public double Cpu
    {
        get
        {
            try
            {
                process.Refresh();
                return lastCpu = process.TotalProcessorTime.TotalSeconds;
            }
            catch (InvalidOperationException)
            {
                return lastCpu; // it has ended: as last seen
            }
        }
    }

    /// <summary>Whether the case on the board has had more processor time than that, or stands still for six times as long.</summary>
    public bool IsHanging(double seconds)
    {
        var (now, cpu, wall) = (Board.Number, Cpu, clock.Elapsed.TotalSeconds);
        if (now != number) (number, begun) = (now, (cpu, wall));
        return now >= 0 && (cpu - begun.Cpu > seconds || wall - begun.Wall > 6 * seconds);
    }

    public void Tell(string line)
    {
        try
        {
            process.StandardInput.WriteLine(line);
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It has ended, which is seen elsewhere.
        }
    }

    /// <summary>How it died: the first of our frames in its last words, or its exit code.</summary>
    public string LastWords()
    {
        process.WaitForExit();
        var head = errors.FirstOrDefault(l => l.Length > 0 && !l.StartsWith("   at", StringComparison.Ordinal)) ?? "";
        var frame = errors.FirstOrDefault(l => l.Contains("TousRisques.", StringComparison.Ordinal) && !l.Contains("TousRisques.Fuzz", StringComparison.Ordinal))?.Trim() ?? "";
        var cut = frame.IndexOf('(', StringComparison.Ordinal);
        return $"died ({process.ExitCode}): {head} {(cut > 0 ? frame[..cut] : frame)}".TrimEnd();
    }

    public void Kill()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
    }

    public bool WaitForEnd(int milliseconds) => process.WaitForExit(milliseconds);

    public void Dispose()
    {
        Kill();
        process.Dispose();
        Board.Dispose();
    }
}
