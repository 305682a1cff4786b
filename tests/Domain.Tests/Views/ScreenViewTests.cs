using System.Collections.Immutable;
using CsCheck;
using TousRisques.Domain.Tests.Workshops;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Domain.Workshops.Views;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Domain.Tests.Views;

/// <summary>What hangs on the wall, and what never may.</summary>
public class ScreenViewTests
{
    private static ScreenView Wall(Workshop state, DateTimeOffset now) => ScreenView.Of(state, SmallPack.Pack, now);

    private static void Always(Action<Workshop, DateTimeOffset> holds, int plays = 150) =>
        Gens.Play(120).Sample(p => { Playing.Run(p, t => { if (t.After.Script is not null) holds(t.After, t.Envelope.At); }); }, iter: plays);

    [Fact] // Non-interference: change all that nobody may know, and the wall stays as it is.
    public void The_wall_does_not_depend_on_anything_that_is_private_or_hidden() => Always((state, now) =>
        Assert.Equal(Canonical.Dump(Wall(state, now)), Canonical.Dump(Wall(Disguise(state, now), now))), plays: 60); // some 7,000 walls written out twice

    [Fact]
    public void No_event_hangs_on_the_wall_before_it_is_revealed() => Always((state, now) =>
    {
        var wall = Wall(state, now);
        var shown = wall.Timeline.Acts.SelectMany(a => a.Events).Concat(wall.Map.Marks.SelectMany(m => m.Events));
        if (wall.Timeline.Latest is { } latest) shown = shown.Append(latest);
        if (wall.Main is EventsScreen { Latest: { } main }) shown = shown.Append(main);
        Assert.All(shown, e => Assert.True(state.IsRevealed(e)));
        Assert.All(wall.Timeline.Acts.SelectMany(a => a.Constraints), c => Assert.True(state.IsImposed(c)));
    });

    [Fact]
    public void Possible_actions_are_counted_only_for_acts_whose_verdicts_are_shown() => Always((state, now) =>
        Assert.All(Wall(state, now).Possible.SelectMany(p => p.Acts), a => Assert.Contains(a.Act, state.VerdictsShown)));

    [Fact]
    public void Messages_to_some_are_not_read_out_to_all()
    {
        var room = Room.Open(tables: 2);
        room.Join("pia");
        room.Facilitate(new InjectMessage(new("m1"), "Mairie", null, new ToTable(Room.A), "for table A", false));
        room.As("pia", new SendMessage(new("m2"), new("pia"), SmallPack.Runner, new ToRoom(), "from a player"));
        Assert.Null(Wall(room.State, room.Now).Announcement);

        room.Facilitate(new InjectMessage(new("m3"), "Préfecture", null, new ToRoom(), "for all", false));
        Assert.Equal(new Announcement("Préfecture", null, "for all"), Wall(room.State, room.Now).Announcement);
        room.Facilitate(new Advance());
        room.Now += TimeSpan.FromSeconds(1);
        room.Facilitate(new Advance());
        Assert.Null(Wall(room.State, room.Now).Announcement);
    }

    [Fact]
    public void Divergences_wait_for_the_verdicts()
    {
        var room = Room.Open(answers: Models.Says(x => x.Action == SmallPack.Texts ? Verdict.Impossible : Verdict.Feasible));
        room.Join("pia");
        room.GoTo(SmallPack.Flood, StepKind.Assessment);
        room.As("pia", new AssessAction(new("pia"), SmallPack.Flood, SmallPack.Texts, Verdict.Feasible, ""));

        var before = Assert.IsType<AssessmentScreen>(Wall(room.State, room.Now).Main);
        Assert.False(before.Shown);
        Assert.Empty(before.Divergences);
        Assert.Equal(1, before.Progress[0].Task.Done);
        Assert.Equal(1, before.Actions.Single(a => a.Action.Action == SmallPack.Texts).Judged); // how many, never how
        Assert.All(before.Actions.Where(a => a.Action.Action != SmallPack.Texts), a => Assert.Equal(0, a.Judged));

        room.Facilitate(new RevealVerdicts(SmallPack.Flood));
        var after = Assert.IsType<AssessmentScreen>(Wall(room.State, room.Now).Main);
        Assert.Equal(SmallPack.Texts, Assert.Single(after.Divergences).Action);
        Assert.Equal(5, Assert.Single(Wall(room.State, room.Now).Possible).Acts[0].Possible);
    }

    [Fact]
    public void Priorities_are_counted_once_everybody_present_has_ranked()
    {
        var room = Room.Open();
        room.Join("pia");
        room.Join("leo");
        room.GoTo(SmallPack.Flood, StepKind.Priorities);
        room.As("pia", new RankPriorities(new("pia"), SmallPack.Flood, [new(SmallPack.Lives, null)]));
        Assert.Empty(Assert.IsType<PrioritiesScreen>(Wall(room.State, room.Now).Main).Rounds);
        room.As("leo", new RankPriorities(new("leo"), SmallPack.Flood, [new(SmallPack.Lives, null)]));
        Assert.Equal(2, Assert.Single(Assert.IsType<PrioritiesScreen>(Wall(room.State, room.Now).Main).Rounds).Count.Ballots);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_draft_shows_only_where_no_other_table_could_look(int tables, bool shows)
    {
        var room = Room.Open(tables: tables);
        room.GoTo(SmallPack.Flood, StepKind.Plan);
        room.Facilitate(new AddToPlan(Room.A, SmallPack.Sound));
        var draft = Assert.IsType<PlansScreen>(Wall(room.State, room.Now).Main).Plans[0];
        Assert.Equal(shows, draft.Added.Any());
        Assert.Equal(1, draft.Budget.SlotsTaken);

        room.Facilitate(new ConfirmPlan(Room.A));
        Assert.Equal(SmallPack.Sound, Assert.Single(Assert.IsType<PlansScreen>(Wall(room.State, room.Now).Main).Plans[0].Added).Action);
    }

    [Fact]
    public void The_map_shows_what_a_revealed_event_strikes()
    {
        var room = Room.Open();
        room.GoTo(SmallPack.Flood, StepKind.Events);
        room.Facilitate(new RevealEvent(SmallPack.Rain));
        Assert.Empty(Wall(room.State, room.Now).Map.Marks);
        room.Facilitate(new RevealEvent(SmallPack.Surge));
        Assert.Equal([SmallPack.Power], Assert.Single(Wall(room.State, room.Now).Map.Marks).Struck);
        room.GoTo(SmallPack.Pandemic, StepKind.Situation); // hours later the strike is over
        Assert.Empty(Wall(room.State, room.Now).Map.Marks);
    }

    /// <summary>The same workshop as far as the room knows, with everything else changed.</summary>
    private static Workshop Disguise(Workshop state, DateTimeOffset now)
    {
        return state with
        {
            Owner = "someone else",
            Participants = [.. state.Participants.Select(p => p with { ResumeKey = "changed", Introduction = p.Introduction + "changed", ShowName = !p.ShowName })],
            Judgements = state.Judgements.ToImmutableDictionary(j => j.Key, j => state.VerdictsShown.Contains(j.Key.Act)
                ? j.Value with { Reason = "changed" }
                : new Judgement((Verdict)(2 - (int)j.Value.Verdict), "changed", !j.Value.EnteredFor)),
            Situations = state.Situations.ToImmutableDictionary(s => s.Key, s => state.VerdictsShown.Contains(s.Key.Act) ? s.Value : s.Value with
            {
                Facts = s.Value.Facts with { Actions = [.. s.Value.Facts.Actions.Select(a => a with { Verdict = (Verdict)(2 - (int)a.Verdict), Why = [] })] },
            }),
            Rankings = state.Rankings.ToImmutableDictionary(r => r.Key, r => IsCounted(state, r.Key.Act) || r.Value.IsEmpty ? r.Value : [.. r.Value.Reverse()]),
            Plans = state.Plans.ToImmutableDictionary(p => p.Key, p => p.Value.Confirmed || state.Tables.Length == 1
                ? p.Value
                : p.Value with { Added = [.. p.Value.Added.Reverse()], Kept = [.. p.Value.Kept.Reverse()] }),
            Messages = [.. state.Messages.Select(m => m is { From: null, To: ToRoom, Delivery: Delivery.Delivered } && m.VisibleFrom <= now ? m : m with { Body = "changed", As = "changed" })],
            Observations = [.. state.Observations.Select(o => o with { Words = "changed" })],
        };

        static bool IsCounted(Workshop state, ActId act)
        {
            var steps = state.Script!.Steps;
            var at = steps.Select((s, i) => (s, i)).Where(s => s.s.Act == act && s.s.Kind == StepKind.Priorities).Select(s => s.i).DefaultIfEmpty(int.MaxValue).First();
            return at < state.StepIndex
                || (at == state.StepIndex && (state.FurthestStep > at || state.Present.All(p => state.Rankings.TryGetValue((act, p.Id), out var r) && !r.IsEmpty)));
        }
    }
}
