using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Words;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Tests.Hosting;
using TousRisques.Web.Tests.Pages;
using TousRisques.Web.Tests.Stress;

namespace TousRisques.Web.Tests.Explorer;

/// <summary>A house with a small territory, and its people: Ada leads, Mo moderates, Bo is a member.</summary>
public sealed class DeviceHouse : IAsyncLifetime
{
    private int opened;

    public House House { get; } = new() { Stress = new(Draws: 500, LeverDraws: 100) };
    public HttpClient Ada { get; private set; } = null!;
    public HttpClient Mo { get; private set; } = null!;
    public HttpClient Bo { get; private set; } = null!;
    public HttpClient Visitor { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        BenchPack.WriteTo(Path.Combine(House.Folder, "scenarios"));
        await House.InitializeAsync();
        (Ada, Mo, Bo, Visitor) = (await House.FacilitatorAsync("Ada"), await House.FacilitatorAsync("Mo"), await House.FacilitatorAsync("Bo"), House.NewClient(cookies: true));
    }

    /// <summary>A new expedition: its address.</summary>
    public async Task<string> OpenAsync(bool isPublic = true)
    {
        var at = await Ada.OpenExpeditionAsync($"Catalogue {Interlocked.Increment(ref opened)}", isPublic);
        await DoAsync(at, new Domain.Expeditions.Charters.GivePart("Mo", Standing.Moderator), "Ada");
        await DoAsync(at, new Domain.Expeditions.Charters.GivePart("Bo", Standing.Member), "Ada");
        return at;
    }

    /// <summary>Gives a command in somebody's name.</summary>
    public async Task DoAsync(string at, ExpeditionCommand command, string account)
    {
        var submission = await House.Services.GetRequiredService<IExpeditionDesk>()
            .SubmitAsync(new(at.Split('/')[2]), new(Draws.Command(), account.Length == 0 ? new PasserBy() : new AccountHolder(account), DateTimeOffset.UtcNow, command));
        Assert.Null(submission.Refusal);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in new[] { Ada, Mo, Bo, Visitor }) client.Dispose();
        await House.DisposeAsync();
    }
}

/// <summary>The catalogue of innovative devices, over real sockets.</summary>
public sealed partial class DeviceTests(DeviceHouse camp) : IClassFixture<DeviceHouse>
{
    private static readonly (string, string)[] Siren =
    [
        ("name", "Sirène à manivelle"), ("does", "Alerte un hameau."), ("for", "residents"), ("for", "authorities"), ("theme", "capacity"), ("time", "during"), ("hazard", "flood"), ("maturity", "tried"),
        ("scale", "territorial"), ("cost-order", "hundreds"), ("cost", "400 € pièce"), ("place", "Elbeuf"), ("latitude", "49,2867"), ("longitude", "1.0029"), ("link", "https://exemple.fr/sirene"),
        ("depends-on", "volunteers"), ("depends-on-more", "une clé"), ("without-power", "Tout"), ("without-network", "Tout"), ("without-staff", "Rien"), ("source", "Essai"),
    ];

    [Fact]
    public async Task A_visitor_declares_a_moderator_accepts_and_everybody_reads()
    {
        var at = await camp.OpenAsync();
        Assert.Contains("name=\"does\"", await camp.Visitor.ReadAsync(at + "/devices/declare"), StringComparison.Ordinal);
        var (to, html) = await camp.Visitor.SendAsync(at + "/devices/declare", Siren);
        Assert.Equal(at + "/devices/declare?sent", to);
        Assert.Contains("Merci", html, StringComparison.Ordinal);
        var device = Assert.Single((await camp.House.ExpeditionAsync(at)).Catalogue.Pending);
        Assert.Equal([new DevicePlace("Elbeuf", 49.2867, 1.0029)], device.Sheet.Places);
        Assert.Equal(404, await camp.Visitor.StatusAsync($"{at}/devices/{device.Id}"));
        Assert.DoesNotContain("Sirène", await camp.Visitor.ReadAsync(at + "/devices"), StringComparison.Ordinal);
        Assert.Contains("Sirène", await camp.Mo.ReadAsync(at + "/devices/pending"), StringComparison.Ordinal);

        (to, _) = await camp.Mo.SendAsync(at + "/devices/decide", ("device", device.Id.Value), ("decision", "accept"));
        Assert.Equal(at + "/devices/pending", to);
        var card = await camp.Visitor.ReadAsync($"{at}/devices/{device.Id}");
        foreach (var said in new[] { "Sirène à manivelle", "Alerte un hameau.", "Habitants", "Capacitation", "inondation", "essayé sur le terrain", "400 € pièce", "Elbeuf", "bénévoles", "une clé", "Rien", "Essai", "n’en dépend pas" })
            Assert.Contains(said, card, StringComparison.Ordinal);
        Assert.Contains("rel=\"nofollow ugc noopener noreferrer\"", card, StringComparison.Ordinal);
        Assert.DoesNotContain("/edit\"", card, StringComparison.Ordinal);
        Assert.Contains("Sirène", await camp.Visitor.ReadAsync(at + "/devices?hazard=flood&without=power"), StringComparison.Ordinal);
        Assert.DoesNotContain("Sirène", await camp.Visitor.ReadAsync(at + "/devices?without=network&hazard=cyber"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("does", "")]
    [InlineData("latitude", "nord")]
    [InlineData("longitude", "")]
    [InlineData("link", "javascript:alert(1)")]
    [InlineData("depends-on", "nothing")] // along with volunteers
    public async Task What_is_wrong_comes_back_with_all_that_was_typed(string field, string typed)
    {
        var at = await camp.OpenAsync();
        var (to, html) = await camp.Visitor.SendAsync(at + "/devices/declare", [.. Siren.Where(f => f.Item1 != field || field == "depends-on"), (field, typed)]);
        Assert.Equal(at + "/devices/declare", to);
        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        foreach (var (name, value) in Siren.Where(f => f.Item1 != field))
            Assert.True(html.Contains($"value=\"{value}\" checked", StringComparison.Ordinal) || html.Contains($"value=\"{value}\" selected", StringComparison.Ordinal)
                || html.Contains($"name=\"{name}\" value=\"{value}\"", StringComparison.Ordinal) || html.Contains($"value=\"{value}\" maxlength", StringComparison.Ordinal) || html.Contains($">{value}</textarea>", StringComparison.Ordinal), $"{name}={value} is lost");
        Assert.Empty((await camp.House.ExpeditionAsync(at)).Catalogue.All);
    }

    [Fact]
    public async Task A_member_adds_at_once_edits_and_takes_back_and_each_change_is_told()
    {
        var at = await camp.OpenAsync();
        var (to, _) = await camp.Bo.SendAsync(at + "/devices/declare", Siren);
        var id = to.Split('/')[^1];
        Assert.Equal(DeviceStatus.Accepted, (await camp.House.ExpeditionAsync(at)).Catalogue.Find(new(id))!.Status);
        Assert.Contains("value=\"400 € pièce\"", await camp.Bo.ReadAsync($"{to}/edit"), StringComparison.Ordinal);
        var (_, html) = await camp.Bo.SendAsync($"{to}/edit", [.. Siren.Where(f => f.Item1 != "cost"), ("cost", "450 €")]);
        Assert.Contains("450 €", html, StringComparison.Ordinal);
        Assert.Contains("Modifié le", html, StringComparison.Ordinal);
        (_, html) = await camp.Bo.SendAsync($"{to}/undo", ("change", "1"));
        Assert.Contains("400 € pièce", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Modifié le", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_does_what_is_theirs_to_do()
    {
        var at = await camp.OpenAsync();
        await camp.DoAsync(at, new DeclareDevice(new("waiting-1"), DeviceSheet.Of("Radio", "Relaie.")), "");
        using var stranger = await camp.House.FacilitatorAsync("Zoe" + at[^1]);
        foreach (var client in new[] { camp.Visitor, stranger })
        {
            Assert.NotEqual(200, await client.StatusAsync(at + "/devices/pending"));
            Assert.NotEqual(200, await client.StatusAsync(at + "/devices/import"));
            Assert.NotEqual(200, await client.StatusAsync(at + "/devices/waiting-1/edit"));
            Assert.Equal("403", (await client.SendAsync(at + "/devices/waiting-1/edit", Siren)).To);
            Assert.Equal("403", (await client.SendAsync(at + "/devices/waiting-1/undo", ("change", "0"))).To);
            Assert.Equal("403", (await client.SendAsync(at + "/devices/import", ("text", "nom;ce que ça fait\na;b"))).To);
        }
        foreach (var client in new[] { camp.Visitor, stranger, camp.Bo })
            Assert.Equal("403", (await client.SendAsync(at + "/devices/decide", ("device", "waiting-1"), ("decision", "accept"))).To);
        Assert.DoesNotContain("/decide", await camp.Bo.ReadAsync(at + "/devices/pending"), StringComparison.Ordinal);
        Assert.Equal(DeviceStatus.Pending, (await camp.House.ExpeditionAsync(at)).Catalogue.Find(new("waiting-1"))!.Status);
    }

    [Fact]
    public async Task A_private_expeditions_catalogue_is_not_there_for_others()
    {
        var at = await camp.OpenAsync(isPublic: false);
        await camp.DoAsync(at, new AddDevice(new("private-1"), DeviceSheet.Of("Radio", "Relaie.")), "Bo");
        foreach (var page in new[] { "/devices", "/devices/map", "/devices/declare", "/devices/private-1", "/devices.csv", "/devices.json" })
        {
            Assert.Equal(404, await camp.Visitor.StatusAsync(at + page));
            Assert.Equal(200, await camp.Bo.StatusAsync(at + page));
        }
        Assert.Equal("404", (await camp.Visitor.SendAsync(at + "/devices/declare", Siren)).To);
    }

    [Fact]
    public async Task Refusing_wants_a_reason_takes_several_and_can_be_taken_back()
    {
        var at = await camp.OpenAsync();
        foreach (var id in new[] { "waiting-1", "waiting-2" }) await camp.DoAsync(at, new DeclareDevice(new(id), DeviceSheet.Of("Poste de radio du hameau " + id[^1], "Relaie.")), "");
        var (_, html) = await camp.Mo.SendAsync(at + "/devices/decide", ("device", "waiting-1"), ("device", "waiting-2"), ("decision", "refuse"), ("reason", " "));
        Assert.Contains("Dites pourquoi", html, StringComparison.Ordinal);
        await camp.Mo.SendAsync(at + "/devices/decide", ("device", "waiting-1"), ("device", "waiting-2"), ("decision", "refuse"), ("reason", "Publicité"));
        Assert.Empty((await camp.House.ExpeditionAsync(at)).Catalogue.Waiting);
        html = await camp.Mo.ReadAsync(at + "/devices/pending?show=refused");
        Assert.Contains("Publicité", html, StringComparison.Ordinal);
        await camp.Mo.SendAsync(at + "/devices/waiting-1/undo", ("change", "1"));
        Assert.Single((await camp.House.ExpeditionAsync(at)).Catalogue.Waiting);
    }

    [Fact]
    public async Task Moderators_see_what_is_called_nearly_the_same()
    {
        var at = await camp.OpenAsync();
        await camp.DoAsync(at, new AddDevice(new("known-001"), DeviceSheet.Of("Sirène à manivelle", "Alerte.")), "Bo");
        await camp.DoAsync(at, new DeclareDevice(new("waiting-1"), DeviceSheet.Of("SIRENE A MANIVELLE !", "Prévient.")), "");
        Assert.Contains($"href=\"{at}/devices/known-001\"", await camp.Mo.ReadAsync(at + "/devices/pending"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_that_fills_in_every_field_is_thanked_and_forgotten()
    {
        var at = await camp.OpenAsync();
        Assert.Equal(at + "/devices/declare?sent", (await camp.Visitor.SendAsync(at + "/devices/declare", [.. Siren, ("company", "ACME")])).To);
        Assert.Empty((await camp.House.ExpeditionAsync(at)).Catalogue.All);
    }

    [Fact]
    public async Task Whoever_declares_may_leave_an_address_that_moderators_alone_see_and_erase()
    {
        var at = await camp.OpenAsync();
        var (_, html) = await camp.Visitor.SendAsync(at + "/devices/declare", [.. Siren, ("contact-name", "Lou Martin"), ("contact-mail", "pas une adresse")]);
        Assert.Contains("courriel", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Lou Martin\"", html, StringComparison.Ordinal);
        (string, string)[] form = [.. Siren, ("contact-name", "Lou Martin"), ("contact-mail", "lou@exemple.fr"), ("id", "declarer-" + at[^1])];
        for (var i = 0; i < 2; i++) await camp.Visitor.SendAsync(at + "/devices/declare", form);
        var contacts = camp.House.Services.GetRequiredService<Web.Contacts.IContacts>();
        var device = Assert.Single((await camp.House.ExpeditionAsync(at)).Catalogue.Pending);
        Assert.Equal(device.Id.Value, Assert.Single(contacts.List(new(at.Split('/')[2]))).Id.Value);
        Assert.Contains("lou@exemple.fr", await camp.Mo.ReadAsync(at + "/devices/pending"), StringComparison.Ordinal);
        Assert.DoesNotContain("lou@exemple.fr", await camp.Bo.ReadAsync(at + "/devices/pending"), StringComparison.Ordinal);
        await camp.DoAsync(at, new AcceptDevices([device.Id]), "Mo");
        Assert.DoesNotContain("Lou", await camp.Visitor.ReadAsync($"{at}/devices/{device.Id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Lou", await (await camp.Visitor.GetAsync(at + "/devices.json")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("403", (await camp.Bo.SendAsync($"{at}/devices/{device.Id}/forget")).To);
        (_, html) = await camp.Mo.SendAsync($"{at}/devices/{device.Id}/forget");
        Assert.DoesNotContain("Lou", html, StringComparison.Ordinal);
        Assert.Empty(contacts.List(new(at.Split('/')[2])));
    }

    [Fact]
    public async Task Devices_are_found_by_the_expeditions_search_and_declarations_are_told_to_moderators()
    {
        var at = await camp.OpenAsync();
        await camp.DoAsync(at, new AddDevice(new("known-001"), DeviceSheet.Of("Sirènes à manivelle", "Alerte.")), "Bo");
        await camp.DoAsync(at, new DeclareDevice(new("waiting-1"), DeviceSheet.Of("Sirène secrète", "Attend.")), "");
        var html = await camp.Visitor.ReadAsync(at + "/search?q=sirene");
        Assert.Contains("/devices/known-001", html, StringComparison.Ordinal);
        Assert.DoesNotContain("waiting-1", html, StringComparison.Ordinal);
        Assert.Contains("/devices/pending", await camp.Mo.ReadAsync(at + "/notices"), StringComparison.Ordinal);
        Assert.DoesNotContain("/devices/pending", await camp.Bo.ReadAsync(at + "/notices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_declaration_sent_twice_waits_once()
    {
        var at = await camp.OpenAsync();
        (string, string)[] form = [.. Siren, ("id", "twice-" + at[^1])];
        Assert.Equal((await camp.Visitor.SendAsync(at + "/devices/declare", form)).To, (await camp.Visitor.SendAsync(at + "/devices/declare", form)).To);
        Assert.Single((await camp.House.ExpeditionAsync(at)).Catalogue.All);
    }

    [Fact]
    public async Task A_file_is_looked_at_first_and_taken_in_at_a_button_and_comes_back_the_same()
    {
        var at = await camp.OpenAsync();
        var (status, html) = await UploadAsync(camp.Bo, at, "nom;ce que ça fait;aléas\nRadio;Relaie;crue\n;Note;inondation\n");
        Assert.Equal(200, status);
        Assert.Contains("crue", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/devices/import/", html, StringComparison.Ordinal);
        (_, html) = await UploadAsync(camp.Bo, at, "nom;ce que ça fait;aléas\nRadio;Relaie;inondation\nCarnet;Note;\n");
        Assert.Empty((await camp.House.ExpeditionAsync(at)).Catalogue.All);
        var draft = DraftLink().Match(html).Groups[1].Value;
        Assert.Equal(at + "/devices/import", (await camp.Mo.SendAsync(draft)).To); // somebody else's
        for (var i = 0; i < 2; i++) Assert.Equal(at + "/devices?order=new", (await camp.Bo.SendAsync(draft)).To);
        Assert.Equal(["Carnet", "Radio"], (await camp.House.ExpeditionAsync(at)).Catalogue.All.Values.Select(d => d.Sheet.Name).Order());

        await camp.DoAsync(at, new DeclareDevice(new("waiting-1"), DeviceSheet.Of("Secret", "Attend.")), "");
        foreach (var file in new[] { "devices.csv", "devices.json", "devices.csv?lang=en" })
        {
            var text = await (await camp.Visitor.GetAsync($"{at}/{file}")).Content.ReadAsStringAsync();
            Assert.DoesNotContain("Secret", text, StringComparison.Ordinal);
            (_, html) = await UploadAsync(camp.Bo, at, text);
            Assert.Contains("2 fiches déjà identiques", html.Replace("2 cards that are the same already", "2 fiches déjà identiques", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("/devices/import/", html, StringComparison.Ordinal);
        }
        await camp.Visitor.GetAsync(at + "/devices?lang=fr");
    }

    [Fact]
    public async Task A_device_goes_to_the_bench_which_says_what_it_would_change()
    {
        var at = await camp.OpenAsync();
        await camp.DoAsync(at, new AddDevice(new("siren-001"), DeviceSheet.Of("Sirène <b>à manivelle</b>", "Alerte.") with { DependsOn = [Dependence.Radio] }), "Bo");
        Assert.Contains("territory=small", await camp.Visitor.ReadAsync(at + "/devices/siren-001/bench"), StringComparison.Ordinal);
        var html = await camp.Visitor.ReadAsync(at + "/devices/siren-001/bench?territory=small");
        Assert.Contains("action=\"/stress/small/what-if\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"add-needs\" value=\"radio\" checked", html, StringComparison.Ordinal); // suggested by the card
        var answer = await camp.Visitor.GetAsync("/stress/small/what-if?add-name=Sir%C3%A8ne+%3Cb%3E%C3%A0+manivelle%3C%2Fb%3E&add-for=power&add-hours=0&add-nature=low-tech&reserve-for=&hours=72");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await camp.Visitor.GetAsync(answer.Headers.Location);
        html = await page.Content.ReadAsStringAsync();
        HostileWords.AssertHarmless(html);
        Assert.Contains("Sirène &lt;b&gt;à manivelle", html, StringComparison.Ordinal);
        Assert.Contains("before-after", html, StringComparison.Ordinal); // the storm takes the power, and care counts on it
    }

    [Fact]
    public async Task Whatever_is_typed_every_page_stays_harmless_and_has_all_its_words()
    {
        var at = await camp.OpenAsync();
        var hostile = HostileWords.All.Where(w => !w.Contains("javascript:", StringComparison.Ordinal)).ToList();
        foreach (var (word, i) in hostile.Select((w, i) => (w, i)))
        {
            var sheet = new DeviceSheet("N" + word, "D" + word, [StakeholderFamily.Media], [Theme.Data], [CrisisTime.After], [HazardTag.Other], Scale.National, Maturity.Idea, CostOrder.Free, word,
                [new("P" + word, 49 + i / 10.0, 1)], "", [Dependence.Staff], word, word, word, word, word);
            await camp.DoAsync(at, i % 2 == 0 ? new AddDevice(new($"hostile-{i}"), sheet) : new DeclareDevice(new($"hostile-{i}"), sheet), i % 2 == 0 ? "Bo" : "");
        }
        await camp.DoAsync(at, new RefuseDevices([new("hostile-1")], hostile[0]), "Mo");
        await camp.DoAsync(at, new ReviseDevice(new("hostile-0"), DeviceSheet.Of("x", "y")), "Bo");
        foreach (var page in new[] { "/devices", "/devices?q=%3Cscript%3E&without=power", "/devices?show=hazard&order=new", "/devices/map", "/devices/declare", "/devices/declare?sent", "/devices/pending", "/devices/pending?show=refused", "/devices/hostile-0", "/devices/hostile-2", "/devices/hostile-3", "/devices/hostile-2/edit", "/devices/hostile-2/bench", "/devices/hostile-2/bench?territory=small", "/devices/import" })
            foreach (var language in new[] { "en", "fr" }) // others go on in French
            {
                var answer = await camp.Mo.GetAsync(at + page + (page.Contains('?') ? "&" : "?") + "lang=" + language);
                var html = await answer.Content.ReadAsStringAsync();
                Assert.True(answer.IsSuccessStatusCode, page);
                HostileWords.AssertHarmless(html);
                Assert.False(Missing().IsMatch(html), $"{page}: {Missing().Match(html).Value}");
            }
        var (_, preview) = await UploadAsync(camp.Mo, at, "nom;ce que ça fait;<script>\n<script>alert(1)</script>;x;\n;\"><img src=x>;\n");
        Assert.DoesNotContain("[explorer-devices", preview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_the_list_is_short_and_leads_to_the_next()
    {
        var at = await camp.OpenAsync();
        await camp.DoAsync(at, new ImportDevices([.. Enumerable.Range(0, 45).Select(i => new ImportedDevice(new($"device-{i:00}"), DeviceSheet.Of($"Dispositif {i:00}", "Sert.") with { Hazards = [HazardTag.Flood] }))]), "Bo");
        var seen = new List<string>();
        var next = at + "/devices?hazard=flood&lang=fr";
        while (next.Length > 0)
        {
            var html = await camp.Visitor.ReadAsync(next);
            seen.AddRange(CardLink().Matches(html).Select(m => m.Groups[1].Value));
            next = NextLink().Match(html).Groups[1].Value;
        }
        Assert.Equal(Enumerable.Range(0, 45).Select(i => $"device-{i:00}"), seen);
        Assert.Contains("45 dispositifs", await camp.Visitor.ReadAsync(at + "/devices?page=999"), StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Html)> UploadAsync(HttpClient client, string at, string text)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "devices.csv" } };
        var answer = await client.PostAsync(at + "/devices/import", form);
        return ((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace('\u00a0', ' '));
    }

    [GeneratedRegex("action=\"([^\"]+/devices/import/[a-z0-9]+)\"")]
    private static partial Regex DraftLink();

    [GeneratedRegex("<li><a href=\"[^\"]+/devices/(device-[0-9]+)\"")]
    private static partial Regex CardLink();

    [GeneratedRegex("<a href=\"([^\"]+)\" rel=\"next\"")]
    private static partial Regex NextLink();

    [GeneratedRegex(@"\[[a-z][a-z-]+\.[A-Za-z.-]+\]")]
    private static partial Regex Missing();
}

/// <summary>A flood of declarations: the site stays readable, and says when to come back.</summary>
public sealed class DeviceFloodTests
{
    [Fact]
    public async Task A_flood_from_one_address_is_told_to_wait_while_pages_and_members_go_on()
    {
        await using var house = new House { Limits = new TryLimits { SignIns = new(1_000, TimeSpan.FromSeconds(1), 1_000, TimeSpan.FromSeconds(1), 1_000) } };
        await house.InitializeAsync();
        using var ada = await house.FacilitatorAsync("Ada");
        var at = await ada.OpenExpeditionAsync("Inondée");
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 40; i++) answers.Add(await house.Client.PostAsync(at + "/devices/declare", House.Form(("name", $"Flot {i}"), ("does", "Déborde."))));
        var taken = answers.Count(a => a.StatusCode == HttpStatusCode.SeeOther);
        Assert.InRange(taken, 20, 30); // a slow machine is given one more every twenty seconds
        var last = answers[^1];
        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.NotNull(last.Headers.RetryAfter);
        Assert.Contains("Revenez en arrière", await last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(taken, (await house.ExpeditionAsync(at)).Catalogue.Waiting.Length);
        Assert.Equal(200, await house.Client.StatusAsync(at + "/devices"));
        Assert.Equal(200, await house.Client.StatusAsync(at + "/devices/declare"));
        Assert.Equal(200, await ada.StatusAsync(at + "/devices/pending"));
        Assert.Contains("/devices/", (await ada.SendAsync(at + "/devices/declare", ("name", "À nous"), ("does", "Sert."))).To, StringComparison.Ordinal);
    }
}
