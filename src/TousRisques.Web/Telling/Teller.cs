using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;

namespace TousRisques.Web.Telling;

/// <summary>
/// Tells facts of the model in words, in one language, with the story's clock: causes, hours, durations, needs. The one place where that is
/// done, for every page and the report. Never throws, whatever the facts: names that the pack does not know are told as they are.
/// </summary>
public sealed partial class Teller
{
    private readonly Pack pack;
    private readonly Words words;
    private readonly Dictionary<ComponentId, Text> components = [];
    private readonly Dictionary<SourceId, Source> sources = [];
    private readonly Dictionary<EventId, Text> events = [];
    private readonly Dictionary<ConstraintId, Text> constraints = [];

    private static readonly ConditionalWeakTable<Pack, ConcurrentDictionary<Language, Teller>> Known = [];

    /// <summary>The teller for a pack, in a language: made once.</summary>
    public static Teller For(Pack pack, Words words) =>
        Known.GetValue(pack, static _ => new()).GetOrAdd(words.Language, static (_, a) => new Teller(a.pack, a.words), (pack, words));

    /// <summary>A teller for a pack, in a language.</summary>
    public Teller(Pack pack, Words words)
    {
        this.pack = pack;
        this.words = words;
        foreach (var c in pack.Territory.Components) components[c.Id] = c.Name;
        foreach (var s in pack.Sources) sources[s.Id] = s;
        foreach (var e in pack.Scenario.Memory.Concat(pack.Scenario.Acts.SelectMany(a => a.Events))) events[e.Id] = e.Title;
        // The stress bench takes acts for perils where a pack names none.
        foreach (var act in pack.Scenario.Acts) events[new("peril:" + act.Id.Value)] = act.Title;
        foreach (var peril in pack.Stress.Perils) events[peril.AsEvent] = peril.Name;
        foreach (var c in pack.Scenario.Acts.SelectMany(a => a.Constraints)) constraints[c.Id] = c.Title;
    }

    /// <summary>The language told in.</summary>
    public Language Language => words.Language;

    /// <summary>A component's name, as at the beginning of a sentence.</summary>
    public string Name(ComponentId id) => components.TryGetValue(id, out var name) ? name.In(words.Language) : id.Value ?? "";

    /// <summary>An event's title.</summary>
    public string Name(EventId id) => events.TryGetValue(id, out var name) ? name.In(words.Language) : id.Value ?? "";

    /// <summary>A constraint's title.</summary>
    public string Name(ConstraintId id) => constraints.TryGetValue(id, out var name) ? name.In(words.Language) : id.Value ?? "";

    /// <summary>The sources of these names; unknown ones by their bare name.</summary>
    public IEnumerable<Source> Sources(ImmutableArray<SourceId> ids) =>
        ids.IsDefaultOrEmpty ? [] : ids.Select(id => sources.GetValueOrDefault(id) ?? new Source(id, id.Value ?? ""));

    /// <summary>What an action takes, in a line: components, people, a gathering. Empty when it takes nothing.</summary>
    public string Takes(Domain.Workshops.Views.ActionView action)
    {
        var parts = new List<string>();
        if (Need(action.Needs) is { Length: > 0 } need) parts.Add(need);
        if (action.Staff is { } staff) parts.Add(words.Plural("telling.staff", staff.Full));
        if (action.Gathering is { } gathering) parts.Add(words.Plural("telling.gathering", gathering.Full));
        return string.Join(" · ", parts);
    }

    /// <summary>A need in words; empty for nothing.</summary>
    public string Need(Need need) => Need(need, depth: 0);

    // Outermost "all" reads as a list; inside, "+" and "or" keep what belongs together without a thicket of brackets.
    private string Need(Need need, int depth)
    {
        if (depth > 16) return "…";
        switch (need)
        {
            case Need.On on: return Inside(on.Component);
            case Need.All all: return Join(all.Parts, depth == 0 ? " · " : " + ", depth, brackets: false);
            case Need.Any any: return Join(any.Parts, words["telling.or"], depth, brackets: depth > 1);
            case Need.AtLeast some: return words["telling.at-least", some.Count, Join(some.Parts, ", ", depth + 1, brackets: true)];
            case Need.Degraded degraded: return words["telling.failing-that", Need(degraded.Makeshift, depth)];
            default: return "";
        }
    }

    private string Join(ImmutableArray<Need> parts, string between, int depth, bool brackets)
    {
        if (parts.IsDefaultOrEmpty) return "";
        var told = parts.Select(p => Need(p, depth + 1)).Where(t => t.Length > 0).ToList();
        var joined = string.Join(between, told);
        return brackets && told.Count > 1 ? $"({joined})" : joined;
    }

    /// <summary>A cap in words.</summary>
    public string Cap(Cap cap) => cap.On switch
    {
        Resource.Staff => words["telling.cap-staff", Percent(cap.Share)],
        Resource.Effort => words["telling.cap-effort", Percent(cap.Share)],
        _ => words["telling.cap-gatherings", cap.AtMost ?? 0],
    };

    private string Percent(double? share) => double.IsFinite(share ?? 1) ? (share ?? 1).ToString("P0", words.Culture) : "?";

    /// <summary>A component's name inside a sentence: with a small letter, unless it is a proper name.</summary>
    private string Inside(ComponentId id) => components.TryGetValue(id, out var name) ? Inside(name) : id.Value ?? "";

    private string Inside(Text name)
    {
        var told = name.In(words.Language);
        if (told.Length < 2 || !char.IsUpper(told[0])) return told;
        // A name that all languages write alike is a proper name (Enedis, FR-Alert); so is an acronym; so is one that begins with a place.
        var first = told.Split(' ', '-', '’', '\'')[0];
        var proper = name.ByLanguage.Values.Distinct(StringComparer.Ordinal).Take(2).Count() == 1
            || first.Skip(1).Any(c => char.IsUpper(c) || char.IsDigit(c))
            || pack.Territory.Places.Any(p => p.Name.In(words.Language).StartsWith(first, StringComparison.Ordinal))
            || (first.Length == 1 && told[1] is '-');
        return proper ? told : char.ToLower(told[0], words.Culture) + told[1..];
    }

    private string List(ImmutableArray<ComponentId> ids)
    {
        if (ids.IsDefaultOrEmpty) return "…";
        var names = ids.Select(Inside).ToList();
        return names.Count == 1 ? names[0] : string.Join(", ", names.SkipLast(1)) + words["telling.and"] + names[^1];
    }

    private string Titles(ImmutableArray<ConstraintId> ids) => ids.IsDefaultOrEmpty ? "" : string.Join(", ", ids.Select(Name));
}
