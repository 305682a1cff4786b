using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Counting;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>An event that was revealed, or is part of the territory's memory.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Act">The act it was revealed in, or null for memory.</param>
/// <param name="Accent">Accent of that act, or <c>memory</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Story">What happens.</param>
/// <param name="At">Hours from the origin; zero for memory.</param>
/// <param name="Date">For memory: the true date.</param>
/// <param name="Place">Where, or null.</param>
/// <param name="Hazards">Hazard codes.</param>
/// <param name="Reality">Real, inspired by real facts, or fictional.</param>
/// <param name="MadeFrom">True facts it was made from.</param>
/// <param name="Sources">Sources of a real event.</param>
public sealed record EventView(
    EventId Id, ActId? Act, string Accent, Text Title, Text Story, TimeSpan At, string? Date, Text? Place, ImmutableArray<string> Hazards,
    Reality Reality, ImmutableArray<TrueFact> MadeFrom, ImmutableArray<Source> Sources);

/// <summary>A constraint that was imposed.</summary>
public sealed record ConstraintView(
    ConstraintId Id, Text Title, Text Story, TimeSpan At, TimeSpan? For, ImmutableArray<string> Hazards, Reality Reality,
    ImmutableArray<TrueFact> MadeFrom, ImmutableArray<Cap> Caps);

/// <summary>An action card as players see it: what it takes, never what the model says of it.</summary>
/// <param name="Id">Its name in commands.</param>
/// <param name="Title">Its title.</param>
/// <param name="Story">What it means, or empty for a table's own card.</param>
/// <param name="Theme">Its theme.</param>
/// <param name="Time">Its time of the crisis.</param>
/// <param name="Effort">1 to 3.</param>
/// <param name="Leads">Titles of characters that may lead it.</param>
/// <param name="Mine">Whether the participant's own character may lead it.</param>
/// <param name="Needs">What it needs.</param>
/// <param name="Staff">Staff it counts on, or null.</param>
/// <param name="Gathering">People it brings together, or null.</param>
/// <param name="Own">Whether the table proposed it.</param>
public sealed record ActionView(
    ActionId Id, Text Title, Text Story, Theme Theme, CrisisTime Time, int Effort, ImmutableArray<Text> Leads, bool Mine, Need Needs,
    Crew? Staff, Crew? Gathering, bool Own);

/// <summary>What the model says of an action; only ever made for acts whose verdicts are shown.</summary>
/// <param name="Model">The model's verdict.</param>
/// <param name="Why">Why it is not simply feasible.</param>
/// <param name="Table">How the own table judged it, or null when nobody did.</param>
/// <param name="Kept">The table's own verdict against the model's, or null.</param>
public sealed record ShownVerdict(Verdict Model, ImmutableArray<Explanation> Why, VerdictCount? Table, Override? Kept)
{
    /// <summary>What holds at this table: its own verdict if it kept one, else the model's.</summary>
    public Verdict Holds => Kept?.Verdict ?? Model;
    /// <summary>Whether the table and the model differ: the room counts on what has fallen, or knows a fallback that the model does not.</summary>
    public bool Diverges => Table is { } count && count.Median != Model;
}

/// <summary>A card to judge.</summary>
/// <param name="Action">The card.</param>
/// <param name="Mine">The participant's own judgement, or null.</param>
/// <param name="Shown">What the model says, or null while hidden.</param>
public sealed record DeckCardView(ActionView Action, Judgement? Mine, ShownVerdict? Shown);

/// <summary>A stake that can be ranked.</summary>
public sealed record StakeView(StakeId Id, Text Name, Text Story);

/// <summary>A priority of a group.</summary>
/// <param name="Name">The stake, or somebody's own words.</param>
/// <param name="Own">Whether it is somebody's own words.</param>
/// <param name="Points">Borda points.</param>
/// <param name="Place">Place from 1; equals share the better place.</param>
public sealed record CountedPriority(Text Name, bool Own, double Points, int Place);
