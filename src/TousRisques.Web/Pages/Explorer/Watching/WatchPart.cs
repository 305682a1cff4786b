using Microsoft.AspNetCore.Components;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Words;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Look;

namespace TousRisques.Web.Pages.Explorer.Watching;

/// <summary>A page of the watch, or a part of one.</summary>
public abstract class WatchPart : ComponentBase
{
    /// <summary>Who visits what.</summary>
    [Parameter, EditorRequired] public Visit Visit { get; set; } = null!;
    /// <summary>What the address asks for.</summary>
    [Parameter] public WatchQuery Asked { get; set; } = new(new WatchFilter(), WatchState.Published, 1);
    /// <summary>The item that the page is about, or null.</summary>
    [Parameter] public WatchItem? Item { get; set; }
    /// <summary>What was just sorted, or null.</summary>
    [Parameter] public Undo? Undo { get; set; }

    /// <summary>Words in the reader's language.</summary>
    protected Words W => Visit.W;

    /// <summary>Whether they may work in the watch.</summary>
    protected bool Works => Visit.May(Standing.Member);

    /// <summary>The language of what an item says.</summary>
    protected string Tongue(WatchCard card) => card?.Language?.Code ?? Visit.Outline.Language.Code;

    /// <summary>A day, as the reader's language writes it.</summary>
    protected string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy", W.Culture);

    /// <summary>When an item came out, or when it was added, where that is all that is known.</summary>
    protected string Dated(WatchItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Card.Published is null ? W["explorer-watch.added-on", Day(item.Dated)] : Day(item.Dated);
    }

    /// <summary>All tags in one line, or empty.</summary>
    protected string TagLine(WatchTags tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return string.Join(" · ", Told(tags.Themes.Select(W.Of)).Concat(Told(tags.Times.Select(W.Of))).Concat(Told(tags.Hazards.Select(W.Of))).Concat(Told(tags.Scale is { } scale ? [W["explorer-watch.scale-of", W.Of(scale)]] : [])));

        static IEnumerable<string> Told(IEnumerable<string> words) => string.Join(", ", words) is { Length: > 0 } line ? [line] : [];
    }
}
