using CsCheck;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal.Facts;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Journal.Tests;

public class FactCodecTests
{
    private static readonly Gen<Fact> Facts = Gen.Select(
        FactGenerators.Events, FactGenerators.Actors, FactGenerators.Times, (e, by, at) => new Fact(e, by, at, new CommandId("c1")));

    [Fact]
    public void Every_fact_survives_the_journal() => Facts.Sample(fact =>
    {
        var stream = fact.Event is WorkshopOpened e ? FactCodec.StreamOf(e.Workshop) : "workshop:A";
        var back = FactCodec.Current.Read(Stored(FactCodec.Write(fact)) with { Stream = stream });
        return Canonical.Dump(fact) == Canonical.Dump(back);
    }, iter: 3_000);

    [Fact]
    public void What_is_written_is_one_line_that_a_journal_takes() => Facts.Sample(fact =>
        JournalLimits.Check("workshop:A", [FactCodec.Write(fact) with { Actor = "model" }]), iter: 1_000);

    [Theory]
    [InlineData("table-added/2", "{}")]
    [InlineData("table-added/0", "{}")]
    [InlineData("table-added", "{}")]
    [InlineData("TableAdded/1", "{}")]
    [InlineData("never-heard-of/1", "{}")]
    [InlineData("table-added/1", "[]")]
    [InlineData("table-added/1", "nonsense")]
    [InlineData("table-added/1", "{\"name\":\"A\"}")]
    [InlineData("table-added/1", "{\"table\":\"\",\"name\":\"A\"}")]
    [InlineData("table-added/1", "{\"table\":7,\"name\":\"A\"}")]
    public void What_cannot_be_read_is_an_error_that_names_the_record(string type, string json)
    {
        var record = Stored(new(type, "model", DateTimeOffset.UnixEpoch, "c1", json));
        var e = Assert.Throws<UnreadableFactException>(() => FactCodec.Current.Read(record));
        Assert.Equal(("workshop:A", 1), (e.Stream, e.Version));
    }

    [Fact]
    public void A_field_that_is_not_known_is_passed_over() =>
        Assert.Equal(
            new TableAdded(new("a"), "Table A"),
            FactCodec.Current.ReadEvent("table-added/1", """{"table":"a","colour":{"deep":[1,2]},"name":"Table A","later":null}"""));

    [Fact]
    public void A_field_that_was_added_later_takes_its_natural_empty_value() =>
        Assert.Equal(
            new ParticipantJoined(new("p1"), "", "", false, false, new("a")),
            FactCodec.Current.ReadEvent("participant-joined/1", """{"participant":"p1","table":"a"}"""));

    [Fact]
    public void A_script_without_its_later_lists_is_read_with_empty_ones()
    {
        var read = (WorkshopOpened)FactCodec.Current.ReadEvent(
            "workshop-opened/1", """{"workshop":"ABCDEF","script":{"packId":"p","packDigest":"d","title":{"fr":"T"},"mode":"brief"}}""");
        Assert.Equal(PlayMode.Brief, read.Script.Mode);
        Assert.Empty(read.Script.Channels);
    }

    [Fact]
    public void Upcasters_bring_old_json_to_todays_form_step_by_step()
    {
        // Today's table-added/1 seen as the third form of a fact: the first called the name "label", the second had no table.
        var upcasters = new Upcasters(
        [
            new("table-added", -1, o => { var n = o["label"]!.DeepClone(); o.Remove("label"); o["name"] = n; return o; }),
            new("table-added", 0, o => { o["table"] = "a"; return o; }),
        ]);
        var json = upcasters.Cast("table-added", -1, 1, """{"label":"É"}""");
        Assert.Equal(new TableAdded(new("a"), "É"), FactCodec.Current.ReadEvent("table-added/1", json!));
        Assert.Null(upcasters.Cast("table-added", -2, 1, "{}"));
    }

    [Fact]
    public void Actors_are_one_short_text() => FactGenerators.Actors.Sample(a => Canonical.Dump(a) == Canonical.Dump(ActorNames.Read(ActorNames.Write(a))));

    [Theory]
    [InlineData("")]
    [InlineData("king:Arthur")]
    [InlineData("participant")]
    [InlineData("model:x")]
    public void An_unknown_actor_is_none(string stored) => Assert.Null(ActorNames.Read(stored));

    private static StoredRecord Stored(NewRecord r) => new("workshop:A", 1, 1, r.At, r.Actor, r.Type, r.CommandId, r.Json, default, default);
}
