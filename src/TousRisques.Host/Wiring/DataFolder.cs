using System.Security.Cryptography;
using TousRisques.Journal.Sqlite;
using TousRisques.Web.Access;
using TousRisques.Web.Packs;

namespace TousRisques.Host.Wiring;

/// <summary>The folder that holds all that the product must remember: copy it, and everything is copied.</summary>
internal sealed class DataFolder
{
    /// <summary>Takes a folder, or the user's own when none is given; makes it when it is missing, readable by its owner alone.</summary>
    public DataFolder(DirectoryInfo? given)
    {
        var path = given?.FullName ?? System.IO.Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "tousrisques");
        Path = path;
        Make(path);
        Make(Keys);
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The journal.</summary>
    public string Journal => System.IO.Path.Combine(Path, SqliteJournalOptions.FileName);

    /// <summary>Accounts and one-time links.</summary>
    public string Access => System.IO.Path.Combine(Path, "access.db");

    /// <summary>People, and mail that waits for them.</summary>
    public string Contacts => System.IO.Path.Combine(Path, "contacts.db");

    /// <summary>Files of the notebooks' figures.</summary>
    public string Figures => System.IO.Path.Combine(Path, "figures");

    /// <summary>Keys that seal cookies and tokens, and the key of resume codes.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>Where packs are looked for: this folder's own, then those shipped beside the program, then those of a source tree around it.</summary>
    public PackFolders Packs => new([System.IO.Path.Combine(Path, "scenarios"), .. Shipped("scenarios")]);

    /// <summary>The folder of the example expedition, shipped beside the program or in a source tree around it; null when there is none.</summary>
    public static string? Example => Shipped("expeditions").Select(f => System.IO.Path.Combine(f, "numerique-tous-risques")).FirstOrDefault(Directory.Exists);

    private static IEnumerable<string> Shipped(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Directory.Exists(System.IO.Path.Combine(at.FullName, name))) yield return System.IO.Path.Combine(at.FullName, name);
    }

    /// <summary>The key of resume codes, drawn at the first start.</summary>
    public ResumeSecret ReadResumeSecret()
    {
        var file = System.IO.Path.Combine(Keys, "resume.key");
        if (!File.Exists(file))
        {
            var fresh = file + "." + Environment.ProcessId;
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var stream = new FileStream(fresh, options)) stream.Write(RandomNumberGenerator.GetBytes(32));
            File.Move(fresh, file, overwrite: false);
        }
        return new ResumeSecret([.. File.ReadAllBytes(file)]);
    }

    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
