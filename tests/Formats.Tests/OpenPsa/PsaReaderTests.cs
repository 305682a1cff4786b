using CsCheck;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.OpenPsa;
using Xunit;

namespace TousRisques.Formats.Tests.OpenPsa;

public class PsaReaderTests
{
    private const string Town = """
        <?xml version="1.0"?>
        <opsa-mef name="town">
          <define-fault-tree name="water">
            <define-gate name="top"><label>No water</label>
              <or>
                <gate name="pumps"/>
                <and> <basic-event name="grid"/> <not> <house-event name="generator"/> </not> </and>
              </or>
            </define-gate>
            <define-gate name="pumps"><atleast min="2"> <event name="pump.motor"/> <gate name="water.pump.all"/> <basic-event name="grid"/> </atleast></define-gate>
            <define-component name="pump">
              <define-gate name="all"><and> <basic-event name="motor"/> <constant value="true"/> </and></define-gate>
              <define-basic-event name="motor"><float value="1e-3"/></define-basic-event>
            </define-component>
          </define-fault-tree>
          <model-data>
            <define-house-event name="generator"><constant value="false"/></define-house-event>
            <define-basic-event name="grid"><mul> <parameter name="rate"/> <float value="2"/> </mul></define-basic-event>
            <define-parameter name="rate"><float value="0.01"/></define-parameter>
          </model-data>
        </opsa-mef>
        """;

    [Fact]
    public void A_model_is_read_with_its_nested_scopes_parameters_and_house_events()
    {
        var model = Fine(Town);
        Assert.Equal("town", model.Name);
        Assert.Equal(["water.top", "water.pumps", "water.pump.all"], model.Gates.Select(g => g.Path));
        Assert.Equal("No water", model.Gates[0].Label);
        Assert.Equal([("motor", 0.001), ("grid", 0.02)], model.BasicEvents.Select(e => (e.Name, e.Probability!.Value)));
        Assert.Equal([0], model.Tops);
        Assert.Equal([2], model.GatesNamed("water.pump.all"));
        Assert.Equal(new PsaFormula.Gate(2), ((PsaFormula.Join)model.Gates[1].Formula).Inputs[1]);
    }

    [Fact]
    public void Fault_trees_may_stand_within_fault_trees()
    {
        var model = Fine("""
            <opsa-mef><define-fault-tree name="town">
              <define-gate name="top"><or> <gate name="water.top"/> <gate name="left"/> </or></define-gate>
              <define-fault-tree name="water">
                <define-gate name="top"><and> <basic-event name="pump"/> <gate name="left"/> </and></define-gate>
                <define-component name="basin"><define-fault-tree name="old"><define-gate name="left"><basic-event name="pump"/></define-gate></define-fault-tree></define-component>
                <define-basic-event name="pump"/>
              </define-fault-tree>
            </define-fault-tree></opsa-mef>
            """);
        Assert.Equal(["town.top", "town.water.top", "town.water.basin.old.left"], model.Gates.Select(g => g.Path));
        Assert.Equal([0], model.Tops);
        Assert.Equal("town", model.Name);
    }

    [Fact] // found by bench/Fuzz: what was written by its whole path was read back as something else
    public void A_whole_path_means_what_it_says_also_where_an_inner_scope_has_the_name_of_the_tree()
    {
        var model = Fine("""
            <opsa-mef><define-fault-tree name="t"><define-basic-event name="e"/>
              <define-component name="c"><define-gate name="g"><or> <basic-event name="t.e"/> <basic-event name="t.c.t.e"/> </or></define-gate>
                <define-component name="t"><define-basic-event name="e"/></define-component></define-component>
            </define-fault-tree></opsa-mef>
            """);
        Assert.Equal(["t.e", "t.c.t.e"], ((PsaFormula.Join)model.Gates[0].Formula).Inputs.Select(i => model.BasicEvents[((PsaFormula.BasicEvent)i).Index].Path));
    }

    [Theory] // the parser counts on beyond the end
    [InlineData("<opsa-mef>\n<define-fault-tree na", 2, 21)]
    [InlineData("<opsa-mef>\r\n<a><b", 2, 5)]
    [InlineData("<opsa-mef", 1, 9)]
    public void A_file_that_ends_within_a_tag_is_told_within_its_last_line(string text, int line, int lettersOfLine)
    {
        var at = Assert.Single(PsaReader.ReadText("cut.xml", text).Findings, f => f.Code == PsaFindingCode.NotXml).At;
        Assert.Equal(line, at.Line);
        Assert.InRange(at.Column, 1, lettersOfLine + 1);
    }

    [Fact]
    public void One_model_may_be_spread_over_several_files()
    {
        var cut = Town.IndexOf("  <model-data>", StringComparison.Ordinal);
        var reading = PsaReader.Read([("tree.xml", Open(Town[..cut] + "</opsa-mef>")), ("data.xml", Open("<opsa-mef>" + Town[cut..]))]);
        Assert.Empty(reading.Findings);
        Assert.Equal(2, reading.Model!.BasicEvents.Length);

        static Func<Stream> Open(string text) => () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public void What_is_written_is_read_back_as_it_was() => Models.Sample(model =>
    {
        using var text = new StringWriter();
        PsaWriter.Write(model, text);
        Assert.Equal(Show(model), Show(Fine(text.ToString())));
    }, iter: 300);

    [Fact] // found by bench/Fuzz: each within the limits of depth, together they ended the stack
    public void Parameters_in_a_long_row_are_refused_before_the_stack_ends()
    {
        var deep = string.Concat(Enumerable.Range(0, 150).Select(i =>
            $"<define-parameter name=\"p{i}\">{string.Concat(Enumerable.Repeat("<neg>", 150))}<parameter name=\"p{i + 1}\"/>{string.Concat(Enumerable.Repeat("</neg>", 150))}</define-parameter>"));
        Assert.Contains(
            Bad("<define-gate name=\"a\"><basic-event name=\"e\"/></define-gate><define-basic-event name=\"e\"><parameter name=\"p0\"/></define-basic-event>" + deep + "<define-parameter name=\"p150\"><float value=\"1\"/></define-parameter>"),
            f => f.Code == PsaFindingCode.TooDeep);
    }

    [Fact] // found by bench/Fuzz: no error was among those told, so that nothing said why there was no model
    public void An_error_beyond_the_findings_told_is_an_error_still()
    {
        var reading = PsaReader.ReadText("many.xml", "<opsa-mef>" + string.Concat(Enumerable.Repeat("<define-event-tree/>", 1_100)) + "<stranger/></opsa-mef>");
        Assert.Null(reading.Model);
        Assert.Contains(reading.Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void Every_error_is_told_at_once_where_it_is()
    {
        var findings = PsaReader.ReadText("bad.xml", """
            <opsa-mef>
              <define-fault-tree name="t">
                <define-gate name="a"><or><gate name="b"/><basic-event name="pumpp"/></or></define-gate>
                <define-gate name="b"><not><gate name="a"/><gate name="a"/></not></define-gate>
                <define-gate name="b"><gate name="a"/></define-gate>
                <define-gate name="c"><atleast min="7"><gate name="a"/></atleast></define-gate>
                <define-gate><gate name="a"/></define-gate>
                <define-gate name="d"><annd><gate name="a"/></annd></define-gate>
                <define-gate name="e"><gate name="pump"/></define-gate>
                <define-basic-event name="pump"><float value="1.5"/></define-basic-event>
                <define-basic-event name="x y"/>
                <define-gate name="f"/>
                <define-CCF-group name="g"/>
              </define-fault-tree>
            </opsa-mef>
            """).Findings;
        Assert.Equal(
            [
                (3, PsaFindingCode.Undefined, "pumpp", "pump"),
                (4, PsaFindingCode.WrongArity, "not", null),
                (5, PsaFindingCode.Duplicate, "b", null),
                (6, PsaFindingCode.OutOfRange, "7", null),
                (7, PsaFindingCode.MissingAttribute, "name", null),
                (8, PsaFindingCode.UnknownElement, "annd", "and"),
                (9, PsaFindingCode.WrongKind, "pump", null),
                (10, PsaFindingCode.OutOfRange, "1.5", null),
                (11, PsaFindingCode.BadName, "x y", null),
                (12, PsaFindingCode.OneExpected, "f", null),
                (13, PsaFindingCode.Unsupported, "define-CCF-group", null),
            ],
            findings.Select(f => (f.At.Line, f.Code, f.Value, f.Nearest)));
        Assert.Equal(60, findings[0].At.Column);
        Assert.All(findings, f => Assert.StartsWith("bad.xml:" + f.At.Line, PsaFindingText.Line(f, Language.French), StringComparison.Ordinal));
        Assert.Contains("Did you mean \"pump\"?", PsaFindingText.Line(findings[0], Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Gates_in_a_circle_are_named_in_their_order()
    {
        var findings = Bad("""
            <define-gate name="a"><or><gate name="b"/></or></define-gate>
            <define-gate name="b"><and><gate name="c"/></and></define-gate>
            <define-gate name="c"><gate name="a"/></define-gate>
            <define-gate name="self"><gate name="self"/></define-gate>
            """);
        Assert.Equal(["t.a → t.b → t.c → t.a", "t.self → t.self"], findings.Select(f => f.Value));
        Assert.All(findings, f => Assert.Equal(PsaFindingCode.Circle, f.Code));
    }

    [Fact]
    public void Parameters_in_a_circle_are_refused() => Assert.Contains(
        Bad("""
            <define-gate name="a"><basic-event name="e"/></define-gate>
            <define-basic-event name="e"><parameter name="p"/></define-basic-event>
            <define-parameter name="p"><neg><parameter name="q"/></neg></define-parameter>
            <define-parameter name="q"><parameter name="p"/></define-parameter>
            """), f => f is { Code: PsaFindingCode.Circle, At.Line: 5 or 6 });

    [Fact]
    public void A_bomb_of_entities_is_refused_before_it_goes_off()
    {
        var bomb = """<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><opsa-mef>&b;</opsa-mef>""";
        Assert.Equal(PsaFindingCode.DocumentType, Assert.Single(PsaReader.ReadText("bomb.xml", bomb).Findings).Code);
    }

    [Fact]
    public void A_file_of_the_disk_is_not_fetched_through_an_entity()
    {
        var outside = """<!DOCTYPE b [<!ENTITY x SYSTEM "file:///etc/passwd">]><opsa-mef name="&x;"/>""";
        Assert.Equal(PsaFindingCode.DocumentType, Assert.Single(PsaReader.ReadText("outside.xml", outside).Findings).Code);
    }

    [Fact]
    public void Elements_too_deep_inside_one_another_are_refused()
    {
        const int Deep = 100_000;
        var nested = string.Concat(Enumerable.Repeat("<not>", Deep)) + string.Concat(Enumerable.Repeat("</not>", Deep));
        var findings = PsaReader.ReadText("deep.xml", $"<opsa-mef><define-fault-tree name='t'><define-gate name='g'>{nested}</define-gate></define-fault-tree></opsa-mef>").Findings;
        Assert.Equal(PsaFindingCode.TooDeep, Assert.Single(findings).Code);
    }

    [Fact]
    public void A_broken_file_tells_where_it_breaks()
    {
        var finding = Assert.Single(PsaReader.ReadText("broken.xml", "<opsa-mef>\n  <define-fault-tree name='t'>\n  </oops>\n</opsa-mef>").Findings);
        Assert.Equal((PsaFindingCode.NotXml, 3), (finding.Code, finding.At.Line));
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_gates_is_read()
    {
        const int Gates = 100_000;
        var gates = string.Concat(Enumerable.Range(0, Gates).Select(g => $"<define-gate name='g{g}'><or><gate name='g{g + 1}'/><basic-event name='e'/></or></define-gate>"));
        var model = Fine($"<opsa-mef><define-fault-tree name='t'>{gates}<define-gate name='g{Gates}'><basic-event name='e'/></define-gate><define-basic-event name='e'/></define-fault-tree></opsa-mef>");
        Assert.Equal([0], model.Tops);
    }

    [Fact]
    public void A_name_that_two_components_share_is_told_apart_by_its_path()
    {
        const string Twice = """
            <opsa-mef><define-fault-tree name="t">
              <define-gate name="top"><or><basic-event name="{0}"/><basic-event name="b.valve"/></or></define-gate>
              <define-component name="a"><define-basic-event name="valve"/></define-component>
              <define-component name="b"><define-basic-event name="valve"/></define-component>
            </define-fault-tree></opsa-mef>
            """;
        Assert.Equal(PsaFindingCode.Ambiguous, Assert.Single(PsaReader.ReadText("x.xml", Twice.Replace("{0}", "valve", StringComparison.Ordinal)).Findings).Code);
        Assert.Equal(2, Fine(Twice.Replace("{0}", "t.a.valve", StringComparison.Ordinal)).BasicEvents.Length);
    }

    [Fact]
    public void Nothing_that_is_typed_makes_the_reader_throw() => Gen.Select(Gen.Int[0, Town.Length - 1], Gen.Int[0, 40], Gen.String[Gen.Char["<>/\"=&! abegt-\u0000é"], 0, 8])
        .Sample((at, cut, insert) =>
        {
            var broken = Town.Remove(at, Math.Min(cut, Town.Length - at)).Insert(at, insert);
            var reading = PsaReader.ReadText("fuzz.xml", broken);
            Assert.True(reading.Model is not null || reading.Findings.Any(f => f.Severity == Severity.Error));
            foreach (var finding in reading.Findings)
            {
                Assert.NotEmpty(PsaFindingText.Line(finding, Language.French));
                Assert.DoesNotContain('\0', PsaFindingText.Line(finding, Language.English));
            }
        }, iter: 5_000);

    private static PsaModel Fine(string text)
    {
        var reading = PsaReader.ReadText("model.xml", text);
        Assert.Empty(reading.Findings.Select(f => PsaFindingText.Line(f, Language.English)));
        return reading.Model!;
    }

    private static System.Collections.Immutable.ImmutableArray<PsaFinding> Bad(string contents)
    {
        var reading = PsaReader.ReadText("model.xml", $"<opsa-mef><define-fault-tree name=\"t\">\n{contents}\n</define-fault-tree></opsa-mef>");
        Assert.Null(reading.Model);
        return reading.Findings;
    }

    /// <summary>Models with two fault trees and components, names unique, every connective.</summary>
    private static readonly Gen<PsaModel> Models =
        from events in Gen.Select(Gen.Int[0, 3], Gen.Double[0, 1], Gen.Bool).Array[1, 5]
        from houses in Gen.Bool.Array[1, 2]
        from gates in Gen.Select(Gen.Int[0, 3], Gen.Int[0, 13], Gen.Int[0, 1000].Array[1, 4]).Array[1, 6]
        select Make(events, houses, gates);

    private static PsaModel Make((int Scope, double P, bool Known)[] events, bool[] houses, (int Scope, int Kind, int[] Picks)[] gates)
    {
        string[] scopes = ["one", "one.part", "one.part.inner", "two"];
        return new PsaModel("model", ["one", "two"],
            [.. gates.Select((g, i) => new PsaGate($"g{i}", $"{scopes[g.Scope]}.g{i}", Formula(g.Kind, g.Picks, i), i % 2 == 0 ? $"Gate & <{i}>" : null))],
            [.. events.Select((e, i) => new PsaBasicEvent($"e{i}", $"e{i}", e.Known ? e.P : null))],
            [.. houses.Select((h, i) => new PsaHouseEvent($"h{i}", $"h{i}", h))]);

        PsaFormula Formula(int kind, int[] picks, int gate)
        {
            PsaFormula[] inputs = [.. picks.Select(Leaf)];
            return kind switch
            {
                < 10 when (PsaConnective)kind is var c => c switch
                {
                    PsaConnective.Not => new PsaFormula.Join(c, [inputs[0]]),
                    PsaConnective.Xor or PsaConnective.Iff or PsaConnective.Imply => new PsaFormula.Join(c, [inputs[0], inputs[^1]]),
                    PsaConnective.AtLeast => new PsaFormula.Join(c, [.. inputs], picks[0] % (inputs.Length + 1)),
                    PsaConnective.Cardinality => new PsaFormula.Join(c, [.. inputs], 0, picks[0] % (inputs.Length + 1)),
                    _ => new PsaFormula.Join(c, [.. inputs]),
                },
                10 => new PsaFormula.Join(PsaConnective.Or, [new PsaFormula.Join(PsaConnective.And, [.. inputs]), inputs[0]]),
                _ => inputs[0],
            };

            PsaFormula Leaf(int pick) => (pick % 4) switch
            {
                0 => new PsaFormula.Constant(pick % 8 == 0),
                1 => new PsaFormula.HouseEvent(pick % houses.Length),
                2 when gate > 0 => new PsaFormula.Gate(pick / 4 % gate),
                _ => new PsaFormula.BasicEvent(pick % events.Length),
            };
        }
    }

    private static string Show(PsaModel model)
    {
        return string.Join('\n', model.Gates.OrderBy(g => g.Path, StringComparer.Ordinal).Select(g => $"{g.Path} [{g.Label}] = {Formula(g.Formula)}")
            .Concat(model.BasicEvents.Select(e => $"{e.Path} {e.Probability:R}")).Concat(model.HouseEvents.Select(h => $"{h.Path} {h.Value}")).Prepend(model.Name + string.Join(' ', model.FaultTrees.Order())));

        string Formula(PsaFormula f) => f switch
        {
            PsaFormula.Join j => $"{j.Connective} {j.Least} {j.Most} ({string.Join(' ', j.Inputs.Select(Formula))})",
            PsaFormula.Gate g => model.Gates[g.Index].Path,
            PsaFormula.BasicEvent e => model.BasicEvents[e.Index].Path,
            PsaFormula.HouseEvent h => model.HouseEvents[h.Index].Path,
            PsaFormula.Constant c => c.Value.ToString(),
            _ => "?",
        };
    }
}
