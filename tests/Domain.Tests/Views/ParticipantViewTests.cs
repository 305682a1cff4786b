using CsCheck;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Domain.Workshops.Views;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Domain.Tests.Views;

public class ParticipantViewTests
{
    private static readonly string[] People = ["p1", "p2", "p3", "p4"];

    /// <summary>Valmarée, where every character hides something.</summary>
    private static readonly Pack Pack = SmallPack.Pack with
    {
        Scenario = SmallPack.Pack.Scenario with
        {
            Characters = [.. SmallPack.Pack.Scenario.Characters.Select(c => c with { Secret = Text.Same("secret of " + c.Id.Value) })],
        },
    };

    [Fact] // whatever has happened, what one must not know makes no difference to what one sees
    public void Nobody_sees_what_is_not_theirs() => Plays.Sample(moves =>
    {
        var room = Play(moves);
        foreach (var name in People)
        {
            var me = Room.P(name);
            var (state, pack) = Hidden.Change(room.State, Pack, me, room.Now);
            Assert.Equal(Seen(room.State, Pack, me, room.Now), Seen(state, pack, me, room.Now));
        }
    }, iter: 300);

    [Fact]
    public void What_a_table_sees_alike_holds_nothing_of_its_members_alone() => Plays.Sample(moves =>
    {
        var room = Play(moves);
        var seen = ParticipantView.OfTable(room.State, Pack, Room.A, room.Now)!;
        Assert.Null(seen.Me.Character);
        Assert.Empty(seen.Ranking);
        Assert.Empty(seen.Debrief);
        Assert.All(seen.Deck, card => Assert.Null(card.Mine));
        Assert.All(seen.FreeCharacters, c => Assert.Null(c.Secret));
        Assert.All(seen.Messages, m => Assert.True(m.Fate == Fate.Received && m.To is not ToParticipant));
        Assert.All(seen.Leads, lead => Assert.False(lead.Mine || lead.Supported));
    }, iter: 200);

    [Fact]
    public void A_player_reads_the_own_secret_and_no_other()
    {
        var room = Two();
        room.Facilitate(new AssignCharacter(Room.P("p1"), SmallPack.Mayor));
        room.Facilitate(new AssignCharacter(Room.P("p2"), SmallPack.Resident));
        Assert.Equal("secret of mayor", See(room, "p1").Me.Character!.Secret!.ToString());
        Assert.DoesNotContain("secret of mayor", Seen(room.State, Pack, Room.P("p2"), room.Now), StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_s_verdicts_are_there_only_once_they_are_shown()
    {
        var room = Two(Models.Says(q => q.Action == SmallPack.Texts ? Verdict.Impossible : Verdict.Feasible));
        room.GoTo(SmallPack.Flood, StepKind.Assessment);
        Assert.All(See(room, "p1").Deck, card => Assert.Null(card.Shown));
        Assert.Empty(See(room, "p1").Possible);
        room.Facilitate(new RevealVerdicts(SmallPack.Flood));
        Assert.Equal(Verdict.Impossible, See(room, "p1").Deck.Single(c => c.Action.Id == SmallPack.Texts).Shown!.Model);
        Assert.Equal(5, See(room, "p1").Possible.Single().Possible);
    }

    [Fact]
    public void A_message_that_failed_in_silence_looks_sent_and_one_whose_medium_tells_looks_failed()
    {
        var room = Two(Models.Says(_ => Verdict.Feasible, _ => [SmallPack.MailServer, SmallPack.Mast]));
        room.GoTo(SmallPack.Flood, StepKind.Assessment);
        room.As("p1", new SendMessage(new("m1"), Room.P("p1"), SmallPack.Sms, new ToRoom(), "par texto"));
        room.As("p1", new SendMessage(new("m2"), Room.P("p1"), SmallPack.Mail, new ToRoom(), "par courriel"));
        Assert.Equal([Fate.Sent, Fate.Failed], See(room, "p1").Messages.Select(m => m.Fate));
        Assert.Empty(See(room, "p2").Messages);
    }

    [Fact]
    public void A_runner_s_message_is_there_when_the_runner_is()
    {
        var room = Two();
        room.As("p1", new SendMessage(new("m1"), Room.P("p1"), SmallPack.Runner, new ToRoom(), "j'arrive"));
        Assert.Empty(See(room, "p2").Messages);
        Assert.Equal(room.Now + TimeSpan.FromMinutes(5), See(room, "p2").NextArrival);
        room.Now += TimeSpan.FromMinutes(5);
        Assert.Equal("j'arrive", See(room, "p2").Messages.Single().Body);
        Assert.Null(See(room, "p2").NextArrival);
    }

    [Fact]
    public void The_plan_tells_who_put_what_in()
    {
        var room = Two();
        room.Facilitate(new AssignCharacter(Room.P("p2"), SmallPack.Mayor));
        room.GoTo(SmallPack.Flood, StepKind.Plan);
        room.As("p1", new AddToPlan(Room.A, SmallPack.Sound));
        room.As("p2", new AddToPlan(Room.A, SmallPack.Radio));
        room.Facilitate(new AddToPlan(Room.A, SmallPack.Mails));
        Assert.Equal(["p1", "mayor", ""], See(room, "p1").Plan!.Added.Select(a => a.By.ToString()));
    }

    [Fact]
    public void The_table_s_priorities_are_counted_once_nobody_ranks_any_more()
    {
        var room = Two();
        room.GoTo(SmallPack.Flood, StepKind.Priorities);
        room.As("p2", new RankPriorities(Room.P("p2"), SmallPack.Flood, [new(SmallPack.Water, null)]));
        Assert.Empty(See(room, "p1").TablePriorities);
        room.GoTo(SmallPack.Flood, StepKind.Plan);
        Assert.Equal("water", See(room, "p1").TablePriorities.Single().Name.ToString());
    }

    [Fact]
    public void Someone_who_never_came_sees_nothing() =>
        Assert.Null(ParticipantView.Of(Two().State, Pack, Room.P("nobody"), Room.Noon));

    private static Room Two(Func<ModelQuestion, WorkshopCommand>? model = null)
    {
        var room = Room.Open(answers: model);
        room.Join("p1");
        room.Join("p2");
        return room;
    }

    private static ParticipantView See(Room room, string name) => ParticipantView.Of(room.State, Pack, Room.P(name), room.Now)!;

    private static string Seen(Workshop state, Pack pack, ParticipantId me, DateTimeOffset now) => Canonical.Dump(ParticipantView.Of(state, pack, me, now));

    // A play is a list of numbers: what, who, and two choices.
    private static readonly Gen<(int What, int Who, int A, int B)[]> Plays =
        Gen.Select(Gen.Int[0, 21], Gen.Int[0, 3], Gen.Int[0, 11], Gen.Int[0, 11]).Array[0, 60];

    private static Room Play((int What, int Who, int A, int B)[] moves)
    {
        var room = Room.Open(tables: 2, answers: Models.Says(
            q => (Verdict)((q.Action.Value.Length + q.Act.Value.Length + (q.Table?.Value ?? "").Length) % 3), act => act == SmallPack.Flood ? [SmallPack.Mast] : [SmallPack.MailServer]));
        for (var i = 0; i < People.Length; i++) room.Join(People[i], i < 2 ? Room.A : Room.B);
        var n = 0;
        foreach (var (what, who, a, b) in moves)
        {
            room.Now += TimeSpan.FromMinutes(1);
            var name = People[who];
            var (me, table) = (Room.P(name), room.State.Find(Room.P(name))!.Table);
            var action = Pack.Scenario.Actions[a % 6].Id;
            var act = Pack.Scenario.Acts[b % 3].Id;
            Audience to = (a % 5) switch { 0 => new ToRoom(), 1 => new ToTable(Room.A), 2 => new ToTable(Room.B), 3 => new ToParticipant(Room.P(People[b % 4])), _ => new ToFacilitators() };
            var words = $"{name} says {n++}";
            _ = what switch
            {
                <= 4 => room.Facilitate(new Advance()),
                5 => room.Facilitate(new GoBack()),
                6 => room.Facilitate(new RevealEvent(Pack.Scenario.Acts[b % 3].Events[0].Id)),
                7 => room.Facilitate(new ImposeConstraint(a % 2 == 0 ? SmallPack.Curfew : SmallPack.NoMail)),
                8 => room.Facilitate(new RevealVerdicts(act)),
                9 or 10 => room.As(name, new AssessAction(me, room.State.Act?.Id ?? act, action, (Verdict)(b % 3), words)),
                11 => room.As(name, new RankPriorities(me, room.State.Act?.Id ?? act, [new(Pack.Scenario.Stakes[a % 4].Id, null), new(null, words)])),
                12 => room.As(name, new AddToPlan(table, action)),
                13 => room.As(name, new OverrideAvailability(table, act, action, (Verdict)(b % 3), words)),
                14 => room.As(name, new PlaceStakeholder(table, SmallPack.Prefect, (StakeholderRole)(b % 4))),
                15 => room.As(name, new AddStakeholder(new("own-" + n), table, words, StakeholderFamily.Media, StakeholderRole.Informs)),
                16 => room.As(name, new SendMessage(new("m" + n), me, Pack.Scenario.Channels[b % 3].Id, to, words)),
                17 => room.Facilitate(new InjectMessage(new("m" + n), words, b % 2 == 0 ? null : SmallPack.Runner, to, words, ThroughModel: true)),
                18 => room.As(name, new AnswerDebrief(me, (DebriefQuestion)(a % 3), words, Theme.Data, CrisisTime.Before)),
                19 => room.As(name, new ProposeLead(new("l" + n), me, words, words, Theme.Jobs, CrisisTime.After)),
                20 => room.As(name, new AssignCharacter(me, Pack.Scenario.Characters[a % 3].Id)),
                _ => room.As(name, new ProposeAction(new("own-" + n), table, words, 1, Theme.Data, CrisisTime.During)),
            };
        }
        return room;
    }
}
