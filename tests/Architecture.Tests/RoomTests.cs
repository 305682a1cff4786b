using System.Reflection;
using System.Xml.Linq;
using Xunit;

namespace TousRisques.Architecture.Tests;

/// <summary>Arrows between rooms point downwards only (docs/architecture.md).</summary>
public class RoomTests
{
    /// <summary>Who may know whom. A room that is missing here fails the test, so that a new one is thought about.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Resilience"] = [],
        ["Domain"] = [],
        ["Analysis"] = ["Domain", "Resilience"],
        ["Formats"] = ["Domain"],
        ["Journal"] = ["Domain"],
        ["Journal.Sqlite"] = ["Domain", "Journal"],
        ["Sessions"] = ["Analysis", "Domain", "Journal"],
        ["Web"] = ["Analysis", "Domain", "Formats", "Journal", "Sessions"],
        ["Host"] = ["Analysis", "Domain", "Formats", "Journal", "Journal.Sqlite", "Resilience", "Sessions", "Web"],
    };

    private static readonly string Root = FindRoot();

    public static TheoryData<string> Rooms => [.. Directory.GetDirectories(Path.Combine(Root, "src")).Select(d => RoomOf(Path.GetFileName(d)))];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_references_only_rooms_below_it(string room)
    {
        Assert.True(Allowed.ContainsKey(room), $"Room {room} has no line here: say whom it may know.");
        var project = XDocument.Load(Path.Combine(Root, "src", Prefix + room, $"{Prefix}{room}.csproj"));
        var references = project.Descendants("ProjectReference")
            .Select(r => RoomOf(Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))));
        Assert.Empty(references.Except(Allowed[room]));
    }

    [Fact]
    public void The_table_of_rooms_has_no_cycle()
    {
        foreach (var (room, below) in Allowed)
            Assert.DoesNotContain(room, below.SelectMany(Reach));

        static IEnumerable<string> Reach(string room) => Allowed[room].Append(room).Concat(Allowed[room].SelectMany(Reach));
    }

    [Theory]
    [InlineData("TousRisques.Domain")]
    [InlineData("TousRisques.Resilience")]
    public void A_pure_room_references_only_the_system(string assembly) =>
        Assert.All(Assembly.Load(assembly).GetReferencedAssemblies(), r => Assert.StartsWith("System", r.Name));

    private const string Prefix = "TousRisques.";

    private static string RoomOf(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "TousRisques.slnx"))) at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("The solution's folder was not found above the tests.");
    }
}
