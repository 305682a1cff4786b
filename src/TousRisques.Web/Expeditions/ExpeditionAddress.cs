using System.Collections.Frozen;
using TousRisques.Domain.Expeditions;

namespace TousRisques.Web.Expeditions;

/// <summary>Where the rooms of an expedition are: some behind the door « Explorer », some behind « Agir ». Whoever names a room need not know behind which.</summary>
public static class ExpeditionAddress
{
    /// <summary>The room that is the front of the door « Agir » in an expedition.</summary>
    public const string Act = "act";

    private static readonly FrozenSet<string> Acting = FrozenSet.Create(StringComparer.Ordinal, Act, "synthesis", "leads", "recommendations", "evidence", "scenarios", "kit");

    /// <summary>Whether a path begins with a room behind the door « Agir ».</summary>
    public static bool IsActing(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var end = path.AsSpan().IndexOfAny("/?#.");
        return Acting.Contains(end < 0 ? path : path[..end]);
    }

    /// <summary>The address of a page, from the root of the house.</summary>
    /// <param name="expedition">The expedition.</param>
    /// <param name="path">The page: its room first; empty for the expedition's front.</param>
    public static string Of(ExpeditionId expedition, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Length == 0 ? $"/explorer/{expedition}"
            : !IsActing(path) ? $"/explorer/{expedition}/{path}"
            : path == Act ? $"/agir/{expedition}"
            : $"/agir/{expedition}/{path}";
    }
}
