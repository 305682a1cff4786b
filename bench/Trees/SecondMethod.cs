using System.Diagnostics;
using System.Globalization;
using TousRisques.Formats.OpenPsa;
using TousRisques.Host.Commands;
using TousRisques.Resilience.Exact;

namespace TousRisques.Trees;

/// <summary>Counts a tree's cut sets without a BDD and with another order of events, and compares order by order with the analysis.</summary>
internal static class SecondMethod
{
    public static string Of(string file, int? order)
    {
        var model = PsaReader.ReadFiles([file]).Model!;
        var tree = FaultTreeOf.Model(model, model.Tops[0]);
        var first = ExactAnalysis.Of(tree);
        var clock = Stopwatch.StartNew();
        var check = ExactAnalysis.BySecondMethod(tree, new ExactOptions(MaxOrder: order));
        var most = check.ProvenUpToOrder!.Value;
        var isEqual = Enumerable.Range(0, most + 1).All(o => At(first, o) == At(check, o));
        var reach = most >= first.ByOrder.Length - 1 ? "whole" : "up to order " + most.ToString(CultureInfo.InvariantCulture);
        return $"second method {reach}: {(isEqual ? "equal" : "DIFFERS")} ({clock.Elapsed.TotalSeconds:0.0} s)";

        static System.Numerics.BigInteger At(ExactAnalysis a, int order) => order < a.ByOrder.Length ? a.ByOrder[order] : 0;
    }
}
