using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Futures;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Expeditions.Leads;
using TousRisques.Domain.Expeditions.Recommendations;
using TousRisques.Domain.Expeditions.Statements;
using TousRisques.Domain.Words;
using TousRisques.Web.Tests.Explorer;
using TousRisques.Web.Tests.Hosting;
using Xunit;

namespace TousRisques.Web.Tests.Agir;

/// <summary>What a search finds behind the door « Agir »: everything that the asker may read, and nothing else.</summary>
public sealed class SearchTests(House house) : IClassFixture<House>
{
    private static readonly SourceEvidence Source = new("Rapport", "https://exemple.fr/", "");

    /// <summary>What everybody reads, by what a search asks for.</summary>
    private static readonly (string Asked, string Path)[] Shown =
    [
        ("zinzolin", "/synthesis#s-s1"), ("smaragdine", "/leads/l1"), ("nacarat", "/recommendations/r1"), ("amarante", "/kit/sheets/k1"), ("permanence+cinabre", "/kit/sheets/k1"),
        ("safre", "/scenarios/b1"), ("noie+vermillon", "/scenarios/b1"), ("garance", "/scenarios/b1/futures/f1"), ("aigues", "/scenarios/b1/futures/f1"),
    ];

    /// <summary>What members alone read: what is put away, not adopted, not published.</summary>
    private static readonly (string Asked, string Path)[] Kept = [("incarnadin", "/scenarios/b2"), ("ponceau", "/scenarios/b2/futures/f2"), ("mordoré", "/recommendations/r2"), ("céladon", "/kit/sheets/k2")];

    [Fact]
    public async Task Everybody_finds_what_everybody_reads_and_members_what_they_work_on()
    {
        var (ada, _, at) = await FilledAsync();
        foreach (var (asked, path) in Shown)
            foreach (var client in new[] { house.Client, ada }) Assert.Contains($"href=\"{at}{path}\"", await FindAsync(client, at, asked), StringComparison.Ordinal);
        foreach (var (asked, path) in Kept)
        {
            Assert.Contains($"href=\"{at}{path}\"", await FindAsync(ada, at, asked), StringComparison.Ordinal);
            Assert.Contains("Rien ne contient", await FindAsync(house.Client, at, asked), StringComparison.Ordinal);
        }
        Assert.Contains("boîte de scénarios", await FindAsync(house.Client, at, "safre&kind=box"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_taken_away_is_found_no_more_and_one_told_otherwise_by_its_new_words_alone()
    {
        var (ada, name, at) = await FilledAsync();
        Assert.Contains("/futures/f1", await FindAsync(ada, at, "aigues"), StringComparison.Ordinal);
        await house.AskAsync(at, new RetellFuture(new("b1"), new("f1"), "Garance", "L’eau **pers**."), name);
        Assert.Contains("Rien ne contient", await FindAsync(ada, at, "aigues"), StringComparison.Ordinal);
        Assert.Contains("/futures/f1", await FindAsync(ada, at, "pers"), StringComparison.Ordinal);
        await house.AskAsync(at, new DropFuture(new("b1"), new("f1")), name);
        Assert.DoesNotContain("/futures/f1", await FindAsync(ada, at, "garance"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_private_expedition_nobody_else_finds_anything()
    {
        var (ada, _, at) = await FilledAsync(isPublic: false);
        using var zoe = await house.FacilitatorAsync("Zoé " + Guid.NewGuid().ToString("n")[..8]);
        foreach (var (asked, path) in Shown.Concat(Kept))
        {
            Assert.Contains($"href=\"{at}{path}\"", await FindAsync(ada, at, asked), StringComparison.Ordinal);
            foreach (var client in new[] { house.Client, zoe }) Assert.Equal(404, await client.StatusAsync(Address(at, asked)));
        }
    }

    private static string Address(string at, string asked) => $"{at.Replace("/agir/", "/explorer/", StringComparison.Ordinal)}/search?q={asked}";

    private static Task<string> FindAsync(HttpClient who, string at, string asked) => who.ReadAsync(Address(at, asked));

    private async Task<(HttpClient Ada, string Name, string At)> FilledAsync(bool isPublic = true)
    {
        var (ada, name, at) = await house.CampAsync(isPublic);
        ExpeditionCommand[] commands =
        [
            new WriteStatement(new("s1"), new("La liste zinzolin se perd.", Theme.Data, CrisisTime.During, [Source])),
            new AddLead(new("l1"), new("Écran smaragdine", "", [], [], [], []), LeadOrigin.OfMember),
            new WriteRecommendation(new("r1"), new("Imprimer", "Une copie nacarat.", [ActorKind.Commune], [], [Source], new("", "Ville"), null)),
            new AdoptRecommendation(new("r1"), DateTimeOffset.UtcNow.AddDays(-1)),
            new CoverKit(new("Kit", "", "", "", "")),
            new AddKitSheet(new("k1"), new("Dix minutes", CrisisTime.During, "", new ActionsContent([new("Ouvrir le cahier amarante", "Permanence cinabre", null, "")]), [], Estimate: true)),
            new PublishKit(2, ""),
            new DrawBox(new("b1"), Box("La vallée", "Que devient l’alerte safre ?", "noie le poste vermillon")),
            new ChooseFuture(new("b1"), new("f1"), [new("La Seine", "noie le poste vermillon"), new("Le cuivre", "gardé")], "Garance", "Dix jours d’aigues."),
            new DrawBox(new("b2"), Box("L’estuaire", "Et l’incarnadin ?", "haute")),
            new ChooseFuture(new("b2"), new("f2"), [new("La Seine", "haute"), new("Le cuivre", "gardé")], "Ponceau", ""),
            new PutBoxAway(new("b2"), Away: true),
            new WriteRecommendation(new("r2"), new("Mordoré", "", [ActorKind.Commune], [], [Source], new("", "Ville"), null)),
            new AddKitSheet(new("k2"), new("Céladon", CrisisTime.After, "", new TextContent("Plus tard."), [], Estimate: true)),
        ];
        foreach (var command in commands) await house.AskAsync(at, command, name);
        return (ada, name, at);
    }

    private static BoxSheet Box(string title, string question, string high) =>
        new(title, question, "", [new("La Seine", [new("ordinaire", []), new(high, [])]), new("Le cuivre", [new("gardé", []), new("éteint", [])])]);
}
