namespace TousRisques.Browser.Tests.Running;

/// <summary>Where things lie in the repository.</summary>
public static class Folders
{
    /// <summary>The repository's own folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The configuration that this assembly was built in, and so the server that it starts.</summary>
    public static string Configuration { get; } =
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    /// <summary>The built server.</summary>
    public static string Host { get; } = Path.Combine(Root, "src", "TousRisques.Host", "bin", Configuration, "net10.0", "tousrisques.dll");

    /// <summary>Where pictures go; git ignores it.</summary>
    public static string Screens { get; } = Directory.CreateDirectory(Path.Combine(Root, "artifacts", "screens")).FullName;

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "TousRisques.slnx"))) at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("The solution's folder was not found above the tests.");
    }
}
