using System.Globalization;
using TousRisques.Explorer;

// How long pages of a large expedition take to come: ten thousand of everything, a real server on loopback, one reader. Prints the 95th percentile of each page.
//   dotnet run -c Release --project bench/Explorer [-- count] (10 000 when not given)
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var count = args.Length > 0 ? int.Parse(args[0]) : 10_000;
await using var server = await LargeExpedition.StartAsync();
foreach (var part in Parts.All)
{
    var clock = System.Diagnostics.Stopwatch.StartNew();
    await part.FillAsync(server, count);
    Console.WriteLine($"{part.Name}: {count} in {clock.Elapsed.TotalSeconds:0.0} s");
}
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, load {(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown")}");
Console.WriteLine("| page | median | 95 % | slowest | kB |");
Console.WriteLine("|---|---|---|---|---|");
foreach (var part in Parts.All)
    foreach (var (name, paths) in part.Pages)
        Console.WriteLine($"| {part.Name}: {name} | {await server.MeasureAsync(paths)} |");
