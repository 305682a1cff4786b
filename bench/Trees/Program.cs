using System.Globalization;
using TousRisques.Trees;

// The Aralia trees through the command "cutsets", each in a process of its own, against the reference table beside them.
//   dotnet run -c Release --project bench/Trees [-- tree…] [--second[=order]]
// --second also counts each tree by the second method (products of literals from the bottom upwards), as far as memory lets it; --second=4 up to order 4.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = Reference.Folder();
if (folder is null)
{
    Console.WriteLine("The trees are not here: ../shared/data/aralia beside the project.");
    return 1;
}
var wanted = args.Where(a => !a.StartsWith('-')).ToHashSet();
var second = args.FirstOrDefault(a => a.StartsWith("--second", StringComparison.Ordinal));
int? order = second is not null && second.Contains('=', StringComparison.Ordinal) ? int.Parse(second[(second.IndexOf('=', StringComparison.Ordinal) + 1)..]) : null;
var tool = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "tousrisques.exe" : "tousrisques");
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, load {(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?")} before; cpu and memory are the whole process's");
Console.WriteLine($"{"tree",-10} {"events",6} {"gates",5} {"minimal cut sets",20} {"of order <= 20",20} {"probability",12} {"wall s",7} {"cpu s",7} {"MB",6} {"SCRAM s",8}  verdict");
var (ours, oursCpu, theirs, wrong) = (0.0, 0.0, 0.0, 0);
foreach (var row in Reference.Rows(folder))
{
    if (wanted.Count > 0 && !wanted.Contains(row.Tree)) continue;
    var run = Run.Of(tool, Path.Combine(folder, row.Tree + ".xml"));
    var verdict = row.Seconds is null ? "no reference" : run.UpTo20 == row.CutSets && run.Digits == row.Probability ? "equal" : $"DIFFERS: {row.CutSets} {row.Probability}";
    if (second is not null) verdict += "; " + SecondMethod.Of(Path.Combine(folder, row.Tree + ".xml"), order);
    if (verdict.Contains("DIFFERS", StringComparison.Ordinal)) wrong++;
    if (row.Seconds is { } s)
    {
        ours += run.Wall;
        oursCpu += run.Cpu;
        theirs += s;
    }
    Console.WriteLine($"{row.Tree,-10} {run.Events,6} {run.Gates,5} {run.CutSets,20} {run.UpTo20,20} {run.Digits,12} {run.Wall,7:0.00} {run.Cpu,7:0.00} {run.MegaBytes,6:0} {row.Seconds?.ToString("0.00") ?? "limit",8}  {verdict}");
}
Console.WriteLine($"sum over the trees that SCRAM finishes: wall {ours:0.00} s, cpu {oursCpu:0.00} s; SCRAM {theirs:0.00} s");
return wrong == 0 ? 0 : 1;
