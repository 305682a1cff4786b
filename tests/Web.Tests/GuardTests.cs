using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests;

/// <summary>Who may do what, tried over HTTP on a whole house.</summary>
public sealed class GuardTests(House house) : IClassFixture<House>
{
    private Seals Seals => house.Services.GetRequiredService<Seals>();

    [Fact]
    public async Task A_participant_gives_no_facilitators_command()
    {
        var room = await house.OpenAsync();
        var (me, token, _) = await room.JoinAsync("Zoé");
        var before = (await room.LiveAsync()).Version;
        var state = (await room.LiveAsync()).State;
        WorkshopCommand[] forbidden =
        [
            new Advance(), new GoBack(), new RevokeAccess(AccessRole.Screen), new JumpTo(state.Script!.Steps[^1].Id), new PauseClock(), new ResumeClock(), new ExtendStep(TimeSpan.FromMinutes(5)),
            new RevealEvent(state.Script.Acts[0].Events[0]), new ImposeConstraint(state.Script.Acts[1].Constraints[0].Id), new RevealVerdicts(state.Script.Acts[0].Id),
            new InjectMessage(new MessageId("m"), "Préfecture", null, new ToRoom(), "Évacuez", false), new AddTable("C"),
            new MoveToTable(new ParticipantId(me), state.Tables[1].Id), new Correct(), new CloseWorkshop(), new ReopenWorkshop(),
            new NoteObservation("n", null, null, null),
        ];
        foreach (var command in forbidden)
        {
            var (status, body) = await room.TryAsync(command, token);
            Assert.True(status == 422 && (string?)body!["code"] == "facilitators-only", $"{command}: {status} {body}");
        }
        Assert.Equal(before, (await room.LiveAsync()).Version);
    }

    [Fact]
    public async Task Nobody_speaks_for_another_or_for_another_table()
    {
        var room = await house.OpenAsync();
        var (_, mine, _) = await room.JoinAsync("Moi");
        var (other, _, _) = await room.JoinAsync("Autre");
        var (status, body) = await room.TryAsync(new IntroduceSelf(new ParticipantId(other), "Je suis elle"), mine);
        Assert.Equal((422, "not-yours"), (status, (string)body!["code"]!));
        (status, body) = await room.TryAsync(new ConfirmPlan(new TableId("b")), mine);
        Assert.Equal((422, "not-your-table"), (status, (string)body!["code"]!));
    }

    [Fact]
    public async Task A_form_cannot_say_who_its_sender_is()
    {
        var room = await house.OpenAsync();
        var (other, _, _) = await room.JoinAsync("Autre");
        using var phone = house.NewClient(cookies: true);
        await phone.PostAsync("/join", House.Form(("code", room.Code), ("name", "Moi")));
        var answer = await phone.PostAsync($"/w/{room.Code}/do", House.Form(("command", "introduce-self"), ("participant", other), ("words", "C’est moi")));
        Assert.Equal(303, (int)answer.StatusCode);
        var people = (await room.LiveAsync()).State.Participants;
        Assert.Equal("", people.Single(p => p.Id.Value == other).Introduction);
        Assert.Equal("C’est moi", people.Single(p => p.Id.Value != other).Introduction);
    }

    [Fact]
    public async Task A_token_opens_its_own_workshop_and_no_other()
    {
        var (one, two) = (await house.OpenAsync(), await house.OpenAsync());
        var (me, token, _) = await one.JoinAsync("Ici");
        foreach (var stolen in new[] { token, one.Token })
        {
            Assert.Equal(403, (await two.TryAsync(new Advance(), stolen)).Status);
            using var read = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/workshops/{two.Code}") { Headers = { Authorization = new("Bearer", stolen) } };
            Assert.Equal(HttpStatusCode.Forbidden, (await house.Client.SendAsync(read)).StatusCode);
        }
        Assert.NotEqual("", me);
    }

    [Fact]
    public async Task Forged_changed_and_expired_tokens_open_nothing()
    {
        var room = await house.OpenAsync();
        var (me, token, _) = await room.JoinAsync("Zoé");
        var code = new WorkshopId(room.Code);
        var expired = Seals.Seal(new Grant(code, Role.Facilitator, null, "Ada"), TimeSpan.FromMilliseconds(1));
        await Task.Delay(20);
        var changed = token[..^4] + (token[^4] == 'A' ? 'B' : 'A') + token[^3..];
        // A seal made for another use is no token: an invitation is not a part, a session not a grant.
        var invitation = Seals.Seal(new Invitation(code, Role.Facilitator));
        foreach (var bad in new[] { expired, changed, invitation, "", "x", new string('a', 4000), "eyJhbGciOiJub25lIn0.e30." })
            Assert.True((await room.TryAsync(new IntroduceSelf(new ParticipantId(me), "Non"), bad)).Status is 403 or 401 or 400, bad);
        Assert.Equal(200, (await room.TryAsync(new IntroduceSelf(new ParticipantId(me), "Oui"), token)).Status);
    }

    [Fact]
    public async Task Somebody_without_a_part_sees_nothing_and_is_sent_to_the_door()
    {
        var room = await house.OpenAsync();
        Assert.Equal(403, (int)(await house.Client.GetAsync($"/api/v1/workshops/{room.Code}")).StatusCode);
        foreach (var (path, to) in new[] { ("", "/join"), ("/animate", "/sign-in"), ("/screen", "/sign-in"), ("/report", "/join") })
        {
            var answer = await house.Client.GetAsync($"/w/{room.Code}{path}");
            Assert.Equal(302, (int)answer.StatusCode);
            Assert.StartsWith(to, answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
        Assert.Equal(204, (int)(await house.Client.GetAsync($"/w/{room.Code}/live?view=console")).StatusCode);
    }

    [Fact]
    public async Task The_same_command_id_has_effect_once()
    {
        var room = await house.OpenAsync();
        var (me, token, _) = await room.JoinAsync("Zoé");
        var say = new SendMessage(new MessageId("m1"), new ParticipantId(me), (await room.LiveAsync()).State.Script!.Channels[0].Id, new ToRoom(), "Bonjour");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => room.TryAsync(say, token, "once-and-for-all")));
        Assert.All(answers, a => Assert.Equal(200, a.Status));
        Assert.Single((await room.LiveAsync()).State.Messages);
    }

    [Fact]
    public async Task Joining_twice_with_the_same_request_joins_once_with_the_same_resume_code()
    {
        var room = await house.OpenAsync();
        var key = "a-request-made-by-a-phone-1";
        var (one, two) = (await room.JoinAsync("Zoé", key), await room.JoinAsync("Zoé", key));
        Assert.Equal((one.Id, one.Resume), (two.Id, two.Resume));
        Assert.Single((await room.LiveAsync()).State.Participants);
        // A short id could be guessed by somebody else: it is not trusted to name a part.
        Assert.NotEqual((await room.JoinAsync("A", "1")).Id, (await room.JoinAsync("B", "1")).Id);
    }

    [Fact]
    public async Task A_resume_code_brings_the_same_participant_back_and_is_not_in_the_journal()
    {
        var room = await house.OpenAsync();
        var (me, _, resume) = await room.JoinAsync("Zoé");
        using var phone = house.NewClient(cookies: true);
        var answer = await phone.PostAsync("/resume", House.Form(("code", room.Code.ToLowerInvariant()), ("words", resume.Replace('-', ' ').ToUpperInvariant())));
        Assert.Equal($"/w/{room.Code}", answer.Headers.Location!.ToString());
        Assert.Equal(200, (int)(await phone.GetAsync($"/w/{room.Code}")).StatusCode);
        using var journal = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/workshops/{room.Code}/journal") { Headers = { Authorization = new("Bearer", room.Token) } };
        var stored = await (await house.Client.SendAsync(journal)).Content.ReadAsStringAsync();
        Assert.Contains(me, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(resume, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(resume.Split('-')[0] + " ", stored.Split('\n').Last(l => l.Contains("participant-joined", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_can_be_written_as_a_form()
    {
        var known = FormCommands.Names.ToHashSet();
        var all = typeof(WorkshopCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(WorkshopCommand)) && !t.IsAbstract).ToList();
        Assert.Equal(all.Count, known.Count);
        var form = new Microsoft.AspNetCore.Http.FormCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>
        {
            ["command"] = "rank-priorities",
            ["ranking"] = new(["peace", "", "=Mes mots"]),
            ["act"] = "flood",
        });
        Assert.True(FormCommands.TryRead(form, new ParticipantActor(new ParticipantId("p1")), Workshop.Initial, out var command, out _));
        var rank = Assert.IsType<RankPriorities>(command);
        Assert.Equal([new Priority(new StakeId("peace"), null), new Priority(null, "Mes mots")], rank.Ranking);
        Assert.Equal("p1", rank.Participant.Value);
        form = new(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>
        {
            ["command"] = "assess-action",
            ["act"] = "flood",
            ["action"] = "a",
            ["verdict"] = "degraded",
            ["participant"] = "p2",
        });
        Assert.True(FormCommands.TryRead(form, new ParticipantActor(new ParticipantId("p1")), Workshop.Initial, out command, out _));
        Assert.Equal(new AssessAction(new ParticipantId("p1"), new ActId("flood"), new ActionId("a"), Verdict.Degraded, ""), command);
        form = new(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["command"] = "extend-step", ["by"] = "-5" });
        Assert.True(FormCommands.TryRead(form, new FacilitatorActor("Ada"), Workshop.Initial, out command, out _));
        Assert.Equal(new ExtendStep(TimeSpan.FromMinutes(-5)), command);
    }
}
