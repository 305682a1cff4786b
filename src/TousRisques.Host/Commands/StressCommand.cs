using System.CommandLine;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Scenarios;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Packs;
using TousRisques.Web;
using TousRisques.Web.Stress;
using TousRisques.Web.Telling;

namespace TousRisques.Host.Commands;

/// <summary><c>tousrisques stress PACK</c>: what the stress bench says of a pack's territory, without the web.</summary>
internal static class StressCommand
{
    private const int HasErrors = 1;
    private const int Stopped = 130;

    /// <summary>Builds the command.</summary>
    public static Command Build(Words help, Func<ParseResult, Words> words)
    {
        var pack = new Argument<string>("PACK") { Description = help["cli.argument.pack"] };
        var json = new Option<bool>("--json") { Description = help["stress.option-json"] };
        var usual = new StressSettings();
        var draws = new Option<int>("--draws") { Description = help["stress.option-draws"], DefaultValueFactory = _ => usual.Draws };
        var seed = new Option<ulong>("--seed") { Description = help["stress.option-seed"], DefaultValueFactory = _ => usual.Seed };
        var command = new Command("stress", help["stress.about"]) { pack, json, draws, seed };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            parsed.GetRequiredValue(pack), parsed.GetValue(json), parsed.GetValue(draws), parsed.GetValue(seed), words(parsed),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel)));
        return command;
    }

    private static int Run(string path, bool json, int draws, ulong seed, Words words, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        var reading = PackReader.Read(path);
        if (reading.Pack is not { } pack)
        {
            foreach (var finding in reading.Findings) error.WriteLine(FindingText.Line(finding, words.Language));
            return HasErrors;
        }
        if (draws is < 100 or > StressSettings.MostDraws)
        {
            error.WriteLine(words["stress.bad-draws", 100, StressSettings.MostDraws]);
            return HasErrors;
        }
        try
        {
            var settings = new StressSettings(draws, Math.Min(draws, new StressSettings().LeverDraws), seed);
            var report = StressReport.Of(pack, settings, Console.IsErrorRedirected ? null : new Meter(error, words), cancel);
            if (json) output.WriteLine(StressJson.Of(report, words));
            else Write(report, pack, words, output);
            return 0;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine(words["stress.stopped"]);
            return Stopped;
        }
    }

    private static void Write(StressReport report, Pack pack, Words words, TextWriter output)
    {
        var teller = Teller.ForBench(pack, words);
        output.WriteLine(words["stress.title", pack.Territory.Name.In(words.Language)]);
        output.WriteLine();
        foreach (var (insight, i) in Insight.Of(report).Select((x, i) => (x, i + 1))) output.WriteLine($"{i,2}. {teller.Insight(insight)}");
        output.WriteLine();
        output.WriteLine(words["stress.matrix-title", teller.Spell(report.Exposure.Window)]);
        foreach (var row in report.Exposure.Rows.Where(r => r.Perils.Length == 1))
        {
            output.WriteLine($"  {teller.Name(row.Perils[0])} — {teller.Hours(row.Total)}");
            var lost = report.Exposure.Functions.Select((f, i) => (f, row.Lost[i])).Where(x => x.Item2 > TimeSpan.Zero).OrderByDescending(x => x.Item2).ToList();
            if (lost.Count > 0) output.WriteLine("      " + string.Join(", ", lost.Select(x => $"{teller.Name(x.f)} {teller.Hours(x.Item2)}")));
        }
        output.WriteLine();
        output.WriteLine(words["stress.revealing-title"]);
        foreach (var r in report.Revelations.Pairs.Take(5).Concat(report.Revelations.Triples.Take(5)))
            output.WriteLine($"  +{teller.Hours(r.Beyond)}  {teller.Perils(r.Perils)}" + (r.OnlyTogether.IsEmpty ? "" : $" → {teller.Names(r.OnlyTogether)}"));
        if (!report.Revelations.IsExhaustive) output.WriteLine("  " + words["stress.guided", report.Revelations.Tried.ToString("N0", words.Culture), report.Revelations.Possible.ToString("N0", words.Culture)]);
        output.WriteLine();
        output.WriteLine(words["stress.structure-title"]);
        foreach (var s in report.Structure)
            output.WriteLine($"  {teller.Name(s.Function)} — {words["stress.cut-count", s.CutSets.ToString("N0", words.Culture)]}" + (s.SinglePoints.Any() ? " ; " + words["stress.single-points", teller.Names(s.SinglePoints)] : ""));
        output.WriteLine();
        if (report.Year is not { } year)
        {
            output.WriteLine(words["stress.no-figures"]);
            return;
        }
        output.WriteLine(words["stress.year-title", year.Draws.ToString("N0", words.Culture), year.Seed]);
        output.WriteLine("  " + words["stress.year-mean", teller.Hours(year.Mean), teller.Share(year.Touched.Value)]);
        foreach (var f in year.Functions.Where(f => f.Hours.Value > 0).OrderByDescending(f => f.Hours.Value)) output.WriteLine($"  {teller.Name(f.Function)} — {teller.Hours(f.Hours)}");
        output.WriteLine();
        output.WriteLine(words["stress.levers-title"]);
        foreach (var lever in report.Levers.Where(l => l.Saved.Low > 0).Take(25)) output.WriteLine($"  {teller.Hours(lever.Saved)}  {teller.Lever(lever)}");
    }

    /// <summary>How far the computation is, on one line of a terminal.</summary>
    private sealed class Meter(TextWriter error, Words words) : IProgress<StressProgress>
    {
        private int told = -1;

        public void Report(StressProgress value)
        {
            var percent = (int)(100 * value.Share);
            if (percent == told) return;
            told = percent;
            error.Write($"\r{words["stress.stage-" + value.Stage.ToString().ToLowerInvariant()]} {percent} % ");
            if (percent == 100) error.WriteLine();
        }
    }
}
