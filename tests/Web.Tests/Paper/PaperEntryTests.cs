using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Web.Pages.Paper;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests.Paper;

/// <summary>Sheets filled in with a pencil, typed in by the facilitator.</summary>
public sealed class PaperEntryTests(House house) : IClassFixture<House>
{
    private const string Hostile = "<script>alert('é')</script>";

    [Fact]
    public async Task A_whole_assessment_sheet_typed_as_a_line_gives_judgements_entered_for_its_owner()
    {
        var (room, act) = await AtAssessmentAsync();
        await SitAsync(room, "Paule", 7);
        var state = (await room.LiveAsync()).State;
        var deck = Deck.ToJudge(state, state.Find(Seats.At(7))!.Table, act).ToList();
        var line = string.Concat(deck.Select((_, i) => "123"[i % 3]));

        var answer = await PostAsync(room, "A1-07", ("id", "form-1"), ("line", Regex.Replace(line, ".{5}", "$0 ")), ("ra2", "le pont est coupé"));

        Assert.Equal(303, (int)answer.StatusCode);
        state = (await room.LiveAsync()).State;
        Assert.All(deck.Select((c, i) => (c.Action, (Verdict)(i % 3))), c =>
        {
            var said = state.Judgements[(act, Seats.At(7), c.Action)];
            Assert.Equal((c.Item2, true), (said.Verdict, said.EnteredFor));
        });
        Assert.Equal("le pont est coupé", state.Judgements[(act, Seats.At(7), deck[1].Action)].Reason);
    }

    [Fact]
    public async Task A_choice_on_a_row_holds_over_the_line()
    {
        var (room, act) = await AtAssessmentAsync();
        await SitAsync(room, "Paule", 1);
        await PostAsync(room, "A1-01", ("line", "1111"), ("a2", "feasible"));
        var state = (await room.LiveAsync()).State;
        Assert.Equal(
            [Verdict.Impossible, Verdict.Feasible, Verdict.Impossible, Verdict.Impossible],
            Deck.ToJudge(state, new("a"), act).Take(4).Select(c => state.Judgements[(act, Seats.At(1), c.Action)].Verdict));
    }

    [Fact]
    public async Task The_same_form_twice_has_effect_once()
    {
        var room = await house.OpenAsync("full", "A");
        await SitAsync(room, "Paule", 1);
        await room.DoAsync(new JumpTo(new StepId("leads")));
        (string, string)[] lead = [("id", "form-2"), ("l1", "Imprimer l’annuaire"), ("wl1", "Personne ne l’avait"), ("tl1", "data"), ("ml1", "before")];
        await PostAsync(room, "L-01", lead);
        var once = await room.LiveAsync();
        await PostAsync(room, "L-01", lead);
        var twice = await room.LiveAsync();
        Assert.Single(once.State.Leads);
        Assert.Equal(once.Version, twice.Version);

        (string, string)[] own = [("id", "form-3"), ("o1", "Le boulanger"), ("fo1", "businesses"), ("po1", "acts"), ("b1", "decides"), ("line", "0234")];
        await PostAsync(room, "S-A", own);
        once = await room.LiveAsync();
        await PostAsync(room, "S-A", own);
        twice = await room.LiveAsync();
        Assert.Equal(["Le boulanger"], once.State.OwnStakeholders.Select(s => s.Name));
        Assert.Equal(
            [StakeholderRole.Decides, StakeholderRole.Acts, StakeholderRole.Informs, StakeholderRole.Affected],
            once.State.Script!.Stakeholders.Take(4).Select(s => once.State.Board[(new("a"), s)]));
        Assert.Equal(once.Version, twice.Version);
    }

    [Fact]
    public async Task A_refused_line_comes_back_as_typed_with_its_reason_and_the_others_are_in()
    {
        var room = await house.OpenAsync("full", "A");
        await SitAsync(room, "Paule", 1);
        await room.DoAsync(new JumpTo(new StepId("debrief")));
        using var client = Leading(room);
        var answer = await client.PostAsync(
            $"/w/{room.Code}/paper/D-01", House.Form(("d1", "Le registre papier"), ("td1", "data"), ("md1", "during"), ("d2", Hostile), ("td2", ""), ("md2", "after")));
        Assert.Equal($"/w/{room.Code}/paper/D-01", answer.Headers.Location!.ToString());
        var page = await client.GetStringAsync(answer.Headers.Location);

        Assert.Equal(["Le registre papier"], (await room.LiveAsync()).State.Debrief.Select(d => d.Words));
        Assert.Contains(Words.In(Language.French)["paper.tags-missing"], page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("alert(&#x27;é&#x27;)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea name=\"d1\" rows=\"2\" maxlength=\"2000\" autofocus>Le registre", page, StringComparison.Ordinal); // in already: not to be sent again
        Assert.Matches("name=\"md2\".*?value=\"after\" selected", page.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task A_ballot_of_priorities_takes_numbers_and_own_words_in_order()
    {
        var room = await house.OpenAsync("full", "A");
        await SitAsync(room, "Paule", 1);
        var act = (await room.LiveAsync()).State.Script!.Acts[0].Id;
        await room.DoAsync(new JumpTo(new StepId("act-1.priorities")));
        await PostAsync(room, "P1-01", ("c1", "3"), ("c2", "rassurer ma mère"), ("c4", "1"));
        var state = (await room.LiveAsync()).State;
        Assert.Equal(
            [new Priority(state.Script!.Stakes[2], null), new Priority(null, "rassurer ma mère"), new Priority(state.Script.Stakes[0], null)],
            state.Rankings[(act, Seats.At(1))]);

        await PostAsync(room, "P1-01", ("c1", "99"), ("c2", "2"));
        Assert.Equal(3, (await room.LiveAsync()).State.Rankings[(act, Seats.At(1))].Length); // a wrong number changes nothing
    }

    [Fact]
    public async Task A_plan_sheet_makes_the_plan_what_is_written()
    {
        var room = await house.OpenAsync("full", "A");
        foreach (var e in (await room.LiveAsync()).State.Script!.Acts[0].Events) await room.TryAsync(new RevealEvent(e));
        await room.DoAsync(new JumpTo(new StepId("act-1.plan")));
        var state = (await room.LiveAsync()).State;
        var act = state.Script!.Acts[0].Id;
        var possible = Deck.Of(state, new("a")).Where(c => state.EffortOf(c.Action) == 1 && state.VerdictOf(new("a"), act, c.Action) is Verdict.Feasible).Take(3).ToList();
        Assert.Equal(3, possible.Count);

        await PostAsync(room, "T1-A", ("s1", $"{possible[0].Number}"), ("s2", $"{possible[1].Number}"), ("done", "on"));
        state = (await room.LiveAsync()).State;
        Assert.Equal([possible[0].Action, possible[1].Action], state.Plans[(act, new("a"))].Added);
        Assert.True(state.Plans[(act, new("a"))].Confirmed);

        await PostAsync(room, "T1-A", ("s1", $"{possible[2].Number}"), ("s2", $"{possible[1].Number}"), ("o1", "Prêter le tracteur"), ("eo1", "1"), ("to1", "capacity"), ("mo1", "during"), ("io1", "on"));
        state = (await room.LiveAsync()).State;
        var plan = state.Plans[(act, new("a"))];
        Assert.Equal([possible[1].Action, possible[2].Action, state.OwnActions.Single(a => a.Title == "Prêter le tracteur").Id], plan.Added);
        Assert.False(plan.Confirmed); // the box was not ticked this time
    }

    [Fact]
    public async Task A_sheet_of_a_free_seat_asks_who_sits_there_and_then_opens()
    {
        var room = await house.OpenAsync("full", "A");
        using var client = Leading(room);
        var page = await client.GetStringAsync($"/w/{room.Code}/paper/D-12");
        Assert.Contains("name=\"seat\"", page, StringComparison.Ordinal);
        var answer = await client.PostAsync($"/w/{room.Code}/paper", House.Form(("name", Hostile), ("seat", "12"), ("character", "mayor"), ("sheet", "D-12")));
        Assert.Equal($"/w/{room.Code}/paper/D-12", answer.Headers.Location!.ToString());
        var who = (await room.LiveAsync()).State.Find(Seats.At(12))!;
        Assert.Equal((true, new CharacterId("mayor")), (who.OnPaper, who.Character));
        foreach (var path in new[] { "paper", "paper/D-12", "paper/A1-12", "paper/P1-12", "paper/L-12", "paper/S-A", "paper/T1-A", "print?seats=12" })
        {
            page = await client.GetStringAsync($"/w/{room.Code}/{path}");
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\[(paper|print|look|enum)\.[A-Za-z.-]+\]", page);
            Assert.DoesNotContain(" style=", page, StringComparison.Ordinal); // the content security policy refuses them
        }
        Assert.Contains("alert(&#x27;é&#x27;)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_leads_types_in_paper_and_only_who_leads_or_observes_prints()
    {
        var room = await house.OpenAsync("full", "A");
        await SitAsync(room, "Paule", 1);
        var (_, token, _) = await room.JoinAsync("Curieux");
        var before = (await room.LiveAsync()).Version;
        using var participant = house.NewClient();
        participant.DefaultRequestHeaders.Authorization = new("Bearer", token);
        foreach (var client in new[] { participant, house.Client })
        {
            foreach (var path in new[] { "paper", "paper/A1-01", "print" })
            {
                var answer = await client.GetAsync($"/w/{room.Code}/{path}");
                Assert.Equal(302, (int)answer.StatusCode);
                Assert.StartsWith("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
            }
            Assert.Equal(403, (int)(await client.PostAsync($"/w/{room.Code}/paper/A1-01", House.Form(("line", "333")))).StatusCode);
            Assert.Equal(403, (int)(await client.PostAsync($"/w/{room.Code}/paper", House.Form(("name", "Intrus")))).StatusCode);
            Assert.Equal(302, (int)(await client.GetAsync("/print/seine-maritime")).StatusCode);
        }
        Assert.Equal(before, (await room.LiveAsync()).Version);
    }

    [Theory]
    [InlineData("A9-01")]
    [InlineData("T1-Z")]
    [InlineData("D-450")]
    [InlineData("nonsense")]
    public async Task A_sheet_that_the_workshop_does_not_have_is_not_found(string sheet)
    {
        var room = await house.OpenAsync("full", "A");
        using var client = Leading(room);
        Assert.Equal(404, (int)(await client.GetAsync($"/w/{room.Code}/paper/{sheet}")).StatusCode);
        var answer = await client.PostAsync($"/w/{room.Code}/paper/{sheet}", House.Form(("line", "3")));
        Assert.Contains((int)answer.StatusCode, new[] { 303, 404 });
        Assert.Empty((await room.LiveAsync()).State.Judgements);
    }

    private async Task<(Room Room, ActId Act)> AtAssessmentAsync()
    {
        var room = await house.OpenAsync("full", "A");
        await room.DoAsync(new JumpTo(new StepId("act-1.assessment")));
        return (room, (await room.LiveAsync()).State.Script!.Acts[0].Id);
    }

    private async Task SitAsync(Room room, string name, int seat)
    {
        using var client = Leading(room);
        var answer = await client.PostAsync($"/w/{room.Code}/paper", House.Form(("name", name), ("seat", $"{seat}"), ("table", "a")));
        Assert.Equal(303, (int)answer.StatusCode);
        Assert.Equal(name, (await room.LiveAsync()).State.Find(Seats.At(seat))?.Name);
    }

    private async Task<HttpResponseMessage> PostAsync(Room room, string sheet, params (string, string)[] fields)
    {
        using var client = Leading(room);
        return await client.PostAsync($"/w/{room.Code}/paper/{sheet}", House.Form(fields));
    }

    private HttpClient Leading(Room room)
    {
        var client = house.NewClient(cookies: true);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", room.Token);
        client.DefaultRequestHeaders.AcceptLanguage.Add(new("fr"));
        return client;
    }
}
