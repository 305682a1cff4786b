using CsCheck;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Domain.Tests.Workshops;

/// <summary>What no sequence of commands can break, whoever gives them and whatever the model says.</summary>
public class InvariantTests
{
    private static void Always(Action<Turn> holds, long plays = 600) => Gens.Play(120).Sample(p => { Playing.Run(p, holds); }, iter: plays);

    [Fact]
    public void A_decision_is_facts_or_a_refusal_or_nothing_and_a_refusal_changes_nothing() => Always(t =>
    {
        Assert.False(t.Decision.Events.IsDefault);
        if (t.Decision.Refusal is null) return;
        Assert.Empty(t.Decision.Events);
        Assert.Same(t.Before, t.After);
    });

    [Fact]
    public void Slots_and_effort_are_never_exceeded() => Always(t =>
    {
        foreach (var ((act, table), plan) in t.After.Plans)
        {
            var scripted = t.After.Script!.Acts.Single(a => a.Id == act);
            var budget = t.After.BudgetOf(table, act)!.Value;
            Assert.Equal(scripted.Slots, budget.Slots);
            Assert.InRange(budget.SlotsTaken, 0, budget.Slots);
            Assert.InRange(budget.Effort, 0, scripted.Effort);
            Assert.InRange(budget.EffortSpent, 0, budget.Effort);
            Assert.Equal(plan.Actions.Count(), plan.Actions.Distinct().Count());
        }
    });

    [Fact]
    public void No_plan_holds_an_impossible_action() => Always(t =>
    {
        foreach (var ((act, table), plan) in t.After.Plans)
            Assert.DoesNotContain(plan.Actions, a => t.After.VerdictOf(table, act, a) is null or Verdict.Impossible);
    });

    [Fact]
    public void A_plan_is_open_only_where_the_verdicts_are_shown() => Always(t =>
    {
        foreach (var (act, _) in t.After.Plans.Keys) Assert.Contains(act, t.After.VerdictsShown);
    });

    [Fact]
    public void At_a_table_a_character_has_one_player() => Always(t =>
    {
        var seats = t.After.Present.Where(p => p.Character is not null).Select(p => (p.Table, p.Character)).ToList();
        Assert.Equal(seats.Count, seats.Distinct().Count());
    });

    [Fact]
    public void Nothing_is_revealed_twice() => Always(t =>
    {
        Assert.Equal(t.After.Revealed.Length, t.After.Revealed.Select(r => r.Event).Distinct().Count());
        Assert.Equal(t.After.Imposed.Length, t.After.Imposed.Select(i => i.Constraint).Distinct().Count());
    });

    [Fact]
    public void Once_shown_verdicts_and_judgements_are_frozen() => Always(t =>
    {
        foreach (var act in t.Before.VerdictsShown.Intersect(t.After.VerdictsShown))
        {
            foreach (var (key, answer) in t.Before.Situations.Where(s => s.Key.Act == act)) Assert.Same(answer, t.After.Situations[key]);
            Assert.Equal(t.Before.Judgements.Where(j => j.Key.Act == act).ToHashSet(), t.After.Judgements.Where(j => j.Key.Act == act).ToHashSet());
        }
    });

    [Fact]
    public void The_room_stands_somewhere_in_the_run_sheet() => Always(t =>
    {
        Assert.InRange(t.After.StepIndex, 0, t.After.FurthestStep);
        Assert.InRange(t.After.FurthestStep, 0, t.After.Script!.Steps.Length - 1);
        Assert.All(t.After.Planned.Values, p => Assert.InRange(p, TimeSpan.Zero, TimeSpan.FromMinutes(Limits.StepMinutes)));
    });

    [Fact]
    public void Names_in_the_room_are_unique_and_can_be_read() => Always(t =>
    {
        var names = t.After.Participants.Select(p => p.Name).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, n => Assert.InRange(n.Trim().Length, 1, Limits.Name));
    });

    [Fact]
    public void Rankings_and_overrides_are_complete() => Always(t =>
    {
        foreach (var ranking in t.After.Rankings.Values)
        {
            Assert.InRange(ranking.Length, 1, Limits.Priorities);
            Assert.Equal(ranking.Length, ranking.Distinct().Count());
            Assert.All(ranking, p => Assert.True(p.Stake is null != p.Own is null));
        }
        Assert.All(t.After.Overrides.Values, o => Assert.NotEqual("", o.Reason.Trim()));
    });

    [Fact]
    public void What_is_stored_is_clean_text() => Always(t =>
    {
        if (t.Envelope.Command is OpenWorkshop) return;
        foreach (var stored in t.Decision.Events.Select(Canonical.Dump))
        {
            Assert.DoesNotContain(stored, c => (char.IsControl(c) && c != '\n') || c is '\u202E');
            Assert.True(stored.IsNormalized(), stored); // throws on half a character
        }
    });

    [Fact]
    public void The_same_command_twice_has_effect_once()
    {
        var twice = 0;
        Gens.Play(60).Sample(play =>
        {
            var had = new HashSet<CommandId>();
            Playing.Run(play, t =>
            {
                if (had.Contains(t.Envelope.Id))
                {
                    Assert.Equal(Decision.Nothing, t.Decision);
                    Interlocked.Increment(ref twice);
                }
                if (!t.Decision.Events.IsEmpty) had.Add(t.Envelope.Id);
            });
        }, iter: 500);
        Assert.True(twice > 100, "Hardly any command was handed in twice.");
    }

    [Fact]
    public void A_closed_workshop_takes_notes_and_a_reopening_and_nothing_else() => Always(t =>
    {
        if (t.Before.ClosedAt is null) return;
        Assert.All(t.Decision.Events, e => Assert.True(e is ObservationNoted or WorkshopReopened or AccessRevoked, e.ToString()));
    });

    [Fact]
    public void Only_facilitators_lead_and_only_the_model_answers() => Always(t =>
    {
        foreach (var e in t.Decision.Events)
        {
            switch (e)
            {
                case SituationRecorded or ConsequencesRecorded:
                    Assert.IsType<ModelActor>(t.Envelope.By);
                    break;
                // They may also follow the model's answer, once the room stands at the plan.
                case VerdictsRevealed or PlanOpened:
                    Assert.True(t.Envelope.By is FacilitatorActor or ModelActor);
                    break;
                case StepEntered or EventRevealed or ConstraintImposed or MessageInjected or TableAdded or ParticipantMoved or Corrected or WorkshopClosed:
                    Assert.IsType<FacilitatorActor>(t.Envelope.By);
                    break;
            }
        }
    });

    [Fact]
    public void Participants_touch_only_what_is_theirs() => Always(t =>
    {
        if (t.Envelope.By is not ParticipantActor { Participant: var me }) return;
        var table = t.After.Find(me)?.Table;
        foreach (var e in t.Decision.Events)
        {
            Assert.True(e switch
            {
                ParticipantJoined x => x.Participant == me,
                ParticipantResumed x => x.Participant == me,
                ParticipantLeft x => x.Participant == me,
                CharacterAssigned x => x.Participant == me,
                SelfIntroduced x => x.Participant == me,
                MessageSent x => x.From == me,
                ActionAssessed x => x.Participant == me,
                PrioritiesRanked x => x.Participant == me,
                DebriefAnswered x => x.Participant == me,
                LeadProposed x => x.Participant == me,
                LeadSupported x => x.Participant == me,
                AvailabilityOverridden x => x.Table == table,
                ActionProposed x => x.Table == table,
                ActionPlanned x => x.Table == table,
                ActionUnplanned x => x.Table == table,
                PlanConfirmed x => x.Table == table,
                PlanReopened x => x.Table == table,
                StakeholderPlaced x => x.Table == table,
                StakeholderAdded x => x.Table == table,
                _ => false,
            }, e.ToString());
        }
        Assert.Equal(t.Before.Participants.Where(p => p.Id != me), t.After.Participants.Where(p => p.Id != me));
    });

    [Fact]
    public void Random_plays_go_deep_enough_to_prove_anything()
    {
        var reached = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        Always(t =>
        {
            foreach (var e in t.Decision.Events) reached.AddOrUpdate(e.GetType().Name, 1, (_, n) => n + 1);
            if (t.Decision.Refusal is { } no) reached.AddOrUpdate(no.GetType().Name, 1, (_, n) => n + 1);
            foreach (var drop in t.Decision.Events.OfType<PlanOpened>().SelectMany(p => p.Dropped)) reached.AddOrUpdate("Dropped." + drop.Cause, 1, (_, n) => n + 1);
        }, plays: 3000);
        var kinds = typeof(WorkshopEvent).Assembly.GetTypes().Where(x => x.IsSubclassOf(typeof(WorkshopEvent)) || (x.IsSubclassOf(typeof(Refusal)) && !IsOfExpeditions(x))).Select(x => x.Name)
            .Concat(Enum.GetNames<DropCause>().Select(c => "Dropped." + c))
            // Limits of size are beyond random plays; the code is looked up before there is any workshop.
            .Except([nameof(TooMany), nameof(RoomFull), nameof(NoSuchWorkshop), nameof(AlreadyOpen)]);
        Assert.Equal("", string.Join(", ", kinds.Where(k => !reached.ContainsKey(k))));

        // Expeditions have refusals and random plays of their own.
        static bool IsOfExpeditions(Type refusal) => refusal.Namespace!.StartsWith("TousRisques.Domain.Expeditions", StringComparison.Ordinal);
    }
}
