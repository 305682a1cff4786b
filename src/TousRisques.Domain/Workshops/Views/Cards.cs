using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>Cards of a pack as people may be shown them: without strikes and effects, which are the model's business.</summary>
public static class Cards
{
    /// <summary>An event's card.</summary>
    /// <param name="pack">Where places and sources are named.</param>
    /// <param name="e">The event.</param>
    /// <param name="act">Its act, or null for the territory's memory.</param>
    public static EventView Event(Pack pack, ScenarioEvent e, Act? act) => new(
        e.Id, act?.Id, act?.Accent ?? "memory", e.Title, e.Story, e.At, e.Date,
        e.Place is { } at ? pack.Territory.Places.FirstOrDefault(p => p.Id == at)?.Name : null, e.Hazards, e.Reality, e.MadeFrom,
        [.. e.Sources.Select(id => pack.Sources.FirstOrDefault(s => s.Id == id)).OfType<Source>()]);

    /// <summary>A constraint's card.</summary>
    public static ConstraintView Constraint(Constraint c) =>
        new(c.Id, c.Title, c.Story, c.At, c.For, c.Hazards, c.Reality, c.MadeFrom, c.Caps);

    /// <summary>An action's card.</summary>
    /// <param name="pack">Where characters are named.</param>
    /// <param name="card">The action.</param>
    /// <param name="reader">The character who reads it, or null.</param>
    public static ActionView Action(Pack pack, ActionCard card, CharacterId? reader = null) => new(
        card.Id, card.Title, card.Story, card.Theme, card.Time, card.Effort,
        [.. card.Leads.Select(id => pack.Scenario.Characters.FirstOrDefault(c => c.Id == id)).OfType<Character>().Select(c => c.Name)],
        reader is { } mine && card.Leads.Contains(mine), card.Needs, card.Staff, card.Gathering, Own: false);

    /// <summary>A card that a table proposed: nothing is known of its needs.</summary>
    public static ActionView Action(OwnAction own) => new(
        own.Id, Text.Same(own.Title), Text.Empty, own.Theme, own.Time, own.Effort, [], Mine: false, Territories.Need.Nothing, null, null, Own: true);

    /// <summary>A character's card.</summary>
    /// <param name="c">The character.</param>
    /// <param name="withSecret">Only for the player's own eyes, and for those who lead.</param>
    public static CharacterView Character(Character c, bool withSecret) =>
        new(c.Id, c.Name, c.Family, c.Mission, c.Resources, c.Worries, withSecret ? c.Secret : null, c.Needed);
}
