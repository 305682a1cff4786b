using TousRisques.Formats.Packs;
using TousRisques.Web.Packs;
using Xunit;

namespace TousRisques.Web.Tests.Packs;

/// <summary>Packs that are put into a folder of an installation: whole, or nothing.</summary>
public sealed class InstalledPacksTests : IDisposable
{
    private readonly string own = Directory.CreateTempSubdirectory("packs-").FullName;

    private PackFolders Folders => new([own]);

    [Fact]
    public void A_pack_is_there_once_and_nothing_is_written_over_it()
    {
        var packs = new InstalledPacks(Folders);
        Assert.True(packs.Install("vallee", new PackFiles([new("scenario.yaml", "format: 1")])));
        Assert.False(packs.Install("vallee", new PackFiles([new("scenario.yaml", "format: 2")])));
        Assert.Equal("format: 1", File.ReadAllText(Path.Combine(own, "vallee", "scenario.yaml")));
        Assert.Equal(["vallee"], Directory.GetFileSystemEntries(own).Select(Path.GetFileName));
    }

    [Fact]
    public void An_installation_that_fails_leaves_nothing_behind()
    {
        var packs = new InstalledPacks(Folders);
        Assert.ThrowsAny<IOException>(() => packs.Install("vallee", new PackFiles([new("a.yaml", "format: 1"), new("nowhere/scenario.yaml", "format: 1")])));
        Assert.Empty(Directory.GetFileSystemEntries(own));
        Assert.True(packs.Install("vallee", new PackFiles([new("a.yaml", "format: 1")])));
    }

    [Fact]
    public void What_one_cut_short_left_is_cleared_and_nothing_else()
    {
        foreach (var name in new[] { "." + Guid.NewGuid().ToString("N"), ".git", "vallee", Guid.NewGuid().ToString("N") })
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(own, name)).FullName, "scenario.yaml"), "format: 1");
        InstalledPacks.ClearLeftovers(Folders);
        Assert.Equal(3, Directory.GetDirectories(own).Length);
        Assert.True(Directory.Exists(Path.Combine(own, ".git")));
        InstalledPacks.ClearLeftovers(new([Path.Combine(own, "not-there")]));
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(own, recursive: true);
}
