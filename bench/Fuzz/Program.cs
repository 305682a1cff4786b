using System.Globalization;
using TousRisques.Fuzz;
using TousRisques.Fuzz.Running;
using TousRisques.Fuzz.Xml;
using TousRisques.Fuzz.Yaml;

// Feeds the readers of strangers' files with right, nearly right and hostile ones, and what they accept to the analysis and the model.
//   dotnet run -c Release --project bench/Fuzz -- [xml|yaml|all] [--minutes 10] [--seed N] [--keep FOLDER]
//   dotnet run -c Release --project bench/Fuzz -- xml --replay FOLDER
// Minutes are of processor time, for each reader. Exit code 1 when something crashed, hung or broke a promise; the cases are in FOLDER, made small.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["--worker", var worked, var itsSeed, var from, var itsBoard, var itsKeep])
    return Worker.Go(TargetOf(worked), ulong.Parse(itsSeed, CultureInfo.InvariantCulture), long.Parse(from, CultureInfo.InvariantCulture), itsBoard, itsKeep);
if (args is ["--try", var tried, var tryBoard]) return Worker.TryOnDemand(TargetOf(tried), tryBoard);

const double HangSeconds = 20;
var wanted = args.FirstOrDefault(a => a is "xml" or "yaml" or "all") ?? "all";
var seconds = 60 * double.Parse(Option("--minutes") ?? "10", CultureInfo.InvariantCulture);
var seed = ulong.Parse(Option("--seed") ?? "1", CultureInfo.InvariantCulture);
var keep = Path.GetFullPath(Option("--keep") ?? Path.Combine(Path.GetTempPath(), "tousrisques-fuzz"));
if (Option("--replay") is { } replayed)
{
    var target = TargetOf(wanted);
    using var minimiser = new Minimiser(target, "", HangSeconds);
    Console.WriteLine(minimiser.Say(Input.Load(replayed, target.Pattern)).Replace("  ", "\n", StringComparison.Ordinal));
    return 0;
}

Directory.CreateDirectory(keep);
var failures = 0;
foreach (var target in new[] { TargetOf("xml"), TargetOf("yaml") }.Where(t => wanted == "all" || wanted == t.Name))
{
    Console.WriteLine($"{target.Name}: seed {seed}, {seconds / 60:0.##} minutes of processor time, {target.Seeds().Count} inputs to start from, .NET {Environment.Version}");
    var overseer = new Overseer(target, seed, keep, HangSeconds);
    overseer.Run(seconds);
    var tally = overseer.Tally;
    var codes = target.AllKinds.ToList();
    Console.WriteLine($"  {tally.Cases} cases in {overseer.Cpu / 60:0.0} minutes of processor time ({tally.Cases / overseer.Cpu:0} /s); accepted {Share(tally.Accepted)}, refused {Share(tally.Refused)}, analysis stopped on time {Share(tally.Stopped)}");
    Console.WriteLine($"  kinds of findings {codes.Count(tally.Kinds.ContainsKey)} of {codes.Count}, never {string.Join(", ", codes.Where(c => !tally.Kinds.ContainsKey(c)))}; traits of what was accepted {tally.Kinds.Count - codes.Count(tally.Kinds.ContainsKey)}; {tally.Learned} inputs kept for being new");
    Console.WriteLine($"  slowest case {tally.Slowest}: {tally.SlowestSeconds:0.0} s of clock time");
    foreach (var (kind, n) in tally.Failures.OrderByDescending(f => f.Value))
    {
        failures++;
        var folder = overseer.Failures[kind];
        using (var minimiser = new Minimiser(target, kind, HangSeconds))
        {
            var input = Input.Load(folder, target.Pattern);
            var small = minimiser.Run(input);
            small.Save(Path.Combine(folder, "small"));
            Console.WriteLine($"  FAILURE {n} x {kind}: {folder}, {input.Size} bytes made {small.Size}");
        }
    }

    string Share(long n) => $"{n} ({100.0 * n / Math.Max(1, tally.Cases):0.0} %)";
}
return failures == 0 ? 0 : 1;

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : null;

static ITarget TargetOf(string name) => name == "yaml" ? new YamlTarget() : new XmlTarget();
