using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using TousRisques.Bench;
using TousRisques.Resilience.Simulation;

// How many draws a second the simulation makes, beside its plain reference in the same run.
//   dotnet run -c Release --project bench/Draws [-- draws]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var draws = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, {draws} draws of 72 h");

foreach (var size in new[] { 100, 1_000, 10_000 })
{
    var study = Territories.Large(size);
    var plainDraws = Math.Max(2, 20_000 / size);
    PlainSimulator.Run(study, 1);
    var plain = Seconds(() => PlainSimulator.Run(study, plainDraws)) / plainDraws;
    var own = Math.Min(draws, 10_000_000 / size);
    Console.WriteLine($"{size} components, largest circle {Territories.LargestCircle(study)}: reference {plain * 1e6:0} us a draw (one core, {plainDraws} draws)");
    foreach (var (width, threads) in new[] { (RegisterWidth.Scalar, 1), (RegisterWidth.Bits128, 1), (RegisterWidth.Bits256, 1), (RegisterWidth.Bits512, 1), (RegisterWidth.Widest, 2) })
    {
        var how = new SimulationSettings { Width = width, MostThreads = threads };
        Simulator.Run(study, 640, how);
        var time = Enumerable.Range(0, 3).Min(_ => Seconds(() => Simulator.Run(study, own, how)));
        Console.WriteLine($"  {width,-8} {threads} thread(s): {time:0.000} s for {own} draws, {time / own * 1e6:0.0} us a draw, {plain / (time / own):0} x the reference");
        if (width != RegisterWidth.Bits512) continue;
        // Timers at work are some of the nodes and sources; all of them is the working set at its largest.
        var rows = Simulator.Run(study, own, how).RowsRead;
        var limit = Limit(rows, size);
        Console.WriteLine($"           {rows / (double)own:0} rows of 64 timers read a draw ({rows * 256.0 / own / 1e6:0.00} MB); reading alone takes {limit:0.000} s: {limit / time:P0} of the machine's limit");
    }
}

// The limit compared with: reading every running timer twice an instant, from a working set as large, with nothing else to do.
static double Limit(long rows, int kept)
{
    var timers = new int[Math.Max(1, kept) * 64];
    var passes = (int)Math.Max(1, 4_000_000 / Math.Max(1, kept));
    double Pass() => Seconds(() => Read(timers, passes));
    Pass();
    var best = Enumerable.Range(0, 5).Min(_ => Pass());
    return best / ((double)passes * Math.Max(1, kept)) * rows;
}

static Vector<int> Read(int[] timers, int passes)
{
    var (a, b) = (Vector<int>.Zero, Vector<int>.Zero);
    for (var pass = 0; pass < passes; pass++)
    {
        var lanes = MemoryMarshal.Cast<int, Vector<int>>(timers);
        for (var i = 0; i + 1 < lanes.Length; i += 2) (a, b) = (Vector.Min(a, lanes[i]), Vector.Min(b, lanes[i + 1]));
    }
    return Vector.Min(a, b);
}

static double Seconds(Action run)
{
    var watch = Stopwatch.StartNew();
    run();
    return watch.Elapsed.TotalSeconds;
}
