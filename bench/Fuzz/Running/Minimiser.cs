using System.Collections.Immutable;
using System.Diagnostics;

namespace TousRisques.Fuzz.Running;

/// <summary>Makes a failing case smaller while it fails in the same way: files, then lines, then bytes, in halves, quarters and so on (delta debugging).</summary>
internal sealed class Minimiser(ITarget target, string kind, double hangSeconds) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string board = Path.Combine(Path.GetTempPath(), $"tousrisques-fuzz-{Environment.ProcessId}-try.board");
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private Child? child;

    public Input Run(Input input)
    {
        if (!Fails(input)) return input;
        for (var i = input.Files.Length - 1; i >= 0 && input.Files.Length > 1; i--)
            if (new Input(input.Files.RemoveAt(i)) is var fewer && Fails(fewer)) input = fewer;
        for (var i = 0; i < input.Files.Length; i++)
        {
            var bytes = input.Files[i].Bytes;
            bytes = Shrink(Lines(bytes), parts => With(i, Joined(parts)));
            bytes = Shrink([.. bytes.Select(b => new[] { b })], parts => With(i, Joined(parts)));
            input = With(i, bytes);
        }
        return input;

        Input With(int i, byte[] bytes) => new(input.Files.SetItem(i, input.Files[i] with { Bytes = bytes }));
    }

    /// <summary>What a try of an input says.</summary>
    public string Say(Input input)
    {
        child ??= new Child(board, ["--try", target.Name, board]);
        child.Lines.Clear();
        child.Board.Show(0, input);
        child.Tell("go");
        while (true)
        {
            if (child.Lines.TryDequeue(out var line)) return line;
            var isHanging = child.IsHanging(hangSeconds);
            if (!isHanging && !child.HasEnded)
            {
                Thread.Sleep(5);
                continue;
            }
            if (isHanging) child.Kill();
            else if (child.WaitForEnd(1_000) && child.Lines.TryDequeue(out line)) return line;
            var words = isHanging ? "hangs" : child.LastWords();
            child.Dispose();
            child = null;
            return "fail\t" + words + "\t";
        }
    }

    private bool Fails(Input input) => clock.Elapsed < Patience && Say(input).Split('\t') is ["fail", var how, ..] && how == kind;

    private byte[] Shrink(ImmutableArray<byte[]> parts, Func<ImmutableArray<byte[]>, Input> made)
    {
        for (var size = parts.Length / 2; size > 0 && clock.Elapsed < Patience; size /= 2)
            for (var at = 0; at < parts.Length;)
            {
                var fewer = parts.RemoveRange(at, Math.Min(size, parts.Length - at));
                if (Fails(made(fewer))) parts = fewer;
                else at += size;
            }
        return Joined(parts);
    }

    private static byte[] Joined(ImmutableArray<byte[]> parts) => [.. parts.SelectMany(p => p)];

    /// <summary>Lines; also cut before each tag, for XML that stands in one line.</summary>
    private static ImmutableArray<byte[]> Lines(byte[] bytes)
    {
        var lines = ImmutableArray.CreateBuilder<byte[]>();
        var from = 0;
        for (var i = 1; i <= bytes.Length; i++)
        {
            if (i < bytes.Length && bytes[i - 1] != '\n' && bytes[i] != '<') continue;
            lines.Add(bytes[from..i]);
            from = i;
        }
        return lines.ToImmutable();
    }

    public void Dispose()
    {
        child?.Dispose();
        File.Delete(board);
    }
}
