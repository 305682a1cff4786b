using System.Globalization;
using TousRisques.Domain.Scenarios;
using YamlDotNet.RepresentationModel;

namespace TousRisques.Formats.Packs.Drafting;

/// <summary>The acts of a draft, one for each peril.</summary>
internal sealed class DraftActs(IReadOnlyDictionary<string, YamlNode> sections, Pack pack, IReadOnlyList<(Peril Peril, TimeSpan After)> perils)
{
    /// <summary>After an act's last event, the room looks at the situation.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromHours(2);

    /// <summary>How long a plan is followed.</summary>
    private static readonly TimeSpan Follow = TimeSpan.FromHours(36);

    private static readonly string[] Kinds = ["crisis", "multi-crisis", "multi-crisis-bis"];
    private static readonly string[] Accents = ["blue", "violet", "red"];

    private readonly Dictionary<string, YamlMappingNode> eventNodes = Named(sections, "events"), constraintNodes = Named(sections, "constraints");
    private readonly Dictionary<string, TimeSpan> hours = pack.Scenario.Acts.SelectMany(a => a.Events.Select(e => (e.Id.Value, e.At)).Concat(a.Constraints.Select(c => (c.Id.Value, c.At))))
        .DistinctBy(p => p.Value).ToDictionary(p => p.Value, p => p.At, StringComparer.Ordinal);

    /// <summary>Events that the draft has.</summary>
    public HashSet<string> Events { get; } = [];

    /// <summary>Constraints that the draft has.</summary>
    public HashSet<string> Constraints { get; } = [];

    /// <summary>Makes them.</summary>
    public YamlSequenceNode Make()
    {
        var acts = new YamlSequenceNode();
        var begun = TimeSpan.Zero;
        for (var i = 0; i < perils.Count; i++)
        {
            var start = perils[i].After > begun ? perils[i].After : begun;
            acts.Add(Act(i, start, out begun));
        }
        return acts;
    }

    private YamlMappingNode Act(int index, TimeSpan start, out TimeSpan at)
    {
        var peril = perils[index].Peril;
        // As where perils are combined one by one: what is as likely as not comes.
        var parts = peril.Parts.Where(p => p.Probability >= 0.5).Select(p => p.Event?.Value ?? p.Constraint!.Value.Value).Where(hours.ContainsKey).ToList();
        var first = parts.Count == 0 ? TimeSpan.Zero : parts.Min(p => hours[p]);
        var last = start;
        var events = new List<(TimeSpan At, YamlMappingNode Node)>();
        var constraints = new YamlSequenceNode();
        if (!peril.Strikes.IsEmpty || !parts.Any(p => !Events.Contains(p) && !Constraints.Contains(p))) events.Add((start, Begins(peril, Free(peril.Id.Value + "-begins"), start)));
        foreach (var part in parts.OrderBy(p => hours[p]))
        {
            var hour = start + hours[part] - first;
            var isEvent = eventNodes.TryGetValue(part, out var node);
            if (!isEvent && !constraintNodes.TryGetValue(part, out node)) continue;
            if (!(isEvent ? Events : Constraints).Add(part)) continue; // an act before has it already
            if (hour > last) last = hour;
            var moved = new YamlMappingNode(node!.Children.Select(c => c.Key.ToString() == "at" ? KeyValuePair.Create(c.Key, (YamlNode)new YamlScalarNode(Durations.Write(hour))) : c));
            if (isEvent) events.Add((hour, moved));
            else constraints.Add(moved);
        }
        at = last + Look;
        var model = pack.Scenario.Acts[Math.Min(index, pack.Scenario.Acts.Length - 1)];
        var act = new YamlMappingNode
        {
            { "id", new YamlScalarNode(peril.Id.Value) },
            { "kind", new YamlScalarNode(Kinds[Math.Min(index, Kinds.Length - 1)]) },
            { "title", DraftYaml.Text(peril.Name, pack) },
            { "intro", DraftYaml.Text(peril.Story.IsEmpty ? peril.Name : peril.Story, pack) },
            { "accent", new YamlScalarNode(Accents[Math.Min(index, Accents.Length - 1)]) },
            { "at", new YamlScalarNode(Durations.Write(at)) },
            { "until", new YamlScalarNode(Durations.Write(at + Follow)) },
            { "slots", new YamlScalarNode(model.Slots.ToString(CultureInfo.InvariantCulture)) },
            { "effort", new YamlScalarNode(model.Effort.ToString(CultureInfo.InvariantCulture)) },
        };
        if (events.Count > 0) act.Add("events", new YamlSequenceNode(events.OrderBy(e => e.At).Select(e => e.Node)));
        if (constraints.Children.Count > 0) act.Add("constraints", constraints);
        return act;
    }

    /// <summary>The peril itself as an event, with the strikes that are its own.</summary>
    private YamlMappingNode Begins(Peril peril, string name, TimeSpan start)
    {
        Events.Add(name);
        var made = new YamlMappingNode
        {
            { "id", new YamlScalarNode(name) },
            { "at", new YamlScalarNode(Durations.Write(start)) },
            { "title", DraftYaml.Text(peril.Name, pack) },
            { "story", DraftYaml.Text(peril.Story.IsEmpty ? peril.Name : peril.Story, pack) },
        };
        var source = PerilNode(peril);
        if (source is not null && DraftYaml.Of(source, "hazards") is { } hazards) made.Add("hazards", hazards);
        made.Add("reality", new YamlScalarNode("fictional"));
        if (source is not null && DraftYaml.Of(source, "strikes") is { } strikes) made.Add("strikes", strikes);
        return made;
    }

    private YamlNode? PerilNode(Peril peril) =>
        sections.TryGetValue("stress", out var stress) ? DraftYaml.PartsOf(stress, "perils").FirstOrDefault(p => DraftYaml.PlainOf(p, "id") == peril.Id.Value) : null;

    private string Free(string name)
    {
        while (eventNodes.ContainsKey(name) || pack.Scenario.Memory.Any(m => m.Id.Value == name)) name += "-2";
        return name;
    }

    private static Dictionary<string, YamlMappingNode> Named(IReadOnlyDictionary<string, YamlNode> sections, string list) =>
        (sections.GetValueOrDefault("acts") as YamlSequenceNode ?? []).SelectMany(a => DraftYaml.PartsOf(a, list)).OfType<YamlMappingNode>()
            .Where(n => DraftYaml.PlainOf(n, "id") is not null).DistinctBy(n => DraftYaml.PlainOf(n, "id")).ToDictionary(n => DraftYaml.PlainOf(n, "id")!, StringComparer.Ordinal);
}
