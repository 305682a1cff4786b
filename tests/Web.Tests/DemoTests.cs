using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Views;
using TousRisques.Journal.Json;
using TousRisques.Sessions;
using TousRisques.Web.Demo;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests;

/// <summary>A living room for newcomers, and a workshop for one.</summary>
public sealed class DemoTests(House house) : IClassFixture<House>
{
    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task A_demonstration_fills_with_twelve_people_who_introduce_themselves_and_judge(string language)
    {
        using var visitor = house.NewClient(cookies: true);
        visitor.DefaultRequestHeaders.Add("Accept-Language", language);
        var begun = await visitor.PostAsync("/demo", House.Form(("speed", "150"), ("seed", "7")));
        Assert.Equal(303, (int)begun.StatusCode);
        var code = begun.Headers.Location!.ToString().Split('/')[2];
        await UntilAsync(code, s => s.Present.Count() == Demonstrations.People && s.Present.All(p => p.Character is not null));
        await DoAsync(visitor, code, ("command", "advance"));
        var state = await UntilAsync(code, s => s.Present.All(p => p.Introduction.Length > 0));
        Assert.Equal([4, 4, 4], state.Tables.Select(t => state.Present.Count(p => p.Table == t.Id)));
        Assert.All(state.Tables, t => Assert.Equal(4, state.Present.Where(p => p.Table == t.Id).Select(p => p.Character).Distinct().Count()));

        await DoAsync(visitor, code, ("command", "jump-to"), ("step", state.Script!.Steps.First(s => s.Kind == StepKind.Events).Id.Value));
        foreach (var id in state.Script.Acts[0].Events) await DoAsync(visitor, code, ("command", "reveal-event"), ("event", id.Value));
        await DoAsync(visitor, code, ("command", "jump-to"), ("step", state.Script!.Steps.First(s => s.Kind == StepKind.Assessment).Id.Value));
        state = await UntilAsync(code, s => s.Judgements.Count > 60);
        // They neither all agree nor say whatever.
        Assert.True(state.Judgements.Values.Select(j => j.Verdict).Distinct().Count() > 1);
        Assert.Contains(state.Judgements.Values, j => j.Reason.Length > 0);
        Assert.DoesNotContain(state.Judgements.Values, j => j.Reason.Contains("[demo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_restart_the_same_people_come_back_and_play_on()
    {
        var folder = Directory.CreateTempSubdirectory("tousrisques-demo-").FullName;
        string code;
        ParticipantId[] people;
        await using (var before = new House { Folder = folder, KeepFolder = true })
        {
            await before.InitializeAsync();
            code = (await before.Client.PostAsync("/demo", House.Form(("speed", "150"), ("seed", "7")))).Headers.Location!.ToString().Split('/')[2];
            var full = await UntilAsync(before, code, s => s.Present.Count() == Demonstrations.People && s.Present.All(p => p.Character is not null));
            people = [.. full.Participants.Select(p => p.Id)];
        }
        await using var after = new House { Folder = folder };
        await after.InitializeAsync();
        var desk = after.Services.GetRequiredService<IWorkshopDesk>();
        await desk.SubmitAsync(new(code), new Envelope(new("onwards"), new FacilitatorActor("Ada"), DateTimeOffset.UtcNow, new Advance()));
        var state = await UntilAsync(after, code, s => s.Present.All(p => p.Introduction.Length > 0));
        Assert.Equal(people, state.Participants.Select(p => p.Id)); // the same twelve, and nobody twice
    }

    [Fact]
    public void What_a_demonstration_was_asked_to_be_can_be_read_from_its_opening_and_from_nothing_else()
    {
        var asked = new DemoSettings(new Language("en"), Auto: true, Speed: 12.5, Seed: 42).Settled();
        Assert.Equal(asked, DemoSettings.Read(asked.Request()));
        Assert.NotEqual(asked.Request(), asked.Request());
        foreach (var other in new[] { "demo", "demo-fr-auto-1-2", "demo-fr-auto-x-2-abc", "c1", "demo-fr-led-10--abc", "demo-français-led-10-1-abc" })
            Assert.Null(DemoSettings.Read(new CommandId(other)));
    }

    [Fact]
    public async Task A_demonstration_can_lead_itself()
    {
        using var visitor = house.NewClient(cookies: true);
        var begun = await visitor.PostAsync("/demo", House.Form(("speed", "200"), ("auto", "on")));
        var code = begun.Headers.Location!.ToString().Split('/')[2];
        await UntilAsync(code, s => s.VerdictsShown.Count > 0 && s.Plans.Values.Any(p => p.Added.Length > 0));
    }

    [Fact]
    public async Task A_stopped_clock_stops_the_automatic_facilitator()
    {
        var room = await house.OpenAsync();
        await room.DoAsync(new PauseClock());
        var live = await room.LiveAsync();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1.5));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new AutoFacilitator(
            house.Services.GetRequiredService<IWorkshopDesk>(), live.State.Id, "Auto", 200, TimeProvider.System).LeadAsync(stop.Token));
        Assert.Equal(live.State.Step, (await room.LiveAsync()).State.Step);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_wishes_and_another_seed_others()
    {
        var room = await house.OpenAsync();
        var (id, token, _) = await room.JoinAsync("Zoé");
        var script = (await room.LiveAsync()).State.Script!;
        await room.DoAsync(new AssignCharacter(new ParticipantId(id), script.Characters[2].Id), token);
        await room.DoAsync(new JumpTo(script.Steps.First(s => s.Kind == StepKind.Assessment).Id));
        var live = await room.LiveAsync();
        var view = JsonSerializer.SerializeToNode(ParticipantView.Of(live.State, live.Pack, new ParticipantId(id), DateTimeOffset.UtcNow), WireJson.Stored)!;
        var (one, again, other) = (Wishes(1), Wishes(1), Wishes(2));
        Assert.True(one.Count >= 9);
        Assert.Equal(one, again);
        Assert.NotEqual(one, other);

        List<Wish> Wishes(int seed) => [.. new Person(3, "Théo", live.Pack, Words.In(Language.French), new Dice(seed, "Théo")).Wishes(view)];
    }

    [Fact]
    public async Task One_person_can_lead_and_play_alone()
    {
        using var visitor = house.NewClient(cookies: true);
        var begun = await visitor.PostAsync("/solo", House.Form(("name", "Ana")));
        var path = begun.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(path + "/animate")).StatusCode);
        var code = path.Split('/')[2];
        await DoAsync(visitor, code, ("command", "advance"), ("hat", "facilitator"));
        await DoAsync(visitor, code, ("command", "introduce-self"), ("words", "Seule contre la crue"));
        var state = await UntilAsync(code, s => s.StepIndex == 1);
        Assert.Equal((PlayMode.Solo, "Seule contre la crue"), (state.Script!.Mode, state.Participants.Single().Introduction));
    }

    [Fact]
    public async Task A_visitor_leads_the_own_demonstration_and_no_other()
    {
        using var visitor = house.NewClient(cookies: true);
        var mine = (await visitor.PostAsync("/solo", House.Form(("name", "Ana")))).Headers.Location!.ToString();
        var room = await house.OpenAsync();
        var answer = await visitor.PostAsync($"/w/{room.Code}/do", House.Form(("command", "advance"), ("hat", "facilitator")));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.NotEqual($"/w/{room.Code}", mine);
    }

    [Fact]
    public async Task Only_so_many_demonstrations_live_at_once()
    {
        await using var small = new House { Limits = new() { LiveDemos = 1 } };
        await small.InitializeAsync();
        Assert.Equal(303, (int)(await small.Client.PostAsync("/demo", House.Form(("speed", "1")))).StatusCode);
        var second = await small.Client.PostAsync("/demo", House.Form(("speed", "1")));
        Assert.Equal(429, (int)second.StatusCode);
        Assert.NotNull(second.Headers.RetryAfter);
    }

    [Fact]
    public async Task The_openapi_document_describes_every_command_that_clients_may_give()
    {
        var document = JsonNode.Parse(await house.Client.GetStringAsync("/openapi/v1.json"))!;
        Assert.NotNull(document["paths"]!["/api/v1/workshops/{code}/commands"]!["post"]!["requestBody"]);
        var schemas = document["components"]!["schemas"]!.AsObject();
        Assert.Contains("command-assess-action", schemas.Select(s => s.Key));
        Assert.Equal(["impossible", "degraded", "feasible"], schemas["command-assess-action"]!["properties"]!["verdict"]!["enum"]!.AsArray().Select(v => (string)v!));
        Assert.DoesNotContain("command-open-workshop", schemas.Select(s => s.Key));
        Assert.DoesNotContain("/join", document["paths"]!.AsObject().Select(p => p.Key));
    }

    private static async Task DoAsync(HttpClient visitor, string code, params (string, string)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/w/{code}/do") { Content = House.Form(fields), Headers = { { "Accept", "application/json" } } };
        var answer = await visitor.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private Task<Workshop> UntilAsync(string code, Func<Workshop, bool> reached) => UntilAsync(house, code, reached);

    private static async Task<Workshop> UntilAsync(House house, string code, Func<Workshop, bool> reached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(180));
        await foreach (var live in house.Services.GetRequiredService<IWorkshopDesk>().FollowAsync(new WorkshopId(code), patience.Token))
            if (reached(live.State)) return live.State;
        throw new InvalidOperationException("The workshop ended.");
    }
}
