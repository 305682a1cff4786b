using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>How components and functions stand at an hour. Actions are not here: they are judged before the model speaks.</summary>
/// <param name="At">The hour, from the origin.</param>
/// <param name="Functions">Every function of the territory, those that are lost first.</param>
/// <param name="Components">Other components that are not simply running.</param>
public sealed record SituationView(TimeSpan At, ImmutableArray<StandingView> Functions, ImmutableArray<StandingView> Components);

/// <summary>How one component stands, and why.</summary>
public sealed record StandingView(ComponentId Component, Text Name, ComponentStatus Status, TimeSpan Since, ImmutableArray<Explanation> Why)
{
    /// <summary>Whether it does not work at all.</summary>
    public bool IsDown => Status is not (ComponentStatus.Running or ComponentStatus.Makeshift or ComponentStatus.OnReserve);
}

/// <summary>The own table's plan for the act.</summary>
/// <param name="Slots">How many actions it may hold.</param>
/// <param name="SlotsLeft">How many more it may hold.</param>
/// <param name="Effort">How much effort it may spend.</param>
/// <param name="EffortLeft">How much is left.</param>
/// <param name="Confirmed">Whether the table is done.</param>
/// <param name="Kept">Still in force from earlier acts, each with the effort it costs to keep.</param>
/// <param name="Dropped">Fell when this act's plan was opened.</param>
/// <param name="Added">Chosen in this act.</param>
/// <param name="Choices">Every other card that the table could put in.</param>
public sealed record PlanView(
    int Slots, int SlotsLeft, int Effort, int EffortLeft, bool Confirmed, ImmutableArray<ActionView> Kept, ImmutableArray<DroppedView> Dropped,
    ImmutableArray<PlannedView> Added, ImmutableArray<ChoiceView> Choices);

/// <summary>An action that fell, and why.</summary>
public sealed record DroppedView(ActionView Action, DropCause Cause, ImmutableArray<Explanation> Why);

/// <summary>An action chosen, and by whom.</summary>
/// <param name="Action">The card.</param>
/// <param name="By">Who put it there, by character or name; empty when it was the facilitator.</param>
public sealed record PlannedView(ActionView Action, Text By);

/// <summary>A card that is not in the plan.</summary>
/// <param name="Action">The card.</param>
/// <param name="Shown">What the model says, or null while hidden.</param>
/// <param name="Mine">The participant's own verdict, or null.</param>
public sealed record ChoiceView(ActionView Action, ShownVerdict? Shown, Verdict? Mine);

/// <summary>A lead for innovation.</summary>
/// <param name="Id">Its name in commands.</param>
/// <param name="Title">Its title.</param>
/// <param name="Words">What it is.</param>
/// <param name="Theme">Theme.</param>
/// <param name="Time">Time of the crisis.</param>
/// <param name="By">Whose it is: the character, or the name of someone who plays none.</param>
/// <param name="Mine">Whether it is the participant's own.</param>
/// <param name="Supporters">How many would carry it.</param>
/// <param name="Supported">Whether the participant would.</param>
public sealed record LeadView(LeadId Id, string Title, string Words, Theme Theme, CrisisTime Time, Text By, bool Mine, int Supporters, bool Supported);
