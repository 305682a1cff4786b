using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>A free tag, and in how many interviews it is met.</summary>
public sealed record TagCount(string Tag, int Interviews);

/// <summary>What was heard of a theme at a time.</summary>
/// <param name="Time">The time; null for what is coded with none.</param>
/// <param name="Interviews">From how many interviews.</param>
/// <param name="Heard">Notes and quotations, in order.</param>
public sealed record SynthesisTime(CrisisTime? Time, int Interviews, ImmutableArray<Heard> Heard);

/// <summary>What was heard of a theme.</summary>
/// <param name="Theme">The theme; null for what is coded with none.</param>
/// <param name="Interviews">From how many interviews.</param>
/// <param name="Tags">Tags that recur in it: met in two interviews at least.</param>
/// <param name="Times">Times of which something was heard.</param>
public sealed record SynthesisTheme(Theme? Theme, int Interviews, ImmutableArray<TagCount> Tags, ImmutableArray<SynthesisTime> Times);

/// <summary>What an inquiry has heard, by theme and time.</summary>
/// <param name="Interviews">Interviews that what follows comes from.</param>
/// <param name="Families">How many of them from each family of stakeholders.</param>
/// <param name="Tags">Tags that recur anywhere.</param>
/// <param name="Themes">Themes of which something was heard.</param>
public sealed record Synthesis(int Interviews, ImmutableArray<(StakeholderFamily Family, int Interviews)> Families, ImmutableArray<TagCount> Tags, ImmutableArray<SynthesisTheme> Themes)
{
    /// <summary>Most tags that are told.</summary>
    public const int MostTags = 12;

    /// <summary>Puts a synthesis together.</summary>
    /// <param name="heard">What was heard: all of it, or what may be shown to everybody.</param>
    public static Synthesis Of(IEnumerable<Heard> heard)
    {
        var all = heard.ToList();
        var themes = Enum.GetValues<Theme>().Select(t => (Theme?)t).Append(null)
            .Select(theme => (Theme: theme, Of: all.Where(h => theme is null ? h.Excerpt.Codes.All(c => c.Theme is null) : h.Excerpt.Codes.Any(c => c.Theme == theme)).ToList()))
            .Where(t => t.Of.Count > 0)
            .Select(t => new SynthesisTheme(t.Theme, InterviewsOf(t.Of), Recurring(t.Of), Times(t.Of)));
        return new Synthesis(
            InterviewsOf(all), [.. all.Select(h => h.Interview).DistinctBy(i => i.Id).GroupBy(i => i.Profile.Family).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))], Recurring(all), [.. themes]);
    }

    private static ImmutableArray<SynthesisTime> Times(List<Heard> heard) =>
    [
        .. Enum.GetValues<CrisisTime>().Select(t => (CrisisTime?)t).Append(null)
            .Select(time => (Time: time, Of: heard.Where(h => time is null ? h.Excerpt.Codes.All(c => c.Time is null) : h.Excerpt.Codes.Any(c => c.Time == time)).ToList()))
            .Where(t => t.Of.Count > 0)
            .Select(t => new SynthesisTime(t.Time, InterviewsOf(t.Of), [.. t.Of])),
    ];

    private static int InterviewsOf(IEnumerable<Heard> heard) => heard.Select(h => h.Interview.Id).Distinct().Count();

    private static ImmutableArray<TagCount> Recurring(IEnumerable<Heard> heard) =>
    [
        .. heard.SelectMany(h => h.Excerpt.Tags.Select(tag => (Tag: tag, h.Interview.Id))).GroupBy(t => t.Tag, StringComparer.OrdinalIgnoreCase)
            .Select(g => new TagCount(g.First().Tag, g.Select(t => t.Id).Distinct().Count())).Where(t => t.Interviews > 1)
            .OrderByDescending(t => t.Interviews).ThenBy(t => t.Tag, StringComparer.OrdinalIgnoreCase).Take(MostTags),
    ];
}
