using System.Text.Json;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal.Json;
using TousRisques.Journal.Names;

namespace TousRisques.Journal.Facts;

/// <summary>Workshop facts to records and back. What any earlier version wrote is read for ever (tests/Golden/stored).</summary>
public sealed class FactCodec(Upcasters upcasters)
{
    private readonly EventReader<WorkshopEvent> events = new(EventNames.Kinds, EventNames.VersionOf, upcasters);

    /// <summary>The codec of this version of the product.</summary>
    public static readonly FactCodec Current = new(Upcasters.Current);

    /// <summary>The stream that a workshop's facts live in.</summary>
    public static string StreamOf(WorkshopId workshop) => StreamPrefix + workshop.Value;

    /// <summary>What the streams of workshops begin with.</summary>
    public const string StreamPrefix = "workshop:";

    /// <summary>A fact as a record.</summary>
    public static NewRecord Write(Fact fact) => new(
        Current.events.TypeOf(fact.Event), ActorNames.Write(fact.By), fact.At, fact.Command.Value, JsonSerializer.Serialize(fact.Event, fact.Event.GetType(), WireJson.Stored));

    /// <summary>
    /// The fact that a record keeps. A workshop answers to the code of its stream: taken in from elsewhere under another code, it is opened
    /// under that one, though its record stays as it was.
    /// </summary>
    /// <exception cref="UnreadableFactException">This version of the product cannot read it.</exception>
    public Fact Read(StoredRecord record) => new(
        ReadEvent(record.Type, record.Json, record.Stream, record.Version) is var fact && fact is WorkshopOpened opened && record.Stream.StartsWith(StreamPrefix, StringComparison.Ordinal)
            ? opened with { Workshop = new WorkshopId(record.Stream[StreamPrefix.Length..]) }
            : fact,
        ActorNames.Read(record.Actor) ?? throw UnreadableFactException.OfActor(record),
        record.At, new CommandId(record.CommandId));

    /// <summary>The fact that stored JSON tells, whatever its version.</summary>
    /// <exception cref="UnreadableFactException">This version of the product cannot read it.</exception>
    public WorkshopEvent ReadEvent(string type, string json, string stream = "", long version = 0) => events.Read(type, json, stream, version);
}
