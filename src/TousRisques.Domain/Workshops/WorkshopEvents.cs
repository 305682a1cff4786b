using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops;

/// <summary>A fact in a workshop's life. Stored for ever: names and fields only grow (docs/event-catalogue.md).</summary>
public abstract record WorkshopEvent
{
    private protected WorkshopEvent() { }
}

/// <summary>The workshop was opened.</summary>
public sealed record WorkshopOpened(WorkshopId Workshop, Script Script, string Title, string Place, string Owner, bool Demonstration) : WorkshopEvent;
/// <summary>A table was laid.</summary>
public sealed record TableAdded(TableId Table, string Name) : WorkshopEvent;
/// <summary>Someone joined, at a table.</summary>
public sealed record ParticipantJoined(ParticipantId Participant, string Name, string ResumeKey, bool ShowName, bool OnPaper, TableId Table) : WorkshopEvent;
/// <summary>Someone came back on another device.</summary>
public sealed record ParticipantResumed(ParticipantId Participant) : WorkshopEvent;
/// <summary>Someone left.</summary>
public sealed record ParticipantLeft(ParticipantId Participant) : WorkshopEvent;
/// <summary>Someone changed tables.</summary>
public sealed record ParticipantMoved(ParticipantId Participant, TableId Table) : WorkshopEvent;
/// <summary>Someone was given a character, or lost it.</summary>
public sealed record CharacterAssigned(ParticipantId Participant, CharacterId? Character) : WorkshopEvent;
/// <summary>Someone said who they are.</summary>
public sealed record SelfIntroduced(ParticipantId Participant, string Words) : WorkshopEvent;

/// <summary>The room came to a step; its clock starts from zero and runs.</summary>
/// <param name="Step">The step.</param>
/// <param name="Furthest">Only in a correction: the furthest step that the room had reached before what is undone.</param>
public sealed record StepEntered(StepId Step, StepId? Furthest = null) : WorkshopEvent;
/// <summary>The clock was stopped.</summary>
public sealed record ClockPaused : WorkshopEvent;
/// <summary>The clock runs again.</summary>
public sealed record ClockResumed : WorkshopEvent;
/// <summary>The current step has more time, or less.</summary>
public sealed record StepExtended(StepId Step, TimeSpan By) : WorkshopEvent;
/// <summary>A step's planned time was changed.</summary>
public sealed record StepPlanned(StepId Step, TimeSpan Planned) : WorkshopEvent;

/// <summary>An event was revealed.</summary>
public sealed record EventRevealed(EventId Event) : WorkshopEvent;
/// <summary>A reveal was taken back.</summary>
public sealed record EventWithdrawn(EventId Event) : WorkshopEvent;
/// <summary>A constraint was imposed.</summary>
public sealed record ConstraintImposed(ConstraintId Constraint) : WorkshopEvent;
/// <summary>A constraint was taken back.</summary>
public sealed record ConstraintLifted(ConstraintId Constraint) : WorkshopEvent;
/// <summary>The model's verdicts were shown.</summary>
public sealed record VerdictsRevealed(ActId Act) : WorkshopEvent;
/// <summary>The model's verdicts were hidden again (a correction).</summary>
public sealed record VerdictsHidden(ActId Act) : WorkshopEvent;

/// <summary>The model answered on a situation.</summary>
public sealed record SituationRecorded(ModelInputs Inputs, SituationFacts Facts) : WorkshopEvent;
/// <summary>The model answered on consequences.</summary>
public sealed record ConsequencesRecorded(ModelInputs Inputs, ConsequenceFacts Facts) : WorkshopEvent;

/// <summary>What became of a message when it was sent.</summary>
public enum Delivery
{
    /// <summary>It arrives, at once or after the channel's delay.</summary>
    Delivered,
    /// <summary>Its channel is down, and the sender is told.</summary>
    FailedTold,
    /// <summary>Its channel is down, and the sender is not told.</summary>
    FailedSilently,
}
/// <summary>A participant sent a message.</summary>
/// <param name="Message">Its name.</param>
/// <param name="From">The sender.</param>
/// <param name="Channel">The channel.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="Body">What it says.</param>
/// <param name="Delivery">What became of it.</param>
/// <param name="Delay">How long it is under way.</param>
public sealed record MessageSent(MessageId Message, ParticipantId From, ChannelId Channel, Audience To, string Body, Delivery Delivery, TimeSpan Delay) : WorkshopEvent;
/// <summary>The facilitator spoke as someone (inject).</summary>
public sealed record MessageInjected(MessageId Message, string As, ChannelId? Channel, Audience To, string Body, Delivery Delivery, TimeSpan Delay) : WorkshopEvent;

/// <summary>Someone judged an action.</summary>
public sealed record ActionAssessed(ParticipantId Participant, ActId Act, ActionId Action, Verdict Verdict, string Reason) : WorkshopEvent;
/// <summary>A table kept its own verdict, or took it back.</summary>
public sealed record AvailabilityOverridden(TableId Table, ActId Act, ActionId Action, Verdict? Verdict, string Reason) : WorkshopEvent;
/// <summary>Someone ranked priorities.</summary>
public sealed record PrioritiesRanked(ParticipantId Participant, ActId Act, ImmutableArray<Priority> Ranking) : WorkshopEvent;

/// <summary>A table's deck has a card of its own.</summary>
public sealed record ActionProposed(ActionId Action, TableId Table, string Title, int Effort, Theme Theme, CrisisTime Time) : WorkshopEvent;
/// <summary>Why an action fell out of force.</summary>
public enum DropCause
{
    /// <summary>It is no longer possible.</summary>
    Impossible,
    /// <summary>The act has fewer slots.</summary>
    Slots,
    /// <summary>The act leaves less effort.</summary>
    Effort,
}
/// <summary>An action that was in force and no longer is.</summary>
public readonly record struct Dropped(ActionId Action, DropCause Cause);
/// <summary>A table's plan for an act was laid on the table, with what stays in force from the act before and what falls.</summary>
/// <param name="Table">The table.</param>
/// <param name="Act">The act.</param>
/// <param name="Kept">Actions that stay in force, in the order in which they were chosen.</param>
/// <param name="Dropped">Actions that fall, and why.</param>
/// <param name="Slots">How many actions this plan may hold, kept ones included.</param>
/// <param name="Effort">How much effort this plan may spend, kept ones included; constraints imposed later weigh on the next act.</param>
public sealed record PlanOpened(
    TableId Table, ActId Act, ImmutableArray<Commitment> Kept, ImmutableArray<Dropped> Dropped, int Slots, int Effort) : WorkshopEvent;
/// <summary>An action was put into a plan.</summary>
public sealed record ActionPlanned(TableId Table, ActId Act, ActionId Action) : WorkshopEvent;
/// <summary>An action was taken out of a plan by the table.</summary>
public sealed record ActionUnplanned(TableId Table, ActId Act, ActionId Action) : WorkshopEvent;
/// <summary>A plan was confirmed.</summary>
public sealed record PlanConfirmed(TableId Table, ActId Act) : WorkshopEvent;
/// <summary>A confirmed plan was opened again.</summary>
public sealed record PlanReopened(TableId Table, ActId Act) : WorkshopEvent;

/// <summary>A card was placed on a table's stakeholder board, or taken off.</summary>
public sealed record StakeholderPlaced(TableId Table, StakeholderId Stakeholder, StakeholderRole? Role) : WorkshopEvent;
/// <summary>A table added a stakeholder that the scenario forgot.</summary>
public sealed record StakeholderAdded(StakeholderId Stakeholder, TableId Table, string Name, StakeholderFamily Family, StakeholderRole Role) : WorkshopEvent;
/// <summary>Someone noted an observation.</summary>
public sealed record ObservationNoted(string Words, Theme? Theme, CrisisTime? Time, TableId? Table) : WorkshopEvent;
/// <summary>Someone answered the debrief.</summary>
public sealed record DebriefAnswered(ParticipantId Participant, DebriefQuestion Question, string Words, Theme Theme, CrisisTime Time) : WorkshopEvent;
/// <summary>A lead was proposed.</summary>
public sealed record LeadProposed(LeadId Lead, ParticipantId Participant, string Title, string Words, Theme Theme, CrisisTime Time) : WorkshopEvent;
/// <summary>A lead gained or lost a supporter.</summary>
public sealed record LeadSupported(LeadId Lead, ParticipantId Participant, bool Support) : WorkshopEvent;
/// <summary>Every part of a kind that was handed out up to then ended.</summary>
public sealed record AccessRevoked(AccessRole Access) : WorkshopEvent;
/// <summary>The facilitator undid a command; the compensating facts stand right behind this one.</summary>
public sealed record Corrected(CommandId Undone) : WorkshopEvent;
/// <summary>The workshop was closed.</summary>
public sealed record WorkshopClosed : WorkshopEvent;
/// <summary>It was opened again.</summary>
public sealed record WorkshopReopened : WorkshopEvent;
