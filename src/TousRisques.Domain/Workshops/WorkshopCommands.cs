using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops;

/// <summary>What people can ask of a workshop; each becomes facts or a refusal with a reason.</summary>
public abstract record WorkshopCommand
{
    private protected WorkshopCommand() { }
}

/// <summary>Opens a workshop on a compiled scenario.</summary>
/// <param name="Workshop">Its join code, drawn by the edge.</param>
/// <param name="Script">The compiled scenario.</param>
/// <param name="Title">Its title, or empty for the scenario's.</param>
/// <param name="Place">Where it is held, or empty.</param>
/// <param name="Tables">Names of its tables, one at least.</param>
/// <param name="Owner">Account that opened it, or empty for a demonstration.</param>
/// <param name="Demonstration">Whether simulated participants play it.</param>
public sealed record OpenWorkshop(WorkshopId Workshop, Script Script, string Title, string Place, ImmutableArray<string> Tables, string Owner, bool Demonstration) : WorkshopCommand;

/// <summary>Joins as a participant.</summary>
/// <param name="Participant">Drawn by the edge.</param>
/// <param name="Name">First name or pseudonym.</param>
/// <param name="ResumeKey">Digest of the resume code; the code itself is never stored.</param>
/// <param name="ShowName">Whether the report may show the name rather than the character alone.</param>
/// <param name="OnPaper">Whether this participant exists on paper only (entered by the facilitator).</param>
/// <param name="Table">The table wanted, or null for the one with most room.</param>
public sealed record JoinWorkshop(ParticipantId Participant, string Name, string ResumeKey, bool ShowName, bool OnPaper, TableId? Table) : WorkshopCommand;

/// <summary>Comes back on another device; changes nothing but presence, and is kept for the report.</summary>
public sealed record ResumePlay(ParticipantId Participant) : WorkshopCommand;
/// <summary>Leaves the workshop; what was said stays.</summary>
public sealed record LeaveWorkshop(ParticipantId Participant) : WorkshopCommand;
/// <summary>Adds a table.</summary>
public sealed record AddTable(string Name) : WorkshopCommand;
/// <summary>Moves a participant to a table.</summary>
public sealed record MoveToTable(ParticipantId Participant, TableId Table) : WorkshopCommand;
/// <summary>Gives a character to a participant; null takes it back. A participant may take a free one at the own table.</summary>
public sealed record AssignCharacter(ParticipantId Participant, CharacterId? Character) : WorkshopCommand;
/// <summary>Says who one is, at the round table.</summary>
public sealed record IntroduceSelf(ParticipantId Participant, string Words) : WorkshopCommand;

/// <summary>Goes on to the next step.</summary>
public sealed record Advance : WorkshopCommand;
/// <summary>Goes back to the step before.</summary>
public sealed record GoBack : WorkshopCommand;
/// <summary>Goes to any step of the run sheet.</summary>
public sealed record JumpTo(StepId Step) : WorkshopCommand;
/// <summary>Stops the clock of the step.</summary>
public sealed record PauseClock : WorkshopCommand;
/// <summary>Starts it again.</summary>
public sealed record ResumeClock : WorkshopCommand;
/// <summary>Gives the current step more time (or less, if negative).</summary>
public sealed record ExtendStep(TimeSpan By) : WorkshopCommand;
/// <summary>Changes the planned time of any step.</summary>
public sealed record PlanStep(StepId Step, TimeSpan Planned) : WorkshopCommand;

/// <summary>Reveals an event to the room.</summary>
public sealed record RevealEvent(EventId Event) : WorkshopCommand;
/// <summary>Imposes a constraint.</summary>
public sealed record ImposeConstraint(ConstraintId Constraint) : WorkshopCommand;
/// <summary>Shows the model's verdicts of an act to the room.</summary>
public sealed record RevealVerdicts(ActId Act) : WorkshopCommand;

/// <summary>Who a message is for.</summary>
public abstract record Audience
{
    private protected Audience() { }
}
/// <summary>Everybody in the room.</summary>
public sealed record ToRoom : Audience;
/// <summary>One table.</summary>
public sealed record ToTable(TableId Table) : Audience;
/// <summary>One participant.</summary>
public sealed record ToParticipant(ParticipantId Participant) : Audience;
/// <summary>The facilitators.</summary>
public sealed record ToFacilitators : Audience;

/// <summary>A participant sends a message through a channel.</summary>
public sealed record SendMessage(MessageId Message, ParticipantId From, ChannelId Channel, Audience To, string Body) : WorkshopCommand;
/// <summary>The facilitator says something as anyone (prefecture, journalist, rumour); by default it gets through whatever the state of channels.</summary>
/// <param name="Message">Drawn by the edge.</param>
/// <param name="As">Who seems to speak.</param>
/// <param name="Channel">The channel it seems to come by, or null for a card handed over.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="Body">What is said.</param>
/// <param name="ThroughModel">Whether it may fail like any message on that channel.</param>
public sealed record InjectMessage(MessageId Message, string As, ChannelId? Channel, Audience To, string Body, bool ThroughModel) : WorkshopCommand;

/// <summary>Gives a verdict on an action.</summary>
public sealed record AssessAction(ParticipantId Participant, ActId Act, ActionId Action, Verdict Verdict, string Reason) : WorkshopCommand;
/// <summary>The table keeps its own verdict against the model's; it has the last word, with a reason. Null verdict takes it back.</summary>
public sealed record OverrideAvailability(TableId Table, ActId Act, ActionId Action, Verdict? Verdict, string Reason) : WorkshopCommand;

/// <summary>A priority: a stake of the scenario or one's own words (exactly one of the two).</summary>
public readonly record struct Priority(StakeId? Stake, string? Own);
/// <summary>Orders at most five priorities, the first first; an empty list takes the ranking back.</summary>
public sealed record RankPriorities(ParticipantId Participant, ActId Act, ImmutableArray<Priority> Ranking) : WorkshopCommand;

/// <summary>Proposes an action card of one's own to the table's deck.</summary>
/// <param name="Action">Name of the new card, drawn by the edge (prefix <c>own-</c>).</param>
/// <param name="Table">The table.</param>
/// <param name="Title">Title.</param>
/// <param name="Effort">1 to 3.</param>
/// <param name="Theme">Theme.</param>
/// <param name="Time">Time of the crisis.</param>
public sealed record ProposeAction(ActionId Action, TableId Table, string Title, int Effort, Theme Theme, CrisisTime Time) : WorkshopCommand;
/// <summary>Puts an action into the table's plan for the current act.</summary>
public sealed record AddToPlan(TableId Table, ActionId Action) : WorkshopCommand;
/// <summary>Takes an action out of the table's plan.</summary>
public sealed record RemoveFromPlan(TableId Table, ActionId Action) : WorkshopCommand;
/// <summary>The table is done with its plan.</summary>
public sealed record ConfirmPlan(TableId Table) : WorkshopCommand;
/// <summary>Opens a confirmed plan again.</summary>
public sealed record ReopenPlan(TableId Table) : WorkshopCommand;

/// <summary>Places a stakeholder card of the scenario on the table's board; null role takes it off.</summary>
public sealed record PlaceStakeholder(TableId Table, StakeholderId Stakeholder, StakeholderRole? Role) : WorkshopCommand;
/// <summary>Adds a stakeholder that the scenario forgot.</summary>
/// <param name="Stakeholder">Drawn by the edge (prefix <c>own-</c>).</param>
/// <param name="Table">The table.</param>
/// <param name="Name">Its name.</param>
/// <param name="Family">Its family.</param>
/// <param name="Role">Where it stands.</param>
public sealed record AddStakeholder(StakeholderId Stakeholder, TableId Table, string Name, StakeholderFamily Family, StakeholderRole Role) : WorkshopCommand;

/// <summary>Notes what happens (observation).</summary>
public sealed record NoteObservation(string Words, Theme? Theme, CrisisTime? Time, TableId? Table) : WorkshopCommand;

/// <summary>Questions of the debrief.</summary>
public enum DebriefQuestion
{
    /// <summary>Qu'est-ce qui a tenu ?</summary>
    Held,
    /// <summary>Qu'est-ce qui a surpris ?</summary>
    Surprised,
    /// <summary>Qu'est-ce qui a manqué ?</summary>
    Missing,
}
/// <summary>Answers a question of the debrief, tagged with theme and time.</summary>
public sealed record AnswerDebrief(ParticipantId Participant, DebriefQuestion Question, string Words, Theme Theme, CrisisTime Time) : WorkshopCommand;
/// <summary>Proposes a lead for innovation.</summary>
/// <param name="Lead">Drawn by the edge.</param>
/// <param name="Participant">Whose it is.</param>
/// <param name="Title">Title.</param>
/// <param name="Words">What it is, and what surprise it comes from.</param>
/// <param name="Theme">Theme.</param>
/// <param name="Time">Time of the crisis.</param>
public sealed record ProposeLead(LeadId Lead, ParticipantId Participant, string Title, string Words, Theme Theme, CrisisTime Time) : WorkshopCommand;
/// <summary>Supports a lead, or stops supporting it.</summary>
public sealed record SupportLead(LeadId Lead, ParticipantId Participant, bool Support) : WorkshopCommand;

/// <summary>Parts in a workshop that are handed out by link or token, other than playing.</summary>
public enum AccessRole
{
    /// <summary>Leads it.</summary>
    Facilitator,
    /// <summary>Watches and notes.</summary>
    Observer,
    /// <summary>A projected screen.</summary>
    Screen,
}
/// <summary>Ends every part of a kind handed out so far, taken up or not. The account that owns the workshop keeps leading it.</summary>
public sealed record RevokeAccess(AccessRole Access) : WorkshopCommand;

/// <summary>Undoes the facilitator's last step, reveal, imposition, override or assignment by compensating facts.</summary>
public sealed record Correct : WorkshopCommand;
/// <summary>Closes the workshop.</summary>
public sealed record CloseWorkshop : WorkshopCommand;
/// <summary>Opens a closed workshop again.</summary>
public sealed record ReopenWorkshop : WorkshopCommand;

/// <summary>The model answers a question about a situation. Only <see cref="ModelActor"/> may.</summary>
public sealed record RecordSituation(ModelInputs Inputs, SituationFacts Facts) : WorkshopCommand;
/// <summary>The model answers a question about consequences. Only <see cref="ModelActor"/> may.</summary>
public sealed record RecordConsequences(ModelInputs Inputs, ConsequenceFacts Facts) : WorkshopCommand;
