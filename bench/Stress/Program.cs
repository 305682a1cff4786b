using System.Diagnostics;
using System.Globalization;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Scenarios;
using TousRisques.Formats.Packs;
using TousRisques.Resilience.Simulation;

// What a report of the stress bench takes, part by part: the shipped territory, then larger ones made of copies of it that share its regional networks.
//   dotnet run -c Release --project bench/Stress [-- copies…]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = new DirectoryInfo(AppContext.BaseDirectory);
while (!Directory.Exists(Path.Combine(folder!.FullName, "scenarios"))) folder = folder.Parent;
var shipped = PackReader.Read(Path.Combine(folder.FullName, "scenarios", "seine-maritime")).Pack!;
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}; {shipped.Stress.Perils.Length} perils, 10 000 years");
Report(shipped); // warms up
Console.WriteLine("| components | functions | matrix | revealing, combinations | year | cut sets | levers | all levers without the shortcut (estimate) |");
Console.WriteLine("|---|---|---|---|---|---|---|---|");
foreach (var copies in args.Length > 0 ? args.Select(int.Parse) : [1, 4, 12]) Console.WriteLine(Report(Copies.Of(shipped, copies)));

static string Report(Pack pack)
{
    var model = new StressModel(pack);
    var matrix = Timed(() => Exposure.Of(model));
    var search = Timed(() => RevealingSearch.Run(model));
    var year = Timed(() => YearOfPerils.Of(model, 10_000, 1));
    var structure = Timed(() => Structure.Of(model));
    var levers = Timed(() => Levers.Ranked(pack, 10_000, 1));
    // Without the shortcut, every lever draws every year again.
    var plain = Timed(() => Simulator.Run(model.OfYear(1), 10_000)).Seconds * levers.Result.Length;
    return $"| {pack.Territory.Components.Length} | {model.Functions.Length} | {matrix.Seconds:0.00} s | {search.Seconds:0.0} s, {search.Result.Tried} | {year.Seconds:0.00} s "
        + $"| {structure.Seconds:0.00} s{(structure.Result.All(s => s.IsComplete) ? "" : " (partial)")} | {levers.Seconds:0.0} s, {levers.Result.Length} | {plain:0} s |";
}

static (T Result, double Seconds) Timed<T>(Func<T> run)
{
    var clock = Stopwatch.StartNew();
    var result = run();
    return (result, clock.Elapsed.TotalSeconds);
}
