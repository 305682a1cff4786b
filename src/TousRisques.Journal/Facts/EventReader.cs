using System.Globalization;
using System.Text;
using System.Text.Json;
using TousRisques.Journal.Json;
using TousRisques.Journal.Names;

namespace TousRisques.Journal.Facts;

/// <summary>Reads and names the stored facts of one kind of stream, whatever version of the product wrote them.</summary>
/// <typeparam name="TEvent">The closed union of its facts.</typeparam>
internal sealed class EventReader<TEvent>(Kinds<TEvent> kinds, Func<string, int> versionOf, Upcasters upcasters) where TEvent : class
{
    /// <summary>Stored name with its version, such as <c>table-added/1</c>.</summary>
    public string TypeOf(TEvent @event)
    {
        var name = kinds.NameOf(@event);
        return $"{name}/{versionOf(name).ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>The fact that stored JSON tells.</summary>
    /// <exception cref="UnreadableFactException">This version of the product cannot read it.</exception>
    public TEvent Read(string type, string json, string stream, long version)
    {
        var slash = type.LastIndexOf('/');
        if (slash < 0 || !int.TryParse(type.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var stored) || stored < 1)
            throw new UnreadableFactException(stream, version, $"{type} is no type of a fact", null);
        var name = type[..slash];
        if (kinds.Find(name) is not { } found || stored > versionOf(name))
            throw new UnreadableFactException(stream, version, $"{type} is not known; a newer version of the product wrote it", null);
        try
        {
            var current = upcasters.Cast(name, stored, versionOf(name), json)
                ?? throw new UnreadableFactException(stream, version, $"no way from {type} to today's form", null);
            // From bytes: the reader of UTF-16 text would look for a byte order mark and copy once more.
            return (TEvent)JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(current), found, WireJson.Stored)!;
        }
        catch (JsonException e)
        {
            throw new UnreadableFactException(stream, version, e.Message, e);
        }
    }
}
