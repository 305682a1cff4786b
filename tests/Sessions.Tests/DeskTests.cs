using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal;
using TousRisques.Journal.Facts;
using TousRisques.Journal.Sqlite;
using TousRisques.Testing.Journals;

namespace TousRisques.Sessions.Tests;

/// <summary>The desk and the grains behind it: order, durability, reading one's own writes, following.</summary>
public sealed class DeskTests
{
    [Fact]
    public async Task Commands_from_everywhere_are_decided_in_one_order_and_all_are_kept()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("desk-").FullName, "journal.db");
        await using var journal = SqliteJournal.Open(new SqliteJournalOptions { Path = path });
        await using var node = await new Node(journal).StartAsync();
        var workshop = await node.OpenAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            var answer = await node.SayAsync(workshop, $"join-{i}", new JoinWorkshop(new ParticipantId($"p{i}"), "Zoé", "", false, false, null), new VisitorActor());
            // Whoever was answered sees what they did.
            var live = await node.Desk.ReadAsync(workshop);
            Assert.True(live!.Version >= answer.Version);
            Assert.NotNull(live.State.Find(new ParticipantId($"p{i}")));
            return answer;
        })));
        Assert.All(answers, a => Assert.Null(a.Refusal));
        var state = await ReplayAsync(journal, workshop);
        Assert.Equal(200, state.Participants.Length);
        Assert.Equal(200, state.Participants.Select(p => p.Name).Distinct().Count()); // "Zoé", "Zoé 2"… so each was decided after the one before
        Assert.Equal([100, 100], state.Tables.Select(t => state.Participants.Count(p => p.Table == t.Id)));
        Assert.Equal(state.Participants.AsEnumerable(), (await node.Desk.ReadAsync(workshop))!.State.Participants.AsEnumerable());
    }

    [Fact]
    public async Task What_arrives_while_an_append_is_under_way_is_appended_together()
    {
        var journal = new FaultyJournal(new SlowJournal(new MemoryJournal()));
        await using var node = await new Node(journal).StartAsync();
        var workshop = await node.OpenAsync();
        var before = journal.Appends;
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i =>
            node.SayAsync(workshop, $"j{i}", new JoinWorkshop(new ParticipantId($"p{i}"), $"P{i}", "", false, false, null), new VisitorActor())));
        Assert.InRange(journal.Appends - before, 1, 25);
        Assert.Equal(100, (await ReplayAsync(journal, workshop)).Participants.Length);
    }

    [Theory]
    [InlineData(Fault.BeforeStoring)]
    [InlineData(Fault.AfterStoring)]
    public async Task When_the_journal_fails_the_same_command_sent_again_has_effect_once(Fault fault)
    {
        var journal = new FaultyJournal(new MemoryJournal());
        await using var node = await new Node(journal).StartAsync();
        var workshop = await node.OpenAsync();
        journal.Next = fault;
        var join = new JoinWorkshop(new ParticipantId("p1"), "Zoé", "", false, false, null);
        await Assert.ThrowsAsync<DeskUnavailableException>(() => node.SayAsync(workshop, "join", join, new VisitorActor()));
        Submission answer = default;
        for (var tries = 0; ; tries++)
        {
            try
            {
                answer = await node.SayAsync(workshop, "join", join, new VisitorActor());
                break;
            }
            catch (DeskUnavailableException) when (tries < 100)
            {
                await Task.Delay(20); // the grain is on its way out
            }
        }
        Assert.Null(answer.Refusal);
        Assert.Single((await ReplayAsync(journal, workshop)).Participants);
        Assert.Single((await node.Desk.ReadAsync(workshop))!.State.Participants);
    }

    [Fact]
    public async Task The_model_answers_in_the_same_append_as_what_raised_the_question()
    {
        var journal = new MemoryJournal();
        await using var node = await new Node(journal).StartAsync();
        var workshop = await node.OpenAsync();
        var steps = (await node.Desk.ReadAsync(workshop))!.State.Script!.Steps;
        for (var i = 1; i < steps.Length; i++)
        {
            await node.SayAsync(workshop, $"advance-{i}", new Advance());
            var state = (await node.Desk.ReadAsync(workshop))!.State;
            Assert.Null(Workshop.Pending(state));
        }
        var end = (await node.Desk.ReadAsync(workshop))!.State;
        Assert.All(end.Script!.Acts, a => Assert.Contains(end.Situations.Keys, k => k.Act == a.Id));
    }

    [Fact]
    public async Task Followers_see_every_end_state_and_skip_what_is_past_when_they_are_slow()
    {
        await using var node = await new Node(new MemoryJournal()).StartAsync();
        var workshop = await node.OpenAsync();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var seen = new List<long>();
        var slow = Task.Run(async () =>
        {
            await foreach (var live in node.Desk.FollowAsync(workshop, stop.Token))
            {
                seen.Add(live.Version);
                await Task.Delay(40, stop.Token);
                if (live.State.Participants.Length == 60) break;
            }
        });
        for (var i = 0; i < 60; i++)
            await node.SayAsync(workshop, $"j{i}", new JoinWorkshop(new ParticipantId($"p{i}"), $"P{i}", "", false, false, null), new VisitorActor());
        await slow;
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(seen.Distinct(), seen);
        Assert.True(seen.Count < 60);
    }

    [Fact]
    public async Task Another_start_on_the_same_journal_resumes_exactly()
    {
        var journal = new MemoryJournal();
        LiveWorkshop before;
        WorkshopId workshop;
        await using (var first = await new Node(journal).StartAsync())
        {
            workshop = await first.OpenAsync();
            await first.SayAsync(workshop, "j", new JoinWorkshop(new ParticipantId("p"), "Zoé", "key", true, false, null), new VisitorActor());
            await first.SayAsync(workshop, "a", new Advance());
            before = (await first.Desk.ReadAsync(workshop))!;
        }
        await using var second = await new Node(journal).StartAsync();
        var after = (await second.Desk.ReadAsync(workshop))!;
        Assert.Equal(before.Version, after.Version);
        Assert.Equal(before.State.Step, after.State.Step);
        Assert.Equal(before.State.Participants.AsEnumerable(), after.State.Participants.AsEnumerable());
        Assert.Equal(before.Version, (await second.SayAsync(workshop, "a", new Advance())).Version); // the same id again, after a restart
    }

    [Fact]
    public async Task There_is_no_workshop_before_it_is_opened()
    {
        await using var node = await new Node(new MemoryJournal()).StartAsync();
        Assert.Null(await node.Desk.ReadAsync(new WorkshopId("ZZZZZZ")));
        Assert.IsType<NoSuchWorkshop>((await node.SayAsync(new WorkshopId("ZZZZZZ"), "a", new Advance())).Refusal);
    }

    private static async Task<Workshop> ReplayAsync(IJournal journal, WorkshopId workshop)
    {
        var state = Workshop.Initial;
        await foreach (var record in journal.ReadAsync(FactCodec.StreamOf(workshop))) state = Workshop.Evolve(state, FactCodec.Current.Read(record));
        return state;
    }

    /// <summary>A journal on a disk that takes its time.</summary>
    private sealed class SlowJournal(IJournal inner) : PassingJournal(inner)
    {
        public override async Task<StreamHead> AppendAsync(string stream, long expectedVersion, IReadOnlyList<NewRecord> records, CancellationToken cancel = default)
        {
            await Task.Delay(15, cancel);
            return await base.AppendAsync(stream, expectedVersion, records, cancel);
        }
    }
}
