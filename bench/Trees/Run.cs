using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace TousRisques.Trees;

/// <summary>One run of the command on one tree.</summary>
internal sealed record Run(int Events, int Gates, string CutSets, string UpTo20, string Digits, double Wall, double Cpu, double MegaBytes)
{
    private const int OrdersInTable = 20;

    public static Run Of(string tool, string file)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(tool, ["cutsets", file, "--json"]) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEndAsync();
        var (peak, cpu) = (0L, 0.0); // as last seen before the end
        while (!process.WaitForExit(10))
        {
            process.Refresh();
            try
            {
                (peak, cpu) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime.TotalSeconds);
            }
            catch (InvalidOperationException)
            {
                break; // it has just ended
            }
        }
        process.WaitForExit();
        var wall = clock.Elapsed.TotalSeconds;
        using var json = JsonDocument.Parse(text.Result);
        var root = json.RootElement;
        var upTo20 = root.GetProperty("byOrder").EnumerateObject().Where(o => int.Parse(o.Name, CultureInfo.InvariantCulture) <= OrdersInTable)
            .Aggregate(BigInteger.Zero, (sum, o) => sum + BigInteger.Parse(o.Value.GetString()!, CultureInfo.InvariantCulture));
        return new Run(root.GetProperty("basicEvents").GetInt32(), root.GetProperty("gates").GetInt32(), root.GetProperty("minimalCutSets").GetString()! + (root.GetProperty("complete").GetBoolean() ? "" : " PARTIAL"),
            upTo20.ToString(CultureInfo.InvariantCulture), SixDigits(root.GetProperty("probability").GetDouble()), wall, cpu, peak / 1e6);
    }

    /// <summary>As C's %g prints it, six digits.</summary>
    private static string SixDigits(double value) => value.ToString(value < 1e-4 ? "0.#####e-00" : "G6", CultureInfo.InvariantCulture);
}
