using System.Reflection;

namespace TousRisques.Testing;

/// <summary>
/// Files under <c>tests/Golden/shown</c>: what people will see, kept so that a change shows in review. Run the tests with the
/// environment variable <see cref="Switch"/> set to 1 to write them anew, then read the difference.
/// </summary>
public static class ShownFile
{
    /// <summary>The environment variable that rewrites the files.</summary>
    public const string Switch = "TOUSRISQUES_REWRITE_SHOWN";

    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = typeof(ShownFile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Repository").Value!;

    /// <summary>Throws, with the first line that differs, unless the file holds exactly this text.</summary>
    /// <param name="name">Path under <c>tests/Golden/shown</c>, such as <c>formats/names.txt</c>.</param>
    /// <param name="actual">The text; ends of lines do not matter.</param>
    public static void Verify(string name, string actual)
    {
        ArgumentNullException.ThrowIfNull(actual);
        var path = Path.Combine(Repository, "tests", "Golden", "shown", name);
        var lines = actual.ReplaceLineEndings("\n").TrimEnd('\n');
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, lines + "\n");
            return;
        }
        if (!File.Exists(path)) throw new InvalidOperationException($"{path} is missing. Run with {Switch}=1 to write it.");
        var expected = File.ReadAllText(path).ReplaceLineEndings("\n").TrimEnd('\n');
        if (expected == lines) return;
        var (before, after) = (expected.Split('\n'), lines.Split('\n'));
        var first = before.Zip(after).TakeWhile(p => p.First == p.Second).Count();
        throw new InvalidOperationException(
            $"{name} differs from line {first + 1} on.\nExpected: {before.ElementAtOrDefault(first)}\nActual:   {after.ElementAtOrDefault(first)}\nRun with {Switch}=1 to accept.");
    }
}
