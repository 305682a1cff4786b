using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests;

/// <summary>What must not be possible, tried over HTTP on a whole house.</summary>
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

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task A_form_from_another_site_is_refused(string header, string value)
    {
        var room = await house.OpenAsync();
        using var facilitator = await house.FacilitatorAsync("C" + Guid.NewGuid().ToString("n")[..6]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/open") { Content = House.Form(("pack", "seine-maritime")) };
        request.Headers.Add(header, value);
        Assert.Equal(HttpStatusCode.Forbidden, (await facilitator.SendAsync(request)).StatusCode);
        using var own = new HttpRequestMessage(HttpMethod.Post, "/open") { Content = House.Form(("pack", "seine-maritime")) };
        own.Headers.Add("Origin", house.Address);
        Assert.Equal(303, (int)(await facilitator.SendAsync(own)).StatusCode);
        Assert.NotNull(room);
    }

    [Theory]
    [InlineData("text/html", "<h1>")]
    [InlineData("application/json", "\"too-large\"")]
    public async Task A_text_of_a_megabyte_is_refused_in_clear_words(string accept, string expected)
    {
        var room = await house.OpenAsync();
        using var phone = house.NewClient(cookies: true);
        await phone.PostAsync("/join", House.Form(("code", room.Code), ("name", "Moi")));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/w/{room.Code}/do")
        {
            Content = House.Form(("command", "introduce-self"), ("words", new string('é', 1_000_000 / 6))),
            Headers = { Accept = { new MediaTypeWithQualityHeaderValue(accept) } },
        };
        var answer = await phone.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var (status, body) = await TooLongAsync(room);
        Assert.Equal((413, "too-large"), (status, (string?)body!["code"]));
        // The house still answers, and nothing was stored.
        Assert.Equal("", (await room.LiveAsync()).State.Participants.Single().Introduction);
    }

    [Fact]
    public async Task A_text_beyond_the_rules_comes_back_with_what_was_typed()
    {
        var room = await house.OpenAsync();
        using var phone = house.NewClient(cookies: true);
        await phone.PostAsync("/join", House.Form(("code", room.Code), ("name", "Moi")));
        await room.DoAsync(new Advance()); // the round table
        var words = "Il était une fois " + new string('z', 600);
        var answer = await phone.PostAsync($"/w/{room.Code}/do", House.Form(("command", "introduce-self"), ("words", words), ("back", $"/w/{room.Code}")));
        Assert.Equal((303, $"/w/{room.Code}"), ((int)answer.StatusCode, answer.Headers.Location!.ToString()));
        var page = WebUtility.HtmlDecode(await phone.GetStringAsync($"/w/{room.Code}"));
        Assert.Contains("500 caractères au plus", page, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_observer_comes_by_invitation_notes_and_leads_nothing()
    {
        var room = await house.OpenAsync();
        var code = new WorkshopId(room.Code);
        using var guest = house.NewClient(cookies: true);
        var link = "/i/" + Seals.Seal(new Invitation(code, Role.Observer));
        Assert.Contains("<form", await guest.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Equal($"/w/{code}/animate", (await guest.PostAsync(link, House.Form(("name", "Olga")))).Headers.Location!.ToString());
        Assert.Equal(303, (int)(await guest.PostAsync($"/w/{code}/do", House.Form(("command", "note-observation"), ("words", "La salle est calme")))).StatusCode);
        Assert.Equal(new ObserverActor("Olga"), (await room.LiveAsync()).State.Observations.Single().By);
        using var advance = new HttpRequestMessage(HttpMethod.Post, $"/w/{code}/do") { Content = House.Form(("command", "advance")), Headers = { { "Accept", "application/json" } } };
        var answer = await guest.SendAsync(advance);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains("facilitators-only", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(403, (int)(await guest.PostAsync($"/w/{code}/invite", House.Form(("role", "facilitator")))).StatusCode);
    }

    [Fact]
    public async Task A_screen_looks_and_can_do_nothing()
    {
        var room = await house.OpenAsync();
        using var wall = house.NewClient(cookies: true);
        Assert.Equal($"/w/{room.Code}/screen", (await wall.GetAsync("/i/" + Seals.Seal(new Invitation(new WorkshopId(room.Code), Role.Screen)))).Headers.Location!.ToString());
        Assert.Equal(200, (int)(await wall.GetAsync($"/w/{room.Code}/screen")).StatusCode);
        Assert.Equal(302, (int)(await wall.GetAsync($"/w/{room.Code}/animate")).StatusCode);
        Assert.Equal(403, (int)(await wall.PostAsync($"/w/{room.Code}/do", House.Form(("command", "advance")))).StatusCode);
    }

    [Theory]
    [InlineData(Role.Observer, "/animate")]
    [InlineData(Role.Screen, "/screen")]
    [InlineData(Role.Facilitator, "/animate")]
    public async Task What_was_handed_out_can_be_taken_back_link_cookie_and_token_and_given_again(Role role, string page)
    {
        var room = await house.OpenAsync();
        var code = new WorkshopId(room.Code);
        var kind = JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());
        var link = "/i/" + Seals.Seal(new Invitation(code, role));
        using var guest = house.NewClient(cookies: true);
        await guest.PostAsync(link, House.Form(("name", "Olga")));
        if (role == Role.Screen) await guest.GetAsync(link);
        Assert.Equal(200, (int)(await guest.GetAsync($"/w/{code}{page}")).StatusCode);
        var token = Seals.Seal(new Grant(code, role, null, "Olga"));
        Assert.Equal(200, await ReadAsync(token));
        if (role != Role.Facilitator)
            Assert.Equal(403, (int)(await guest.PostAsync($"/w/{code}/revoke", House.Form(("role", kind)))).StatusCode); // not theirs to take

        using var leader = house.NewClient(cookies: true);
        await leader.PostAsync("/i/" + Seals.Seal(new Invitation(code, Role.Facilitator)), House.Form(("name", "Ada")));
        var answer = await leader.PostAsync($"/w/{code}/revoke", House.Form(("role", kind)));
        Assert.Equal($"/w/{code}/animate", answer.Headers.Location!.ToString());
        Assert.Equal(302, (int)(await guest.GetAsync($"/w/{code}{page}")).StatusCode);
        Assert.Equal(403, await ReadAsync(token));
        Assert.Equal(410, (int)(await house.Client.GetAsync(link)).StatusCode);
        Assert.Equal(410, (int)(await house.Client.PostAsync(link, House.Form(("name", "Olga")))).StatusCode);
        var console = await leader.GetAsync($"/w/{code}/animate"); // who took it back still leads
        Assert.Equal(200, (int)console.StatusCode);

        Assert.Equal(200, await ReadAsync(Seals.Seal(new Grant(code, role, null, "Olga"))));
        var facts = await house.Services.GetRequiredService<TousRisques.Sessions.WorkshopFacts>().ReadAsync(code, CancellationToken.None);
        Assert.Single(facts, f => f.Event is AccessRevoked && f.By == new FacilitatorActor("Ada"));

        async Task<int> ReadAsync(string bearer)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/workshops/{code}") { Headers = { Authorization = new("Bearer", bearer) } };
            return (int)(await house.Client.SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task Access_taken_back_stays_so_after_a_restart_and_players_play_on()
    {
        var folder = Directory.CreateTempSubdirectory("tousrisques-revoked-").FullName;
        string link, token, mine;
        WorkshopId code;
        await using (var before = new House { Folder = folder, KeepFolder = true })
        {
            await before.InitializeAsync();
            var room = await before.OpenAsync();
            code = new(room.Code);
            var seals = before.Services.GetRequiredService<Seals>();
            (link, token) = ("/i/" + seals.Seal(new Invitation(code, Role.Observer)), seals.Seal(new Grant(code, Role.Observer, null, "Olga")));
            (_, mine, _) = await room.JoinAsync("Ida");
            await room.DoAsync(new RevokeAccess(AccessRole.Observer));
        }
        await using var after = new House { Folder = folder };
        await after.InitializeAsync();
        Assert.Equal(410, (int)(await after.Client.GetAsync(link)).StatusCode);
        Assert.Equal(403, await ReadAsync(token));
        Assert.Equal(200, await ReadAsync(mine));

        async Task<int> ReadAsync(string bearer)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/workshops/{code}") { Headers = { Authorization = new("Bearer", bearer) } };
            return (int)(await after.Client.SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task Dead_invitations_open_nothing()
    {
        var old = Seals.Seal(new Invitation(new WorkshopId("BCDFGH"), Role.Facilitator), TimeSpan.FromMilliseconds(1));
        await Task.Delay(20);
        foreach (var seal in new[] { old, "x", Seals.Seal(new Session("Ada", "stamp")) })
            Assert.Equal(410, (int)(await house.Client.PostAsync("/i/" + seal, House.Form(("name", "Mallory")))).StatusCode);
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
    public async Task A_one_time_link_works_once()
    {
        var secret = house.Services.GetRequiredService<Facilitators>().NewLink();
        using var first = house.NewClient();
        Assert.Equal(303, (int)(await first.PostAsync("/first", House.Form(("k", secret), ("name", "Une"), ("password", "une phrase assez longue")))).StatusCode);
        Assert.Equal(410, (int)(await first.PostAsync("/first", House.Form(("k", secret), ("name", "Deux"), ("password", "une phrase assez longue")))).StatusCode);
        var sign = await house.Client.PostAsJsonAsync("/api/v1/sign-in", new { name = "une", password = "une phrase assez longue" });
        Assert.Equal(HttpStatusCode.OK, sign.StatusCode);
        var wrong = await house.Client.PostAsJsonAsync("/api/v1/sign-in", new { name = "une", password = "une phrase assez longuE" });
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
    }

    [Fact]
    public async Task A_new_password_ends_sessions_opened_with_the_old_one()
    {
        using var old = await house.FacilitatorAsync("Perdue");
        Assert.Equal(303, (int)(await old.PostAsync("/open", House.Form(("pack", "seine-maritime")))).StatusCode);
        using var fresh = await house.FacilitatorAsync("Perdue");
        var answer = await old.PostAsync("/open", House.Form(("pack", "seine-maritime")));
        Assert.StartsWith("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Seul l’animateur")]
    [InlineData("en-GB,en;q=0.9", "Only the facilitator")]
    public async Task Programs_are_refused_with_a_code_and_words_in_their_language(string language, string words)
    {
        var room = await house.OpenAsync();
        var (_, token, _) = await room.JoinAsync("Zoé");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workshops/{room.Code}/commands")
        {
            Content = new StringContent("{\"command\":\"advance\"}", Encoding.UTF8, "application/json"),
            Headers = { Authorization = new("Bearer", token) },
        };
        request.Headers.Add("Accept-Language", language);
        var answer = await house.Client.SendAsync(request);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("facilitators-only", (string)problem["code"]!);
        Assert.Contains(words, (string)problem["title"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"command\":\"advance\",\"extra\":1}")]
    [InlineData("{\"command\":\"open-workshop\"}")]
    [InlineData("{\"command\":\"record-situation\"}")]
    [InlineData("{\"command\":\"no-such\"}")]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public async Task Malformed_commands_are_refused_politely(string body)
    {
        var room = await house.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workshops/{room.Code}/commands")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { Authorization = new("Bearer", room.Token) },
        };
        Assert.Equal(HttpStatusCode.BadRequest, (await house.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Script_in_a_name_a_message_or_a_reason_is_shown_as_text()
    {
        const string evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        var room = await house.OpenAsync();
        using var phone = house.NewClient(cookies: true);
        await phone.PostAsync("/join", House.Form(("code", room.Code), ("name", "<b>x</b><script>a()</script>")));
        var channel = (await room.LiveAsync()).State.Script!.Channels[^1].Id.Value;
        await phone.PostAsync($"/w/{room.Code}/do", House.Form(("command", "send-message"), ("channel", channel), ("to", "room"), ("body", evil)));
        await room.DoAsync(new InjectMessage(new MessageId("m2"), evil[..40], null, new ToRoom(), evil, false));
        var page = await phone.GetStringAsync($"/w/{room.Code}");
        Assert.DoesNotContain("<script>a", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        var policy = (await phone.GetAsync($"/w/{room.Code}")).Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sends_nobody_to_another_site()
    {
        var room = await house.OpenAsync();
        using var phone = house.NewClient(cookies: true);
        await phone.PostAsync("/join", House.Form(("code", room.Code), ("name", "Moi")));
        foreach (var back in new[] { "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nSet-Cookie: x=1" })
        {
            var answer = await phone.PostAsync($"/w/{room.Code}/do", House.Form(("command", "leave-nothing"), ("back", back)));
            Assert.Equal($"/w/{room.Code}", answer.Headers.Location!.ToString());
        }
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

    private static async Task<(int, JsonNode?)> TooLongAsync(Room room)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workshops/{room.Code}/commands")
        {
            Content = new StringContent("{\"command\":\"note-observation\",\"words\":\"" + new string('a', 1_000_000) + "\"}", Encoding.UTF8, "application/json"),
            Headers = { Authorization = new("Bearer", room.Token) },
        };
        var answer = await room.House.Client.SendAsync(request);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync()));
    }
}
