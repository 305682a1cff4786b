using System.CommandLine;
using TousRisques.Domain.Words;
using TousRisques.Formats.Expeditions;
using TousRisques.Formats.Packs;
using TousRisques.Host.Accounts;
using TousRisques.Host.Mail;
using TousRisques.Host.Wiring;
using TousRisques.Journal.Sqlite;
using TousRisques.Web;
using TousRisques.Web.Access;
using TousRisques.Web.Demo;

namespace TousRisques.Host.Commands;

/// <summary>The command line of <c>tousrisques</c>. French by default; English with <c>--lang en</c> or an English <c>LANG</c>.</summary>
internal static class CommandLine
{
    /// <summary>Where the server listens unless told otherwise: every network of the machine, so that phones reach it.</summary>
    public const string UsualUrls = "http://*:5080";

    /// <summary>Builds it. Descriptions are in the language of the environment, since they are written before options are read.</summary>
    public static RootCommand Build()
    {
        var help = Words.In(FromEnvironment());
        var lang = new Option<string?>("--lang") { Description = help["cli.option.lang"], Recursive = true };
        var data = new Option<DirectoryInfo?>("--data") { Description = help["cli.option.data"], Recursive = true };
        var urls = new Option<string>("--urls") { Description = help["cli.option.urls"], DefaultValueFactory = _ => UsualUrls };

        var proxy = new Option<bool>("--behind-proxy") { Description = help["cli.option.proxy"] };

        var noExample = new Option<bool>("--no-example") { Description = help["cli.option.no-example"] };

        var smtp = new Option<string?>("--smtp") { Description = help["cli.option.smtp"] };
        var mailFrom = new Option<string?>("--mail-from") { Description = help["cli.option.mail-from"] };
        var site = new Option<string?>("--site") { Description = help["cli.option.site"] };

        var root = new RootCommand(help["cli.root"]) { lang, data, urls, proxy, noExample, smtp, mailFrom, site };
        var serve = new Command("serve", help["cli.serve"]) { urls, proxy, noExample, smtp, mailFrom, site };
        root.SetAction(ServeAsync);
        serve.SetAction(ServeAsync);
        root.Add(serve);

        var folder = new Argument<string>("PACK") { Description = help["cli.argument.pack"] };
        var check = new Command("check", help["cli.check"]) { folder };
        check.SetAction(parsed =>
        {
            var (path, output) = (parsed.GetRequiredValue(folder), parsed.InvocationConfiguration.Output);
            return ExpeditionCheck.IsFor(path) ? ExpeditionCheck.Run(path, WordsOf(parsed).Language, output) : PackCheck.Run(path, WordsOf(parsed).Language, output);
        });
        root.Add(check);

        var link = new Command("link", help["cli.link"]);
        link.SetAction(parsed =>
        {
            var facilitators = new Facilitators(new SqliteAccounts(new DataFolder(parsed.GetValue(data)).Access), TimeProvider.System);
            parsed.InvocationConfiguration.Output.WriteLine(WordsOf(parsed)["cli.link.path", "/first?k=" + facilitators.NewLink()]);
        });
        root.Add(link);
        root.Add(PrintCommand.Build(help, WordsOf, data));
        root.Add(KitCommand.Build(help, WordsOf, data));
        root.Add(StressCommand.Build(help, WordsOf));
        root.Add(CutSetsCommand.Build(help, WordsOf));
        root.Add(FaultTreeCommand.Build(help, WordsOf));

        var auto = new Option<bool>("--auto") { Description = help["cli.option.auto"] };
        var speed = new Option<double>("--speed") { Description = help["cli.option.speed"], DefaultValueFactory = _ => 1 };
        var seed = new Option<int?>("--seed") { Description = help["cli.option.seed"] };
        var demo = new Command("demo", help["cli.demo"]) { urls, proxy, noExample, auto, speed, seed };
        demo.SetAction((parsed, cancel) => Serve.RunAsync(
            () => SettingsOf(parsed),
            WordsOf(parsed), parsed.InvocationConfiguration.Output,
            app => BeginDemoAsync(app, new DemoSettings(WordsOf(parsed).Language, parsed.GetValue(auto), parsed.GetValue(speed), parsed.GetValue(seed))), cancel));
        root.Add(demo);

        var file = new Argument<FileInfo?>("FILE") { Description = help["cli.argument.file"], Arity = ArgumentArity.ZeroOrOne };
        var verify = new Command("verify", help["cli.verify"]) { file };
        verify.SetAction((parsed, cancel) => JournalVerifier.RunAsync(
            parsed.GetValue(file)?.FullName ?? new DataFolder(parsed.GetValue(data)).Journal, WordsOf(parsed).Language, parsed.InvocationConfiguration.Output, cancel));
        root.Add(verify);

        var code = new Argument<string>("CODE") { Description = help["cli.argument.code"] };
        var to = new Option<FileInfo?>("--out") { Description = help["cli.option.out"] };
        var export = new Command("export", help["cli.export"]) { code, to };
        export.SetAction((parsed, cancel) => Exchange.ExportAsync(
            new DataFolder(parsed.GetValue(data)), parsed.GetRequiredValue(code), parsed.GetValue(to), WordsOf(parsed), cancel));
        root.Add(export);

        var from = new Argument<FileInfo>("FILE") { Description = help["cli.argument.file"] };
        var under = new Option<string?>("--as") { Description = help["cli.option.as"] };
        var import = new Command("import", help["cli.import"]) { from, under };
        import.SetAction((parsed, cancel) => Exchange.ImportAsync(
            new DataFolder(parsed.GetValue(data)), parsed.GetRequiredValue(from), parsed.GetValue(under), WordsOf(parsed), parsed.InvocationConfiguration.Output, cancel));
        root.Add(import);

        var version = new Command("version", help["cli.version"]);
        version.SetAction(parsed => parsed.InvocationConfiguration.Output.WriteLine($"Tous Risques {typeof(CommandLine).Assembly.GetName().Version?.ToString(3)}"));
        root.Add(version);

        return root;

        Words WordsOf(ParseResult parsed) => Words.In(parsed.GetValue(lang) is { } code ? new Language(code) : FromEnvironment());

        ServerSettings SettingsOf(ParseResult parsed) =>
            new(new DataFolder(parsed.GetValue(data)), parsed.GetRequiredValue(urls), parsed.GetValue(proxy), Example: !parsed.GetValue(noExample),
                MailSettings.Read(parsed.GetValue(smtp), parsed.GetValue(mailFrom), parsed.GetValue(site), Environment.GetEnvironmentVariable));

        Task<int> ServeAsync(ParseResult parsed, CancellationToken cancel) => Serve.RunAsync(
            () => SettingsOf(parsed),
            WordsOf(parsed), parsed.InvocationConfiguration.Output, _ => Task.FromResult("/"), cancel);
    }

    /// <summary>Opens a demonstration and gives the path that takes the first visitor in as its facilitator.</summary>
    private static async Task<string> BeginDemoAsync(WebApplication app, DemoSettings settings)
    {
        var opened = await app.Services.GetRequiredService<Demonstrations>().BeginAsync(settings, CancellationToken.None);
        if (opened.Workshop is not { } code) throw new InvalidOperationException($"The demonstration cannot be opened: {opened.Trouble}.");
        var invitation = new Invitation(code, Role.Facilitator, Words.In(settings.Language)["demo.facilitator"]);
        return "/i/" + app.Services.GetRequiredService<Seals>().Seal(invitation);
    }

    private static Language FromEnvironment()
    {
        var set = Environment.GetEnvironmentVariable("LC_ALL") is { Length: > 0 } all ? all : Environment.GetEnvironmentVariable("LANG") ?? "";
        return set.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.French;
    }
}
