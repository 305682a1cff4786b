using YamlDotNet.RepresentationModel;

namespace TousRisques.Formats.Packs.Drafting;

/// <summary>Takes out of a pack what names events or constraints that its draft has no more.</summary>
internal static class DraftCuts
{
    /// <summary>Effects of actions that cancel a constraint which is not there.</summary>
    public static void Effects(YamlSequenceNode actions, HashSet<string> constraints)
    {
        foreach (var action in actions.OfType<YamlMappingNode>())
        {
            if (DraftYaml.Of(action, "effects") is not YamlSequenceNode effects) continue;
            foreach (var effect in effects.Where(e => DraftYaml.Of(e, "cancelConstraint") is { } cancel && !constraints.Contains(DraftYaml.PlainOf(cancel, "constraint") ?? "")).ToList())
                effects.Children.Remove(effect);
            if (effects.Children.Count == 0) action.Children.Remove(new YamlScalarNode("effects"));
        }
    }

    /// <summary>Parts of perils that are not there, and perils that then strike nothing.</summary>
    public static void Perils(YamlMappingNode stress, HashSet<string> events, HashSet<string> constraints)
    {
        if (DraftYaml.Of(stress, "perils") is not YamlSequenceNode perils) return;
        foreach (var peril in perils.OfType<YamlMappingNode>().ToList())
        {
            Keep(peril, "events", "event", events);
            Keep(peril, "constraints", "constraint", constraints);
            if (DraftYaml.Of(peril, "events") is null && DraftYaml.Of(peril, "constraints") is null && DraftYaml.Of(peril, "strikes") is null) perils.Children.Remove(peril);
        }
    }

    private static void Keep(YamlMappingNode peril, string key, string name, HashSet<string> there)
    {
        if (DraftYaml.Of(peril, key) is not YamlSequenceNode parts) return;
        foreach (var part in parts.Where(p => !there.Contains((p as YamlScalarNode)?.Value ?? DraftYaml.PlainOf(p, name) ?? "")).ToList()) parts.Children.Remove(part);
        if (parts.Children.Count == 0) peril.Children.Remove(new YamlScalarNode(key));
    }
}
