using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Formats;
using TousRisques.Web.Access;

namespace TousRisques.Web.Evidences;

/// <summary>Which evidence is looked for, beside a form that needs some.</summary>
/// <param name="Text">Words that it must hold; may be empty.</param>
/// <param name="Theme">Under this theme, or any.</param>
/// <param name="Time">At this time, or any.</param>
/// <param name="Territory">A territory whose stress findings are wanted; or empty.</param>
/// <param name="Workshop">A workshop whose findings are wanted, or null.</param>
/// <param name="Asked">Whether somebody asked: a form that is opened anew shows the first it has.</param>
public sealed record EvidenceQuery(string Text, Theme? Theme, CrisisTime? Time, string Territory, WorkshopId? Workshop, bool Asked)
{
    /// <summary>Nothing asked.</summary>
    public static readonly EvidenceQuery Nothing = new("", null, null, "", null, Asked: false);

    /// <summary>What a form asks for.</summary>
    /// <param name="typed">Its fields as typed; null when it is opened anew.</param>
    public static EvidenceQuery Of(ImmutableDictionary<string, string>? typed)
    {
        if (typed is null) return Nothing;
        return new(
            typed.GetValueOrDefault("q", "").Trim(), First<Theme>(typed.GetValueOrDefault("theme")), First<CrisisTime>(typed.GetValueOrDefault("time")), typed.GetValueOrDefault("territory", ""),
            Draws.ReadCode(typed.GetValueOrDefault("workshop", "")), typed.GetValueOrDefault("do") == "find");
    }

    private static T? First<T>(string? typed) where T : struct, Enum
    {
        return typed is null ? null : EnumWords<T>.Find(typed); // several themes, a line each, are none to look by
    }
}
