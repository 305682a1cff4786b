using System.Diagnostics;

namespace TousRisques.Fuzz.Running;

/// <summary>The process that runs cases and may die of one. Speaks to the overseer in lines; shows each case on the board before it runs it.</summary>
internal static class Worker
{
    /// <summary>As small as the stacks of a server's threads: what only survives on a deep one is found out.</summary>
    private const int StackBytes = 1536 * 1024;

    /// <summary>Makes cases from a number on until told to stop.</summary>
    public static int Go(ITarget target, ulong seed, long from, string board, string keep) => OnSmallStack(() =>
    {
        using var shown = new Board(board);
        var stop = false;
        new Thread(() => { Console.In.ReadLine(); stop = true; }) { IsBackground = true }.Start();
        var (corpus, tally, clock) = (new Corpus(target.Seeds()), new Tally(), Stopwatch.StartNew());
        var told = TimeSpan.Zero;
        for (var number = from; !Volatile.Read(ref stop); number++)
        {
            if (Made(target, seed, number, corpus, keep, tally) is not { } input) continue;
            shown.Show(number, input);
            var begun = clock.Elapsed;
            var kind = Try(target, input, out var outcome, out var thrown);
            shown.Number = -1;
            var took = (clock.Elapsed - begun).TotalSeconds;
            if (took > tally.SlowestSeconds) (tally.SlowestSeconds, tally.Slowest) = (took, number);
            if (kind is null)
            {
                tally.Count(outcome!);
                corpus.Learn(input, outcome!);
            }
            else
            {
                tally.Fail(kind);
                if (tally.Failures[kind] == 1) Keep(keep, target, seed, number, kind, input, thrown!);
            }
            if (clock.Elapsed - told < TimeSpan.FromSeconds(1)) continue;
            told = clock.Elapsed;
            tally.Learned = corpus.Learned;
            Console.Out.WriteLine("tally\t" + tally.Write());
        }
        tally.Learned = corpus.Learned;
        Console.Out.WriteLine("tally\t" + tally.Write());
        return 0;
    });

    /// <summary>The case of a number; null where the generator itself fails, which is told and kept like any failure instead of ending the run.</summary>
    private static Input? Made(ITarget target, ulong seed, long number, Corpus corpus, string keep, Tally tally)
    {
        try
        {
            return target.Next(Dice.For(seed, number), corpus);
        }
#pragma warning disable CA1031 // Not swallowed: told with its trace.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var kind = $"generator: {e.GetType().Name} in {new StackTrace(e).GetFrame(0)?.GetMethod()?.Name}";
            tally.Fail(kind);
            if (tally.Failures[kind] == 1) Keep(keep, target, seed, number, kind, new Input([]), e);
            return null;
        }
    }

    /// <summary>Tries the input on the board whenever told to, and says what came of it.</summary>
    public static int TryOnDemand(ITarget target, string board) => OnSmallStack(() =>
    {
        using var shown = new Board(board);
        while (Console.In.ReadLine() is not null)
        {
            var kind = Try(target, shown.Seen(), out var outcome, out var thrown);
            Console.Out.WriteLine(kind is null ? $"fine\t{(outcome!.Accepted ? "accepted" : "refused")}: {string.Join(", ", outcome.Kinds)}" : $"fail\t{kind}\t{OneLine(thrown!.ToString())}");
            shown.Number = -1;
        }
        return 0;
    });

    /// <summary>Null, or the kind of failure.</summary>
    internal static string? Try(ITarget target, Input input, out Outcome? outcome, out Exception? thrown)
    {
        (outcome, thrown) = (null, null);
        try
        {
            outcome = target.Run(input);
            return null;
        }
#pragma warning disable CA1031 // Whatever escapes is what we are looking for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            thrown = e;
            return Failure.KindOf(e);
        }
    }

    private static void Keep(string keep, ITarget target, ulong seed, long number, string kind, Input input, Exception thrown)
    {
        var folder = Path.Combine(keep, $"{target.Name}-{seed}-{number}");
        input.Save(folder);
        File.WriteAllText(Path.Combine(folder, "why.txt"), kind + "\n\n" + thrown);
        Console.Out.WriteLine($"fail\t{kind}\t{folder}");
    }

    private static string OneLine(string text) => text.ReplaceLineEndings("  ").Replace('\t', ' ');

    private static int OnSmallStack(Func<int> run)
    {
        var code = 1;
        var thread = new Thread(() => code = run(), StackBytes);
        thread.Start();
        thread.Join();
        return code;
    }
}
