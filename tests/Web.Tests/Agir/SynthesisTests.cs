using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Web.Evidences;
using TousRisques.Web.Tests.Explorer;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests.Agir;

/// <summary>The synthesis on its pages: every statement with what says so.</summary>
public sealed class SynthesisTests(House house) : IClassFixture<House>
{
    private static readonly (string, string)[] Said = [("words", "La liste se perd la nuit."), ("theme", "data"), ("time", "during"), ("do", "save")];

    private static readonly (string, string)[] Source = [("source-title", "Cour des comptes, 2021"), ("source-link", "https://exemple.fr/rapport"), ("source-words", "Trois communes sur dix.")];

    [Fact]
    public async Task A_statement_is_written_with_its_evidence_and_read_by_everybody()
    {
        var (ada, _, at) = await house.CampAsync();
        var (to, _) = await ada.SendAsync(at + "/synthesis/new", [.. Said, .. Source]);
        Assert.StartsWith(at + "/synthesis#s-", to, StringComparison.Ordinal);
        var html = await house.Client.ReadAsync(at + "/synthesis");
        foreach (var told in new[] { "La liste se perd la nuit.", "https://exemple.fr/rapport", "Trois communes sur dix.", "Cour des comptes, 2021", "Données", "pendant" }) Assert.Contains(told, html, StringComparison.Ordinal);
        Assert.DoesNotContain("/synthesis/new", html, StringComparison.Ordinal);
        Assert.InRange(AgirHouse.Elements(html), 20, 150);
    }

    [Fact]
    public async Task A_statement_without_evidence_comes_back_as_typed()
    {
        var (ada, _, at) = await house.CampAsync();
        var (to, html) = await ada.SendAsync(at + "/synthesis/new", Said);
        Assert.Equal(at + "/synthesis/new", to);
        Assert.Contains("sans appui", html, StringComparison.Ordinal);
        Assert.Contains("La liste se perd la nuit.", html, StringComparison.Ordinal);
        Assert.Contains("value=\"during\" selected", html, StringComparison.Ordinal);
        Assert.Empty((await house.ExpeditionAsync(at)).Statements.All);
        (to, html) = await ada.SendAsync(at + "/synthesis/new", [.. Said, ("source-link", "pas une adresse")]);
        Assert.Contains("value=\"pas une adresse\"", html, StringComparison.Ordinal);
        (to, html) = await ada.SendAsync(at + "/synthesis/new", [.. Said, ("evidence", "{\"kind\":\"watch\"}"), .. Source]);
        Assert.Contains("note no", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_for_evidence_loses_nothing_that_was_typed_and_needs_no_script()
    {
        var (ada, _, at) = await house.CampAsync();
        await house.AskAsync(at, new AddWatchItem(new("w1"), new("Panne des secours", "https://exemple.fr/panne", "", WatchTags.None, "", "Le Journal", null, null), Publish: true));
        await house.AskAsync(at, new AddWatchItem(new("w2"), new("Autre chose", "https://exemple.fr/autre", "", WatchTags.None, "", "", null, null), Publish: true));
        var (status, html) = await ada.SendAsync(at + "/synthesis/new", [.. Said[..3], ("do", "find"), ("q", "panne"), .. Source]);
        Assert.Equal("200", status);
        foreach (var kept in new[] { "La liste se perd la nuit.", "value=\"during\" selected", "value=\"https://exemple.fr/rapport\"", "Panne des secours" }) Assert.Contains(kept, html, StringComparison.Ordinal);
        Assert.DoesNotContain("Autre chose", html, StringComparison.Ordinal);
        Assert.Empty((await house.ExpeditionAsync(at)).Statements.All);
        // What was found is ticked, and stays ticked while somebody looks on.
        var ticked = ("evidence", EvidenceWire.Write(new WatchEvidence(new("w1"))));
        (_, html) = await ada.SendAsync(at + "/synthesis/new", [.. Said[..3], ("do", "find"), ("q", "autre"), ticked]);
        Assert.Contains("checked", html, StringComparison.Ordinal);
        Assert.Contains("Panne des secours", html, StringComparison.Ordinal);
        await ada.SendAsync(at + "/synthesis/new", [.. Said, ticked]);
        Assert.Equal(new WatchEvidence(new("w1")), Assert.Single(Assert.Single((await house.ExpeditionAsync(at)).Statements.All).Sheet.Evidence));
        Assert.Equal("403", (await house.Client.SendAsync(at + "/synthesis/new", [.. Said[..3], ("do", "find"), ("q", "panne")])).To);
    }

    [Fact]
    public async Task Evidence_that_is_withdrawn_is_shown_gone_and_its_words_are_nowhere()
    {
        var (ada, _, at) = await house.CampAsync();
        await InterviewAsync(at, ConsentScope.QuotedAnonymously);
        var verbatim = new VerbatimEvidence(new("i1"), new("x1"));
        await ada.SendAsync(at + "/synthesis/new", [.. Said, ("evidence", EvidenceWire.Write(verbatim))]);
        var html = await house.Client.ReadAsync(at + "/synthesis");
        Assert.Contains("La nuit, personne.", html, StringComparison.Ordinal);
        Assert.Contains($"{at}/evidence/{verbatim.Name}", html, StringComparison.Ordinal);
        var page = await house.Client.ReadAsync($"{at}/evidence/{verbatim.Name}");
        Assert.Contains("La nuit, personne.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("E-01", page, StringComparison.Ordinal);
        Assert.Contains("La liste se perd", page, StringComparison.Ordinal);
        await house.AskAsync(at, new WithdrawInterview(new("i1"), WithdrawalCause.ConsentTakenBack));
        foreach (var reader in new[] { house.Client, ada })
            foreach (var address in new[] { $"{at}/synthesis", $"{at}/evidence/{verbatim.Name}" })
            {
                html = await reader.ReadAsync(address);
                Assert.Contains("Appui retiré depuis", html, StringComparison.Ordinal);
                Assert.DoesNotContain("La nuit, personne.", html, StringComparison.Ordinal);
            }
    }

    [Fact]
    public async Task What_may_not_be_quoted_is_kept_from_the_public()
    {
        var (ada, _, at) = await house.CampAsync();
        await InterviewAsync(at, ConsentScope.Notes);
        var verbatim = new VerbatimEvidence(new("i1"), new("x1"));
        await ada.SendAsync(at + "/synthesis/new", [.. Said, ("evidence", EvidenceWire.Write(verbatim))]);
        var html = await house.Client.ReadAsync(at + "/synthesis");
        Assert.Contains("réservé à l’équipe", html, StringComparison.Ordinal);
        Assert.DoesNotContain("La nuit, personne.", html + await house.Client.ReadAsync($"{at}/evidence/{verbatim.Name}"), StringComparison.Ordinal);
        Assert.Contains("La nuit, personne.", await ada.ReadAsync(at + "/synthesis"), StringComparison.Ordinal);
        // What nobody cites has no page of its own.
        Assert.Equal(404, await house.Client.StatusAsync($"{at}/evidence/{new VerbatimEvidence(new("i1"), new("x2")).Name}"));
    }

    [Fact]
    public async Task A_private_expeditions_synthesis_is_not_there_for_visitors_and_strangers()
    {
        var (ada, _, at) = await house.CampAsync(isPublic: false);
        await ada.SendAsync(at + "/synthesis/new", [.. Said, .. Source]);
        using var zoe = await house.FacilitatorAsync("Zoé " + Guid.NewGuid().ToString("n")[..8]);
        foreach (var page in new[] { "", "/synthesis", "/leads", "/recommendations", "/recommendations.ics" })
        {
            Assert.Equal(200, await ada.StatusAsync(at + page));
            Assert.Equal(404, await zoe.StatusAsync(at + page));
            Assert.Equal(404, await house.Client.StatusAsync(at + page));
        }
        Assert.Equal("404", (await zoe.SendAsync(at + "/synthesis/new", [.. Said, .. Source])).To);
        Assert.DoesNotContain(at, await zoe.ReadAsync("/agir"), StringComparison.Ordinal);
        Assert.Contains(at, await ada.ReadAsync("/agir"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_is_moved_withdrawn_and_brought_back_by_members_alone()
    {
        var (ada, _, at) = await house.CampAsync();
        await ada.SendAsync(at + "/synthesis/new", [.. Said, .. Source]);
        await ada.SendAsync(at + "/synthesis/new", [("words", "Un second."), .. Said[1..], .. Source]);
        var ids = (await house.ExpeditionAsync(at)).Statements.All.Select(s => s.Id.Value).ToList();
        var second = $"{at}/synthesis/{ids[1]}";
        Assert.Equal("403", (await house.Client.SendAsync(second + "/withdraw")).To);
        Assert.Equal(303, await house.Client.StatusAsync(second));
        await ada.SendAsync(second + "/move", ("earlier", "true"));
        Assert.Equal([ids[1], ids[0]], (await house.ExpeditionAsync(at)).Statements.InForce.Select(s => s.Id.Value));
        await ada.SendAsync(second + "/withdraw");
        Assert.DoesNotContain("Un second.", await house.Client.ReadAsync(at + "/synthesis"), StringComparison.Ordinal);
        Assert.Contains("Un second.", await ada.ReadAsync(at + "/synthesis"), StringComparison.Ordinal);
        await ada.SendAsync(second + "/restore");
        Assert.Contains("Un second.", await house.Client.ReadAsync(at + "/synthesis"), StringComparison.Ordinal);
        Assert.Contains("Cour des comptes", await ada.ReadAsync(second), StringComparison.Ordinal);
        await ada.SendAsync(second, [("words", "Dit autrement."), .. Said[1..], ("evidence", EvidenceWire.Write(new SourceEvidence("Cour des comptes, 2021", "https://exemple.fr/rapport", "Trois communes sur dix.")))]);
        Assert.Contains("Dit autrement.", await house.Client.ReadAsync(at + "/synthesis"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_learned_in_meetings_is_offered_by_theme()
    {
        var (ada, _, at) = await house.CampAsync();
        await house.AskAsync(at, new PlanMeeting(new("m1"), new("Chaire", MeetingKind.Research, DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(50), WholeDay: true, "", "", [], [], Public: true)));
        await house.AskAsync(at, new RecordMeeting(new("m1"), new("", [new("Les cartes manquent.", Theme.Data, null), new("Les élus décident seuls.", Theme.Governance, null)], [])));
        var (_, html) = await ada.SendAsync(at + "/synthesis/new", [.. Said[..3], ("do", "find")]);
        Assert.Contains("Les cartes manquent.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Les élus décident seuls.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_workshop_found_is_offered_to_who_leads_it_and_to_nobody_else()
    {
        var (ada, _, at) = await house.CampAsync();
        var answer = await ada.PostAsJsonAsync("/api/v1/workshops", new { pack = "seine-maritime", mode = "full", tables = new[] { "A" } });
        var opened = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        var room = new Room(house, (string)opened["code"]!, (string)opened["token"]!);
        var (id, token, _) = await room.JoinAsync("Personne Nommée");
        await room.DoAsync(new JumpTo(new("debrief")));
        await room.DoAsync(new AnswerDebrief(new(id), DebriefQuestion.Surprised, "Le registre papier a tenu.", Theme.Data, CrisisTime.During), token);
        var (_, html) = await ada.SendAsync(at + "/synthesis/new", [.. Said[..3], ("do", "find"), ("workshop", room.Code)]);
        Assert.Contains("Le registre papier a tenu.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Personne Nommée", html, StringComparison.Ordinal);
        var (zoe, _, elsewhere) = await house.CampAsync();
        (_, html) = await zoe.SendAsync(elsewhere + "/synthesis/new", [.. Said[..3], ("do", "find"), ("workshop", room.Code)]);
        Assert.DoesNotContain("Le registre papier a tenu.", html, StringComparison.Ordinal);
        Assert.Contains("note no", html, StringComparison.Ordinal);

        // Cited, it is read by everybody, on a page of its own.
        var found = new WorkshopEvidence(WorkshopFinding.Debrief, room.Code, "Atelier", "Le registre papier a tenu.");
        await ada.SendAsync(at + "/synthesis/new", [.. Said, ("evidence", EvidenceWire.Write(found))]);
        Assert.Contains($"{at}/evidence/{found.Name}", await house.Client.ReadAsync(at + "/synthesis"), StringComparison.Ordinal);
        Assert.Contains("Le registre papier a tenu.", await house.Client.ReadAsync($"{at}/evidence/{found.Name}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_statement_of_the_example_leads_to_its_evidence()
    {
        await using var fresh = new House { Example = true };
        await fresh.InitializeAsync();
        var html = await fresh.Client.ReadAsync("/agir");
        Assert.Contains("/agir/numerique-tous-risques", html, StringComparison.Ordinal);
        var expedition = await fresh.ExpeditionAsync("/explorer/numerique-tous-risques");
        Assert.InRange(expedition.Statements.All.Length, 6, 8);
        Assert.Equal(8, expedition.Leads.All.Values.Count(l => l.Origin.Source == Domain.Expeditions.Leads.LeadSource.Published));
        html = await fresh.Client.ReadAsync("/agir/numerique-tous-risques/synthesis");
        foreach (var evidence in expedition.Statements.All.SelectMany(s => s.Sheet.Evidence).Concat(expedition.Leads.All.Values.SelectMany(l => l.Sheet.Evidence)).Concat(expedition.Recommendations.All.SelectMany(r => r.Sheet.Evidence)).Distinct())
        {
            var sight = EvidenceReader.Look(expedition, evidence, Domain.Expeditions.Standing.Anyone);
            Assert.Equal(EvidenceState.There, sight.State);
            if (evidence is not SourceEvidence) Assert.Equal(200, await fresh.Client.StatusAsync("/explorer/numerique-tous-risques/" + sight.Path));
        }
        foreach (var statement in expedition.Statements.All) Assert.Contains(statement.Sheet.Words, html, StringComparison.Ordinal);
        Assert.InRange(AgirHouse.Elements(html), 50, 150);
    }

    private async Task InterviewAsync(string at, ConsentScope scope)
    {
        await house.AskAsync(at, new DraftGrid(new("g"), "Grille", ""));
        await house.AskAsync(at, new AddSection(new("g"), null, SectionHead.Of("donnees", "Les données", Theme.Data)));
        await house.AskAsync(at, new AddQuestion(new("g"), "donnees", null, Question.Of("libre", QuestionType.LongText, "Racontez")));
        await house.AskAsync(at, new ReleaseGrid(new("g")));
        await house.AskAsync(at, new RecordInterview(
            new("i1"), new("g"), 1, "E-01", new(StakeholderFamily.Authorities, "ville", "Cheffe", null, DateTimeOffset.UnixEpoch), new(scope, ConsentMeans.Spoken, DateTimeOffset.UnixEpoch), [],
            [new(new("x1"), ExcerptKind.Quotation, "", "La nuit, personne.", [new(Theme.Data, CrisisTime.During, null)], []), new(new("x2"), ExcerptKind.Quotation, "", "Jamais citée.", [], [])], Finished: true));
    }
}
