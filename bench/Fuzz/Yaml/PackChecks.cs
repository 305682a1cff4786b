using System.Collections.Immutable;
using System.Numerics;
using TousRisques.Analysis;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Formats.OpenPsa;
using TousRisques.Host.Commands;
using TousRisques.Resilience.Exact;
using TousRisques.Resilience.Timelines;
using TousRisques.Web.Stress;

namespace TousRisques.Fuzz.Yaml;

/// <summary>What a workshop and the commands do with a pack that was accepted.</summary>
internal sealed class PackChecks(ulong variant)
{
    /// <summary>Larger territories are read, not played: the time that the model takes is another matter.</summary>
    private const int MostComponents = 400;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Dice dice = new(variant);
    private readonly HashSet<string> traits = [];

    public bool IsTimed { get; private set; }

    /// <summary>Throws when a promise is broken; answers traits of the pack.</summary>
    public IEnumerable<string> Of(Pack pack)
    {
        foreach (var mode in Enum.GetValues<PlayMode>())
            if (ScriptCompiler.Compile(pack, new string('0', 64), mode).Steps.Length == 0) throw new BrokenPromiseException("an accepted pack has steps to play", $"{mode}");
        traits.Add($"components {BitOperations.Log2((uint)pack.Territory.Components.Length)}");
        traits.Add($"acts {pack.Scenario.Acts.Length}");
        if (pack.Territory.Components.Length > MostComponents) return traits;
        foreach (var act in pack.Scenario.Acts) Play(pack, act);
        FaultTree(pack);
        return traits;
    }

    /// <summary>Everything has happened, and tables have put some actions in force.</summary>
    private void Play(Pack pack, Act act)
    {
        var acts = pack.Scenario.Acts.TakeWhile(a => a.Id != act.Id).Append(act).ToArray();
        ImmutableArray<InForce> plans =
        [
            .. pack.Scenario.Actions.Where(_ => dice.OneIn(2)).Select(a => new InForce(a.Id, dice.Of(acts).Id, null)),
            .. pack.Scenario.Actions.Where(_ => acts.Length > 1 && dice.OneIn(4)).Select(a => new InForce(a.Id, acts[0].Id, acts[^1].Id)),
        ];
        var inputs = new ModelInputs(act.Id, null, [.. acts.SelectMany(a => a.Events).Select(e => e.Id)], [.. acts.SelectMany(a => a.Constraints).Select(c => c.Id)], plans);
        try
        {
            var situation = Model.Situation(pack, inputs);
            if (situation.Actions.Length != pack.Scenario.Actions.Length) throw new BrokenPromiseException("every action has its verdict", $"{situation.Actions.Length}");
            foreach (var action in situation.Actions)
            {
                traits.Add(action.Verdict.ToString());
                if (action.Verdict != Verdict.Feasible && action.Why.IsEmpty) throw new BrokenPromiseException("what is not feasible says why", action.Action.Value);
                foreach (var why in action.Why)
                    foreach (var cause in why.Chain) traits.Add(cause.GetType().Name);
            }
            var consequences = Model.Consequences(pack, inputs);
            foreach (var f in consequences.Functions)
            {
                if (f.LostWith < TimeSpan.Zero || f.LostWith > act.Until - act.At || f.LostWithout > act.Until - act.At)
                    throw new BrokenPromiseException("no more hours are lost than there are", $"{f.Function}: {f.LostWith}, {f.LostWithout}");
                if (f.LostWith > TimeSpan.Zero) traits.Add("hours lost");
            }
        }
        catch (TimelineTooLongException)
        {
            traits.Add("timeline too long"); // said so by the engine; the workshop then plays on without its model
        }
    }

    /// <summary>As the command <c>faulttree</c> writes it and <c>cutsets</c> reads it.</summary>
    private void FaultTree(Pack pack)
    {
        var component = dice.Among(pack.Territory.Components);
        var faults = TerritoryFaults.Of(new TerritoryGraph(pack.Territory), component.Id, CommonCause.Of(pack.Scenario));
        var model = PsaOf.Tree(faults.Function.Tree, pack.Territory.Id, component.Id.Value, faults.Names, [.. faults.Labels.Select(l => l.In(Language.French))]);
        using var text = new StringWriter();
        PsaWriter.Write(model, text);
        var reading = PsaReader.ReadText("tree.xml", text.ToString());
        if (reading.Model is not { } read)
            throw new BrokenPromiseException("the fault tree of a component can be read", string.Join('\n', reading.Findings.Take(3).Select(f => PsaFindingText.Line(f, Language.English))));
        if (read.GatesNamed(component.Id.Value) is not [var top]) throw new BrokenPromiseException("the fault tree of a component has its top", component.Id.Value);
        using var stop = new CancellationTokenSource(Patience);
        try
        {
            var (before, after) = (ExactAnalysis.Of(faults.Function.Tree, new ExactOptions(16L << 20, 3), stop.Token), ExactAnalysis.Of(FaultTreeOf.Model(read, top), new ExactOptions(16L << 20, 3), stop.Token));
            if (before.IsComplete && after.IsComplete && before.MinimalCutSets != after.MinimalCutSets)
                throw new BrokenPromiseException("the fault tree read is the one written", $"{before.MinimalCutSets}, {after.MinimalCutSets}");
            traits.Add($"cut sets 2^{after.MinimalCutSets.GetBitLength()}");
        }
        catch (OperationCanceledException)
        {
            IsTimed = true;
            traits.Add("stopped");
        }
    }
}
