using TousRisques.Domain.Workshops;

namespace TousRisques.Web.Pages.Paper;

/// <summary>One line of a sheet as it was typed: a command to hand in, or a fault that no rule needs to see.</summary>
/// <param name="Key">Name of the line on the form; letters, digits and hyphens. Its command's id is made of it.</param>
/// <param name="Command">What is wanted, or null for a fault.</param>
/// <param name="Fault">Key of the words that say what is wrong, under <c>paper.</c>; null for a command.</param>
/// <param name="OnlyIfAllWell">Left out when a line before it was refused: a plan is confirmed only when it is whole.</param>
public sealed record PaperLine(string Key, WorkshopCommand? Command, string? Fault = null, bool OnlyIfAllWell = false)
{
    /// <summary>A fault.</summary>
    public static PaperLine Wrong(string key, string fault) => new(key, null, fault);
}
