using TousRisques.Formats.Findings;

namespace TousRisques.Formats.Packs.Reading;

/// <summary>What a pack declares and what it names, so that names can be checked once everything has been read.</summary>
internal sealed class Registry(FindingList findings)
{
    private readonly Dictionary<Thing, Dictionary<string, Spot>> declared = Enum.GetValues<Thing>()
        .ToDictionary(t => t, _ => new Dictionary<string, Spot>(StringComparer.Ordinal));
    private readonly HashSet<Thing> unread = [];
    private readonly List<(Thing Thing, string Name, Spot At)> named = [];
    private readonly HashSet<Thing> unknown = [];

    /// <summary>A thing with a name of its own; a second one of the same name is an error.</summary>
    public void Declare(Thing thing, string name, Spot at)
    {
        if (!declared[thing].TryAdd(name, at))
            findings.Error(FindingCode.DuplicateId, at, name, new Expected.Known(thing), other: declared[thing][name]);
    }

    /// <summary>A tag or zone, which many things may share.</summary>
    public void Share(Thing thing, string name, Spot at) => declared[thing].TryAdd(name, at);

    /// <summary>The section that declares such things could not be read: nothing can be said of their names.</summary>
    public void Unread(params ReadOnlySpan<Thing> things)
    {
        foreach (var thing in things) unread.Add(thing);
    }

    /// <summary>Whether a name is declared, or may be in what could not be read.</summary>
    public bool Knows(Thing thing, string name) => unread.Contains(thing) || declared[thing].ContainsKey(name);

    /// <summary>Whether the section that declares such things was read.</summary>
    public bool WasRead(Thing thing) => !unread.Contains(thing);

    /// <summary>A name used; checked by <see cref="Check"/>.</summary>
    public void Name(Thing thing, string name, Spot at) => named.Add((thing, name, at));

    /// <summary>Whether <see cref="Check"/> found such a thing unknown, so that what is said of others may be wrong too.</summary>
    public bool HasUnknown(Thing thing) => unknown.Contains(thing);

    /// <summary>Reports every name that nothing has.</summary>
    public void Check()
    {
        var nearest = new Dictionary<(Thing, string), string?>();
        foreach (var (thing, name, at) in named)
        {
            if (Knows(thing, name)) continue;
            unknown.Add(thing);
            if (!nearest.TryGetValue((thing, name), out var near) && !findings.IsFull)
                nearest[(thing, name)] = near = Nearest.To(name, declared[thing].Keys);
            findings.Error(FindingCode.UnknownId, at, name, new Expected.Known(thing), near);
        }
    }
}
