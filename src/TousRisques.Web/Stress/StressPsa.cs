using TousRisques.Analysis;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Words;
using TousRisques.Formats.OpenPsa;

namespace TousRisques.Web.Stress;

/// <summary>The fault tree of a function with the pack's perils as common causes, for other tools of the field (Open-PSA model exchange format).</summary>
public static class StressPsa
{
    /// <summary>Writes the tree. A peril without a yearly figure has no probability in it.</summary>
    public static string Of(StressModel model, ComponentId function, Words words)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(words);
        var causes = model.Perils.Select(p => CommonCause.Of(model.Pack.Scenario, p)).Select(c => c.Probability > 0 ? c : c with { Probability = double.NaN }).ToList();
        var faults = TerritoryFaults.Of(model.Territory, function, causes);
        using var text = new StringWriter();
        PsaWriter.Write(PsaOf.Tree(faults.Function.Tree, model.Pack.Territory.Id, function.Value, faults.Names, [.. faults.Labels.Select(l => l.In(words.Language))]), text);
        return text.ToString();
    }
}
