using System.Collections.Immutable;
using System.Diagnostics;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops;

public sealed partial record Workshop
{
    /// <summary>Takes a fact on board. No checks and no refusals: what is stored has happened.</summary>
    public static Workshop Evolve(Workshop state, Fact fact)
    {
        var after = state.Fold(fact) with { Applied = state.Applied.Add(fact.Command) };
        return after with { UndoStack = UndoStackAfter(state, fact) };
    }

    private Workshop Fold(Fact fact) => fact.Event switch
    {
        WorkshopOpened e => this with
        {
            Id = e.Workshop,
            Script = e.Script,
            Title = e.Title,
            Place = e.Place,
            Owner = e.Owner,
            Demonstration = e.Demonstration,
            OpenedAt = fact.At,
            StepStartedAt = fact.At,
        },
        TableAdded e => this with { Tables = Tables.Add(new(e.Table, e.Name)) },
        ParticipantJoined e => this with
        {
            Participants = Participants.Add(new(e.Participant, e.Name, e.ResumeKey, e.ShowName, e.OnPaper, e.Table, null, "", Left: false)),
        },
        ParticipantResumed e => Change(e.Participant, p => p with { Left = false }),
        ParticipantLeft e => Change(e.Participant, p => p with { Left = true }),
        ParticipantMoved e => Change(e.Participant, p => p with { Table = e.Table }),
        CharacterAssigned e => Change(e.Participant, p => p with { Character = e.Character }),
        SelfIntroduced e => Change(e.Participant, p => p with { Introduction = e.Words }),

        StepEntered e => Enter(e, fact.At),
        ClockPaused => this with { PausedAt = fact.At },
        ClockResumed => this with { StepStartedAt = StepStartedAt + (fact.At - (PausedAt ?? fact.At)), PausedAt = null },
        StepExtended e => this with { Planned = Planned.SetItem(e.Step, PlannedFor(Script!.Steps.First(s => s.Id == e.Step)) + e.By) },
        StepPlanned e => this with { Planned = Planned.SetItem(e.Step, e.Planned) },

        EventRevealed e => this with { Revealed = Revealed.Add((e.Event, fact.At)) },
        EventWithdrawn e => this with { Revealed = Revealed.RemoveAll(r => r.Event == e.Event) },
        ConstraintImposed e => this with { Imposed = Imposed.Add((e.Constraint, fact.At)) },
        ConstraintLifted e => this with { Imposed = Imposed.RemoveAll(i => i.Constraint == e.Constraint) },
        VerdictsRevealed e => this with { VerdictsShown = VerdictsShown.Add(e.Act) },
        VerdictsHidden e => this with { VerdictsShown = VerdictsShown.Remove(e.Act) },

        SituationRecorded e => this with { Situations = Situations.SetItem((e.Inputs.Act, e.Inputs.Table), e) },
        ConsequencesRecorded e => this with { Consequences = Consequences.SetItem((e.Inputs.Act, e.Inputs.Table), e) },

        MessageSent e => Post(new(e.Message, e.From, "", e.Channel, e.To, e.Body, e.Delivery, fact.At, Arrival(e.Delivery, fact.At, e.Delay))),
        MessageInjected e => Post(new(e.Message, null, e.As, e.Channel, e.To, e.Body, e.Delivery, fact.At, Arrival(e.Delivery, fact.At, e.Delay))),

        ActionAssessed e => this with
        {
            Judgements = Judgements.SetItem((e.Act, e.Participant, e.Action), new(e.Verdict, e.Reason, fact.By is FacilitatorActor)
            {
                Table = Find(e.Participant)!.Table,
            }),
        },
        AvailabilityOverridden { Verdict: { } verdict } e => this with { Overrides = Overrides.SetItem((e.Act, e.Table, e.Action), new(verdict, e.Reason)) },
        AvailabilityOverridden e => this with { Overrides = Overrides.Remove((e.Act, e.Table, e.Action)) },
        PrioritiesRanked { Ranking.IsDefaultOrEmpty: true } e => this with { Rankings = Rankings.Remove((e.Act, e.Participant)) },
        PrioritiesRanked e => this with { Rankings = Rankings.SetItem((e.Act, e.Participant), e.Ranking) },

        ActionProposed e => this with { OwnActions = OwnActions.Add(new(e.Action, e.Table, e.Title, e.Effort, e.Theme, e.Time)) },
        PlanOpened e => this with
        {
            Plans = Plans.SetItem((e.Act, e.Table), new(e.Kept, e.Dropped, [], Confirmed: false) { Slots = e.Slots, Effort = e.Effort }),
        },
        ActionPlanned e => Change(e.Table, e.Act, p => p with { Added = p.Added.Add(e.Action) }) with
        {
            PlannedBy = fact.By is ParticipantActor by ? PlannedBy.SetItem((e.Act, e.Table, e.Action), by.Participant) : PlannedBy.Remove((e.Act, e.Table, e.Action)),
        },
        ActionUnplanned e => Change(e.Table, e.Act, p => p with
        {
            Kept = p.Kept.RemoveAll(k => k.Action == e.Action),
            Added = p.Added.Remove(e.Action),
        }),
        PlanConfirmed e => Change(e.Table, e.Act, p => p with { Confirmed = true }),
        PlanReopened e => Change(e.Table, e.Act, p => p with { Confirmed = false }),

        StakeholderPlaced { Role: { } role } e => this with { Board = Board.SetItem((e.Table, e.Stakeholder), role) },
        StakeholderPlaced e => this with { Board = Board.Remove((e.Table, e.Stakeholder)) },
        StakeholderAdded e => this with
        {
            OwnStakeholders = OwnStakeholders.Add(new(e.Stakeholder, e.Table, e.Name, e.Family)),
            Board = Board.SetItem((e.Table, e.Stakeholder), e.Role),
        },

        ObservationNoted e => this with { Observations = Observations.Add(new(e.Words, e.Theme, e.Time, e.Table, fact.By, fact.At, Step.Id)) },
        DebriefAnswered e => this with { Debrief = Debrief.Add(new(e.Participant, e.Question, e.Words, e.Theme, e.Time)) },
        LeadProposed e => this with { Leads = Leads.Add(new(e.Lead, e.Participant, e.Title, e.Words, e.Theme, e.Time, NoSupporter)) },
        LeadSupported e => this with
        {
            Leads = [.. Leads.Select(l => l.Id != e.Lead ? l : l with
            {
                Supporters = e.Support ? l.Supporters.Add(e.Participant.Value) : l.Supporters.Remove(e.Participant.Value),
            })],
        },

        AccessRevoked e => this with { Revoked = Revoked.SetItem(e.Access, fact.At) },

        Corrected => this,
        WorkshopClosed => this with { ClosedAt = fact.At },
        WorkshopReopened => this with { ClosedAt = null },
        _ => throw new UnreachableException($"No fold for {fact.Event.GetType().Name}."),
    };

    private static readonly ImmutableSortedSet<string> NoSupporter = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    private Workshop Enter(StepEntered e, DateTimeOffset at)
    {
        var index = IndexOf(s => s.Id == e.Step);
        var furthest = e.Furthest is { } was ? IndexOf(s => s.Id == was) : FurthestStep;
        return this with { StepIndex = index, FurthestStep = Math.Max(index, furthest), StepStartedAt = at, PausedAt = null };
    }

    private Workshop Change(ParticipantId id, Func<Participant, Participant> change) =>
        Find(id) is { } p ? this with { Participants = Participants.Replace(p, change(p)) } : this;

    private Workshop Change(TableId table, ActId act, Func<Plan, Plan> change) =>
        PlanOf(table, act) is { } plan ? this with { Plans = Plans.SetItem((act, table), change(plan)) } : this;

    private Workshop Post(Message message) => this with { Messages = Messages.Add(message) };

    /// <summary>When a message reaches those it is for: never, when it failed.</summary>
    private static DateTimeOffset Arrival(Delivery delivery, DateTimeOffset sentAt, TimeSpan delay) =>
        delivery == Delivery.Delivered ? sentAt + delay : DateTimeOffset.MaxValue;
}
