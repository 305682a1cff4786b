using System.Diagnostics;
using System.Text;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Packs;
using Xunit;
using static TousRisques.Formats.Findings.FindingCode;

namespace TousRisques.Formats.Tests.Packs;

public sealed class PackFolderTests : IDisposable
{
    /// <summary>What these tests show.</summary>
    internal static readonly FindingCode[] Codes =
        [FolderMissing, FolderUnreadable, FolderEmpty, TooManyFiles, FileTooLarge, PackTooLarge, FileUnreadable, LinkOutside, WrongExtension, SubfolderIgnored, DuplicateFile, NotUtf8, WrongEncoding];

    private readonly DirectoryInfo outside = Directory.CreateTempSubdirectory("tousrisques-pack-");
    private readonly DirectoryInfo folder;

    public PackFolderTests()
    {
        folder = outside.CreateSubdirectory("pack");
        foreach (var file in Samples.Full.Files) Write(file.Name, file.Content);
    }

    public void Dispose() => outside.Delete(recursive: true);

    [Fact]
    public void A_folder_and_the_texts_of_its_files_give_the_same_pack()
    {
        Write("LICENCE.txt", "not read");
        var (read, given) = (PackReader.Read(folder.FullName), PackReader.Read(Samples.Full));
        Assert.Empty(read.Findings);
        Assert.Equal(Dump.Of(given.Pack!), Dump.Of(read.Pack!));
        Assert.Equal(Samples.Full.Digest, read.Files.Digest);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said_so() => Finds(FolderMissing, Path.Combine(folder.FullName, "nowhere"));

    [Fact]
    public void A_file_is_no_folder() => Finds(FolderMissing, Path.Combine(folder.FullName, "cards.yaml"));

    [Fact]
    public void A_path_of_junk_is_no_folder() => Finds(FolderMissing, "\0");

    [Fact]
    public void A_folder_that_nobody_may_list_is_said_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "Nothing is forbidden to this user.");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.FullName, UnixFileMode.None);
        Finds(FolderUnreadable);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void A_file_that_nobody_may_read_is_said_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "Nothing is forbidden to this user.");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(folder.FullName, "cards.yaml"), UnixFileMode.None);
        Finds(FileUnreadable);
    }

    [Fact]
    public void A_folder_without_yaml_is_no_pack()
    {
        foreach (var file in folder.EnumerateFiles()) file.Delete();
        Finds(FolderEmpty);
        Assert.Equal(FolderEmpty, Assert.Single(PackReader.Read(new PackFiles([])).Findings, f => f.Code == FolderEmpty).Code);
    }

    [Fact]
    public void A_hundred_and_one_files_are_too_many()
    {
        for (var i = 0; i < PackLimits.Files; i++) Write($"more-{i}.yaml", "# nothing");
        Finds(TooManyFiles);
    }

    [Fact]
    public void A_file_of_100_MB_is_refused_without_being_read()
    {
        using (var big = File.Create(Path.Combine(folder.FullName, "big.yaml"))) big.SetLength(100_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Finds(FileTooLarge);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void Many_large_files_are_refused_before_they_add_up()
    {
        for (var i = 0; i < 5; i++) Write($"large-{i}.yaml", "#" + new string('x', PackLimits.FileBytes - 1));
        Finds(PackTooLarge);
    }

    [Fact]
    public void Texts_of_a_journal_have_the_same_limits()
    {
        Assert.Contains(PackReader.Read(Samples.Plus("big.yaml", new('#', PackLimits.FileBytes + 1))).Findings, f => f.Code == FileTooLarge);
        var many = new PackFiles(Enumerable.Range(0, 5).Select(i => new PackFile($"{i}.yaml", new('#', PackLimits.FileBytes))));
        Assert.Contains(PackReader.Read(many).Findings, f => f.Code == PackTooLarge);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        var secret = Path.Combine(outside.FullName, "secret.yaml");
        File.WriteAllText(secret, "stolen: true");
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "link.yaml"), secret);
        var reading = Finds(LinkOutside);
        Assert.DoesNotContain(reading.Files.Files, f => f.Content.Contains("stolen", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_that_leads_nowhere_or_round_in_circles_is_not_followed()
    {
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "nowhere.yaml"), "nothing.yaml");
        Finds(LinkOutside);
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "a.yaml"), "b.yaml");
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "b.yaml"), "a.yaml");
        Assert.Null(PackReader.Read(folder.FullName).Pack);
    }

    [Fact]
    public void A_link_inside_the_folder_is_fine()
    {
        File.Move(Path.Combine(folder.FullName, "cards.yaml"), Path.Combine(folder.FullName, "cards.txt"));
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "cards.yaml"), "cards.txt");
        Assert.Empty(PackReader.Read(folder.FullName).Findings);
    }

    [Fact]
    public void Files_that_are_not_read_are_told()
    {
        Write("extra.yml", "acts: []");
        folder.CreateSubdirectory("inner");
        Write("inner/extra.yaml", "acts: []");
        var reading = PackReader.Read(folder.FullName);
        Assert.Equal([WrongExtension, SubfolderIgnored], reading.Findings.Select(f => f.Code));
        Assert.NotNull(reading.Pack);
    }

    [Fact]
    public void Two_texts_of_one_name_are_told() =>
        Assert.Contains(PackReader.Read(Samples.Plus("cards.yaml", "")).Findings, f => f.Code == DuplicateFile);

    [Theory]
    [InlineData("UTF-16", new byte[] { 0xFF, 0xFE, (byte)'a', 0 })]
    [InlineData("UTF-16", new byte[] { 0xFE, 0xFF, 0, (byte)'a' })]
    [InlineData("UTF-16", new byte[] { (byte)'a', 0, (byte)':', 0 })]
    [InlineData("UTF-32", new byte[] { 0xFF, 0xFE, 0, 0, (byte)'a', 0, 0, 0 })]
    public void Another_encoding_is_named(string encoding, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, "other.yaml"), bytes);
        Assert.Equal(encoding, Finds(WrongEncoding).Findings.Single().Value);
    }

    [Fact]
    public void A_file_saved_as_Latin_1_is_told_where()
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, "latin.yaml"), Encoding.Latin1.GetBytes("# one\nname: Électricité\n"));
        var finding = Finds(NotUtf8).Findings.Single();
        Assert.Equal((2, 7, "0xC9"), (finding.Line, finding.Column, finding.Value));
    }

    [Fact]
    public void A_named_pipe_does_not_make_the_reader_wait()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs mkfifo.");
        Process.Start("mkfifo", Path.Combine(folder.FullName, "pipe.yaml")).WaitForExit();
        var watch = Stopwatch.StartNew();
        Finds(EmptyFile);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void The_command_tells_findings_and_sums_up()
    {
        Assert.Equal((PackCheck.Fine, "small-flood 1.2.0: 6 components, 1 function, 2 acts, 2 characters, 2 actions. 3 files, 0 errors, 0 warnings.\n"), Run(Language.English));
        Write("cards.yaml", Samples.Full.Files.Single(f => f.Name == "cards.yaml").Content.Replace("component: fibre", "component: fiber", StringComparison.Ordinal));
        Assert.Equal(
            (PackCheck.HasErrors, "cards.yaml:20:76: erreur: Composant inconnu : « fiber ». Vouliez-vous dire « fibre » ?\n3 fichiers, 1 erreur, 0 avertissement.\n"),
            Run(Language.French));
        Assert.Equal((PackCheck.CannotRead, "nowhere: error: There is no folder \"nowhere\".\n"), Run(Language.English, "nowhere"));
    }

    private (int Code, string Output) Run(Language language, string? path = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        return (PackCheck.Run(path ?? folder.FullName, language, output), output.ToString());
    }

    private PackReading Finds(FindingCode code, string? path = null)
    {
        var reading = PackReader.Read(path ?? folder.FullName);
        Assert.Contains(reading.Findings, f => f.Code == code);
        foreach (var language in new[] { Language.French, Language.English })
            Assert.All(reading.Findings, f => Assert.NotEmpty(FindingText.Line(f, language)));
        return reading;
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(folder.FullName, name), content);
}
