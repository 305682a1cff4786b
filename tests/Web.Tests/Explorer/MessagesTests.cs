using Microsoft.Extensions.DependencyInjection;
using TousRisques.Domain.Expeditions;
using TousRisques.Web.Access;
using TousRisques.Web.Contacts;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests.Explorer;

/// <summary>Writing to an expedition: for those who lead it alone, apart from the journal, erased for good.</summary>
public sealed class MessagesTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task A_message_is_read_by_who_leads_alone_and_never_stands_in_the_journal()
    {
        var (ada, at) = await CampAsync("Courrier");
        (string, string)[] form = [("id", "same-" + Guid.NewGuid().ToString("n")), ("message", "J’ouvre mon terrain.\nVraiment."), ("name", "Zénobie Unique"), ("mail", "zenobie@exemple.fr"), ("company", "")];
        var (to, html) = await house.Client.SendAsync(at + "/contribute", form);
        Assert.Equal(at + "/contribute", to);
        await house.Client.SendAsync(at + "/contribute", form); // sent twice: one message
        html = await ada.ReadAsync(at + "/messages");
        Assert.Equal(2, html.Split("J’ouvre mon terrain.").Length);
        Assert.Contains("Zénobie Unique", html, StringComparison.Ordinal);
        using var zoe = await house.FacilitatorAsync("Zoé " + Guid.NewGuid().ToString("n")[..6]);
        Assert.Equal(403, await zoe.StatusAsync(at + "/messages"));
        Assert.Equal(303, await house.Client.StatusAsync(at + "/messages"));
        Assert.DoesNotContain("Zénobie", TousRisques.Testing.Canonical.Dump(await house.ExpeditionAsync(at)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_erased_is_gone_and_nothing_of_another_expedition_is_erased()
    {
        var (ada, at) = await CampAsync("Efface");
        var (_, other) = await CampAsync("Voisine");
        await house.Client.SendAsync(at + "/contribute", ("message", "À effacer"));
        await house.Client.SendAsync(other + "/contribute", ("message", "À garder"));
        var mine = Assert.Single(Messages(at)).Id.Value;
        var theirs = Assert.Single(Messages(other)).Id.Value;
        Assert.Equal("403", (await house.Client.SendAsync(at + "/messages/erase", ("message", mine))).To);
        await ada.SendAsync(at + "/messages/erase", ("message", mine), ("message", theirs));
        Assert.Empty(Messages(at));
        Assert.Single(Messages(other));
    }

    [Fact]
    public async Task What_cannot_be_sent_comes_back_as_typed()
    {
        var (_, at) = await CampAsync("Refus");
        using var visitor = house.NewClient(cookies: true);
        foreach (var (message, mail) in new[] { ("   ", "a@exemple.fr"), ("Bonjour", "pas une adresse") })
        {
            var (to, html) = await visitor.SendAsync(at + "/contribute", ("message", message), ("name", "Bo"), ("mail", mail));
            Assert.Equal(at + "/contribute#write", to);
            Assert.Contains($"value=\"{mail}\"", html, StringComparison.Ordinal);
            Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        }
        Assert.Empty(Messages(at));
    }

    [Fact]
    public async Task What_fills_in_a_field_that_people_do_not_see_is_thanked_and_forgotten()
    {
        var (_, at) = await CampAsync("Piège");
        Assert.Equal(at + "/contribute", (await house.Client.SendAsync(at + "/contribute", ("message", "Achetez"), ("company", "Acme"))).To);
        Assert.Empty(Messages(at));
    }

    [Fact]
    public async Task A_flood_from_one_address_is_told_to_wait_and_the_pages_stay_readable()
    {
        await using var narrow = new House { Limits = new TryLimits { Contributions = new(20, TimeSpan.FromHours(1), 300, TimeSpan.FromHours(1), 3) } };
        await narrow.InitializeAsync();
        using var ada = await narrow.FacilitatorAsync("Ada");
        var at = await ada.OpenExpeditionAsync("Inondée");
        var answers = new List<string>();
        for (var i = 0; i < 30; i++) answers.Add((await narrow.Client.SendAsync(at + "/contribute", ("message", $"Message {i}"))).To);
        var taken = answers.Count(to => to == at + "/contribute");
        Assert.InRange(taken, 20, 21); // the bucket leaks a little while it fills
        Assert.Equal(30 - taken, answers.Count(to => to == "429"));
        Assert.Equal(200, await narrow.Client.StatusAsync(at + "/contribute"));
        Assert.Equal(taken, narrow.Services.GetRequiredService<IContacts>().List(new ExpeditionId(at.Split('/')[2]), ContactKind.Message).Count);
    }

    private IReadOnlyList<Contact> Messages(string at) => house.Services.GetRequiredService<IContacts>().List(new ExpeditionId(at.Split('/')[2]), ContactKind.Message);

    private async Task<(HttpClient Ada, string At)> CampAsync(string name)
    {
        var ada = await house.FacilitatorAsync("Ada " + Guid.NewGuid().ToString("n")[..8]);
        return (ada, await ada.OpenExpeditionAsync($"{name} {Guid.NewGuid().ToString("n")[..6]}"));
    }
}
