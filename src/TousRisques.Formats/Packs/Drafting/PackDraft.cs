using System.Globalization;
using TousRisques.Domain.Scenarios;
using YamlDotNet.RepresentationModel;

namespace TousRisques.Formats.Packs.Drafting;

/// <summary>
/// Makes a draft pack of a territory's pack and some of its perils: the territory, its components, people and actions stay; acts are made anew, one for each peril, of the events and constraints that it brings and
/// of its own strikes. What a draft cannot know (what facilitators say, how acts are told) is left to be written by hand. <c>check</c> accepts it as it comes.
/// </summary>
/// <remarks>Files of which no section changes are kept letter by letter; the others are written anew, without their comments.</remarks>
public static class PackDraft
{
    /// <summary>Sections that a draft makes anew or takes things out of.</summary>
    private static readonly HashSet<string> Changed = ["pack", "scenario", "acts", "actions", "stress"];

    /// <summary>Makes the draft.</summary>
    /// <param name="source">The files of the territory's pack.</param>
    /// <param name="pack">The same, read.</param>
    /// <param name="wish">What it is to be made of.</param>
    /// <exception cref="ArgumentException">No peril is wished for, one is wished twice, or the pack has none of that name.</exception>
    public static PackFiles Make(PackFiles source, Pack pack, DraftWish wish)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(wish);
        var perils = wish.Perils.OrderBy(p => p.After).Select(p => (Peril: pack.Stress.Perils.FirstOrDefault(q => q.Id == p.Peril), p.After)).ToList();
        if (perils.Count == 0 || perils.Any(p => p.Peril is null) || perils.Select(p => p.Peril!.Id).Distinct().Count() < perils.Count)
            throw new ArgumentException("A draft is made of perils of its pack, one at least, each once.", nameof(wish));

        var files = new List<PackFile>();
        var sections = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var file in source.Files)
        {
            var root = DraftYaml.Load(file.Content);
            if (root is null || !root.Children.Keys.Any(k => Changed.Contains(k.ToString())))
            {
                files.Add(file);
                continue;
            }
            foreach (var (key, value) in root.Children) sections[key.ToString()] = value;
        }

        var acts = new DraftActs(sections, pack, perils!);
        sections["acts"] = acts.Make();
        if (sections.GetValueOrDefault("actions") is YamlSequenceNode actions) DraftCuts.Effects(actions, acts.Constraints);
        if (sections.GetValueOrDefault("stress") is YamlMappingNode stress) DraftCuts.Perils(stress, acts.Events, acts.Constraints);
        Head((YamlMappingNode)sections["pack"], wish, version: true);
        var scenario = (YamlMappingNode)sections["scenario"];
        Head(scenario, wish, version: false);
        scenario.Children[new YamlScalarNode("summary")] = DraftYaml.Text(wish.Narrative.Length == 0 ? wish.Title : Short(wish.Narrative));
        scenario.Children.Remove(new YamlScalarNode("guide")); // it tells the story of other acts

        var format = sections.Remove("format", out var said) ? said : new YamlScalarNode(PackReader.Format.ToString(CultureInfo.InvariantCulture));
        var head = new YamlMappingNode { { "format", format } };
        foreach (var name in sections.Keys.Where(k => k is not "acts" and not "actions" and not "stress")) head.Add(name, sections[name]);
        files.Add(new("draft-head.yaml", DraftYaml.Write(head)));
        foreach (var name in sections.Keys.Where(k => k is "acts" or "actions" or "stress")) files.Add(new($"draft-{name}.yaml", DraftYaml.Write(new YamlMappingNode { { name, sections[name] } })));
        return new(files);
    }

    private static void Head(YamlMappingNode section, DraftWish wish, bool version)
    {
        section.Children[new YamlScalarNode("id")] = new YamlScalarNode(wish.Id);
        section.Children[new YamlScalarNode("title")] = DraftYaml.Text(wish.Title);
        if (version) section.Children[new YamlScalarNode("version")] = new YamlScalarNode("0.1.0");
    }

    private static string Short(string narrative)
    {
        var first = narrative.ReplaceLineEndings("\n").Split("\n\n", 2)[0].Replace('\n', ' ').Trim();
        return first.Length <= 600 ? first : Domain.Rules.Clean.Cut(first, 599) + "…";
    }
}
