using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TousRisques.Domain.Expeditions.Leads;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Web.Tests.Explorer;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests.Agir;

/// <summary>Leads on their pages.</summary>
public sealed class LeadTests(House house) : IClassFixture<House>
{
    private static readonly (string, string)[] Idea =
        [("title", "Écran communal partagé"), ("description", "Un écran que **chacun** peut lire."), ("theme", "data"), ("theme", "capacity"), ("time", "before"), ("actor", "commune"), ("do", "save")];

    [Fact]
    public async Task A_lead_is_proposed_read_filtered_and_found()
    {
        var (ada, _, at) = await house.CampAsync();
        var (page, _) = await ada.SendAsync(at + "/leads/new", Idea);
        var html = await house.Client.ReadAsync(page);
        foreach (var told in new[] { "Écran communal partagé", "<strong>chacun</strong>", "Commune et intercommunalité", "proposée", "Je la porterais" }) Assert.Contains(told, html, StringComparison.Ordinal);
        Assert.DoesNotContain("/judge", html, StringComparison.Ordinal);
        Assert.InRange(AgirHouse.Elements(html), 20, 150);
        foreach (var (filter, there) in new[] { ("", true), ("?theme=data", true), ("?theme=jobs", false), ("?time=before&actor=commune", true), ("?actor=media", false), ("?state=set-aside", false), ("?theme=<script>", true) })
            Assert.Equal(there, (await house.Client.ReadAsync(at + "/leads" + filter)).Contains("Écran communal", StringComparison.Ordinal));
        var search = await house.Client.ReadAsync(at.Replace("/agir/", "/explorer/", StringComparison.Ordinal) + "/search?q=ecran");
        Assert.Contains($"href=\"{page}\"", search, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_without_a_title_comes_back_as_typed()
    {
        var (ada, _, at) = await house.CampAsync();
        var (to, html) = await ada.SendAsync(at + "/leads/new", [("title", " "), .. Idea[1..]]);
        Assert.Equal(at + "/leads/new", to);
        foreach (var kept in new[] { "Un écran que **chacun**", "value=\"capacity\" checked", "value=\"commune\" checked" }) Assert.Contains(kept, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_judge_and_change_their_mind_and_contributors_do_not()
    {
        var (ada, _, at) = await house.CampAsync();
        var (page, _) = await ada.SendAsync(at + "/leads/new", Idea);
        await ada.SendAsync(page + "/judge", ("effort", "1"), ("effect", "4"));
        await ada.SendAsync(page + "/judge", ("effort", "2"), ("effect", "5"));
        Assert.Contains("effort 2 sur 5, effet 5 sur 5 (1 avis)", await house.Client.ReadAsync(page), StringComparison.Ordinal);
        using var zoe = await house.FacilitatorAsync("Zoé " + Guid.NewGuid().ToString("n")[..8]);
        foreach (var client in new[] { zoe, house.Client })
            foreach (var form in new[] { "/judge", "/sort", "/relate", "/edit" })
                Assert.Equal("403", (await client.SendAsync(page + form, [("effort", "1"), ("effect", "1"), ("state", "kept"), ("why", "x"), ("other", "y"), .. Idea])).To);
        Assert.Equal("403", (await zoe.SendAsync(at + "/leads/new", Idea)).To);
    }

    [Fact]
    public async Task Anybody_says_that_they_would_carry_it_once_and_machines_do_not()
    {
        var (ada, _, at) = await house.CampAsync();
        var (page, _) = await ada.SendAsync(at + "/leads/new", Idea);
        for (var i = 0; i < 2; i++)
        {
            await house.Client.SendAsync(page + "/carry", ("carry", "true"));
            await ada.SendAsync(page + "/carry", ("carry", "true"));
        }
        await house.Client.SendAsync(page + "/carry", ("carry", "true"), ("homepage", "https://spam.example"));
        Assert.Equal(2, Assert.Single((await house.ExpeditionAsync(at)).Leads.All.Values).Support);
        Assert.Contains("Retirer mon soutien", await house.Client.ReadAsync(page), StringComparison.Ordinal);
        await house.Client.SendAsync(page + "/carry", ("carry", "false"));
        Assert.Equal(1, Assert.Single((await house.ExpeditionAsync(at)).Leads.All.Values).Support);
    }

    [Fact]
    public async Task A_flood_of_support_is_held_back()
    {
        await using var tight = new House { Limits = new() { SignIns = new(1000, TimeSpan.FromSeconds(1), 1000, TimeSpan.FromSeconds(1), 1000), Contributions = new(3, TimeSpan.FromMinutes(10), 1000, TimeSpan.FromMinutes(10), 1000) } };
        await tight.InitializeAsync();
        var (ada, _, at) = await tight.CampAsync();
        var (page, _) = await ada.SendAsync(at + "/leads/new", Idea);
        var answers = new List<string>();
        for (var i = 0; i < 6; i++) answers.Add((await tight.Client.SendAsync(page + "/carry", ("carry", i % 2 == 0 ? "true" : "false"))).To);
        Assert.Contains("429", answers);
    }

    [Fact]
    public async Task A_lead_is_kept_for_a_reason_and_its_cousins_are_mutual()
    {
        var (ada, _, at) = await house.CampAsync();
        var (one, _) = await ada.SendAsync(at + "/leads/new", Idea);
        var (other, _) = await ada.SendAsync(at + "/leads/new", [("title", "Radio des quartiers"), .. Idea[1..]]);
        var (_, html) = await ada.SendAsync(one + "/sort", ("state", "set-aside"), ("why", " "));
        Assert.Contains("value=\"set-aside\" selected", html, StringComparison.Ordinal);
        await ada.SendAsync(one + "/sort", ("state", "kept"), ("why", "Deux communes la veulent."));
        await ada.SendAsync(one + "/relate", ("other", other.Split('/')[^1]), ("cousins", "true"));
        Assert.Contains("Deux communes la veulent.", await house.Client.ReadAsync(one), StringComparison.Ordinal);
        Assert.Contains("Radio des quartiers", await house.Client.ReadAsync(one), StringComparison.Ordinal);
        Assert.Contains("Écran communal partagé", await house.Client.ReadAsync(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_that_tables_wrote_are_taken_in_once_with_their_support()
    {
        var (ada, _, at) = await house.CampAsync();
        var answer = await ada.PostAsJsonAsync("/api/v1/workshops", new { pack = "seine-maritime", mode = "full", tables = new[] { "A" } });
        var opened = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        var room = new Room(house, (string)opened["code"]!, (string)opened["token"]!);
        var (one, two) = (await room.JoinAsync("Personne Une"), await room.JoinAsync("Personne Deux"));
        await room.DoAsync(new JumpTo(new("leads")));
        await room.DoAsync(new ProposeLead(new("mur"), new(one.Id), "Un mur d'affichage", "Devant chaque mairie.", Theme.Capacity, CrisisTime.During), one.Token);
        var lead = (await room.LiveAsync()).State.Leads[0].Id;
        await room.DoAsync(new SupportLead(lead, new(two.Id), Support: true), two.Token);

        // Somebody else neither leads the workshop nor works in an expedition that it was opened from.
        var (zoe, _, elsewhere) = await house.CampAsync();
        Assert.DoesNotContain("Un mur d'affichage", await zoe.ReadAsync(elsewhere + "/leads/import?workshop=" + room.Code), StringComparison.Ordinal);
        Assert.Equal(elsewhere + "/leads/import", (await zoe.SendAsync(elsewhere + "/leads/import", ("workshop", room.Code), ("lead", lead.Value))).To);
        Assert.Empty((await house.ExpeditionAsync(elsewhere)).Leads.All);
        Assert.Equal("403", (await house.Client.SendAsync(at + "/leads/import", ("workshop", room.Code), ("lead", lead.Value))).To);

        Assert.Contains("Un mur d'affichage", await ada.ReadAsync(at + "/leads/import?workshop=" + room.Code), StringComparison.Ordinal);
        for (var i = 0; i < 2; i++) await ada.SendAsync(at + "/leads/import", ("workshop", room.Code), ("lead", lead.Value));
        var taken = Assert.Single((await house.ExpeditionAsync(at)).Leads.All.Values);
        Assert.Equal(("Un mur d'affichage", LeadSource.Workshop, room.Code), (taken.Sheet.Title, taken.Origin.Source, taken.Origin.Workshop));
        Assert.True(taken.Support >= 1);
        Assert.DoesNotContain("Personne", taken.Origin.By, StringComparison.Ordinal);
    }
}
