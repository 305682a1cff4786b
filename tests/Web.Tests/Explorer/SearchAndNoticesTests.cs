using Microsoft.Extensions.DependencyInjection;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Words;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Tests.Hosting;
using Xunit;

namespace TousRisques.Web.Tests.Explorer;

public class SearchAndNoticesTests(House house) : IClassFixture<House>
{
    private static readonly DateTimeOffset Start = new(2026, 11, 5, 9, 0, 0, TimeSpan.Zero);
    private int commands;

    [Fact]
    public async Task A_search_finds_what_is_public_in_every_room_whatever_the_accents()
    {
        var id = await OpenAsync("chercher-partout", "Ines");
        await AskAsync(id, "Ines", new BeginChapter(new("reseaux"), new ChapterText("Les réseaux coupés", "", "Quand l’**hôpital** n’a plus de téléphone.", [])));
        await AskAsync(id, "Ines", new PublishChapter(new("reseaux"), 1, "", []));
        await AskAsync(id, "Ines", new AddWatchItem(new("w1"), Card("Un automate d’appels au centre hospitalier"), Publish: true));

        var page = await house.Client.GetStringAsync(new Uri($"/explorer/{id}/search?q=hopitaux", UriKind.Relative));
        Assert.Contains("Les réseaux coupés", page, StringComparison.Ordinal);
        Assert.DoesNotContain("automate", page, StringComparison.Ordinal);
        page = await house.Client.GetStringAsync(new Uri($"/explorer/{id}/search?q=hospitalier", UriKind.Relative));
        Assert.Contains("Un automate d’appels", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_published_is_found_by_nobody_outside()
    {
        var id = await OpenAsync("chercher-brouillon", "Jean");
        await AskAsync(id, "Jean", new BeginChapter(new("secret"), new ChapterText("Brouillon zinzolin", "", "Pas encore.", [])));
        var page = await house.Client.GetStringAsync(new Uri($"/explorer/{id}/search?q=zinzolin", UriKind.Relative));
        Assert.Contains("Rien ne contient", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Brouillon", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%22%3E%3Cscript%3E&kind=zzz&page=-4")]
    [InlineData("?q=crue&page=999999999999")]
    [InlineData("?q=%F0%9F&kind=chapter")]
    public async Task A_strange_question_is_answered_by_a_page(string query)
    {
        var id = await OpenAsync("chercher-etrange-" + ++commands + Guid.NewGuid().ToString("n")[..6], "Kim" + Guid.NewGuid().ToString("n")[..6]);
        var answer = await house.Client.GetAsync(new Uri($"/explorer/{id}/search{query}", UriKind.Relative));
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_see_what_is_new_until_they_say_they_have_seen_it()
    {
        using var lea = await house.FacilitatorAsync("Lea");
        var id = await OpenAsync("nouvelles", "Max");
        await AskAsync(id, "Max", new GivePart("Lea", Standing.Member));
        await AskAsync(id, "Max", new BeginChapter(new("un"), new ChapterText("Chapitre neuf", "", "Texte.", [])));
        await AskAsync(id, "Max", new PublishChapter(new("un"), 1, "", []));

        var page = await lea.GetStringAsync(new Uri($"/explorer/{id}/notices", UriKind.Relative));
        Assert.Contains("Le cahier a publié « Chapitre neuf »", page, StringComparison.Ordinal);
        var upTo = System.Text.RegularExpressions.Regex.Match(page, "name=\"upTo\" value=\"([^\"]+)\"").Groups[1].Value;
        var seen = await lea.PostAsync(new Uri($"/explorer/{id}/notices/seen", UriKind.Relative), House.Form(("upTo", System.Net.WebUtility.HtmlDecode(upTo)), ("id", "seen-1")));
        Assert.Equal(303, (int)seen.StatusCode);
        Assert.DoesNotContain("name=\"upTo\"", await lea.GetStringAsync(new Uri($"/explorer/{id}/notices", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_are_for_people_of_the_expedition()
    {
        var id = await OpenAsync("nouvelles-privees", "Nour");
        Assert.Equal(303, (int)(await house.Client.GetAsync(new Uri($"/explorer/{id}/notices", UriKind.Relative))).StatusCode);
        using var stranger = await house.FacilitatorAsync("Oto");
        Assert.Equal(403, (int)(await stranger.GetAsync(new Uri($"/explorer/{id}/notices", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task All_that_waits_is_in_one_place_for_those_who_decide()
    {
        using var mia = await house.FacilitatorAsync("Mia");
        var id = await OpenAsync("moderer", "Mia");
        await AskAsync(id, "Mia", new AddWatchItem(new("w9"), Card("Article à trier"), Publish: false));
        Assert.Contains("Article à trier", await mia.GetStringAsync(new Uri($"/explorer/{id}/moderation", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(303, (int)(await house.Client.GetAsync(new Uri($"/explorer/{id}/moderation", UriKind.Relative))).StatusCode);
    }

    private static WatchCard Card(string title) => new(title, "https://exemple.fr/" + title.Length, "", WatchTags.None, "", "", null, null);

    private async Task<ExpeditionId> OpenAsync(string name, string account)
    {
        var id = new ExpeditionId(name);
        await AskAsync(id, account, new OpenExpedition(id, new Outline("Vallée", "Que reste-t-il ?", "", Language.French, Public: true, ""), Example: false));
        return id;
    }

    private async Task AskAsync(ExpeditionId id, string account, ExpeditionCommand command)
    {
        var answer = await house.Services.GetRequiredService<IExpeditionDesk>().SubmitAsync(id, new(new CommandId($"{id}-{++commands}"), new AccountHolder(account), Start.AddMinutes(commands), command));
        Assert.Null(answer.Refusal);
    }
}
