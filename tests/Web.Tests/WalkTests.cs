using System.Text.Json.Nodes;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests;

/// <summary>A whole workshop on the shipped pack, played over HTTP by programs, from the round table to the report.</summary>
public sealed class WalkTests : IAsyncLifetime
{
    private readonly House house = new();

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_workshop_is_played_over_http_from_opening_to_report()
    {
        var room = await house.OpenAsync("full", "Rouge", "Bleue");
        var people = new List<(ParticipantId Id, string Token)>();
        foreach (var name in new[] { "Ana", "Bo", "Cléo", "Dan", "Éva", "Fil" })
        {
            var (id, token, resume) = await room.JoinAsync(name);
            people.Add((new ParticipantId(id), token));
            Assert.Equal(4, resume.Split('-').Length);
        }
        var live = await room.LiveAsync();
        Assert.Equal([3, 3], live.State.Tables.Select(t => live.State.Present.Count(p => p.Table == t.Id)));

        for (var guard = 0; ; guard++)
        {
            Assert.True(guard < 60, "The run sheet never ends.");
            live = await room.LiveAsync();
            await PlayAsync(room, live, people);
            if (live.State.Step.Kind == StepKind.Close) break;
            await room.DoAsync(new Advance());
        }
        await room.DoAsync(new CloseWorkshop());

        var (status, refused) = await room.TryAsync(new IntroduceSelf(people[0].Id, "Trop tard"), people[0].Token);
        Assert.Equal((422, "already-closed"), (status, (string)refused!["code"]!));

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/workshops/{room.Code}/report") { Headers = { Authorization = new("Bearer", people[0].Token) } };
        var report = JsonNode.Parse(await (await house.Client.SendAsync(request)).Content.ReadAsStringAsync())!;
        Assert.Equal(room.Code, (string)report["workshop"]!);
        Assert.Contains("Un annuaire papier", report["leads"]!.ToJsonString(), StringComparison.Ordinal);
        live = await room.LiveAsync();
        Assert.Equal(live.State.Script!.Acts.Length, live.State.Situations.Keys.Where(k => k.Table is null).Select(k => k.Act).Distinct().Count());
        Assert.Equal(2 * live.State.Script!.Acts.Length, live.State.Consequences.Count(c => c.Key.Table is not null));
        Assert.All(live.State.Plans.Values, p => Assert.NotEmpty(p.Actions));
    }

    /// <summary>What a lively room does at a step.</summary>
    private static async Task PlayAsync(Room room, Sessions.LiveWorkshop live, List<(ParticipantId Id, string Token)> people)
    {
        var state = live.State;
        var act = state.Act;
        switch (state.Step.Kind)
        {
            case StepKind.RoundTable:
                foreach (var (id, token) in people)
                {
                    var me = (await room.LiveAsync()).State.Find(id)!;
                    if (me.Character is null)
                    {
                        var taken = (await room.LiveAsync()).State.Present.Where(p => p.Table == me.Table).Select(p => p.Character).ToHashSet();
                        await room.DoAsync(new AssignCharacter(id, state.Script!.Characters.First(c => !taken.Contains(c.Id)).Id), token);
                    }
                    await room.DoAsync(new IntroduceSelf(id, "Bonjour à toutes et tous"), token);
                }
                break;
            case StepKind.Events:
                foreach (var e in act!.Events) await room.DoAsync(new RevealEvent(e));
                break;
            case StepKind.Constraints:
                foreach (var c in act!.Constraints) await room.DoAsync(new ImposeConstraint(c.Id));
                break;
            case StepKind.Assessment:
                foreach (var (id, token) in people)
                    foreach (var action in state.Script!.Actions.Take(3))
                        await room.DoAsync(new AssessAction(id, act!.Id, action.Id, Verdict.Feasible, ""), token);
                var before = await room.ReadAsync(people[0].Token);
                Assert.All(before["view"]!["deck"]!.AsArray(), c => Assert.Null(c!["shown"]));
                await room.DoAsync(new RevealVerdicts(act!.Id));
                var after = await room.ReadAsync(people[0].Token);
                Assert.Contains(after["view"]!["deck"]!.AsArray(), c => (string?)c!["action"]!["needs"]!["kind"] is "all" or "any" or "on" or "at-least");
                Assert.Contains(after["view"]!["deck"]!.AsArray(), c => c!["shown"] is not null);
                break;
            case StepKind.Priorities:
                foreach (var (id, token) in people)
                    await room.DoAsync(new RankPriorities(id, act!.Id, [.. state.Script!.Stakes.Take(3).Select(s => new Priority(s, null))]), token);
                break;
            case StepKind.Plan:
                foreach (var table in state.Tables)
                {
                    var token = people.First(p => state.Find(p.Id)!.Table == table.Id).Token;
                    foreach (var action in state.Script!.Actions)
                    {
                        var (status, body) = await room.TryAsync(new AddToPlan(table.Id, action.Id), token);
                        Assert.True(status is 200 or 422, body?.ToJsonString());
                        if ((string?)body!["code"] == "no-slot-left") break;
                    }
                    await room.DoAsync(new ConfirmPlan(table.Id), token);
                }
                break;
            case StepKind.Debrief:
                await room.DoAsync(new AnswerDebrief(people[0].Id, DebriefQuestion.Held, "La radio", Theme.Capacity, CrisisTime.During), people[0].Token);
                break;
            case StepKind.Leads:
                await room.DoAsync(new ProposeLead(new LeadId("l1"), people[0].Id, "Un annuaire papier", "À jour, deux fois l’an", Theme.Data, CrisisTime.Before), people[0].Token);
                await room.DoAsync(new SupportLead(new LeadId("l1"), people[1].Id, true), people[1].Token);
                break;
        }
    }
}
