using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TousRisques.Browser.Tests.Running;

/// <summary>Who leads: opens workshops, presses the console's one primary button, and looks at the projector.</summary>
public sealed partial class Facilitator
{
    private const string Name = "Camille", Password = "quatre mots bien ordinaires";
    private readonly Server server;

    private Facilitator(Server server, IBrowserContext context, IPage page) => (this.server, Context, Page) = (server, context, page);

    /// <summary>Their device.</summary>
    public IBrowserContext Context { get; }

    /// <summary>The page they look at: the console, once a workshop is open.</summary>
    public IPage Page { get; }

    /// <summary>The join code of the workshop opened last.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The primary button.</summary>
    public ILocator Primary => Page.Locator("[data-next]");

    /// <summary>Comes in: by the one-time link the first time, by password afterwards.</summary>
    public static async Task<Facilitator> EnterAsync(Server server, Device? device = null)
    {
        var context = await Chrome.DeviceAsync(device ?? Device.Laptop);
        var page = await context.NewPageAsync();
        var link = await server.ReadFirstLinkAsync();
        var answer = await page.GotoAsync(link);
        if (answer!.Status == 200)
        {
            await page.Locator("input[name=name]").FillAsync(Name);
            await page.Locator("input[name=password]").FillAsync(Password);
            await page.Locator("form[action='/first'] button").ClickAsync();
        }
        else
        {
            await page.GotoAsync(server.Address + "/sign-in?back=%2Fanimate");
            await page.Locator("input[name=name]").FillAsync(Name);
            await page.Locator("input[name=password]").FillAsync(Password);
            await page.Locator("form[action='/sign-in'] button").ClickAsync();
        }
        await Assertions.Expect(page).ToHaveURLAsync(OwnAddress(), new() { Timeout = 90_000 });
        return new(server, context, page);
    }

    /// <summary>Opens a workshop on the shipped pack, as the page asks, and stands before its console.</summary>
    public async Task OpenAsync(string title, params string[] tables)
    {
        await Page.GotoAsync(server.Address + "/animate");
        await Page.Locator("input[name=title]").FillAsync(title);
        for (var i = 0; i < tables.Length; i++) await Page.Locator("input[name=table]").Nth(i).FillAsync(tables[i]);
        await Page.Locator("form[action='/open'] button").ClickAsync();
        await StandAsync();
    }

    /// <summary>Waits to stand before the console of a workshop that was just opened, whatever opened it.</summary>
    public async Task StandAsync()
    {
        await Assertions.Expect(Page).ToHaveURLAsync(ConsoleAddress(), new() { Timeout = 90_000 });
        await Primary.WaitForAsync();
        Code = ConsoleAddress().Match(Page.Url).Groups[1].Value;
    }

    /// <summary>The step that the console shows.</summary>
    public Task<string> StepAsync() => Page.Locator(".stage h1").InnerTextAsync();

    /// <summary>What the primary button says, on one line.</summary>
    public async Task<string> NextAsync() => Spaces().Replace(await Primary.InnerTextAsync(), " ").Trim();

    /// <summary>Presses the primary button and waits for the console to move by itself.</summary>
    public async Task PressAsync()
    {
        var before = await WhereAsync();
        await Primary.ClickAsync();
        await Page.WaitForFunctionAsync(
            "before => { const b = document.querySelector('[data-next]'), h = document.querySelector('.stage h1'); return b && h && h.textContent + b.textContent !== before }", before);
    }

    /// <summary>Sends a command as the console's forms do, without looking for its button.</summary>
    public async Task DoAsync(string command, params (string Name, string Value)[] fields)
    {
        var form = Context.APIRequest.CreateFormData().Set("command", command).Set("hat", "facilitator").Set("id", Guid.NewGuid().ToString("N"));
        foreach (var (name, value) in fields) form.Set(name, value);
        var answer = await Context.APIRequest.PostAsync($"{server.Address}/w/{Code}/do", new() { Form = form, Headers = new Dictionary<string, string> { ["Accept"] = "application/json" } });
        if (!answer.Ok) throw new InvalidOperationException($"{command} was refused: {answer.Status} {await answer.TextAsync()}");
    }

    /// <summary>Goes straight to a step (<c>act-1.assessment</c>).</summary>
    public Task JumpAsync(string step) => DoAsync("jump-to", ("step", step));

    /// <summary>Opens the projected wall in a window of its own.</summary>
    public async Task<IPage> ProjectAsync(Device? device = null)
    {
        var context = await Chrome.DeviceAsync(device ?? Device.Projector);
        await context.AddCookiesAsync((await Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly }));
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{server.Address}/w/{Code}/screen");
        return page;
    }

    private async Task<string> WhereAsync() =>
        await Page.EvaluateAsync<string>("() => document.querySelector('.stage h1').textContent + document.querySelector('[data-next]').textContent");

    [GeneratedRegex("/w/([A-Z]{6})/animate")]
    private static partial Regex ConsoleAddress();

    [GeneratedRegex("/animate$")]
    private static partial Regex OwnAddress();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
