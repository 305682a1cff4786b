using System.IO.Compression;
using TousRisques.Domain.Expeditions.Futures;
using TousRisques.Formats.Packs;
using TousRisques.Web.Futures;
using TousRisques.Web.Tests.Explorer;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests.Agir;

/// <summary>The scenario workshop on its pages: from a box to a draft pack that can be played.</summary>
public sealed class ScenarioTests(House house) : IClassFixture<House>
{
    private const string Drivers = "La Seine : ordinaire | noie le poste [great-seine-flood]\nL’hôpital : tient | saturé par la fièvre [pandemic]\nLe cuivre : gardé | éteint";

    private static readonly (string, string)[] Drawn = [("title", "La vallée en 2035"), ("question", "Que devient l’alerte ?"), ("territory", "seine-maritime"), ("drivers", Drivers)];

    [Fact]
    public async Task From_a_box_to_a_draft_that_is_installed_and_can_be_opened()
    {
        var (ada, _, at) = await house.CampAsync();
        var box = (await ada.SendAsync(at + "/scenarios/new", Drawn)).To;
        Assert.Contains("Personne n’a encore jugé", await ada.ReadAsync(box), StringComparison.Ordinal);
        // High water and fever promote each other; without judgements on it, copper is free.
        await JudgeAsync(ada, box, "La Seine", "L’hôpital", [("ordinaire", "tient", 2), ("noie le poste", "saturé par la fièvre", 3)]);
        await JudgeAsync(ada, box, "L’hôpital", "La Seine", [("tient", "ordinaire", 2), ("saturé par la fièvre", "noie le poste", 3)]);
        var html = await UntilAsync(ada, box, "4 combinaisons cohérentes, sur 8 possibles");
        Assert.Contains("recherche exacte", html, StringComparison.Ordinal);
        Assert.Contains("révèle", html, StringComparison.Ordinal);
        // The most revealing first: the two crises that meet.
        Assert.True(html.IndexOf("saturé par la fièvre</span>", html.IndexOf("ag-holding", StringComparison.Ordinal), StringComparison.Ordinal) < html.IndexOf("ordinaire</span>", html.IndexOf("ag-holding", StringComparison.Ordinal), StringComparison.Ordinal));

        var future = (await ada.SendAsync(box + "/futures", ("driver", "La Seine"), ("state", "noie le poste"), ("driver", "L’hôpital"), ("state", "saturé par la fièvre"), ("driver", "Le cuivre"), ("state", "éteint"), ("title", "L’eau et la fièvre"))).To;
        await ada.SendAsync(future, ("title", "L’eau et la fièvre"), ("narrative", "L’eau **monte**.\n\nPuis la fièvre."));
        html = await house.Client.ReadAsync(future);
        foreach (var told in new[] { "<strong>monte</strong>", "noie le poste", "draft.zip", "de fonctions perdues" }) Assert.Contains(told, html, StringComparison.Ordinal);

        using var zip = new ZipArchive(new MemoryStream(await house.Client.GetByteArrayAsync(new Uri(future + "/draft.zip", UriKind.Relative))));
        var id = zip.Entries[0].FullName.Split('/')[0];
        var files = new PackFiles(zip.Entries.Select(e => { using var reader = new StreamReader(e.Open()); return new PackFile(e.Name, reader.ReadToEnd()); }));
        var reading = PackReader.Read(files);
        Assert.Empty(reading.Findings);
        Assert.Equal(2, reading.Pack!.Scenario.Acts.Length);

        // Only who leads may install; it is there once; then a workshop is opened on it.
        Assert.Equal("403", (await house.Client.SendAsync(future + "/install")).To);
        Assert.Equal("/animate", (await ada.SendAsync(future + "/install")).To);
        Assert.Equal("409", (await ada.SendAsync(future + "/install")).To);
        Assert.Equal(200, await ada.StatusAsync("/print/" + id));
        Assert.Contains("L’eau et la fièvre", await ada.ReadAsync("/animate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_box_that_cannot_be_drawn_comes_back_as_typed()
    {
        var (ada, _, at) = await house.CampAsync();
        var (to, html) = await ada.SendAsync(at + "/scenarios/new", ("title", "Vallée"), ("drivers", "Eau : haute\nCourant : tient | tombe"));
        Assert.Equal(at + "/scenarios/new", to);
        foreach (var kept in new[] { "Eau : haute", "Courant : tient | tombe", "value=\"Vallée\"", "deux états par facteur" }) Assert.Contains(kept, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_judge_sees_of_others_comes_after_their_own()
    {
        var (ada, _, at) = await house.CampAsync();
        var box = (await ada.SendAsync(at + "/scenarios/new", Drawn)).To;
        var block = box + "/judge?source=0&target=1";
        Assert.DoesNotContain("groupe\u00a0:", await ada.ReadAsync(block), StringComparison.Ordinal);
        await JudgeAsync(ada, box, "La Seine", "L’hôpital", [("noie le poste", "saturé par la fièvre", 3)]);
        Assert.Contains("groupe\u00a0: +3", await ada.ReadAsync(block), StringComparison.Ordinal);
        Assert.Contains("Vous en avez jugé 1 sur 6", await ada.ReadAsync(box), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visitors_and_strangers_read_a_public_box_and_change_nothing_and_know_nothing_of_a_private_one()
    {
        var (ada, _, at) = await house.CampAsync();
        var box = (await ada.SendAsync(at + "/scenarios/new", Drawn)).To;
        using var zoe = await house.FacilitatorAsync("Zoé " + Guid.NewGuid().ToString("n")[..8]);
        foreach (var client in new[] { zoe, house.Client })
        {
            Assert.Equal(200, await client.StatusAsync(box));
            foreach (var form in new[] { "/edit", "/away", "/futures" }) Assert.Equal("403", (await client.SendAsync(box + form, [.. Drawn, ("away", "true"), ("driver", "La Seine"), ("state", "ordinaire"), ("driver", "L’hôpital"), ("state", "tient"), ("driver", "Le cuivre"), ("state", "gardé")])).To);
            Assert.Equal("403", (await client.SendAsync(at + "/scenarios/new", Drawn)).To);
        }
        var (eva, _, secret) = await house.CampAsync(isPublic: false);
        var hidden = (await eva.SendAsync(secret + "/scenarios/new", Drawn)).To;
        foreach (var client in new[] { zoe, house.Client }) Assert.Equal(404, await client.StatusAsync(hidden));
    }

    [Fact]
    public async Task The_bench_gives_a_draft_of_its_most_revealing_meeting()
    {
        using var zip = new ZipArchive(new MemoryStream(await house.Client.GetByteArrayAsync(new Uri("/stress/seine-maritime/draft.zip?h=shared-it-ransomware@0&h=great-seine-flood@6h&h=pandemic@12h", UriKind.Relative))));
        var reading = PackReader.Read(new PackFiles(zip.Entries.Select(e => { using var reader = new StreamReader(e.Open()); return new PackFile(e.Name, reader.ReadToEnd()); })));
        Assert.Empty(reading.Findings);
        Assert.Equal(["shared-it-ransomware", "great-seine-flood", "pandemic"], reading.Pack!.Scenario.Acts.Select(a => a.Id.Value));
        Assert.Equal(404, await house.Client.StatusAsync("/stress/seine-maritime/draft.zip"));
    }

    [Fact]
    public void What_is_written_of_drivers_is_read_back()
    {
        var read = BoxText.Read(Drivers + "\nSans états\n\n  Vent:fort [a, b]|faible  ");
        Assert.Equal(["La Seine", "L’hôpital", "Le cuivre", "Sans états", "Vent"], read.Select(d => d.Label));
        Assert.Equal(new DriverState("fort", ["a", "b"]), read[4].States[0]);
        Assert.Equal(read.AsEnumerable(), BoxText.Read(BoxText.Write(read)));
    }

    /// <summary>The page, once what it computes is there.</summary>
    private static async Task<string> UntilAsync(HttpClient who, string page, string told)
    {
        for (var tries = 0; ; tries++)
        {
            var html = await who.ReadAsync(page);
            if (html.Contains(told, StringComparison.Ordinal)) return html;
            if (tries == 100) Assert.Fail($"{told} did not come:\n{html}");
            await Task.Delay(300);
        }
    }

    private static async Task JudgeAsync(HttpClient who, string box, string source, string target, (string From, string To, int Points)[] impacts) =>
        await who.SendAsync(box + "/judge", [("source", source), ("target", target), .. impacts.SelectMany(i => new[] { ("from", i.From), ("to", i.To), ("points", i.Points.ToString(System.Globalization.CultureInfo.InvariantCulture)) })]);
}
