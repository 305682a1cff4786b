using System.IO.Compression;
using System.Text.RegularExpressions;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Expeditions.Recommendations;
using TousRisques.Domain.Words;
using TousRisques.Host.Wiring;
using TousRisques.Web.Expeditions.Example;
using TousRisques.Web.Kits;
using TousRisques.Web.Packs;
using TousRisques.Web.Tests.Explorer;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests.Agir;

/// <summary>The kit on its pages, on paper, and as a website in a folder.</summary>
public sealed partial class KitTests(House house) : IClassFixture<House>
{
    private static readonly (string, string)[] Cover = [("title", "Kit d'Elbeuf"), ("territory", "Elbeuf-sur-Seine"), ("for", "La permanence"), ("words", "Imprimez-le."), ("licence", "Licence Ouverte 2.0")];
    private static readonly (string, string)[] Text =
    [
        ("kind", "text"), ("title", "Ce qui s'arrête"), ("time", "before"), ("brief", "Box à la seconde."), ("words", "Les **box**, puis les antennes."), ("source-title", "Rapport"), ("source-link", "https://exemple.fr/"), ("do", "save"),
    ];

    [Fact]
    public async Task A_kit_is_written_published_read_printed_and_taken_away()
    {
        var (ada, at) = await BegunAsync();
        await house.AskAsync(at, new AddDevice(new("porte-voix"), DeviceSheet.Of("Porte-voix", "Porte la voix.") with { WithoutPower = "Des piles." }));
        (string, string)[][] sheets =
        [
            Text,
            [("kind", "actions"), ("title", "Dix minutes"), ("time", "during"), ("a-words", "Ouvrir la main courante"), ("a-by", "Permanence"), ("a-from", ""), ("a-card", ""), ("a-words", ""), ("a-by", ""), ("estimate", "on")],
            [("kind", "device"), ("title", "Le porte-voix"), ("time", "during"), ("device", "porte-voix"), ("words", "À l'arrêt.")],
            [("kind", "contacts"), ("title", "Qui joindre"), ("time", "during"), ("role", "Pompiers"), ("organisation", "Service d'incendie"), ("reach", "18 ou 112"), ("role", ""), ("organisation", ""), ("reach", ""), ("estimate", "on")],
            [("kind", "fallback"), ("title", "Sans téléphone"), ("time", "during"), ("missing", "le téléphone"), ("steps", "Envoyer un coursier\n\nAfficher"), ("estimate", "on")],
            [("kind", "data"), ("title", "Le registre"), ("time", "after"), ("data-what", "Qui visiter"), ("data-producer", "CCAS"), ("data-offline", "Copie papier"), ("estimate", "on")],
        ];
        foreach (var sheet in sheets)
        {
            var (page, html) = await ada.SendAsync(at + "/kit/new", sheet);
            Assert.StartsWith(at + "/kit/sheets/", page, StringComparison.Ordinal);
            Assert.Contains("brouillon", html, StringComparison.Ordinal);
            Assert.Equal(404, await house.Client.StatusAsync(page));
        }
        Assert.DoesNotContain("Dix minutes", await house.Client.ReadAsync(at + "/kit"), StringComparison.Ordinal);
        foreach (var missing in new[] { "/booklet", "/poster", "/card", "/site.zip", "/sources" }) Assert.Equal(404, await house.Client.StatusAsync(at + "/kit" + missing));
        Assert.Equal(404, await ada.StatusAsync(at + "/kit/site.zip")); // the draft does not leave the house
        Assert.Contains("brouillon", await ada.ReadAsync(at + "/kit/poster"), StringComparison.Ordinal);

        var draft = (await house.ExpeditionAsync(at)).Kit.Draft;
        await ada.SendAsync(at + "/kit/publish", ("draft", $"{draft}"), ("note", "La première."));
        var front = await house.Client.ReadAsync(at + "/kit");
        foreach (var told in new[] { "Kit d'Elbeuf", "Elbeuf-sur-Seine", "version 1", "Ce qui s'arrête", "Dix minutes", "Le registre", "site.zip" }) Assert.Contains(told, front, StringComparison.Ordinal);
        Assert.InRange(AgirHouse.Elements(front), 30, 150);
        foreach (var leaf in (await house.ExpeditionAsync(at)).Kit.InOrder) Assert.InRange(AgirHouse.Elements(await house.Client.ReadAsync($"{at}/kit/sheets/{leaf.Id}")), 30, 150);
        foreach (var paper in new[] { "/booklet", "/poster" }) Assert.Contains("Box à la seconde.", await house.Client.ReadAsync(at + "/kit" + paper), StringComparison.Ordinal);
        Assert.Contains("Dix minutes", await house.Client.ReadAsync(at + "/kit/card"), StringComparison.Ordinal);
        Assert.Contains("18 ou 112", await house.Client.ReadAsync(at + "/kit/card"), StringComparison.Ordinal);
        Assert.Contains("Kit d'Elbeuf", await house.Client.ReadAsync(at), StringComparison.Ordinal);
        var explorer = at.Replace("/agir/", "/explorer/", StringComparison.Ordinal);
        Assert.Contains("/kit/sheets/", await house.Client.ReadAsync(explorer + "/search?q=main+courante"), StringComparison.Ordinal);
        Assert.Contains("Kit d'Elbeuf", await house.Client.ReadAsync(explorer + "/news.atom"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_version_stays_as_it_was_and_the_draft_is_for_members()
    {
        var (ada, at) = await BegunAsync();
        var (page, _) = await ada.SendAsync(at + "/kit/new", Text);
        await ada.SendAsync(at + "/kit/publish", ("draft", "2"), ("note", ""));
        await ada.SendAsync(page + "/edit", [.. Text.Where(f => f.Item1 != "title"), ("title", "Autrement dit")]);
        Assert.Contains("Ce qui s'arrête", await house.Client.ReadAsync(at + "/kit"), StringComparison.Ordinal);
        Assert.Contains("Autrement dit", await ada.ReadAsync(at + "/kit"), StringComparison.Ordinal);
        var (_, html) = await ada.SendAsync(at + "/kit/publish", ("draft", "2"), ("note", "J'ai changé le titre"));
        Assert.Contains("note no", html, StringComparison.Ordinal); // somebody wrote since
        Assert.Contains("J'ai changé le titre", html, StringComparison.Ordinal);
        await ada.SendAsync(at + "/kit/publish", ("draft", "3"), ("note", "Titre."));
        Assert.Contains("Autrement dit", await house.Client.ReadAsync(page), StringComparison.Ordinal);
        Assert.Contains("Ce qui s'arrête", await house.Client.ReadAsync(page + "?version=1"), StringComparison.Ordinal);
        Assert.Contains("version=1", await house.Client.ReadAsync(at + "/kit?version=1"), StringComparison.Ordinal);
        Assert.Equal(404, await house.Client.StatusAsync(at + "/kit?version=3"));
        await ada.SendAsync(page + "/withdraw");
        Assert.Equal(404, await ada.StatusAsync(page));
        await ada.SendAsync(page + "/restore");
        Assert.Equal(200, await ada.StatusAsync(page));
    }

    [Fact]
    public async Task A_sheet_without_a_source_comes_back_as_typed_with_its_rows()
    {
        var (ada, at) = await BegunAsync();
        (string, string)[] rows = [("kind", "actions"), ("title", "Dix minutes"), ("time", "after"), ("a-words", "Ouvrir"), ("a-by", "Permanence"), ("a-from", ""), ("a-card", ""), ("a-words", "Afficher"), ("a-by", "Secrétariat"), ("a-from", ""), ("a-card", "")];
        var (to, html) = await ada.SendAsync(at + "/kit/new", [.. rows, ("back", at + "/kit/new?kind=actions"), ("do", "save")]);
        Assert.Equal(at + "/kit/new?kind=actions", to);
        Assert.Contains("sans appui", html, StringComparison.Ordinal);
        foreach (var kept in new[] { "value=\"Dix minutes\"", "value=\"Ouvrir\"", "value=\"Secrétariat\"", "value=\"after\" selected" }) Assert.Contains(kept, html, StringComparison.Ordinal);
        (_, html) = await ada.SendAsync(at + "/kit/new", [.. rows, ("pack", "seine-maritime"), ("do", "find")]);
        foreach (var kept in new[] { "value=\"Ouvrir\"", "value=\"Afficher\"", "value=\"seine-maritime/" }) Assert.Contains(kept, html, StringComparison.Ordinal);
        var card = CardBox().Match(html).Groups[1].Value;
        await ada.SendAsync(at + "/kit/new", [.. rows, ("card", card), ("estimate", "on"), ("do", "save")]);
        var content = Assert.IsType<ActionsContent>(Assert.Single((await house.ExpeditionAsync(at)).Kit.All).Sheet.Content);
        Assert.Equal(3, content.Actions.Length);
        Assert.Equal(card, content.Actions[2].Card);
    }

    [Fact]
    public async Task A_recommendation_that_is_taken_up_brings_what_says_so()
    {
        var (ada, at) = await BegunAsync();
        var source = new SourceEvidence("Rapport", "https://exemple.fr/", "");
        await house.AskAsync(at, new WriteRecommendation(new("r1"), new("Imprimer la liste", "", [ActorKind.Commune], [], [source], new("", "Ville"), null)));
        await house.AskAsync(at, new AdoptRecommendation(new("r1"), DateTimeOffset.UtcNow.AddDays(-2)));
        Assert.Contains("Imprimer la liste", await ada.ReadAsync(at + "/kit/new?kind=actions"), StringComparison.Ordinal);
        var (page, html) = await ada.SendAsync(at + "/kit/new", ("kind", "actions"), ("title", "À faire"), ("time", "before"), ("pick", "r1"), ("do", "save"));
        Assert.Contains($"href=\"{at}/recommendations/r1\"", html, StringComparison.Ordinal);
        Assert.Contains("https://exemple.fr/", await ada.ReadAsync(page), StringComparison.Ordinal);
        var sheet = Assert.Single((await house.ExpeditionAsync(at)).Kit.All).Sheet;
        Assert.Equal(new KitAction("Imprimer la liste", "Ville", new("r1"), ""), Assert.Single(((ActionsContent)sheet.Content).Actions));
        Assert.Equal(source, Assert.Single(sheet.Evidence));
    }

    [Fact]
    public async Task Who_has_no_part_changes_nothing_and_a_member_does_not_publish()
    {
        var (ada, at) = await BegunAsync();
        var (page, _) = await ada.SendAsync(at + "/kit/new", Text);
        using var zoe = await house.FacilitatorAsync("Zoé " + Guid.NewGuid().ToString("n")[..8]);
        foreach (var client in new[] { zoe, house.Client })
            foreach (var form in new[] { "/kit/cover", "/kit/new", "/kit/publish" }.Select(f => at + f).Concat(new[] { "/edit", "/move", "/withdraw", "/restore" }.Select(f => page + f)))
                Assert.Equal("403", (await client.SendAsync(form, [.. Text, ("draft", "2")])).To);
        Assert.Equal(403, await zoe.StatusAsync(page + "/edit"));
        Assert.Equal(303, await house.Client.StatusAsync(at + "/kit/new"));
        var bo = "Bo " + Guid.NewGuid().ToString("n")[..8];
        using var member = await house.FacilitatorAsync(bo);
        await house.AskAsync(at, new GivePart(bo, Standing.Member));
        Assert.Equal("403", (await member.SendAsync(at + "/kit/publish", ("draft", "2"))).To);
        Assert.Empty((await house.ExpeditionAsync(at)).Kit.Versions);
    }

    [Fact]
    public async Task Of_a_private_expedition_nobody_else_sees_a_kit()
    {
        var (ada, at) = await BegunAsync(isPublic: false);
        var (page, _) = await ada.SendAsync(at + "/kit/new", Text);
        await ada.SendAsync(at + "/kit/publish", ("draft", "2"));
        using var zoe = await house.FacilitatorAsync("Zoé " + Guid.NewGuid().ToString("n")[..8]);
        foreach (var address in new[] { "/kit", "/kit?version=1", "/kit/booklet", "/kit/poster", "/kit/card", "/kit/sources", "/kit/site.zip", "/kit/new", "/kit/cover" }.Select(a => at + a).Append(page))
        {
            Assert.Equal(404, await house.Client.StatusAsync(address));
            Assert.Equal(404, await zoe.StatusAsync(address));
        }
        Assert.Equal(200, await ada.StatusAsync(at + "/kit/site.zip"));
    }

    [Fact]
    public async Task The_website_is_whole_in_its_folder_and_asks_nothing_of_the_network()
    {
        var state = FolderExpedition.Read(DataFolder.Example!, DateTimeOffset.UtcNow)!;
        var folder = Directory.CreateTempSubdirectory("kit-").FullName;
        try
        {
            await KitSite.WriteAsync(state, state.Kit.Published!, folder);
            AssertWhole(folder, state.Kit.Published!.Leaves.Length + 7);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    [Fact]
    public async Task The_folder_has_a_map_of_the_territory_that_the_cover_names_with_each_sheet_where_its_device_is()
    {
        var state = FolderExpedition.Read(DataFolder.Example!, DateTimeOffset.UtcNow)!;
        var kit = state.Kit.Published!;
        var land = KitLand.Of(state, kit, Packs)!;
        Assert.Equal("seine-maritime", land.Id);
        var mark = Assert.Single(KitLand.Marks(state, kit, land)); // what is in the Hérault is not placed here
        Assert.Equal(("Rouen", "alerte-par-sms"), (mark.Place, Assert.Single(mark.Leaves).Id.Value));
        var folder = Directory.CreateTempSubdirectory("kit-").FullName;
        try
        {
            await KitSite.WriteAsync(state, kit, folder, land);
            AssertWhole(folder, kit.Leaves.Length + 8);
            var map = await File.ReadAllTextAsync(Path.Combine(folder, "map.html"));
            foreach (var told in new[] { "class=\"land\"", "class=\"water\"", "Elbeuf", ">4</text>", "Fiche 4", "sheet-alerte-par-sms.html", ": Seine-Maritime" }) Assert.Contains(told, map, StringComparison.Ordinal);
            Assert.InRange(map.Length, 1_000, 20_000);
            Assert.Contains("href=\"map.html\"", await File.ReadAllTextAsync(Path.Combine(folder, "index.html")), StringComparison.Ordinal);
            Assert.Contains("class=\"land\"", await File.ReadAllTextAsync(Path.Combine(folder, "booklet.html")), StringComparison.Ordinal);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    [Theory]
    [InlineData("seine maritime", "", false)]
    [InlineData("En SEINE-MARITIME", "", true)]
    [InlineData("Basse-Seine-Maritime", "", false)]
    [InlineData("", "seine-maritime/lamp", true)]
    [InlineData("Randa", "elsewhere/lamp", false)]
    public void The_map_is_of_the_territory_that_is_named_or_whose_actions_are_taken_up_and_of_no_other(string cover, string card, bool drawn)
    {
        var leaf = new KitLeaf(new("k1"), new("Dix minutes", CrisisTime.During, "", new ActionsContent([new("Allumer", "", null, card)]), [], Estimate: true), DateTimeOffset.UnixEpoch, Withdrawn: false);
        Assert.Equal(drawn, KitLand.Of(Expedition.Initial, new(1, 1, new("Kit", cover, "", "", ""), [leaf], "", DateTimeOffset.UnixEpoch), Packs) is not null);
    }

    [Fact]
    public async Task On_paper_a_sheet_is_found_by_its_number_which_contents_and_head_and_poster_bear()
    {
        var (ada, at) = await BegunAsync();
        foreach (var title in new[] { "Une", "Deux", "Trois" }) await ada.SendAsync(at + "/kit/new", [.. Text.Where(f => f.Item1 != "title"), ("title", title)]);
        await ada.SendAsync(at + "/kit/publish", ("draft", "4"));
        var booklet = await house.Client.ReadAsync(at + "/kit/booklet");
        var poster = await house.Client.ReadAsync(at + "/kit/poster");
        foreach (var (title, n) in new[] { ("Une", 1), ("Deux", 2), ("Trois", 3) })
        {
            Assert.Matches($"<li><b[^>]*>Fiche {n}</b> <a href=\"#k{n}\">{title}</a>", booklet);
            Assert.Matches($"<article id=\"k{n}\"><h3[^>]*><b>Fiche {n}</b> {title}", booklet);
            Assert.Contains($"<b>{n}. {title}", poster, StringComparison.Ordinal);
        }
        var leaf = (await house.ExpeditionAsync(at)).Kit.InOrder[1];
        Assert.Contains("Fiche 2 ·", await house.Client.ReadAsync($"{at}/kit/sheets/{leaf.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_archive_holds_the_same_website_in_one_folder()
    {
        var (ada, at) = await BegunAsync();
        await ada.SendAsync(at + "/kit/new", Text);
        await ada.SendAsync(at + "/kit/publish", ("draft", "2"));
        var answer = await house.Client.GetAsync(at + "/kit/site.zip");
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        var folder = Directory.CreateTempSubdirectory("kit-").FullName;
        try
        {
            using (var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync())) zip.ExtractToDirectory(folder);
            AssertWhole(Assert.Single(Directory.GetDirectories(folder)), 8);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    [Fact]
    public void The_example_ships_a_kit_of_every_kind_with_sources_or_the_mark()
    {
        var kit = FolderExpedition.Read(DataFolder.Example!, DateTimeOffset.UtcNow)!.Kit;
        Assert.Equal(1, Assert.Single(kit.Versions).Number);
        Assert.Equal(13, kit.Published!.Leaves.Length);
        Assert.Equal(6, kit.Published.Leaves.Select(l => KitReading.KindOf(l.Sheet.Content)).Distinct().Count());
        Assert.Equal(3, kit.Published.Leaves.Select(l => l.Sheet.Time).Distinct().Count());
        Assert.All(kit.Published.Leaves, l => Assert.True(l.Sheet.Estimate || !l.Sheet.Evidence.IsEmpty, l.Sheet.Title));
    }

    /// <summary>Every file is there, every link leads to one of them or to the web by a click, nothing is loaded from elsewhere, nothing needs a script.</summary>
    private static void AssertWhole(string folder, int files)
    {
        Assert.Equal(files, Directory.GetFiles(folder).Length);
        Assert.Empty(Directory.GetDirectories(folder));
        foreach (var file in Directory.GetFiles(folder, "*.html"))
        {
            var html = File.ReadAllText(file);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            foreach (Match tag in Loading().Matches(html)) Assert.True(tag.Groups[1].Value.StartsWith("data:", StringComparison.Ordinal) || tag.Groups[1].Value == KitSite.Css, $"{file}: {tag.Value}");
            foreach (Match link in Link().Matches(html))
            {
                var to = System.Net.WebUtility.HtmlDecode(link.Groups[1].Value);
                if (to.StartsWith("https://", StringComparison.Ordinal) || to.StartsWith("http://", StringComparison.Ordinal)) continue;
                var (page, anchor) = to.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? (to[..hash], to[(hash + 1)..]) : (to, "");
                var target = page.Length == 0 ? file : Path.Combine(folder, page);
                Assert.True(!page.Contains('/', StringComparison.Ordinal) && File.Exists(target), $"{file}: {to}");
                if (anchor.Length > 0) Assert.Contains($"id=\"{anchor}\"", File.ReadAllText(target), StringComparison.Ordinal);
            }
        }
        var css = File.ReadAllText(Path.Combine(folder, KitSite.Css));
        Assert.DoesNotContain("http", css, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", css, StringComparison.Ordinal);
    }

    private static InstalledPacks Packs => new(new DataFolder(new DirectoryInfo(Path.GetTempPath())).Packs);

    private async Task<(HttpClient Ada, string At)> BegunAsync(bool isPublic = true)
    {
        var (ada, _, at) = await house.CampAsync(isPublic);
        Assert.Equal(at + "/kit", (await ada.SendAsync(at + "/kit/cover", Cover)).To);
        return (ada, at);
    }

    [GeneratedRegex("<a [^>]*href=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<(?:link|img|source|iframe|object|embed|video|audio|use)[^>]*? (?:href|src|data)=\"([^\"]*)\"")]
    private static partial Regex Loading();

    [GeneratedRegex("name=\"card\" value=\"(seine-maritime/[^\"]+)\"")]
    private static partial Regex CardBox();
}
