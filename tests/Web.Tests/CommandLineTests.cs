using System.CommandLine;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Host.Commands;
using TousRisques.Web.Tests.Agir;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests;

/// <summary>What the terminal can do besides serving.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task A_workshop_is_exported_verified_and_taken_in_elsewhere_as_it_was()
    {
        var (here, there) = (Directory.CreateTempSubdirectory("here-").FullName, Directory.CreateTempSubdirectory("there-").FullName);
        string code;
        long version;
        await using (var house = new House { Folder = here, KeepFolder = true })
        {
            await house.InitializeAsync();
            var room = await house.OpenAsync();
            await room.JoinAsync("Zoé");
            version = await room.DoAsync(new Advance());
            code = room.Code;
        }
        var file = Path.Combine(there, "atelier.jsonl");
        Assert.Equal(0, (await RunAsync("export", code, "--out", file, "--data", here)).Exit);
        Assert.Contains("intact", (await RunAsync("verify", "--data", here, "--lang", "fr")).Said, StringComparison.Ordinal);
        Assert.Contains(code, (await RunAsync("import", file, "--data", there)).Said, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("export", "BCDFGH", "--data", here)).Exit);
        File.WriteAllText(file, (await File.ReadAllTextAsync(file)).Replace("Zoé", "Eve", StringComparison.Ordinal));
        Assert.NotEqual(0, (await RunAsync("import", file, "--as", "BCDFGH", "--data", there)).Exit);

        await using var second = new House { Folder = there };
        await second.InitializeAsync();
        var live = await new Room(second, code, "").LiveAsync();
        Assert.Equal((version, 1, "Zoé"), (live.Version, live.State.StepIndex, live.State.Participants.Single().Name));
        Directory.Delete(here, recursive: true);
    }

    [Fact]
    public async Task A_kit_is_written_from_a_journal_or_from_files_and_only_when_it_is_published()
    {
        var (here, to) = (Directory.CreateTempSubdirectory("here-").FullName, Directory.CreateTempSubdirectory("kit-").FullName);
        await using (var house = new House { Folder = here, KeepFolder = true })
        {
            await house.InitializeAsync();
            var (_, _, at) = await house.CampAsync(isPublic: false);
            var name = at.Split('/')[2];
            await house.AskAsync(at, new CoverKit(new("Kit d'Elbeuf", "", "", "", "")));
            await house.AskAsync(at, new AddKitSheet(new("k1"), new("Dix minutes", CrisisTime.During, "", new TextContent("Radio."), [], Estimate: true)));
            Assert.Equal(2, (await RunAsync("kit", name, "--data", here, "--out", to)).Exit);
            await house.AskAsync(at, new PublishKit(2, ""));
            Assert.Equal(0, (await RunAsync("kit", name, "--data", here, "--out", to)).Exit); // beside a house that runs
            Assert.Contains("Kit d'Elbeuf", System.Net.WebUtility.HtmlDecode(await File.ReadAllTextAsync(Path.Combine(to, "index.html"))), StringComparison.Ordinal);
            Assert.Equal(2, (await RunAsync("kit", name, "--edition", "2", "--data", here, "--out", to)).Exit);
        }
        Assert.Equal(0, (await RunAsync("kit", Host.Wiring.DataFolder.Example!, "--data", here, "--out", to)).Exit);
        Assert.Contains("Quand le numérique lâche", await File.ReadAllTextAsync(Path.Combine(to, "booklet.html")), StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("kit", "nulle-part", "--data", here, "--out", to)).Exit);
        Directory.Delete(here, recursive: true);
        Directory.Delete(to, recursive: true);
    }

    [Fact]
    public async Task A_workshop_taken_in_under_another_code_is_played_under_that_code()
    {
        var folder = Directory.CreateTempSubdirectory("same-").FullName;
        string code;
        await using (var house = new House { Folder = folder, KeepFolder = true })
        {
            await house.InitializeAsync();
            code = (await house.OpenAsync()).Code;
        }
        var file = Path.Combine(folder, "atelier.jsonl");
        Assert.Equal(0, (await RunAsync("export", code, "--out", file, "--data", folder)).Exit);
        Assert.Equal(0, (await RunAsync("import", file, "--as", "ZZZZZZ", "--data", folder)).Exit);
        await using var again = new House { Folder = folder };
        await again.InitializeAsync();
        var copy = new Room(again, "ZZZZZZ", "");
        var (id, token, _) = await copy.JoinAsync("Zoé");
        Assert.Equal(200, (await copy.TryAsync(new IntroduceSelf(new(id), "Dans la copie"), token)).Status);
        Assert.Equal("Dans la copie", (await copy.LiveAsync()).State.Participants.Single().Introduction);
        Assert.Empty((await new Room(again, code, "").LiveAsync()).State.Participants);
    }

    [Theory]
    [InlineData("fr", "erreur")]
    [InlineData("en", "error")]
    public async Task A_pack_is_checked_in_the_language_asked_for(string language, string expected)
    {
        var (exit, said) = await RunAsync("check", Shipped(), "--lang", language);
        Assert.Equal(0, exit);
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.NotEqual(0, (await RunAsync("check", Path.Combine(Path.GetTempPath(), "no such pack"))).Exit);
    }

    [Fact]
    public async Task A_new_link_replaces_the_one_before()
    {
        await using var house = new House();
        await house.InitializeAsync();
        var one = (await RunAsync("link", "--data", house.Folder)).Said.Split("k=")[1].Trim();
        var two = (await RunAsync("link", "--data", house.Folder)).Said.Split("k=")[1].Trim();
        Assert.Equal(410, (int)(await house.Client.PostAsync("/first", House.Form(("k", one), ("name", "Une"), ("password", "une phrase assez longue")))).StatusCode);
        Assert.Equal(303, (int)(await house.Client.PostAsync("/first", House.Form(("k", two), ("name", "Une"), ("password", "une phrase assez longue")))).StatusCode);
    }

    private static async Task<(int Exit, string Said)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        var exit = await CommandLine.Build().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
        return (exit, output.ToString());
    }

    private static string Shipped()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "scenarios", "seine-maritime"))) return Path.Combine(at.FullName, "scenarios", "seine-maritime");
        throw new DirectoryNotFoundException("The shipped pack is not around the tests.");
    }
}
