using System.Collections.Frozen;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Web.Look;

/// <summary>Our own drawings, on a grid of 24 by 24, in strokes: path data by name. They say again what a word beside them says.</summary>
public static class Icons
{
    private static readonly FrozenDictionary<string, string> Paths = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // hazards
        ["flood"] = "M4 12 12 5l8 7M7 10v4M17 10v4M2 17q2.5-2 5 0t5 0 5 0 5 0M2 21q2.5-2 5 0t5 0 5 0 5 0",
        ["wave"] = "M2 15c4 0 4-8 10-8 4 0 6 3 5 5-1.5-1.5-4-1-4 1 0 3 4 3 9 2M2 20q2.5-2 5 0t5 0 5 0 5 0",
        ["storm"] = "M7 14a4 4 0 1 1 1-7.8A5 5 0 0 1 18 8a3 3 0 0 1 0 6M12 11l-2 4h4l-2 5M6 17l-1 3M18 17l-1 3",
        ["wind"] = "M3 9h11a3 3 0 1 0-3-3M3 13h15a3 3 0 1 1-3 3M3 17h7a2 2 0 1 1-2 2",
        ["heat"] = "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2",
        ["cold"] = "M12 2v20M3.5 7l17 10M20.5 7l-17 10M9.5 3.5 12 6l2.5-2.5M9.5 20.5 12 18l2.5 2.5",
        ["mud"] = "M2 20 9 6l4 6 3-4 6 12ZM6 16l2 1.5M11 15l2 2M15 17l2-1.5",
        // Spikes that end in knobs, and spots within: rays alone read as a sun.
        ["virus"] = "M12 6.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM12 6.5V3.5M10.5 3.2h3M12 17.5v3M10.5 20.8h3M6.5 12h-3M3.2 10.5v3M17.5 12h3M20.8 10.5v3M8.1 8.1 6 6M4.9 7.1l2.2-2.2M15.9 15.9 18 18M16.9 19.1l2.2-2.2M15.9 8.1 18 6M16.9 4.9l2.2 2.2M8.1 15.9 6 18M4.9 16.9l2.2 2.2M10.3 10.5h.01M13.9 11.2h.01M11.4 14h.01",
        ["cyber"] = "M3 5h18v11H3ZM8 20h8M12 16v4M9 8l6 5M15 8l-6 5",
        ["outage"] = "M9 3v5M15 3v5M7 8h10v3a5 5 0 0 1-10 0ZM12 16v5M3 3l18 18",
        ["fire"] = "M12 3c1 4 6 6 6 11a6 6 0 0 1-12 0c0-2 1-3 2-4 0 2 1 3 2 3 1.5-3-1-6 2-10Z",
        ["factory"] = "M3 20V10l6 4v-4l6 4V4h4v16ZM7 17h2M13 17h2",
        ["crowd"] = "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM16 11a3 3 0 1 0 0-6M2 20c0-4 2.5-6 6-6s6 2 6 6M16 14c3.5 0 6 2 6 6",
        ["alert"] = "M12 3 22 20H2ZM12 10v4M12 17v.01",
        // verdicts
        ["feasible"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM8 12.5l3 3 5.5-6.5",
        ["degraded"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM7.5 13.5q2.2-3 4.5-1t4.5-1",
        ["impossible"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM8.5 8.5l7 7M15.5 8.5l-7 7",
        // media
        ["mail"] = "M3 6h18v13H3ZM3 7l9 7 9-7",
        ["sms"] = "M4 4h16v12h-9l-4 4v-4H4ZM8 10h.01M12 10h.01M16 10h.01",
        ["app"] = "M8 2h8v20H8ZM11 19h2M10.5 7h3M10.5 10h3",
        ["radio"] = "M4 9h16v11H4ZM8 9l8-6M8.5 14.5h.01M13 13h4M13 16h4",
        ["siren"] = "M6 17v-4a6 6 0 0 1 12 0v4M4 17h16v3H4ZM12 2v2M3 6l2 1.5M21 6l-2 1.5",
        ["social"] = "M6 14a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM18 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM18 21a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM8.3 10.3l7.4-3.6M8.3 12.8l7.4 4.4",
        ["runner"] = "M14 5a1.7 1.7 0 1 0 0-3.4A1.7 1.7 0 0 0 14 5ZM7 10l4-3 3 2-3 5 4 3v5M11 14l-2 4H4M14 9l2 2h3",
        ["paper"] = "M6 3h9l4 4v14H6ZM14 3v5h5M9 12h6M9 16h6",
        ["phone"] = "M6 3h4l1.5 5-2.5 2a11 11 0 0 0 5 5l2-2.5 5 1.5v4c0 1-1 2-2 2C11 20 4 13 4 5c0-1 1-2 2-2Z",
        // families of stakeholders
        ["professionals"] = "M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6ZM12 8v7M8.5 11.5h7",
        ["authorities"] = "M3 20h18M4 9h16L12 3ZM6 9v8M10 9v8M14 9v8M18 9v8M4 17h16",
        ["operators"] = "M12 9v12M8 21h8M9.5 6.5a3.5 3.5 0 0 1 5 0M7 4a7 7 0 0 1 10 0M12 9h.01M9 15l3-3 3 3",
        ["businesses"] = "M4 9h16l-1-5H5ZM5 9v11h14V9M10 20v-6h4v6",
        ["civilsociety"] = "M12 20s-8-4.5-8-10.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 8 2.5C20 15.5 12 20 12 20Z",
        ["residents"] = "M3 12l9-8 9 8M6 10v10h12V10M10 20v-5h4v5",
        ["research"] = "M10 3h4M11 3v6l-6 10a1.5 1.5 0 0 0 1.5 2h11a1.5 1.5 0 0 0 1.5-2L13 9V3M8 15h8",
        ["media"] = "M4 10v4h3l8 5V5l-8 5ZM18 9a4 4 0 0 1 0 6M7 14l1 6h3",
        // screens
        ["clock"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5l3.5 2",
        ["pause"] = "M9 6v12M15 6v12",
        ["people"] = "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM16 11a3 3 0 1 0 0-6M2 20c0-4 2.5-6 6-6s6 2 6 6M16 14c3.5 0 6 2 6 6",
        ["map"] = "M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2ZM9 4v14M15 6v14",
        ["plan"] = "M5 4h14v17H5ZM9 4V2.5h6V4M8.5 10l1.5 1.5 3-3M8.5 16l1.5 1.5 3-3M15 11h1M15 17h1",
        ["situation"] = "M2 12h5l2-6 4 13 3-9 1.5 2H22",
        ["lock"] = "M6 11h12v10H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
        ["plus"] = "M12 5v14M5 12h14",
        ["minus"] = "M5 12h14",
        ["back"] = "M15 5l-7 7 7 7",
        ["next"] = "M9 5l7 7-7 7",
        ["idea"] = "M9 17a6 6 0 1 1 6 0v1H9ZM10 21h4",
        ["report"] = "M5 21V10M10 21V4M15 21v-8M20 21v-5M3 21h19",
        ["screen"] = "M3 4h18v12H3ZM8 20h8M12 16v4",
        ["door"] = "M5 21V4h10v17M3 21h18M12 12h.01M19 21V7h-4",
        ["search"] = "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 21 21",
        ["stress"] = "M3 18c4 0 4-12 9-12s5 12 9 12M3 21h18M12 6v12",
        ["kit"] = "M3 8h18v12H3ZM8 8V4h8v4M12 11v6M9 14h6",
        ["undo"] = "M4 9h10a5.5 5.5 0 0 1 0 11H8M8 5 4 9l4 4",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every name.</summary>
    public static IEnumerable<string> Names => Paths.Keys;

    /// <summary>Path data of a drawing; the warning triangle for an unknown name.</summary>
    public static string Path(string name) => Paths.TryGetValue(name, out var path) ? path : Paths["alert"];

    /// <summary>The drawing of a hazard, by its code in the UNDRR-ISC profiles of 2025 (type, cluster, hazard).</summary>
    public static string OfHazard(string code) => code switch
    {
        ['M', 'H', '0', '1', ..] => "storm",
        ['M', 'H', '0', '3', ..] => "wind",
        "MH0502" => "cold",
        ['M', 'H', '0', '4' or '5', ..] => "heat",
        ['M', 'H', '0', '6', ..] => "flood",
        ['M', 'H', '0', '7', ..] => "wave",
        ['G', 'H', ..] => "mud",
        ['B', 'I', ..] => "virus",
        ['T', 'L', '0', '1', ..] => "cyber",
        ['T', 'L', '0', '2', ..] => "outage",
        "TL0305" => "fire",
        ['T', 'L', '0', '3', ..] or ['C', 'H', ..] => "factory",
        ['S', 'O', ..] => "crowd",
        _ => "alert",
    };

    /// <summary>The drawing of an event: its first hazard's.</summary>
    public static string OfHazards(IEnumerable<string> codes) => OfHazard(codes.FirstOrDefault() ?? "");

    /// <summary>The drawing of a verdict.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Feasible => "feasible",
        Verdict.Degraded => "degraded",
        _ => "impossible",
    };

    /// <summary>The drawing of a medium; a paper card when there is none.</summary>
    public static string Of(Medium? medium) => medium switch
    {
        Medium.Mail => "mail",
        Medium.Sms => "sms",
        Medium.App => "app",
        Medium.Radio => "radio",
        Medium.Siren => "siren",
        Medium.Social => "social",
        Medium.Runner => "runner",
        Medium.Phone => "phone",
        _ => "paper",
    };

    /// <summary>The emblem of a family of stakeholders.</summary>
    public static string Of(StakeholderFamily family) => family switch
    {
        StakeholderFamily.Professionals => "professionals",
        StakeholderFamily.Authorities => "authorities",
        StakeholderFamily.Operators => "operators",
        StakeholderFamily.Businesses => "businesses",
        StakeholderFamily.CivilSociety => "civilsociety",
        StakeholderFamily.Residents => "residents",
        StakeholderFamily.Research => "research",
        _ => "media",
    };
}
