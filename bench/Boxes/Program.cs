using System.Diagnostics;
using System.Globalization;
using TousRisques.Resilience.CrossImpacts;

// Consistent scenarios of drawn boxes: branch and bound beside the definition tried on every combination, where that ends.
// Judgements from -3 to 3, each pair of drivers judged with the probability given: people rarely see an influence everywhere.
Console.WriteLine($"{"box",-8}{"judged",8}{"combinations",16}{"consistent",12}{"looked at",14}{"seconds",10}{"every one",12}");
foreach (var (drivers, states) in new[] { (6, 3), (8, 3), (10, 3), (12, 4), (15, 4), (18, 4) })
    foreach (var judged in new[] { 0.3, 0.6, 1.0 })
    {
        var box = Draw(drivers, states, judged, seed: 7);
        var clock = Stopwatch.StartNew();
        var found = ConsistentScenarios.Find(box);
        var quick = clock.Elapsed.TotalSeconds;
        var plain = "";
        if (box.Combinations <= 60_000)
        {
            clock.Restart();
            var all = ConsistentScenarios.Enumerate(box);
            plain = clock.Elapsed.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
            if (all.Length != found.Scenarios.Length) throw new InvalidOperationException($"{drivers} x {states}: {found.Scenarios.Length} found, {all.Length} there.");
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{drivers + "x" + states,-8}{judged,8:0.0}{box.Combinations,16:0}{found.Scenarios.Length + (found.Kind == SearchKind.Exact ? "" : "~"),12}{found.Looked,14}{quick,10:0.000}{plain,12}"));
    }

static ImpactMatrix Draw(int drivers, int states, double judged, int seed)
{
    var dice = new Random(seed);
    var box = new ImpactMatrix([.. Enumerable.Repeat(states, drivers)]);
    for (var d = 0; d < drivers; d++)
        for (var e = 0; e < drivers; e++)
        {
            if (d == e || dice.NextDouble() > judged) continue;
            for (var s = 0; s < states; s++)
                for (var t = 0; t < states; t++) box[d, s, e, t] = dice.Next(-3, 4);
        }
    return box;
}
