using System.Text.Json;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Words;
using TousRisques.Journal.Json;
using TousRisques.Journal.Names;

namespace TousRisques.Journal.Facts;

/// <summary>Facts of expeditions to records and back. What any earlier version wrote is read for ever (tests/Golden/stored).</summary>
public sealed class ExpeditionCodec(Upcasters upcasters)
{
    private readonly EventReader<ExpeditionEvent> events = new(ExpeditionEventNames.Kinds, ExpeditionEventNames.VersionOf, upcasters);

    /// <summary>The codec of this version of the product.</summary>
    public static readonly ExpeditionCodec Current = new(Upcasters.Current);

    /// <summary>What the streams of expeditions begin with.</summary>
    public const string StreamPrefix = "expedition:";

    /// <summary>The stream that an expedition's facts live in.</summary>
    public static string StreamOf(ExpeditionId expedition) => StreamPrefix + expedition.Value;

    /// <summary>A fact as a record.</summary>
    public static NewRecord Write(ExpeditionFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return new(
            Current.events.TypeOf(fact.Event), ExpeditionActorNames.Write(fact.By), fact.At, fact.Command.Value,
            JsonSerializer.Serialize(fact.Event, fact.Event.GetType(), WireJson.Stored));
    }

    /// <summary>The fact that a record keeps. An expedition answers to the name of its stream.</summary>
    /// <exception cref="UnreadableFactException">This version of the product cannot read it.</exception>
    public ExpeditionFact Read(StoredRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var read = ReadEvent(record.Type, record.Json, record.Stream, record.Version);
        if (read is ExpeditionOpened opened && record.Stream.StartsWith(StreamPrefix, StringComparison.Ordinal))
            read = opened with { Expedition = new ExpeditionId(record.Stream[StreamPrefix.Length..]) };
        return new(read, ExpeditionActorNames.Read(record.Actor) ?? throw UnreadableFactException.OfActor(record), record.At, new CommandId(record.CommandId));
    }

    /// <summary>The fact that stored JSON tells, whatever its version.</summary>
    /// <exception cref="UnreadableFactException">This version of the product cannot read it.</exception>
    public ExpeditionEvent ReadEvent(string type, string json, string stream = "", long version = 0) => events.Read(type, json, stream, version);
}
