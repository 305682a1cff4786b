using Microsoft.Playwright;

namespace TousRisques.Browser.Tests.Running;

/// <summary>Somebody who plays, with a phone, through the page and nothing else.</summary>
public sealed class Participant
{
    private readonly bool scripts;

    private Participant(Server server, IBrowserContext context, IPage page, string name, string code, bool scripts)
    {
        (Context, Page, Name, Home, this.scripts) = (context, page, name, $"{server.Address}/w/{code}", scripts);
        page.Dialog += (_, dialog) =>
        {
            Dialogs.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };
    }

    /// <summary>Their device.</summary>
    public IBrowserContext Context { get; }
    /// <summary>Their page.</summary>
    public IPage Page { get; }
    /// <summary>Their name.</summary>
    public string Name { get; }
    /// <summary>The address of their page.</summary>
    public string Home { get; }
    /// <summary>Dialogs that opened on their page: there must never be any.</summary>
    public List<string> Dialogs { get; } = [];

    /// <summary>Scans the code, gives a name, chooses a table, and comes in.</summary>
    public static async Task<Participant> JoinAsync(Server server, string code, string name, string? table = null, Device? device = null)
    {
        device ??= Device.Phone;
        var page = await (await Chrome.DeviceAsync(device)).NewPageAsync();
        await page.GotoAsync($"{server.Address}/join?code={code}");
        return await ComeInAsync(server, page, code, name, device.Scripts, table);
    }

    /// <summary>The same from the page that asks for a name, however they came there.</summary>
    public static async Task<Participant> ComeInAsync(Server server, IPage page, string code, string name, bool scripts, string? table = null)
    {
        var somebody = new Participant(server, page.Context, page, name, code, scripts);
        await page.Locator("#name").FillAsync(name);
        if (table is not null) await page.Locator("select[name=table]").SelectOptionAsync(new SelectOptionValue { Label = table });
        await page.Locator("form[action='/join'] button").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{server.Address}/w/{code}", new() { Timeout = 90_000 });
        await page.Locator("nav.dock").WaitForAsync();
        if (scripts) await page.EvaluateAsync("() => { window.stayed = true }");
        return somebody;
    }

    /// <summary>Presses a button of a form. With scripts, waits until the server has it; without, until the page is back.</summary>
    public async Task PressAsync(ILocator button)
    {
        if (scripts)
        {
            await button.ClickAsync();
            await SentAsync();
        }
        else
        {
            var back = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            void Loaded(object? sender, IPage page) => back.TrySetResult();
            Page.DOMContentLoaded += Loaded;
            await button.ClickAsync();
            await back.Task.WaitAsync(TimeSpan.FromSeconds(90));
            Page.DOMContentLoaded -= Loaded;
        }
    }

    /// <summary>Waits until nothing waits to be sent.</summary>
    public Task SentAsync() => Page.WaitForFunctionAsync(
        "() => (JSON.parse(localStorage['tr:' + location.pathname] || '{}').queue || []).length === 0");

    /// <summary>Waits until the page stands at a step, by its title: by itself with scripts, by looking again without.</summary>
    public async Task AtAsync(string title)
    {
        if (!scripts) await Page.GotoAsync(Home);
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync(title, new() { Timeout = 90_000 });
    }

    /// <summary>Whether the page was never loaded again since they came in.</summary>
    public Task<bool> StayedAsync() => Page.EvaluateAsync<bool>("() => window.stayed === true");

    /// <summary>Takes a character: the one offered by the draw.</summary>
    public async Task DrawCharacterAsync()
    {
        await PressAsync(Page.Locator("#choose button.wide"));
        await Assertions.Expect(Page.Locator("#choose")).ToHaveCountAsync(0, new() { Timeout = 90_000 });
    }

    /// <summary>Says a word about themselves.</summary>
    public async Task IntroduceAsync(string words)
    {
        await Page.Locator("#introduction").FillAsync(words);
        await PressAsync(Page.Locator("#introduce button"));
    }

    /// <summary>Actions of the deck, in its order.</summary>
    public Task<string[]> DeckAsync() => Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('#deck > article')].map(a => a.id)");

    /// <summary>Judges one action.</summary>
    public Task JudgeAsync(string card, string verdict) => PressAsync(Page.Locator($"#{card} button[value={verdict}]"));

    /// <summary>Judges every action as the deck brings it, one verdict after the other, so that the room is not of one mind; says how many.</summary>
    public async Task<int> JudgeAllAsync(int seed)
    {
        for (var i = 0; ; i++)
        {
            // With scripts the next cards come by themselves.
            if (scripts) await Page.WaitForFunctionAsync("() => document.querySelector('#deck > article:not(:has([aria-pressed=true]))') || !document.querySelector('#others')");
            var open = Page.Locator("#deck > article:not(:has([aria-pressed=true]))");
            if (await open.CountAsync() == 0) return i;
            await JudgeAsync((await open.First.GetAttributeAsync("id"))!, Verdicts[(i * 7 + seed * 5) % 3]);
        }
    }

    /// <summary>Puts stakes in order, beginning somewhere.</summary>
    public async Task RankAsync(int first, int count)
    {
        var before = await Page.Locator("#ranking .pick[aria-pressed=true]").CountAsync();
        for (var k = 0; k < count; k++)
        {
            var open = Page.Locator("#ranking .pick[aria-pressed=false]");
            await PressAsync(open.Nth(first % await open.CountAsync()));
            await Assertions.Expect(Page.Locator("#ranking .pick[aria-pressed=true]")).ToHaveCountAsync(before + k + 1, new() { Timeout = 90_000 });
        }
    }

    /// <summary>Puts possible actions into the table's plan; true for each that went in.</summary>
    public async Task<bool> PutInPlanAsync()
    {
        var put = Page.Locator("form:has(input[value=add-to-plan]) button:not([disabled])");
        if (await put.CountAsync() == 0) return false;
        var lines = await Page.Locator("#our-plan form").CountAsync();
        await PressAsync(put.First);
        await Assertions.Expect(Page.Locator("#our-plan form")).ToHaveCountAsync(lines + 1, new() { Timeout = 90_000 });
        return true;
    }

    /// <summary>Confirms the table's plan.</summary>
    public async Task ConfirmPlanAsync()
    {
        await PressAsync(Page.Locator("button[value=confirm-plan]"));
        await Assertions.Expect(Page.Locator("button[value=reopen-plan]")).ToHaveCountAsync(1, new() { Timeout = 90_000 });
    }

    /// <summary>Answers a question of the debrief.</summary>
    public async Task AnswerAsync(string question, string words)
    {
        await Page.Locator($"#words-{question}").FillAsync(words);
        await PressAsync(Page.Locator($"#q-{question} form button"));
    }

    /// <summary>Proposes a lead.</summary>
    public async Task ProposeLeadAsync(string title, string words)
    {
        await Page.Locator("#lead-title").FillAsync(title);
        await Page.Locator("#lead-words").FillAsync(words);
        await PressAsync(Page.Locator("#propose-lead form button"));
    }

    /// <summary>Writes to the whole room.</summary>
    public async Task WriteAsync(string words)
    {
        await OpenLetterAsync(words);
        await PressAsync(Page.Locator("#write form button"));
        await Page.EvaluateAsync("() => { location.hash = '#main' }");
    }

    /// <summary>Opens the messages and types one to the whole room, without sending it.</summary>
    public async Task OpenLetterAsync(string words)
    {
        await Page.Locator("nav.dock a[href='#messages']").ClickAsync();
        if (!await Page.Locator("#mail-body").IsVisibleAsync()) await Page.Locator("#write > summary").ClickAsync();
        await Page.Locator("#mail-to").SelectOptionAsync("room");
        await Page.Locator("#mail-body").FillAsync(words);
    }

    /// <summary>Verdicts in the order of the scale.</summary>
    public static readonly string[] Verdicts = ["feasible", "degraded", "impossible"];
}
