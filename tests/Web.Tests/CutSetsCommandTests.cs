using System.CommandLine;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using TousRisques.Analysis;
using TousRisques.Domain.Territories;
using TousRisques.Formats.OpenPsa;
using TousRisques.Formats.Packs;
using TousRisques.Host.Commands;
using TousRisques.Resilience.Exact;
using TousRisques.Resilience.FaultTrees;
using TousRisques.Web.Stress;

namespace TousRisques.Web.Tests;

/// <summary>The command <c>cutsets</c>, from files to figures.</summary>
public sealed class CutSetsCommandTests
{
    /// <summary>Trees of the reference table that take a moment; bench/Trees runs them all.</summary>
    private static readonly string[] Quick =
    [
        "baobab1", "chinese", "das9201", "das9204", "das9206", "das9208", "das9601", "edf9201", "edf9205", "edfpa14p", "edfpa15b", "elf9601", "ftr10", "isp9601", "isp9603",
        "isp9606",
    ];

    public static TheoryData<string> QuickTrees => [.. Quick];

    [Theory]
    [MemberData(nameof(QuickTrees))]
    public async Task An_Aralia_tree_has_the_cut_sets_and_the_probability_of_the_reference_table(string tree)
    {
        if (Aralia() is not { } folder) { Assert.Skip("The Aralia trees are not beside the project (../shared/data/aralia)."); return; }
        var row = (await File.ReadAllLinesAsync(Path.Combine(folder, "README.md"))).First(l => l.StartsWith($"| {tree} ", StringComparison.Ordinal)).Split('|', StringSplitOptions.TrimEntries);
        var (exit, said, _) = await RunAsync("cutsets", Path.Combine(folder, tree + ".xml"), "--json");
        Assert.Equal(0, exit);
        using var json = JsonDocument.Parse(said);
        var upTo20 = json.RootElement.GetProperty("byOrder").EnumerateObject().Where(o => int.Parse(o.Name, CultureInfo.InvariantCulture) <= 20)
            .Aggregate(BigInteger.Zero, (sum, o) => sum + BigInteger.Parse(o.Value.GetString()!, CultureInfo.InvariantCulture));
        Assert.Equal(row[2], upTo20.ToString(CultureInfo.InvariantCulture));
        var expected = double.Parse(row[3], CultureInfo.InvariantCulture);
        Assert.Equal(expected, json.RootElement.GetProperty("probability").GetDouble(), expected * 5.1e-6); // six digits are printed there
    }

    [Fact]
    public async Task A_small_tree_is_told_in_words_in_figures_and_as_a_list()
    {
        using var files = new TemporaryFolder();
        var model = files.Write("model.xml", """
            <opsa-mef><define-fault-tree name="water">
              <define-gate name="top"><or><and><basic-event name="pump-1"/><basic-event name="pump-2"/></and><basic-event name="pipe"/></or></define-gate>
              <define-basic-event name="pump-1"><float value="0.1"/></define-basic-event>
              <define-basic-event name="pump-2"><float value="0.1"/></define-basic-event>
              <define-basic-event name="pipe"><float value="0.01"/></define-basic-event>
            </define-fault-tree></opsa-mef>
            """);
        var list = Path.Combine(files.Path, "list.txt");
        var (exit, said, wrong) = await RunAsync("cutsets", model, "--lang", "fr", "--list", list);
        Assert.Equal((0, ""), (exit, wrong));
        Assert.Contains("Coupes minimales : 2", said, StringComparison.Ordinal);
        Assert.Contains("Un seul événement suffit : pipe", said, StringComparison.Ordinal);
        Assert.Equal("pipe\npump-1 pump-2\n", await File.ReadAllTextAsync(list));

        using var json = JsonDocument.Parse((await RunAsync("cutsets", model, "--json", "--max-order", "1")).Output);
        var root = json.RootElement;
        Assert.Equal(("water", "top", "1"), (root.GetProperty("tree").GetString(), root.GetProperty("top").GetString(), root.GetProperty("minimalCutSets").GetString()));
        Assert.Equal(0.0199, root.GetProperty("probability").GetDouble(), 1e-15);
        Assert.Equal(3, root.GetProperty("importance").GetArrayLength());
        Assert.True(root.GetProperty("seconds").GetDouble() >= 0);
    }

    [Fact]
    public async Task What_is_wrong_goes_to_the_error_output_with_its_place_and_an_exit_code()
    {
        using var files = new TemporaryFolder();
        var bad = files.Write("bad.xml", "<opsa-mef><define-fault-tree name=\"t\">\n<define-gate name=\"g\"><basic-event name=\"nobody\"/></define-gate>\n</define-fault-tree></opsa-mef>");
        var (exit, said, wrong) = await RunAsync("cutsets", bad, "--lang", "en");
        Assert.Equal((CutSetsCommand.HasErrors, ""), (exit, said));
        Assert.Contains("bad.xml:2:", wrong, StringComparison.Ordinal);
        Assert.Equal(CutSetsCommand.CannotRead, (await RunAsync("cutsets", Path.Combine(files.Path, "absent.xml"))).Exit);
        var two = files.Write("two.xml", "<opsa-mef><define-fault-tree name=\"t\"><define-gate name=\"valves\"><constant value=\"true\"/></define-gate><define-gate name=\"pumps\"><constant value=\"false\"/></define-gate></define-fault-tree></opsa-mef>");
        Assert.Contains("--top", (await RunAsync("cutsets", two)).Errors, StringComparison.Ordinal);
        Assert.Contains("\"valves\"?", (await RunAsync("cutsets", two, "--top", "valve", "--lang", "en")).Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("cutsets", two, "--top", "valves")).Exit);
    }

    [Fact]
    public async Task A_list_that_cannot_be_written_says_why_in_our_words_and_a_full_disk_keeps_the_rest_of_the_answer()
    {
        using var files = new TemporaryFolder();
        var tree = files.Write("tree.xml", "<opsa-mef><define-fault-tree name=\"t\"><define-gate name=\"top\"><basic-event name=\"a\"/></define-gate><define-basic-event name=\"a\"><float value=\"0.5\"/></define-basic-event></define-fault-tree></opsa-mef>");
        var (exit, said, wrong) = await RunAsync("cutsets", tree, "--list", Path.Combine(files.Path, "absent", "list.txt"), "--lang", "fr");
        Assert.Equal((CutSetsCommand.CannotRead, ""), (exit, said));
        Assert.Contains("ce dossier n’existe pas", wrong, StringComparison.Ordinal);
        if (!File.Exists("/dev/full")) return; // Linux only: it takes everything and is full when the file is closed
        (exit, said, wrong) = await RunAsync("cutsets", tree, "--list", "/dev/full", "--lang", "en");
        Assert.Equal(CutSetsCommand.CannotRead, exit);
        Assert.Contains("the disk is full", wrong, StringComparison.Ordinal);
        Assert.Contains("Minimal cut sets: 1", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_little_memory_gives_what_is_proven_and_says_so()
    {
        if (Aralia() is not { } folder) { Assert.Skip("The Aralia trees are not beside the project (../shared/data/aralia)."); return; }
        var (exit, said, _) = await RunAsync("cutsets", Path.Combine(folder, "edf9203.xml"), "--memory", "8", "--json");
        Assert.Equal(CutSetsCommand.Partial, exit);
        using var json = JsonDocument.Parse(said);
        Assert.False(json.RootElement.GetProperty("complete").GetBoolean());
        Assert.True(json.RootElement.GetProperty("provenUpToOrder").GetInt32() >= 1);
        var bounds = json.RootElement.GetProperty("probabilityBounds").EnumerateArray().Select(b => b.GetDouble()).ToArray();
        Assert.True(bounds[0] > 0 && bounds[0] <= bounds[1] && bounds[1] < 1);
    }

    [Fact]
    public async Task Functions_of_the_shipped_pack_go_out_as_fault_trees_and_come_back_the_same()
    {
        using var files = new TemporaryFolder();
        var pack = PackReader.Read(Shipped()).Pack!;
        var graph = new TerritoryGraph(pack.Territory);
        foreach (var function in pack.Territory.Components.Where(c => c.Nature == Nature.Function))
        {
            var file = Path.Combine(files.Path, function.Id + ".xml");
            Assert.Equal(0, (await RunAsync("faulttree", Shipped(), function.Id.ToString(), "--out", file)).Exit);
            using var json = JsonDocument.Parse((await RunAsync("cutsets", file, "--json")).Output);
            var faults = TerritoryFaults.Of(graph, function.Id, CommonCause.Of(pack));
            var direct = ExactAnalysis.Of(faults.Function.Tree);
            Assert.Equal(direct.MinimalCutSets.ToString(CultureInfo.InvariantCulture), json.RootElement.GetProperty("minimalCutSets").GetString());
            Assert.Equal(direct.SinglePoints.Select(e => faults.Names[e]).Order(), json.RootElement.GetProperty("singlePoints").EnumerateArray().Select(e => e.GetString()).Order());
            Assert.True(direct.IsCoherent);
        }
        var (exit, _, errors) = await RunAsync("faulttree", Shipped(), "alertt", "--lang", "en");
        Assert.Equal((1, true), (exit, errors.Contains("\"alert\"?", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_kind_of_gate_goes_out_and_comes_back()
    {
        Signal[] inputs = [Signal.Event(0), Signal.Event(1), Signal.Event(2), Signal.True];
        Gate[] gates =
        [
            .. Enum.GetValues<GateKind>().Select(k => new Gate(k, [.. inputs.Take(k switch { GateKind.Same or GateKind.Not => 1, GateKind.Iff or GateKind.Imply => 2, _ => 4 })], 2, 3)),
            new Gate(GateKind.AtLeast, [.. inputs], 9), new Gate(GateKind.AtLeast, [.. inputs], -1), new Gate(GateKind.Cardinality, [.. inputs], 3, 2), new Gate(GateKind.Cardinality, [.. inputs], -1, 9),
        ];
        for (var top = 0; top < gates.Length; top++)
        {
            var tree = new FaultTree([0.1, double.NaN, 0.3], gates, Signal.Gate(top));
            using var text = new StringWriter();
            PsaWriter.Write(PsaOf.Tree(tree, "t", "top", ["a", "b", "c"], ["", "B & <co>", ""]), text);
            var model = PsaReader.ReadText("t.xml", text.ToString()).Model!;
            var back = FaultTreeOf.Model(model, model.Tops.Single());
            for (var state = 0; state < 8; state++)
            {
                bool[] happens = [(state & 1) != 0, (state & 2) != 0, (state & 4) != 0];
                Assert.Equal(tree.Holds(happens), back.Holds(happens));
            }
            Assert.Equal([0.1, double.NaN, 0.3], back.Probabilities);
        }
    }

    private static string Shipped()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "scenarios", "seine-maritime"))) return Path.Combine(at.FullName, "scenarios", "seine-maritime");
        throw new DirectoryNotFoundException("The shipped pack is not around the tests.");
    }

    private static string? Aralia()
    {
        if (Environment.GetEnvironmentVariable("ARALIA") is { } given) return given;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "TousRisques.slnx")))
                return Path.Combine(at.FullName, "..", "shared", "data", "aralia") is var beside && Directory.Exists(beside) ? beside : null;
        return null;
    }

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var exit = await CommandLine.Build().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = errors });
        return (exit, output.ToString(), errors.ToString());
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("cutsets-").FullName;

        public string Write(string name, string content)
        {
            var file = System.IO.Path.Combine(Path, name);
            File.WriteAllText(file, content);
            return file;
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
