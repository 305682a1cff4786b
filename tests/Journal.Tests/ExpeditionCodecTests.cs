using CsCheck;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Words;
using TousRisques.Journal.Facts;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Journal.Tests;

public class ExpeditionCodecTests
{
    private static readonly Gen<ExpeditionFact> Facts = Gen.Select(
        FactGenerators.ExpeditionEvents, FactGenerators.ExpeditionActors, FactGenerators.Times, (e, by, at) => new ExpeditionFact(e, by, at, new CommandId("c1")));

    [Fact]
    public void Every_fact_survives_the_journal() => Facts.Sample(fact =>
    {
        var stream = fact.Event is ExpeditionOpened e ? ExpeditionCodec.StreamOf(e.Expedition) : "expedition:a";
        var record = ExpeditionCodec.Write(fact);
        var back = ExpeditionCodec.Current.Read(new(stream, 1, 1, record.At, record.Actor, record.Type, record.CommandId, record.Json, default, default));
        return Canonical.Dump(fact) == Canonical.Dump(back);
    }, iter: 2_000);

    [Fact]
    public void What_is_written_is_one_line_that_a_journal_takes() =>
        Facts.Sample(fact => JournalLimits.Check("expedition:a", [ExpeditionCodec.Write(fact) with { Actor = "house" }]), iter: 500);

    [Fact]
    public void Every_command_survives_the_way_to_the_grain() => FactGenerators.ExpeditionCommands.Sample(
        command =>
        {
            var json = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(command, Json.WireJson.Stored);
            return Canonical.Dump(command) == Canonical.Dump(System.Text.Json.JsonSerializer.Deserialize<ExpeditionCommand>(json, Json.WireJson.Stored));
        }, iter: 1_000);

    [Fact]
    public void An_expedition_taken_in_under_another_name_goes_by_that_name()
    {
        var opened = new ExpeditionOpened(new("a-b"), new Outline("A", "B?", "", Language.French, true, ""), false);
        var record = ExpeditionCodec.Write(new(opened, new TheHouse(), DateTimeOffset.UnixEpoch, new("c")));
        var back = ExpeditionCodec.Current.Read(new("expedition:c-d", 1, 1, record.At, record.Actor, record.Type, record.CommandId, record.Json, default, default));
        Assert.Equal(new ExpeditionId("c-d"), ((ExpeditionOpened)back.Event).Expedition);
    }

    [Theory]
    [InlineData("king:Arthur")]
    [InlineData("")]
    [InlineData("account")]
    public void An_unknown_actor_is_none(string stored) => Assert.Null(ExpeditionActorNames.Read(stored));
}
