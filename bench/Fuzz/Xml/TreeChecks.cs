using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using TousRisques.Domain.Words;
using TousRisques.Formats.OpenPsa;
using TousRisques.Host.Commands;
using TousRisques.Resilience.Exact;
using TousRisques.Resilience.FaultTrees;
using TousRisques.Web;

namespace TousRisques.Fuzz.Xml;

/// <summary>What the command <c>cutsets</c> does with a model that was accepted, within small limits, and the plain definition beside it where that is cheap.</summary>
internal sealed class TreeChecks(ulong variant)
{
    private const int MostEventsTried = 10;
    private const int MostTops = 3;
    private const int DeepStack = 512 << 20;
    private const int MostGatesWritten = 5_000;

    /// <summary>An analysis is told to stop after this, and must.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Dice dice = new(variant);
    private readonly HashSet<string> traits = [];
    private bool isTimed;

    /// <summary>Throws when a promise is broken; answers traits of the model.</summary>
    public IEnumerable<string> Of(PsaModel model, out bool timed)
    {
        Written(model);
        var tops = model.Tops;
        if (tops.IsEmpty) throw new BrokenPromiseException("an accepted model has a top", $"{model.Gates.Length} gates");
        for (var i = 0; i < Math.Min(tops.Length, MostTops); i++) Analyse(model, tops[i]);
        traits.Add($"gates {BitOperations.Log2((uint)model.Gates.Length)}");
        traits.Add($"events {BitOperations.Log2((uint)model.BasicEvents.Length + 1)}");
        if (!model.HouseEvents.IsEmpty) traits.Add("house events");
        foreach (var gate in model.Gates.Take(50))
            if (gate.Formula is PsaFormula.Join join) traits.Add(join.Connective.ToString());
        timed = isTimed;
        return traits;
    }

    private void Analyse(PsaModel model, int top)
    {
        var tree = FaultTreeOf.Model(model, top);
        var options = new ExactOptions(dice.Of(1L << 16, 1L << 20, 32L << 20, 32L << 20), dice.OneIn(3) ? dice.Below(5) : null);
        using var stop = new CancellationTokenSource(Patience);
        ExactAnalysis? analysis = null;
        try
        {
            if (dice.OneIn(8)) OnDeepStack(() => analysis = ExactAnalysis.Of(tree, options, stop.Token));
            else analysis = ExactAnalysis.Of(tree, options, stop.Token);
        }
        catch (OperationCanceledException)
        {
            isTimed = true;
            traits.Add("stopped");
            return;
        }
        Sane(analysis!, tree, options);
        if (tree.Events <= MostEventsTried && tree.Gates.Length <= 300) Definition(analysis!, tree, options);
        Told(new CutSetsReport(model, top, analysis!, 0.5, 32, options.MaxOrder));
        traits.Add(analysis!.IsComplete ? "complete" : "partial");
        traits.Add(analysis.IsCoherent ? "coherent" : "incoherent");
        traits.Add(analysis.Probability is null ? "no probability" : "probability");
        traits.Add($"cut sets 2^{analysis.MinimalCutSets.GetBitLength()}");
    }

    private static void Sane(ExactAnalysis analysis, FaultTree tree, ExactOptions options)
    {
        if (analysis.Probability is { } p && !(p.AtLeast >= 0 && p.AtLeast <= p.Value && p.Value <= p.AtMost && p.AtMost <= 1))
            throw new BrokenPromiseException("a probability lies between its bounds", $"{p.AtLeast:R} {p.Value:R} {p.AtMost:R}");
        if (analysis.ByOrder.Aggregate(BigInteger.Zero, (a, b) => a + b) != analysis.MinimalCutSets) throw new BrokenPromiseException("counts add up", $"{analysis.MinimalCutSets}");
        var (listed, last) = (0, 0);
        foreach (var set in analysis.CutSets().Take(200))
        {
            listed++;
            if (set.Length < last || set.Length > (options.MaxOrder ?? int.MaxValue) || !set.SequenceEqual(set.Distinct().Order()) || set.Any(e => e < 0 || e >= tree.Events))
                throw new BrokenPromiseException("cut sets come smallest first, each event once", string.Join(',', set));
            last = set.Length;
        }
        if (listed != (int)BigInteger.Min(200, analysis.MinimalCutSets)) throw new BrokenPromiseException("as many cut sets are listed as counted", $"{listed} of {analysis.MinimalCutSets}");
    }

    /// <summary>Every combination of events, tried on the tree itself.</summary>
    private static void Definition(ExactAnalysis analysis, FaultTree tree, ExactOptions options)
    {
        var n = tree.Events;
        var holds = new bool[1 << n];
        var happens = new bool[n];
        var (probability, isKnown) = (0.0, true);
        for (var mask = 0; mask < holds.Length; mask++)
        {
            var own = 1.0;
            for (var e = 0; e < n; e++)
            {
                happens[e] = (mask >> e & 1) == 1;
                own *= happens[e] ? tree.Probabilities[e] : 1 - tree.Probabilities[e];
            }
            holds[mask] = tree.Holds(happens);
            if (!holds[mask]) continue;
            if (double.IsNaN(own)) isKnown = false;
            else probability += own;
        }
        var most = Math.Min(analysis.ProvenUpToOrder ?? n, options.MaxOrder ?? n);
        var sets = new List<int>();
        foreach (var mask in Enumerable.Range(0, holds.Length).OrderBy(m => BitOperations.PopCount((uint)m)))
            if (holds[mask] && BitOperations.PopCount((uint)mask) <= most && !sets.Any(s => (s & mask) == s)) sets.Add(mask);
        if (analysis.MinimalCutSets != sets.Count) throw new BrokenPromiseException("the count is that of the definition", $"{analysis.MinimalCutSets} instead of {sets.Count}");
        var listed = analysis.CutSets().Take(500).Select(s => s.Aggregate(0, (m, e) => m | 1 << e)).ToHashSet();
        if (sets.Count <= 500 && !listed.SetEquals(sets)) throw new BrokenPromiseException("the cut sets are those of the definition", string.Join(' ', listed.Except(sets)));
        if (!isKnown || analysis.Probability is not { } p) return;
        if (probability < p.AtLeast - 1e-9 || probability > p.AtMost + 1e-9 || (analysis.IsComplete && Math.Abs(p.Value - probability) > 1e-9))
            throw new BrokenPromiseException("the probability is that of the definition", $"{p.Value:R} in [{p.AtLeast:R}, {p.AtMost:R}] instead of {probability:R}");
    }

    private static void Told(CutSetsReport report)
    {
        using var json = new StringWriter();
        report.WriteJson(json);
        using var parsed = JsonDocument.Parse(json.ToString());
        if (parsed.RootElement.GetProperty("minimalCutSets").GetString() is not { Length: > 0 }) throw new BrokenPromiseException("the JSON has its count", json.ToString()[..200]);
        using var text = new StringWriter();
        foreach (var language in new[] { Language.French, Language.English }) report.WriteText(text, Words.In(language));
    }

    /// <summary>What is written is read back as it was.</summary>
    private static void Written(PsaModel model)
    {
        if (model.Gates.Length > MostGatesWritten) return;
        using var text = new StringWriter();
        PsaWriter.Write(model, text);
        var again = PsaReader.ReadText("again.xml", text.ToString());
        if (again.Model is not { } second) throw new BrokenPromiseException("what is written can be read", string.Join('\n', again.Findings.Take(3).Select(f => PsaFindingText.Line(f, Language.English))));
        var (before, after) = (Show(model), Show(second));
        if (!before.SequenceEqual(after)) throw new BrokenPromiseException("what is written is read back as it was", $"-{string.Join(" | ", before.Except(after).Take(2))}\n+{string.Join(" | ", after.Except(before).Take(2))}");
    }

    private static List<string> Show(PsaModel model)
    {
        List<string> lines =
        [
            .. model.Gates.Select(g => $"gate {g.Path} {g.Label} = {Formula(g.Formula)}"),
            .. model.BasicEvents.Select(e => $"event {e.Path} {e.Label} = {e.Probability:R}"),
            .. model.HouseEvents.Select(h => $"house {h.Path} = {h.Value}"),
        ];
        lines.Sort(StringComparer.Ordinal);
        return [$"model {model.Name} of {string.Join(' ', model.FaultTrees)}", .. lines];

        string Formula(PsaFormula f) => f switch
        {
            PsaFormula.Gate g => model.Gates[g.Index].Path,
            PsaFormula.BasicEvent b => model.BasicEvents[b.Index].Path,
            PsaFormula.HouseEvent h => model.HouseEvents[h.Index].Path,
            PsaFormula.Constant c => c.Value.ToString(),
            PsaFormula.Join j => $"{j.Connective} {j.Least} {j.Most} ({string.Join(' ', j.Inputs.Select(Formula))})",
            _ => "?",
        };
    }

    private static void OnDeepStack(Action run)
    {
        Exception? thrown = null;
        var thread = new Thread(() =>
        {
            try
            {
                run();
            }
#pragma warning disable CA1031 // Not swallowed: thrown again in the thread that waits.
            catch (Exception e)
#pragma warning restore CA1031
            {
                thrown = e;
            }
        }, DeepStack);
        thread.Start();
        thread.Join();
        if (thrown is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(thrown);
    }
}
