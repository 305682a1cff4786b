using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Resilience.Simulation;
using TousRisques.Web.Telling;

namespace TousRisques.Web.Stress;

/// <summary>
/// A report of the bench for programs (docs/stress.md). Hours are numbers, counts of cut sets decimal strings, for they may be larger than JSON
/// numbers hold; an estimate is <c>{ "value", "low", "high" }</c> with its 95 % interval; what has no finite value is null.
/// </summary>
public static class StressJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly double[] Shares = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01];

    /// <summary>Writes a report.</summary>
    public static string Of(StressReport report, Words words)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(words);
        var teller = Teller.ForBench(report.Pack, words);
        var language = words.Language;
        return new JsonObject
        {
            ["pack"] = report.Pack.Id,
            ["version"] = report.Pack.Version,
            ["territory"] = report.Pack.Territory.Name.In(language),
            ["language"] = language.Code,
            ["findings"] = Array(Insight.Of(report), i => JsonValue.Create(teller.Insight(i))),
            ["perils"] = Array(report.Perils, p => new JsonObject
            {
                ["id"] = p.Id.Value,
                ["name"] = p.Name.In(language),
                ["perYear"] = p.PerYear.Value,
                ["source"] = p.PerYear.Source?.Value,
            }),
            ["functions"] = Array(report.Exposure.Functions, f => new JsonObject
            {
                ["id"] = f.Value,
                ["name"] = teller.Name(f),
                ["weight"] = report.Pack.Territory.Components.First(c => c.Id == f).Weight,
            }),
            ["matrix"] = new JsonObject
            {
                ["windowHours"] = report.Exposure.Window.TotalHours,
                ["rows"] = Array(report.Exposure.Rows, r => new JsonObject
                {
                    ["perils"] = Array(r.Perils, p => JsonValue.Create(p.Value)),
                    ["totalHours"] = Rounded(r.Total.TotalHours),
                    ["lostHours"] = ByFunction(report, r.Lost),
                }),
            },
            ["revealing"] = new JsonObject
            {
                ["exhaustive"] = report.Revelations.IsExhaustive,
                ["tried"] = report.Revelations.Tried,
                ["possible"] = report.Revelations.Possible,
                ["horizonHours"] = report.Revelations.Horizon.TotalHours,
                ["pairs"] = Array(report.Revelations.Pairs, r => Node(r, report)),
                ["triples"] = Array(report.Revelations.Triples, r => Node(r, report)),
            },
            ["year"] = report.Year is { } year ? Node(year) : null,
            ["structure"] = Array(report.Structure, s => Node(s, teller)),
            ["levers"] = Array(report.Levers, l => Node(l, teller)),
            ["settings"] = new JsonObject { ["draws"] = report.Settings.Draws, ["leverDraws"] = report.Settings.LeverDraws, ["seed"] = report.Settings.Seed },
        }.ToJsonString(Indented);
    }

    private static JsonObject Node(Revelation r, StressReport report) => new()
    {
        ["perils"] = Array(r.Perils, p => new JsonObject { ["peril"] = p.Peril.Value, ["atHours"] = p.At.TotalHours }),
        ["totalHours"] = Rounded(r.Total.TotalHours),
        ["beyondHours"] = Rounded(r.Beyond.TotalHours),
        ["beyondPartsHours"] = Rounded(r.BeyondParts.TotalHours),
        ["onlyTogether"] = Array(r.OnlyTogether, f => JsonValue.Create(f.Value)),
        ["lostHours"] = ByFunction(report, r.Lost),
    };

    private static JsonObject Node(YearOfPerils year) => new()
    {
        ["draws"] = year.Draws,
        ["seed"] = year.Seed,
        ["meanHours"] = Node(year.Mean),
        ["touched"] = Node(year.Touched),
        ["exceededHours"] = new JsonObject(Shares.Select(share =>
            KeyValuePair.Create<string, JsonNode?>(share.ToString(CultureInfo.InvariantCulture), Rounded(year.Curve.ExceededIn(share))))),
        ["exceedance"] = Array(year.Curve.Curve(41), p => new JsonObject { ["hours"] = Rounded(p.Hours), ["share"] = Node(p.Share) }),
        ["functions"] = Array(year.Functions, f => new JsonObject { ["id"] = f.Function.Value, ["hours"] = Node(f.Hours), ["touched"] = Node(f.Touched) }),
        ["restartDeadlocks"] = Node(year.Deadlocks),
        ["circle"] = year.Circle is { } circle ? new JsonObject
        {
            ["waiting"] = Array(circle.Waiting, c => JsonValue.Create(c.Value)),
            ["heldDown"] = circle.HeldDown,
            ["helps"] = Array(circle.Helps, c => JsonValue.Create(c.Value)),
        } : null,
    };

    private static JsonObject Node(FunctionStructure s, Teller teller) => new()
    {
        ["function"] = s.Function.Value,
        ["minimalCutSets"] = s.CutSets.ToString(CultureInfo.InvariantCulture),
        ["complete"] = s.IsComplete,
        ["byOrder"] = new JsonObject(s.ByOrder.Select((n, order) => (n, order)).Where(x => !x.n.IsZero)
            .Select(x => KeyValuePair.Create<string, JsonNode?>(x.order.ToString(CultureInfo.InvariantCulture), x.n.ToString(CultureInfo.InvariantCulture)))),
        ["singlePoints"] = Array(s.SinglePoints, c => JsonValue.Create(c.Value)),
        ["singlePerils"] = Array(s.SinglePerils, p => JsonValue.Create(p.Value)),
        ["smallest"] = Array(s.Smallest.Take(20), cut => JsonValue.Create(teller.Cut(cut))),
        ["ordinaryDay"] = s.OrdinaryDay is { } p ? Number(p.Value) : null,
        ["importance"] = Array(s.Importances, i => new JsonObject
        {
            ["component"] = i.Component.Value,
            ["probability"] = Number(i.Importance.Probability),
            ["birnbaum"] = Number(i.Importance.Birnbaum),
            ["criticality"] = Number(i.Importance.Criticality),
            ["fussellVesely"] = Number(i.Importance.Diagnostic),
            ["riskAchievementWorth"] = Number(i.Importance.RiskAchievementWorth),
            ["riskReductionWorth"] = Number(i.Importance.RiskReductionWorth),
        }),
    };

    private static JsonObject Node(Lever lever, Teller teller)
    {
        var (kind, id) = KindOf(lever);
        var node = new JsonObject { ["kind"] = kind, ["id"] = id, ["name"] = teller.Lever(lever), ["savedHours"] = Node(lever.Saved) };
        if (lever is Lever.Hold hold) node["reserveHours"] = hold.Reserve.TotalHours;
        return node;
    }

    /// <summary>A lever's kind and what it is of, as names for files.</summary>
    internal static (string Kind, string Id) KindOf(Lever lever) => lever switch
    {
        Lever.Act l => ("action", l.Action.Value),
        Lever.Fallback l => ("fallback", l.Component.Value),
        Lever.Hold l => ("reserve", l.Component.Value),
        Lever.Sound l => ("sound", l.Component.Value),
        Lever.Avert l => ("averted", l.Peril.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(lever)),
    };

    private static JsonObject Node(Estimate e) => new() { ["value"] = Number(e.Value), ["low"] = Number(e.Low), ["high"] = Number(e.High) };

    private static JsonObject ByFunction(StressReport report, IReadOnlyList<TimeSpan> lost) =>
        new(report.Exposure.Functions.Select((f, i) => (f, lost[i])).Where(x => x.Item2 > TimeSpan.Zero)
            .Select(x => KeyValuePair.Create<string, JsonNode?>(x.f.Value, Rounded(x.Item2.TotalHours))));

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => new([.. items.Select(node)]);

    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    /// <summary>Hours to the second.</summary>
    private static double Rounded(double hours) => Math.Round(hours, 4);
}
