using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>
/// What one participant may see of a workshop, and nothing else: no secret of another, no verdict of the model before it is shown, no
/// judgement, ranking or debrief answer of another, no draft of another table, no message that is not for them or has not arrived.
/// Pages and the API draw participants from this alone, so that what is not here cannot leak. Pure: see <see cref="Of"/>.
/// </summary>
public sealed partial record ParticipantView
{
    /// <summary>Its join code.</summary>
    public required WorkshopId Workshop { get; init; }
    /// <summary>Its title.</summary>
    public required Text Title { get; init; }
    /// <summary>Where it is held, or empty.</summary>
    public required string Place { get; init; }
    /// <summary>How it is played.</summary>
    public required PlayMode Mode { get; init; }
    /// <summary>Whether simulated participants play it.</summary>
    public required bool Demonstration { get; init; }
    /// <summary>Whether it is closed.</summary>
    public required bool Closed { get; init; }
    /// <summary>Where the room stands.</summary>
    public required StepView Step { get; init; }
    /// <summary>The step's clock.</summary>
    public required ClockView Clock { get; init; }
    /// <summary>The act, or null before the first.</summary>
    public required ActView? Act { get; init; }
    /// <summary>How many actions were possible, act by act, for acts whose verdicts are shown.</summary>
    public required ImmutableArray<ActCount> Possible { get; init; }
    /// <summary>How many action cards the deck holds.</summary>
    public required int DeckSize { get; init; }

    /// <summary>The participant.</summary>
    public required SelfView Me { get; init; }
    /// <summary>Everybody present, in the order of their coming.</summary>
    public required ImmutableArray<PersonView> People { get; init; }
    /// <summary>Characters that nobody plays at the own table, the needed ones first.</summary>
    public required ImmutableArray<CharacterView> FreeCharacters { get; init; }

    /// <summary>The own table's stakeholder board: cards placed and not yet placed.</summary>
    public required ImmutableArray<BoardCardView> Board { get; init; }
    /// <summary>The territory's memory, oldest first.</summary>
    public required ImmutableArray<EventView> Memory { get; init; }
    /// <summary>Events revealed, in the order of their hours.</summary>
    public required ImmutableArray<EventView> Events { get; init; }
    /// <summary>Constraints imposed, in the order of their hours.</summary>
    public required ImmutableArray<ConstraintView> Constraints { get; init; }
    /// <summary>How things stand at the act's hour; null before its situation step.</summary>
    public required SituationView? Situation { get; init; }

    /// <summary>The cards to judge in this act; empty before its re-assessment.</summary>
    public required ImmutableArray<DeckCardView> Deck { get; init; }
    /// <summary>Whether the model's verdicts of this act are shown.</summary>
    public required bool VerdictsShown { get; init; }
    /// <summary>Stakes that can be ranked; empty before the act's priorities.</summary>
    public required ImmutableArray<StakeView> Stakes { get; init; }
    /// <summary>The own ranking in this act, the first first.</summary>
    public required ImmutableArray<Priority> Ranking { get; init; }
    /// <summary>The own table's priorities counted together, the first first; empty until the plan, so that nobody ranks after others.</summary>
    public required ImmutableArray<CountedPriority> TablePriorities { get; init; }
    /// <summary>The own table's plan for this act; null before it is opened.</summary>
    public required PlanView? Plan { get; init; }
    /// <summary>What the own table's plan was worth; null before the act's consequences.</summary>
    public required ConsequenceFacts? Consequences { get; init; }

    /// <summary>The own answers of the debrief.</summary>
    public required ImmutableArray<DebriefAnswer> Debrief { get; init; }
    /// <summary>Leads of everybody.</summary>
    public required ImmutableArray<LeadView> Leads { get; init; }
    /// <summary>Messages sent by them, or for them and arrived; the latest last.</summary>
    public required ImmutableArray<MessageView> Messages { get; init; }
    /// <summary>When the next message under way to them arrives, or null: time to look again. Says nothing of what it holds.</summary>
    public required DateTimeOffset? NextArrival { get; init; }
    /// <summary>Channels by which they may send.</summary>
    public required ImmutableArray<ChannelView> Channels { get; init; }
    /// <summary>Tables of the room, to send to.</summary>
    public required ImmutableArray<Table> Tables { get; init; }
}
