using System.Text;
using CsCheck;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Journal.Json;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Journal.Tests;

public class CommandCodecTests
{
    private const string Good = """{"command":"assess-action","participant":"p7","act":"act-1","action":"open-centre","verdict":"degraded","reason":"no light"}""";

    [Fact]
    public void A_command_is_read_as_a_client_writes_it()
    {
        Assert.True(CommandCodec.TryRead(Encoding.UTF8.GetBytes(Good), out var command, out _));
        Assert.Equal(new AssessAction(new("p7"), new("act-1"), new("open-centre"), Verdict.Degraded, "no light"), command);
    }

    [Fact]
    public void Every_command_survives_the_wire() => FactGenerators.Commands.Sample(command =>
        CommandCodec.TryParse<WorkshopCommand>(CommandCodec.Write(command), out var back, out _) && Canonical.Dump(command) == Canonical.Dump(back), iter: 3_000);

    [Fact]
    public void Every_refusal_survives_the_wire() => FactGenerators.Refusals.Sample(refusal =>
        CommandCodec.TryParse<Refusal>(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(refusal, WireJson.Strict), out var back, out _)
        && Canonical.Dump(refusal) == Canonical.Dump(back), iter: 1_000);

    [Theory]
    [InlineData("", WireProblem.NotJson, "")]
    [InlineData("{", WireProblem.NotJson, "")]
    [InlineData("null", WireProblem.WrongType, "")]
    [InlineData("[]", WireProblem.WrongType, "")]
    [InlineData("{} {}", WireProblem.FieldMissing, "command")]
    [InlineData("""{"command":"advance"} x""", WireProblem.NotJson, "")]
    [InlineData("{}", WireProblem.FieldMissing, "command")]
    [InlineData("""{"command":7}""", WireProblem.WrongType, "command")]
    [InlineData("""{"command":"fly"}""", WireProblem.UnknownValue, "command")]
    [InlineData("""{"command":"Advance"}""", WireProblem.UnknownValue, "command")]
    [InlineData("""{"command":"advance","command":"go-back"}""", WireProblem.FieldTwice, "command")]
    [InlineData("""{"command":"advance","by":"facilitator"}""", WireProblem.UnknownField, "by")]
    [InlineData("""{"command":"jump-to"}""", WireProblem.FieldMissing, "step")]
    [InlineData("""{"command":"jump-to","step":null}""", WireProblem.WrongType, "step")]
    [InlineData("""{"command":"jump-to","step":""}""", WireProblem.UnknownValue, "step")]
    [InlineData("""{"command":"jump-to","step":["a"]}""", WireProblem.WrongType, "step")]
    [InlineData("""{"command":"jump-to","step":"a","step":"b"}""", WireProblem.FieldTwice, "step")]
    [InlineData("""{"command":"jump-to","Step":"a"}""", WireProblem.UnknownField, "Step")]
    [InlineData("""{"command":"extend-step","by":"5 minutes"}""", WireProblem.UnknownValue, "by")]
    [InlineData("""{"command":"extend-step","by":"P1M"}""", WireProblem.UnknownValue, "by")]
    [InlineData("""{"command":"extend-step","by":300}""", WireProblem.WrongType, "by")]
    [InlineData("""{"command":"support-lead","lead":"l","participant":"p"}""", WireProblem.FieldMissing, "support")]
    [InlineData("""{"command":"support-lead","lead":"l","participant":"p","support":1}""", WireProblem.WrongType, "support")]
    [InlineData("""{"command":"propose-action","action":"own-1","table":"a","title":"t","effort":1.5,"theme":"data","time":"during"}""", WireProblem.WrongType, "effort")]
    [InlineData("""{"command":"propose-action","action":"own-1","table":"a","title":"t","effort":9999999999,"theme":"data","time":"during"}""", WireProblem.WrongType, "effort")]
    [InlineData("""{"command":"propose-action","action":"own-1","table":"a","title":"t","effort":1,"theme":"data","time":"1"}""", WireProblem.UnknownValue, "time")]
    [InlineData("""{"command":"rank-priorities","participant":"p","act":"a","ranking":[{"stake":"s"},{"stake":5}]}""", WireProblem.WrongType, "ranking[1].stake")]
    [InlineData("""{"command":"send-message","message":"m","from":"p","channel":"c","to":{"kind":"moon"},"body":"b"}""", WireProblem.UnknownValue, "to.kind")]
    [InlineData("""{"command":"send-message","message":"m","from":"p","channel":"c","to":{"kind":"room","table":"a"},"body":"b"}""", WireProblem.UnknownField, "to.table")]
    [InlineData("""{"command":"introduce-self","participant":"p","words":"\ud800"}""", WireProblem.WrongType, "words")]
    [InlineData("""{"command":"open-workshop","workshop":"ABCDEF","script":{},"title":"","place":"","tables":[],"owner":"","demonstration":true}""", WireProblem.FieldMissing, "script.mode")]
    public void What_is_wrong_is_named_with_its_place(string json, WireProblem problem, string path)
    {
        Assert.False(CommandCodec.TryRead(Encoding.UTF8.GetBytes(json), out var command, out var fault));
        Assert.Null(command);
        Assert.Equal((problem, path), (fault.Problem, fault.Path));
    }

    [Fact]
    public void Commands_of_the_house_are_not_taken_from_clients() => FactGenerators.Commands
        .Where(c => c is OpenWorkshop or RecordSituation or RecordConsequences)
        .Sample(command =>
        {
            Assert.False(CommandCodec.TryRead(CommandCodec.Write(command), out _, out var fault));
            Assert.Equal(WireProblem.NotForClients, fault.Problem);
        }, iter: 50);

    [Fact]
    public void The_discriminator_may_stand_anywhere()
    {
        Assert.True(CommandCodec.TryRead("""{"step":"a","command":"jump-to"}"""u8, out var command, out _));
        Assert.Equal(new JumpTo(new("a")), command);
    }

    [Fact]
    public void An_absent_field_that_may_be_null_is_null()
    {
        Assert.True(CommandCodec.TryRead("""{"command":"assign-character","participant":"p"}"""u8, out var command, out _));
        Assert.Equal(new AssignCharacter(new("p"), null), command);
    }

    [Fact]
    public void Too_much_is_refused_unread()
    {
        var huge = Encoding.UTF8.GetBytes($$"""{"command":"introduce-self","participant":"p","words":"{{new string('a', 1_000_000)}}"}""");
        Assert.False(CommandCodec.TryRead(huge, out _, out var fault));
        Assert.Equal(WireProblem.TooLarge, fault.Problem);
    }

    [Fact]
    public void Too_deep_is_refused()
    {
        var deep = Encoding.UTF8.GetBytes($$"""{"step":{{new string('[', 5_000)}}{{new string(']', 5_000)}},"command":"jump-to"}""");
        Assert.False(CommandCodec.TryRead(deep, out _, out var fault));
        Assert.Equal(WireProblem.NotJson, fault.Problem);
    }

    [Fact] // any bytes, and any small damage to a good command: an answer, never an exception
    public void No_input_breaks_the_reader()
    {
        Gen.Byte.Array[0, 60].Sample(bytes => Answers(bytes));
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Good);
            bytes[at] = value;
            return Answers(bytes);
        }, iter: 5_000);

        static bool Answers(byte[] bytes) => CommandCodec.TryRead(bytes, out var command, out var fault) ? command is not null : fault is not null;
    }

    [Fact]
    public void A_fault_tells_a_programmer_what_to_do()
    {
        CommandCodec.TryRead("""{"command":"advance","<b>":1}"""u8, out _, out var fault);
        Assert.Equal("<b>: unknown field; expected no field here.", fault!.ToString());
    }
}
