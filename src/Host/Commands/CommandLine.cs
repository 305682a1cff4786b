using System.CommandLine;
using TousRisques.Domain.Words;
using TousRisques.Formats.Packs;
using TousRisques.Host.Accounts;
using TousRisques.Host.Wiring;
using TousRisques.Web;
using TousRisques.Web.Access;

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

        var root = new RootCommand(help["cli.root"]) { lang, data, urls };
        var serve = new Command("serve", help["cli.serve"]) { urls };
        root.SetAction(ServeAsync);
        serve.SetAction(ServeAsync);
        root.Add(serve);

        var folder = new Argument<string>("PACK") { Description = help["cli.argument.pack"] };
        var check = new Command("check", help["cli.check"]) { folder };
        check.SetAction(parsed => PackCheck.Run(parsed.GetRequiredValue(folder), WordsOf(parsed).Language, parsed.InvocationConfiguration.Output));
        root.Add(check);

        var link = new Command("link", help["cli.link"]);
        link.SetAction(parsed =>
        {
            var facilitators = new Facilitators(new SqliteAccounts(new DataFolder(parsed.GetValue(data)).Access), TimeProvider.System);
            parsed.InvocationConfiguration.Output.WriteLine(WordsOf(parsed)["cli.link.path", "/first?k=" + facilitators.NewLink()]);
        });
        root.Add(link);

        return root;

        Words WordsOf(ParseResult parsed) => Words.In(parsed.GetValue(lang) is { } code ? new Language(code) : FromEnvironment());

        Task<int> ServeAsync(ParseResult parsed, CancellationToken cancel) => Serve.RunAsync(
            () => new ServerSettings(new DataFolder(parsed.GetValue(data)), parsed.GetRequiredValue(urls)),
            WordsOf(parsed), parsed.InvocationConfiguration.Output, _ => Task.FromResult("/"), cancel);
    }

    private static Language FromEnvironment()
    {
        var set = Environment.GetEnvironmentVariable("LC_ALL") is { Length: > 0 } all ? all : Environment.GetEnvironmentVariable("LANG") ?? "";
        return set.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.French;
    }
}
