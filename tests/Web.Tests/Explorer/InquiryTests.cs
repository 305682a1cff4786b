using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Words;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests.Explorer;

/// <summary>The room « Enquête » over HTTP: writing a grid, holding interviews, coding, crossing, publishing; who sees what.</summary>
public sealed class InquiryTests(House house) : IClassFixture<House>
{
    private static int number;

    [Fact]
    public async Task A_member_writes_a_grid_puts_it_in_use_and_holds_an_interview()
    {
        var camp = await CampAsync();
        var (ada, at) = (camp.Lead, camp.At);
        var (grid, _) = await ada.SendAsync(at + "/inquiry/grids", ("title", "Alerter"), ("introduction", "Bonjour."));
        await ada.SendAsync(grid + "/section", ("title", "Les données"), ("theme", "data"));
        await ada.SendAsync(grid + "/question", ("section", "les_donnees"), ("label", "Avec quoi alertez-vous ?"), ("type", "select-multiple"), ("choices", "sms | Texto\nSirène"));
        var (_, page) = await ada.SendAsync(grid + "/question", ("section", "les_donnees"), ("label", "Combien de textos ?"), ("type", "whole-number"), ("when", "avec_quoi_alertez_vous|sms"));
        Assert.Contains("Seulement si", page, StringComparison.Ordinal);
        var form = (await camp.InquiryAsync()).Grids.Values.Single().Last.Form;
        Assert.Equal(["avec_quoi_alertez_vous", "combien_de_textos"], form.Questions.Select(q => q.Name));
        Assert.Equal(["sms", "sirene"], form.Questions.First().Choices.Select(c => c.Name));
        Assert.Equal("selected(${avec_quoi_alertez_vous}, 'sms')", form.Questions.Last().Relevant);

        await ada.SendAsync(grid + "/release");
        var gridId = grid.Split('/')[^1];
        var (interview, _) = await ada.SendAsync(at + "/inquiry/interviews", ("grid", gridId), ("family", "authorities"), ("organisation", "commune rurale"), ("scope", "quoted-anonymously"));
        var (next, kept) = await ada.SendAsync(interview, ("section", "les_donnees"), ("a0", "sirene"), ("a0", "sms"), ("a1", "1 200"), ("quotes0", "Rien ne passait.\n\nOn a ressorti la sirène."), ("notes0", "Très concerné"));
        Assert.Equal(interview + "?s=les_donnees", next);
        Assert.Contains("value=\"1200\"", kept, StringComparison.Ordinal);
        var stored = (await camp.InquiryAsync()).Interviews.Values.Single();
        Assert.Equal(["sirene", "sms"], stored.AnswerTo("avec_quoi_alertez_vous"));
        Assert.Equal(["Rien ne passait.", "On a ressorti la sirène.", "Très concerné"], stored.Excerpts.Select(e => e.Text));
        Assert.All(stored.Excerpts, e => Assert.Equal([new Code(Theme.Data, null, null)], e.Codes));

        // The section again with nothing ticked: the answer is taken away; what was said is not said twice.
        await ada.SendAsync(interview, ("section", "les_donnees"), ("a1", "3"), ("quotes0", "Rien ne passait.\n\nOn a ressorti la sirène."));
        stored = (await camp.InquiryAsync()).Interviews.Values.Single();
        Assert.Empty(stored.AnswerTo("avec_quoi_alertez_vous"));
        Assert.Equal(3, stored.Excerpts.Length);
        Assert.Contains("E-01", await ada.ReadAsync(at + "/inquiry"), StringComparison.Ordinal);
        Assert.Contains("Sirène", await ada.ReadAsync(grid + "/print"), StringComparison.Ordinal);
        Assert.Contains("Avec quoi", await ada.ReadAsync(grid + "/preview"), StringComparison.Ordinal);
        Assert.Contains("E-01", await ada.ReadAsync(grid + "/answers.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_out_of_a_draft_is_put_back_with_one_button()
    {
        var camp = await CampAsync();
        var grid = $"{camp.At}/inquiry/grids/{await camp.GridAsync(release: false)}";
        var (_, page) = await camp.Lead.SendAsync(grid + "/remove", ("question", "outil"));
        Assert.Contains("Remettre en place", page, StringComparison.Ordinal);
        await camp.Lead.SendAsync(grid + "/restore");
        await camp.Lead.SendAsync(grid + "/move", ("question", "outil"), ("section", "s"), ("at", "1"));
        Assert.Equal(["libre", "outil"], (await camp.InquiryAsync()).Grids.Values.Single().Last.Form.Questions.Select(q => q.Name));
    }

    [Fact]
    public async Task A_refused_question_and_a_refused_answer_come_back_as_typed()
    {
        var camp = await CampAsync();
        var draft = $"{camp.At}/inquiry/grids/{await camp.GridAsync(release: false)}";
        var (to, page) = await camp.Lead.SendAsync(draft + "/question", ("section", "s"), ("label", "Laquelle, au juste ?"), ("type", "select-one"), ("hint", "Une seule"), ("back", draft + "/question?section=s"));
        Assert.Equal(draft + "/question?section=s", to);
        Assert.Contains("Laquelle, au juste ?", page, StringComparison.Ordinal);
        Assert.Contains("Une seule", page, StringComparison.Ordinal);
        Assert.Contains("value=\"select-one\" selected", page, StringComparison.Ordinal);

        var grid = await camp.GridAsync();
        var interview = await camp.InterviewAsync(grid, "i-typed");
        (_, page) = await camp.Lead.SendAsync(interview, ("section", "s"), ("a0", "pigeon"), ("a1", "Une longue histoire"), ("quotes0", "Dit ainsi"), ("back", interview + "?s=s"));
        Assert.Contains("Une longue histoire", page, StringComparison.Ordinal);
        Assert.Contains("Dit ainsi", page, StringComparison.Ordinal);
        Assert.Empty((await camp.InquiryAsync()).Interviews[new("i-typed")].Answers);
    }

    [Fact]
    public async Task Codes_are_given_and_taken_and_every_cell_leads_to_what_it_counts()
    {
        var camp = await CampAsync();
        var interview = await camp.InterviewAsync(await camp.GridAsync(), "i-codes");
        await camp.Lead.SendAsync(interview + "/write", ("kind", "quotation"), ("text", "La sirène marchait."), ("theme", "capacity"), ("time", "during"), ("tags", "sirène, low-tech"));
        var x = (await camp.InquiryAsync()).Interviews[new("i-codes")].Excerpts.Single();
        await camp.Lead.SendAsync(interview + "/code", ("excerpt", x.Id.Value), ("hazard", "telecom"));
        var crossings = await camp.Lead.ReadAsync(camp.At + "/inquiry/crossings");
        Assert.Contains("verbatims?theme=capacity&time=during\"", crossings, StringComparison.Ordinal);
        Assert.Contains("La sirène marchait.", await camp.Lead.ReadAsync(camp.At + "/inquiry/verbatims?theme=capacity&time=during&hazard=telecom&family=authorities&tag=SIRÈNE"), StringComparison.Ordinal);
        Assert.DoesNotContain("La sirène marchait.", await camp.Lead.ReadAsync(camp.At + "/inquiry/verbatims?theme=none"), StringComparison.Ordinal);
        await camp.Lead.SendAsync(interview + "/uncode", ("excerpt", x.Id.Value), ("theme", "capacity"), ("time", "during"));
        Assert.Contains("La sirène marchait.", await camp.Lead.ReadAsync(camp.At + "/inquiry/verbatims?theme=none&time=none"), StringComparison.Ordinal);
        Assert.Contains("\r\n", await camp.Lead.ReadAsync(camp.At + "/inquiry/crossings.csv?rows=hazard&columns=family"), StringComparison.Ordinal);
        var (refused, _) = await camp.Lead.SendAsync(interview + "/remove", ("excerpt", x.Id.Value));
        Assert.NotEmpty((await camp.InquiryAsync()).Interviews[new("i-codes")].Excerpts);
        await camp.Lead.SendAsync(interview + "/remove", ("excerpt", x.Id.Value), ("sure", "true"));
        Assert.Empty((await camp.InquiryAsync()).Interviews[new("i-codes")].Excerpts);
        Assert.NotEmpty(refused);
    }

    [Fact]
    public async Task Interviews_are_for_members_alone_and_visitors_see_only_what_was_agreed_and_published()
    {
        var camp = await CampAsync();
        var grid = await camp.GridAsync();
        foreach (var (scope, words) in new[] { ("", "Jamais demandé"), ("notes", "Notes seulement"), ("quoted-anonymously", "Sans mon nom"), ("quoted-with-function", "Avec ma fonction") })
        {
            var interview = await camp.InterviewAsync(grid, "i" + words.Length, scope, function: "Maire de " + words);
            await camp.Lead.SendAsync(interview + "/write", ("kind", "quotation"), ("text", words), ("theme", "data"), ("tags", "secret " + words.Length));
            await camp.Lead.SendAsync(interview + "/write", ("kind", "note"), ("text", "Note sur " + words), ("theme", "data"));
        }
        using var zoe = await house.FacilitatorAsync($"Zoé {Interlocked.Increment(ref number)}");
        string[] inside = ["/inquiry/interviews", "/inquiry/interviews/i12", "/inquiry/interviews/i12/coding", "/inquiry/verbatims", "/inquiry/verbatims.csv", "/inquiry/crossings", "/inquiry/crossings.csv", $"/inquiry/grids/{grid}", $"/inquiry/grids/{grid}/answers.csv", $"/inquiry/grids/{grid}/print", $"/inquiry/{grid}/offline"];
        foreach (var path in inside)
        {
            Assert.Equal(303, await house.Client.StatusAsync(camp.At + path)); // to sign in
            Assert.Equal(403, await zoe.StatusAsync(camp.At + path));
            Assert.Equal(200, await camp.Lead.StatusAsync(camp.At + path));
        }
        Assert.Equal("403", (await zoe.SendAsync(camp.At + "/inquiry/interviews", ("grid", grid), ("family", "media"))).To);
        Assert.Equal("403", (await zoe.SendAsync(camp.At + "/inquiry/synthesis", ("do", "publish"))).To);

        string[] all = ["Jamais demandé", "Notes seulement", "Sans mon nom", "Avec ma fonction"];
        foreach (var page in new[] { "/inquiry", "/inquiry/synthesis" })
            foreach (var words in all) Assert.DoesNotContain(words, await house.Client.ReadAsync(camp.At + page), StringComparison.Ordinal);
        Assert.Equal(404, await house.Client.StatusAsync(camp.At + "/inquiry/synthesis.md"));

        await camp.Lead.SendAsync(camp.At + "/inquiry/synthesis", ("do", "publish"));
        foreach (var page in new[] { "/inquiry", "/inquiry/synthesis", "/inquiry/synthesis.md" })
        {
            var html = await house.Client.ReadAsync(camp.At + page);
            Assert.Contains("Sans mon nom", html, StringComparison.Ordinal);
            Assert.Contains("Maire de Avec ma fonction", html, StringComparison.Ordinal);
            foreach (var kept in new[] { "Jamais demandé", "Notes seulement", "Note sur", "Maire de Sans", "E-0", "secret 15" }) Assert.DoesNotContain(kept, html, StringComparison.Ordinal);
        }
        Assert.Contains("Notes seulement", await camp.Lead.ReadAsync(camp.At + "/inquiry/synthesis"), StringComparison.Ordinal);
        Assert.DoesNotContain("Notes seulement", await camp.Lead.ReadAsync(camp.At + "/inquiry/synthesis?as=public"), StringComparison.Ordinal);
        Assert.DoesNotContain("Notes seulement", await house.Client.ReadAsync(camp.At + "/inquiry/synthesis?as=member"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_interview_is_on_no_page_and_in_no_file()
    {
        var camp = await CampAsync();
        var grid = await camp.GridAsync();
        var interview = await camp.InterviewAsync(grid, "i-gone", "quoted-with-function", "Fonction rare", organisation: "Organisation rare");
        await camp.InterviewAsync(grid, "i-stays");
        await camp.Lead.SendAsync(interview, ("section", "s"), ("a1", "Parole rare"), ("quotes0", "Parole rare dite"));
        await camp.Lead.SendAsync(interview + "/write", ("kind", "quotation"), ("text", "Parole rare encore"), ("theme", "jobs"), ("tags", "étiquette rare"));
        await camp.Lead.SendAsync(camp.At + "/inquiry/synthesis", ("do", "publish"));
        Assert.Contains("Parole rare", await house.Client.ReadAsync(camp.At + "/inquiry"), StringComparison.Ordinal);
        var (refused, _) = await camp.Lead.SendAsync(interview + "/withdraw", ("cause", "consent-taken-back"));
        Assert.Contains("Parole rare", await camp.Lead.ReadAsync(camp.At + "/inquiry/verbatims"), StringComparison.Ordinal);
        await camp.Lead.SendAsync(interview + "/withdraw", ("cause", "consent-taken-back"), ("sure", "true"));
        foreach (var page in new[] { "/inquiry", "/inquiry/interviews", "/inquiry/verbatims", "/inquiry/verbatims.csv", "/inquiry/crossings", "/inquiry/crossings.csv", "/inquiry/synthesis", "/inquiry/synthesis.md", $"/inquiry/grids/{grid}/answers.csv" })
            Assert.DoesNotContain("rare", await camp.Lead.ReadAsync(camp.At + page), StringComparison.Ordinal);
        Assert.Equal(404, await camp.Lead.StatusAsync(interview));
        Assert.Equal(404, await camp.Lead.StatusAsync(interview + "/coding"));
        Assert.NotEmpty(refused);
    }

    [Fact]
    public async Task Hostile_words_stay_words_on_every_page_and_in_every_file()
    {
        const string Evil = "\"><script>alert(1)</script><img src=x onerror=alert(2)> ${a} '];--";
        var camp = await CampAsync();
        var (gridAt, _) = await camp.Lead.SendAsync(camp.At + "/inquiry/grids", ("title", Evil), ("introduction", Evil));
        await camp.Lead.SendAsync(gridAt + "/section", ("title", Evil), ("name", "s"), ("hint", Evil), ("theme", "data"), ("relevant", Evil));
        await camp.Lead.SendAsync(gridAt + "/question", ("section", "s"), ("label", Evil), ("hint", Evil), ("name", "q"), ("type", "select-one"), ("choices", "x | " + Evil), ("relevant", "${q} = '\"><script>'"), ("constraint", Evil));
        await camp.Lead.SendAsync(gridAt + "/question", ("section", "s"), ("label", Evil), ("name", "t"), ("type", "long-text"));
        await camp.Lead.SendAsync(gridAt + "/release");
        var grid = gridAt.Split('/')[^1];
        var interview = await camp.InterviewAsync(grid, "i-evil", "quoted-with-function", function: Evil, organisation: Evil);
        await camp.Lead.SendAsync(interview, ("section", "s"), ("a1", Evil), ("quotes0", "=cmd|' /C calc'!A1\n\n# " + Evil));
        await camp.Lead.SendAsync(interview + "/write", ("kind", "quotation"), ("text", Evil), ("theme", "data"), ("tags", Evil));
        await camp.Lead.SendAsync(camp.At + "/inquiry/synthesis", ("do", "write"), ("words", Evil));
        await camp.Lead.SendAsync(camp.At + "/inquiry/synthesis", ("do", "publish"));
        foreach (var page in new[] { "/inquiry", "/inquiry/interviews", "/inquiry/interviews/i-evil", "/inquiry/interviews/i-evil/coding", "/inquiry/verbatims", "/inquiry/crossings", "/inquiry/synthesis", $"/inquiry/grids/{grid}", $"/inquiry/grids/{grid}/preview", $"/inquiry/grids/{grid}/print", $"/inquiry/grids/{grid}/section?name=s", $"/inquiry/grids/{grid}/question?name=q", $"/inquiry/grids/{grid}/question?section=s&like=q", $"/inquiry/{grid}/offline", "/inquiry/verbatims?tag=" + Uri.EscapeDataString("\"><script>") })
        {
            var raw = await (await camp.Lead.GetAsync(camp.At + page)).Content.ReadAsStringAsync();
            Assert.DoesNotContain("<script>alert", raw, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", raw, StringComparison.Ordinal);
            Assert.DoesNotContain("[explorer-inquiry.", raw, StringComparison.Ordinal); // and every word is there
        }
        var csv = await camp.Lead.ReadAsync(camp.At + "/inquiry/verbatims.csv");
        Assert.Contains("'=cmd", csv, StringComparison.Ordinal);
        var markdown = await (await house.Client.GetAsync(camp.At + "/inquiry/synthesis.md")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("> # ", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_without_network_is_taken_once_whatever_is_sent_again()
    {
        var camp = await CampAsync();
        var grid = await camp.GridAsync();
        (string, string)[] form = [("interview", "phone1"), ("id", "phone1-1"), ("version", "1"), ("family", "residents"), ("day", "2026-11-20"), ("scope", "notes"), ("means", "recorded"), ("a0", "sms"), ("a1", "Longue\nhistoire"), ("quotes0", "Dit"), ("finished", "true")];
        for (var i = 0; i < 3; i++) Assert.Equal($"{camp.At}/inquiry/interviews/phone1", (await camp.Lead.SendAsync($"{camp.At}/inquiry/{grid}/offline", form)).To);
        var interview = Assert.Single((await camp.InquiryAsync()).Interviews.Values);
        Assert.Equal(["Longue\nhistoire"], interview.AnswerTo("libre"));
        Assert.Equal((new Consent(ConsentScope.Notes, ConsentMeans.Recorded, interview.Profile.Day), 20), (interview.Consent, interview.Profile.Day.Day));
        Assert.Single(interview.Excerpts);
        Assert.NotNull(interview.FinishedAt);

        using var gone = house.NewClient(); // the session has expired: told, not lost
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{camp.At}/inquiry/{grid}/offline") { Content = House.Form([.. form[2..], ("interview", "phone2"), ("id", "phone2-1")]) };
        request.Headers.Accept.ParseAdd("application/json");
        Assert.Equal(HttpStatusCode.Forbidden, (await gone.SendAsync(request)).StatusCode);
        var worker = await house.Client.GetAsync("/interview-sw.js");
        Assert.Equal(("text/javascript; charset=utf-8", "no-cache"), (worker.Content.Headers.ContentType!.ToString(), worker.Headers.CacheControl!.ToString()));
    }

    [Fact]
    public async Task What_is_too_much_is_refused_and_the_rest_goes_on()
    {
        var camp = await CampAsync();
        var grid = await camp.GridAsync();
        var interview = await camp.InterviewAsync(grid, "i-much");
        var (_, page) = await camp.Lead.SendAsync(interview + "/write", ("kind", "note"), ("text", new string('x', ExpeditionLimits.Words + 1)));
        Assert.Contains("Texte trop long", page, StringComparison.Ordinal);
        var tooLong = await camp.Lead.PostAsync(interview, House.Form(("section", "s"), ("a1", new string('y', 1_100_000))));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLong.StatusCode);
        Assert.Empty((await camp.InquiryAsync()).Interviews[new("i-much")].Answers);
        foreach (var odd in new[] { "?page=-3", "?page=99999999999", "?theme=none&time=x&grid=" + new string('z', 200), "?kind=%00" })
            Assert.Equal(200, await camp.Lead.StatusAsync(camp.At + "/inquiry/verbatims" + odd));
    }

    [Fact]
    public async Task A_grid_leaves_as_XLSForm_and_comes_back_as_it_was_and_answers_come_in_once()
    {
        var camp = await CampAsync();
        var grid = await camp.GridAsync();
        var file = await (await camp.Lead.GetAsync($"{camp.At}/inquiry/grids/{grid}/form.xlsx")).Content.ReadAsByteArrayAsync();
        Assert.Contains("Grille importée", await UploadAsync(camp.Lead, camp.At + "/inquiry/grids/import", file, "grille.xlsx", 200), StringComparison.Ordinal);
        var inquiry = await camp.InquiryAsync();
        var (first, second) = (inquiry.Grids[new(grid)].Last.Form, inquiry.Grids.Values.Single(g => g.Id.Value != grid).Last.Form);
        Assert.Equal(first.Questions.Select(q => (q.Name, q.Type, q.Label, q.Choices.Length)), second.Questions.Select(q => (q.Name, q.Type, q.Label, q.Choices.Length)));
        Assert.Equal(first.Sections.Select(s => (s.Head.Name, s.Head.Title, s.Head.Theme)), second.Sections.Select(s => (s.Head.Name, s.Head.Title, s.Head.Theme)));

        var csv = "SubmissionDate,s-outil,s-libre,KEY\n2026-11-20T10:00:00.000Z,sms sirene,Une histoire,uuid:aaaa-1\n2026-11-21T10:00:00.000Z,sms,Une autre,uuid:aaaa-2\n"u8.ToArray();
        for (var i = 0; i < 2; i++)
            Assert.Contains("2 entretiens reçus", await UploadAsync(camp.Lead, $"{camp.At}/inquiry/grids/{grid}/answers", csv, "export.csv", 200, ("family", "residents")), StringComparison.Ordinal);
        var interviews = (await camp.InquiryAsync()).InOrder.ToList();
        Assert.Equal(["Une histoire", "Une autre"], interviews.SelectMany(i => i.AnswerTo("libre")));
        Assert.Equal(["sms", "sirene"], interviews[0].AnswerTo("outil"));
        Assert.All(interviews, i => Assert.Null(i.Consent));

        using var zoe = await house.FacilitatorAsync($"Zoé fichiers {Interlocked.Increment(ref number)}");
        await UploadAsync(zoe, camp.At + "/inquiry/grids/import", file, "grille.xlsx", 403);
        await UploadAsync(zoe, $"{camp.At}/inquiry/grids/{grid}/answers", csv, "export.csv", 403, ("family", "residents"));
        await UploadAsync(camp.Lead, camp.At + "/inquiry/grids/import", "PK\u0003\u0004 n’importe quoi"u8.ToArray(), "<script>.xlsx", 422);
        await UploadAsync(camp.Lead, camp.At + "/inquiry/grids/import", [], "vide.xlsx", 422);
    }

    private static async Task<string> UploadAsync(HttpClient client, string path, byte[] bytes, string name, int status, params (string Key, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } };
        foreach (var (key, value) in fields) form.Add(new StringContent(value), key);
        var answer = await client.PostAsync(path, form);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{path}: {(int)answer.StatusCode}\n{html}");
        Assert.DoesNotContain("<script>.", html, StringComparison.Ordinal);
        return WebUtility.HtmlDecode(html);
    }

    private async Task<Camp> CampAsync()
    {
        var n = Interlocked.Increment(ref number);
        var lead = await house.FacilitatorAsync($"Enquêtrice {n}");
        return new Camp(house, lead, await lead.OpenExpeditionAsync($"Enquête {n}"));
    }

    /// <summary>An expedition with who leads it.</summary>
    private sealed record Camp(House House, HttpClient Lead, string At)
    {
        public async Task<Inquiry> InquiryAsync() => (await House.ExpeditionAsync(At)).Inquiry;

        /// <summary>A grid of one section with two questions, brought by the desk.</summary>
        public async Task<string> GridAsync(bool release = true)
        {
            var (desk, id) = (House.Services.GetRequiredService<IExpeditionDesk>(), new GridId(Draws.Name()));
            var form = new GridForm("Grille", "", [new(SectionHead.Of("s", "Section", Theme.Data), [Question.Of("outil", QuestionType.SelectMultiple, "Avec quoi ?") with { Choices = [new("sms", "Texto", []), new("sirene", "Sirène", [])] }, Question.Of("libre", QuestionType.LongText, "Racontez")])], []);
            await AskAsync(new ImportGrid(id, form));
            if (release) await AskAsync(new ReleaseGrid(id));
            return id.Value;

            async Task AskAsync(ExpeditionCommand command) =>
                Assert.Null((await desk.SubmitAsync(new ExpeditionId(At.Split('/')[2]), new ExpeditionEnvelope(Draws.Command(), (await House.ExpeditionAsync(At)).Charter.People.Keys.Select(a => new AccountHolder(a)).First(), DateTimeOffset.UtcNow, command))).Refusal);
        }

        public async Task<string> InterviewAsync(string grid, string id, string scope = "", string function = "", string organisation = "")
        {
            var (to, html) = await Lead.SendAsync(At + "/inquiry/interviews", ("interview", id), ("grid", grid), ("family", "authorities"), ("function", function), ("organisation", organisation), ("scope", scope));
            Assert.True(to == $"{At}/inquiry/interviews/{id}", html);
            return to;
        }
    }
}
