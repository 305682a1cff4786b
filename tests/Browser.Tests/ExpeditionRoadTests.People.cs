using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>Stations of who works in the expedition.</summary>
public partial class ExpeditionRoadTests
{
    /// <summary>Makes an invitation and gives its link.</summary>
    private async Task<string> InviteAsync(IPage lead, string part)
    {
        await lead.GotoAsync(At("/people"));
        await lead.Locator("#invite select[name=part]").SelectOptionAsync(part);
        await lead.Locator($"form[action='{Example}/people/invite'] button").ClickAsync();
        await LookAsync(lead, "invite-" + part);
        return await lead.Locator("#invite input[readonly]").InputValueAsync();
    }

    /// <summary>Takes up an invitation with an account made on the way.</summary>
    private async Task ComeInAsync(IPage page, string link, string name)
    {
        await page.GotoAsync(link);
        await page.Locator("input[name=name]").FillAsync(name);
        await page.Locator("input[name=password]").FillAsync("quatre mots bien ordinaires");
        await LookAsync(page, "invited-" + name);
        await page.Locator("form.card button.btn.wide").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(At());
        await Assertions.Expect(page.Locator(".xp-who")).ToContainTextAsync(name);
    }

    /// <summary>Decides on what waits; may not do what only the lead may.</summary>
    private async Task ModerateAsync(IPage moderator)
    {
        await moderator.Locator($".xp-nav a[href='{Example}/moderation']").ClickAsync();
        await LookAsync(moderator, "moderation");
        await moderator.Locator($"main a[href='{Example}/devices/pending']").ClickAsync();
        await LookAsync(moderator, "pending");
        await moderator.Locator("button[name=decision][value=accept]").First.ClickAsync();
        await moderator.GotoAsync(At("/moderation"));
        await moderator.Locator($"main a[href='{Example}/notebook/reactions']").ClickAsync();
        await LookAsync(moderator, "reactions");
        await moderator.Locator("button[value^='accept:']").First.ClickAsync();

        await Assertions.Expect(moderator.Locator($".xp-nav a[href='{Example}/settings']")).ToHaveCountAsync(0);
        foreach (var room in new[] { "/settings", "/messages" })
        {
            var answer = await moderator.GotoAsync(At(room));
            Assert.Equal(403, answer!.Status);
        }
        await LookAsync(moderator, "refused");
        await moderator.GotoAsync(At("/people"));
        await Assertions.Expect(moderator.Locator("#invite")).ToHaveCountAsync(0);
    }

    private static async Task AddArticleAsync(IPage member, string title)
    {
        await member.Locator(".xp-open").ClickAsync();
        await member.Locator($".xp-nav a[href='{Example}/watch']").ClickAsync();
        await member.Locator($"main a[href='{Example}/watch/add']").ClickAsync();
        await member.Locator("input[name=title]").FillAsync(title);
        await member.Locator("textarea[name=summary]").FillAsync("Une manivelle, un cornet, et quatre cents habitants prévenus en dix minutes.");
        await LookAsync(member, "watch-add");
        await member.Locator("main form button.btn:has-text('Ajouter')").ClickAsync();
        await Assertions.Expect(member.Locator("main")).ToContainTextAsync(title);
        await LookAsync(member, "watch-member");
    }

    /// <summary>Announces a workshop that begins in ten minutes and gives the address of its page.</summary>
    private async Task<string> AnnounceAsync(IPage lead, string title)
    {
        await lead.GotoAsync(At("/workshops"));
        await lead.Locator($"main a[href='{Example}/workshops/new']").ClickAsync();
        await lead.Locator("input[name=title]").FillAsync(title);
        await lead.Locator("select[name=pack]").SelectOptionAsync("seine-maritime");
        await lead.Locator("input[name=zone]").FillAsync("UTC");
        await lead.Locator("input[name=start]").FillAsync(DateTime.UtcNow.AddMinutes(10).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        await lead.Locator("input[name=place]").FillAsync("Salle des mariages");
        await LookAsync(lead, "announce");
        await lead.Locator($"form[action='{Example}/workshops'] button.btn").ClickAsync();
        await LookAsync(lead, "planned-lead");
        return PlannedAddress().Match(lead.Url) is { Success: true } found ? found.Value : throw new InvalidOperationException($"Not announced: {lead.Url}");
    }

    private async Task WriteToAllAsync(IPage lead, string planned, string words)
    {
        await lead.GotoAsync(Server.Address + planned);
        await lead.Locator($"a[href='{planned}/people']").ClickAsync();
        await lead.Locator("textarea[name=text]").FillAsync(words);
        await lead.Locator($"form[action='{planned}/circular'] button").ClickAsync();
        await LookAsync(lead, "people-of-workshop");
    }

    /// <summary>The hour has come.</summary>
    private async Task OpenAsync(Facilitator facilitator, string planned)
    {
        await facilitator.Page.GotoAsync(Server.Address + planned);
        await facilitator.Page.Locator($"form[action='{planned}/open'] button").ClickAsync();
        await facilitator.StandAsync();
    }

    /// <summary>Who works in the expedition is told, and says when it was read.</summary>
    private async Task ReadNewsAsync(IPage lead, string title)
    {
        await lead.GotoAsync(At());
        await lead.Locator($".xp-nav a[href='{Example}/notices']").ClickAsync();
        await Assertions.Expect(lead.Locator(".xn-new")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(lead.Locator("main")).ToContainTextAsync(title);
        await LookAsync(lead, "notices");
        await lead.Locator($"form[action='{Example}/notices/seen'] button").ClickAsync();
        await Assertions.Expect(lead.Locator(".xn-new")).ToHaveCountAsync(0);
        await Assertions.Expect(lead.Locator(".xn li")).Not.ToHaveCountAsync(0);
    }

    [GeneratedRegex(Example + "/workshops/[A-Za-z0-9_-]+")]
    private static partial Regex PlannedAddress();
}
