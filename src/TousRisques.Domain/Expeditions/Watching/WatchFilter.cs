using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using TousRisques.Domain.Expeditions.Searching;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Watching;

/// <summary>What a reader looks for in the watch. What is null or empty is not looked at.</summary>
/// <param name="Theme">A theme.</param>
/// <param name="Time">A time of the crisis.</param>
/// <param name="Hazard">A hazard.</param>
/// <param name="Scale">A scale.</param>
/// <param name="Text">Words of title, summary, source or place.</param>
public sealed record WatchFilter(Theme? Theme = null, CrisisTime? Time = null, HazardTag? Hazard = null, Scale? Scale = null, string Text = "")
{
    /// <summary>Texts made ready to be searched; a card never changes, so each is prepared once.</summary>
    private static readonly ConditionalWeakTable<WatchCard, string> Prepared = [];

    /// <summary>Whether nothing is looked for.</summary>
    public bool IsEmpty => Theme is null && Time is null && Hazard is null && Scale is null && Text.Length == 0;

    /// <summary>Items of a state that answer, newest first.</summary>
    public ImmutableArray<WatchItem> In(Watch watch, WatchState state)
    {
        ArgumentNullException.ThrowIfNull(watch);
        var query = SearchQuery.Of(Text);
        return [.. watch.Items.Values.Where(i => i.State == state && Fits(i.Card, query)).OrderByDescending(i => i.Dated).ThenBy(i => i.Id.Value, StringComparer.Ordinal)];
    }

    private bool Fits(WatchCard card, SearchQuery query) =>
        (Theme is not { } theme || card.Tags.Themes.Contains(theme))
        && (Time is not { } time || card.Tags.Times.Contains(time))
        && (Hazard is not { } hazard || card.Tags.Hazards.Contains(hazard))
        && (Scale is not { } scale || card.Tags.Scale == scale)
        && (query.IsEmpty || query.IsIn(Prepared.GetValue(card, c => SearchQuery.Prepare($"{c.Title}\n{c.Summary}\n{c.Source}\n{c.Place}"))));
}
