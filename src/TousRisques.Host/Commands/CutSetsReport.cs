using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using TousRisques.Formats.OpenPsa;
using TousRisques.Resilience.Exact;
using TousRisques.Web;

namespace TousRisques.Host.Commands;

/// <summary>An exact analysis as text, JSON, and a list of cut sets.</summary>
internal sealed class CutSetsReport(PsaModel model, int top, ExactAnalysis analysis, double seconds, int megaBytes, int? maxOrder)
{
    private const int RowsShown = 20;

    /// <summary>Names as short as they can be: an event's own name where no other event has it, otherwise its path.</summary>
    private readonly string[] names = Names(model);

    /// <summary>A line for each cut set, its events separated by spaces, smallest sets first.</summary>
    public void WriteList(TextWriter output, CancellationToken cancel)
    {
        foreach (var set in analysis.CutSets())
        {
            cancel.ThrowIfCancellationRequested();
            for (var i = 0; i < set.Length; i++)
            {
                if (i > 0) output.Write(' ');
                output.Write(names[set[i]]);
            }
            output.Write('\n');
        }
    }

    /// <summary>The whole result for programs. Counts are decimal strings, for they may be larger than JSON numbers hold.</summary>
    public void WriteJson(TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("tree", model.Name);
            json.WriteString("top", model.Gates[top].Name);
            json.WriteString("minimalCutSets", analysis.MinimalCutSets.ToString(CultureInfo.InvariantCulture));
            json.WriteStartObject("byOrder");
            for (var order = 0; order < analysis.ByOrder.Length; order++)
                if (!analysis.ByOrder[order].IsZero)
                    json.WriteString(order.ToString(CultureInfo.InvariantCulture), analysis.ByOrder[order].ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
            if (maxOrder is { } most) json.WriteNumber("maxOrder", most);
            json.WriteBoolean("complete", analysis.IsComplete);
            if (analysis.ProvenUpToOrder is { } proven) json.WriteNumber("provenUpToOrder", proven);
            json.WriteBoolean("coherent", analysis.IsCoherent);
            Number(json, "probability", analysis.Probability?.Value);
            if (analysis.Probability is { } p)
            {
                json.WriteStartArray("probabilityBounds");
                json.WriteNumberValue(p.AtLeast);
                json.WriteNumberValue(p.AtMost);
                json.WriteEndArray();
            }
            json.WriteStartArray("singlePoints");
            foreach (var e in analysis.SinglePoints) json.WriteStringValue(names[e]);
            json.WriteEndArray();
            json.WriteStartArray("importance");
            foreach (var i in analysis.Importances) Write(json, i);
            json.WriteEndArray();
            json.WriteNumber("basicEvents", model.BasicEvents.Length);
            json.WriteNumber("gates", model.Gates.Length);
            json.WriteNumber("diagramBytes", analysis.PeakBytes);
            json.WriteNumber("seconds", Math.Round(seconds, 4));
            json.WriteEndObject();
        }
        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    /// <summary>The result for people.</summary>
    public void WriteText(TextWriter output, Words words)
    {
        output.WriteLine(words["cutsets.tree", model.Name, model.Gates[top].Path, model.BasicEvents.Length, model.Gates.Length]);
        if (analysis.ProvenUpToOrder is { } proven)
            output.WriteLine(proven < 0 ? words["cutsets.partial.nothing", megaBytes] : words["cutsets.partial", megaBytes, proven]);
        if (!analysis.IsCoherent) output.WriteLine(words["cutsets.incoherent"]);
        output.WriteLine(maxOrder is { } most
            ? words["cutsets.count.up-to", analysis.MinimalCutSets.ToString("N0", words.Culture), most]
            : words["cutsets.count", analysis.MinimalCutSets.ToString("N0", words.Culture)]);
        for (var order = 0; order < analysis.ByOrder.Length; order++)
            if (!analysis.ByOrder[order].IsZero)
                output.WriteLine(words["cutsets.order", order, analysis.ByOrder[order].ToString("N0", words.Culture)]);
        output.WriteLine(analysis.Probability switch
        {
            null => words["cutsets.probability.unknown"],
            { } p when !analysis.IsComplete => words["cutsets.probability.bounds", Figure(p.AtLeast), Figure(p.AtMost)],
            { } p => words["cutsets.probability", Figure(p.Value), Error(p)],
        });
        var singles = analysis.SinglePoints;
        output.WriteLine(singles.IsEmpty ? words["cutsets.singles.none"] : words["cutsets.singles", string.Join(", ", singles.Select(e => names[e]))]);
        if (!analysis.Importances.IsEmpty) WriteTable(output, words);
        output.WriteLine(words["cutsets.seconds", seconds.ToString("0.00", words.Culture), (analysis.PeakBytes >> 20).ToString("N0", words.Culture)]);

        string Figure(double value) => value.ToString("G7", words.Culture);
        string Error(TopProbability p) => (p.Value > 0 ? (p.AtMost - p.AtLeast) / p.Value : 0).ToString("G2", words.Culture);
    }

    private void WriteTable(TextWriter output, Words words)
    {
        var rows = analysis.Importances.Take(RowsShown).ToList();
        var width = Math.Max(words["cutsets.heading.event"].Length, rows.Max(i => names[i.Event].Length));
        output.WriteLine();
        output.WriteLine($"{words["cutsets.heading.event"].PadRight(width)}  {"p",11}  {"MIF",11}  {"CIF",11}  {"DIF",11}  {"RAW",11}  {"RRW",11}");
        foreach (var i in rows)
        {
            double[] figures = [i.Probability, i.Birnbaum, i.Criticality, i.Diagnostic, i.RiskAchievementWorth, i.RiskReductionWorth];
            output.WriteLine(names[i.Event].PadRight(width) + string.Concat(figures.Select(f => "  " + f.ToString("G5", words.Culture).PadLeft(11))));
        }
        if (analysis.Importances.Length > RowsShown) output.WriteLine(words["cutsets.more", analysis.Importances.Length - RowsShown]);
        output.WriteLine();
    }

    private void Write(Utf8JsonWriter json, Importance i)
    {
        json.WriteStartObject();
        json.WriteString("event", names[i.Event]);
        Number(json, "probability", i.Probability);
        Number(json, "MIF", i.Birnbaum);
        Number(json, "CIF", i.Criticality);
        Number(json, "DIF", i.Diagnostic);
        Number(json, "RAW", i.RiskAchievementWorth);
        Number(json, "RRW", i.RiskReductionWorth);
        json.WriteEndObject();
    }

    /// <summary>JSON has no infinity: a measure that is none, or has no end, is null.</summary>
    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } v && double.IsFinite(v)) json.WriteNumber(name, v);
        else json.WriteNull(name);
    }

    private static string[] Names(PsaModel model)
    {
        var often = model.BasicEvents.GroupBy(e => e.Name).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        return [.. model.BasicEvents.Select(e => often.Contains(e.Name) ? e.Path : e.Name)];
    }
}
