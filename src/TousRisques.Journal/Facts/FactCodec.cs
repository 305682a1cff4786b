using System.Globalization;
using System.Text;
using System.Text.Json;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal.Json;
using TousRisques.Journal.Names;

namespace TousRisques.Journal.Facts;

/// <summary>Workshop facts to records and back. What any earlier version wrote is read for ever (tests/Golden/stored).</summary>
public sealed class FactCodec(Upcasters upcasters)
{
    /// <summary>The codec of this version of the product.</summary>
    public static readonly FactCodec Current = new(Upcasters.Current);

    /// <summary>The stream that a workshop's facts live in.</summary>
    public static string StreamOf(WorkshopId workshop) => StreamPrefix + workshop.Value;

    /// <summary>What the streams of workshops begin with.</summary>
    public const string StreamPrefix = "workshop:";

    /// <summary>A fact as a record.</summary>
    public static NewRecord Write(Fact fact)
    {
        var name = EventNames.Kinds.NameOf(fact.Event);
        return new(
            $"{name}/{EventNames.VersionOf(name).ToString(CultureInfo.InvariantCulture)}", ActorNames.Write(fact.By), fact.At, fact.Command.Value,
            JsonSerializer.Serialize(fact.Event, fact.Event.GetType(), WireJson.Stored));
    }

    /// <summary>
    /// The fact that a record keeps. A workshop answers to the code of its stream: taken in from elsewhere under another code, it is opened
    /// under that one, though its record stays as it was.
    /// </summary>
    /// <exception cref="UnreadableFactException">This version of the product cannot read it.</exception>
    public Fact Read(StoredRecord record) => new(
        ReadEvent(record.Type, record.Json, record.Stream, record.Version) is var fact && fact is WorkshopOpened opened && record.Stream.StartsWith(StreamPrefix, StringComparison.Ordinal)
            ? opened with { Workshop = new WorkshopId(record.Stream[StreamPrefix.Length..]) }
            : fact,
        ActorNames.Read(record.Actor) ?? throw Unreadable(record, $"unknown actor {record.Actor}"),
        record.At, new CommandId(record.CommandId));

    /// <summary>The fact that stored JSON tells, whatever its version.</summary>
    /// <exception cref="UnreadableFactException">This version of the product cannot read it.</exception>
    public WorkshopEvent ReadEvent(string type, string json, string stream = "", long version = 0)
    {
        var slash = type.LastIndexOf('/');
        if (slash < 0 || !int.TryParse(type.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var stored) || stored < 1)
            throw new UnreadableFactException(stream, version, $"{type} is no type of a fact", null);
        var name = type[..slash];
        if (EventNames.Kinds.Find(name) is not { } found || stored > EventNames.VersionOf(name))
            throw new UnreadableFactException(stream, version, $"{type} is not known; a newer version of the product wrote it", null);
        try
        {
            var current = upcasters.Cast(name, stored, EventNames.VersionOf(name), json)
                ?? throw new UnreadableFactException(stream, version, $"no way from {type} to today's form", null);
            // From bytes: the reader of UTF-16 text would look for a byte order mark and copy once more.
            return (WorkshopEvent)JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(current), found, WireJson.Stored)!;
        }
        catch (JsonException e)
        {
            throw new UnreadableFactException(stream, version, e.Message, e);
        }
    }

    private static UnreadableFactException Unreadable(StoredRecord record, string why) => new(record.Stream, record.Version, why, null);
}

/// <summary>A stored fact that this version of the product cannot read: a newer one wrote it, or it is damaged.</summary>
public sealed class UnreadableFactException(string stream, long version, string why, Exception? inner)
    : Exception($"Record {version} of {stream} cannot be read: {why}.", inner)
{
    /// <summary>The stream.</summary>
    public string Stream { get; } = stream;

    /// <summary>The version of the record.</summary>
    public long Version { get; } = version;
}
