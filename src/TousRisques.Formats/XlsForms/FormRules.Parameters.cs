using System.Collections.Frozen;
using System.Globalization;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Sheets;

namespace TousRisques.Formats.XlsForms;

/// <summary>The column <c>parameters</c>.</summary>
internal sealed partial class FormRules
{
    private static readonly string[] ChoiceParameters = ["randomize", "seed"];
    private static readonly string[] FileParameters = ["randomize", "seed", "value", "label"];
    private static readonly string[] PlaceParameters = ["allow-mock-accuracy", "capture-accuracy", "warning-accuracy", "reference-geometry"];
    private static readonly string[] ShapeParameters = ["allow-mock-accuracy", "reference-geometry", "incremental"];

    private static readonly FrozenDictionary<FormKind, string[]> Accepted = new Dictionary<FormKind, string[]>
    {
        [FormKind.Range] = ["start", "end", "step", "tick_interval", "placeholder", "tick_labelset"],
        [FormKind.Text] = ["rows"],
        [FormKind.SelectOne] = ChoiceParameters,
        [FormKind.SelectMultiple] = ChoiceParameters,
        [FormKind.Rank] = ChoiceParameters,
        [FormKind.SelectOneFromFile] = FileParameters,
        [FormKind.SelectMultipleFromFile] = FileParameters,
        [FormKind.Image] = ["max-pixels", "app"],
        [FormKind.Audio] = ["quality"],
        [FormKind.BackgroundAudio] = ["quality"],
        [FormKind.Audit] = ["location-priority", "location-min-interval", "location-max-age", "track-changes", "track-changes-reasons", "identify-user"],
        [FormKind.Geopoint] = PlaceParameters,
        [FormKind.Geotrace] = ShapeParameters,
        [FormKind.Geoshape] = ShapeParameters,
    }.ToFrozenDictionary();

    /// <summary>Parameters as keys and values; null for the pieces that are neither.</summary>
    internal static IEnumerable<(string? Key, string Value)> Pairs(string parameters) =>
        parameters.Split([' ', ',', ';', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(piece => piece.IndexOf('=', StringComparison.Ordinal) is > 0 and var cut && cut < piece.Length - 1 ? (piece[..cut], piece[(cut + 1)..]) : ((string?)null, piece));

    private void Parameters(FormLine line)
    {
        var at = At(line, "parameters");
        var kind = line.Type.Kind;
        if (kind is FormKind.None or FormKind.Unknown) return;
        var accepted = Accepted.GetValueOrDefault(kind) ?? [];
        var values = new Dictionary<string, string>();
        foreach (var (key, value) in Pairs(line["parameters"]))
        {
            if (key is null) findings.Error(SheetCode.ParameterMalformed, at, value);
            else if (!accepted.Contains(key)) findings.Error(SheetCode.ParameterUnknown, at, key, Nearest.To(key, accepted));
            else if (!values.TryAdd(key, value) || !IsPossible(key, value)) findings.Error(SheetCode.ParameterValue, at, $"{key}={value}");
        }
        if (kind != FormKind.Range) return;
        double? Figure(string key, double otherwise) => !values.TryGetValue(key, out var text) ? otherwise : Number(text);
        if (Figure("start", 1) is not { } start || Figure("end", 10) is not { } end || Figure("step", 1) is not { } step) return;
        if (step == 0 || Math.Abs(step) > Math.Abs(end - start)) findings.Error(SheetCode.ParameterValue, at, "step=" + values.GetValueOrDefault("step", "1"));
    }

    private static bool IsPossible(string key, string value) => key switch
    {
        "start" or "end" or "step" or "tick_interval" or "placeholder" or "capture-accuracy" or "warning-accuracy" => Number(value) is not null,
        "rows" or "max-pixels" or "location-min-interval" or "location-max-age" => uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "randomize" or "allow-mock-accuracy" or "track-changes" => value is "true" or "false",
        "incremental" => value == "true",
        "quality" => value is "normal" or "low" or "voice-only" or "external",
        "location-priority" => value is "no-power" or "low-power" or "balanced" or "high-accuracy",
        _ => true,
    };

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
