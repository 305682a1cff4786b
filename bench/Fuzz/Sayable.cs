namespace TousRisques.Fuzz;

/// <summary>What every sentence about a stranger's file must be: one line, of bearable length, that does nothing to a terminal.</summary>
internal static class Sayable
{
    private const int Longest = 3_000;

    public static void Check(string line)
    {
        if (line.Length > Longest) throw new BrokenPromiseException("a finding is told in a line", $"{line.Length} characters: {line[..200]}");
        foreach (var c in line)
            if (char.IsControl(c) || c is '\u2028' or '\u2029') throw new BrokenPromiseException("a finding is told in a line", $"U+{(int)c:X4} in {line}");
    }
}
