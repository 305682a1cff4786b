using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Packs.Reading;

/// <summary>Reads characters, stakes, stakeholders, channels and actions.</summary>
internal sealed class CardReader(Desk desk)
{
    private static readonly Expected EffectKeys = new Expected.OneKeyOf(Shape.Effect.Keys);
    private readonly List<(Effect.CancelConstraint Effect, Spot At)> cancels = [];

    /// <summary>Constraints lifted by effects, to be compared with what they strike.</summary>
    public IEnumerable<(Effect.CancelConstraint Effect, Spot At)> Cancels => cancels;

    public Character Character(YamlNode node)
    {
        using var fields = desk.Open(node, Shape.Character);
        return new()
        {
            Id = new(desk.Declare(fields.Required("id"), Thing.Character)),
            Name = desk.Text(fields.Required("name")),
            Family = desk.Enum<StakeholderFamily>(fields.Required("family")),
            Mission = desk.Text(fields.Required("mission")),
            Resources = desk.Values(fields.Optional("resources"), desk.Text),
            Worries = desk.Values(fields.Optional("worries"), desk.Text),
            Secret = desk.TextOrNull(fields.Optional("secret")),
            Needed = desk.Truth(fields.Optional("needed")),
            LikelyPriorities = desk.Values(fields.Optional("likelyPriorities"), n => new StakeId(desk.Name(n, Thing.Stake))),
        };
    }

    public Stake Stake(YamlNode node)
    {
        using var fields = desk.Open(node, Shape.Stake);
        return new(new(desk.Declare(fields.Required("id"), Thing.Stake)), desk.Text(fields.Required("name")), desk.Text(fields.Required("story")));
    }

    public Stakeholder Stakeholder(YamlNode node)
    {
        using var fields = desk.Open(node, Shape.Stakeholder);
        return new(
            new(desk.Declare(fields.Required("id"), Thing.Stakeholder)),
            desk.Text(fields.Required("name")),
            desk.Enum<StakeholderFamily>(fields.Required("family")),
            desk.Values(fields.Required("roles"), n => desk.Enum<StakeholderRole>(n), atLeastOne: true),
            desk.Text(fields.Required("story")));
    }

    public Channel Channel(YamlNode node)
    {
        using var fields = desk.Open(node, Shape.Channel);
        return new(
            new(desk.Declare(fields.Required("id"), Thing.Channel)),
            desk.Text(fields.Required("name")),
            desk.Enum<Medium>(fields.Required("medium")),
            desk.NameOrNull(fields.Optional("component"), Thing.Component) is { } component ? new ComponentId(component) : null,
            desk.Duration(fields.Optional("delay")),
            desk.Truth(fields.Optional("tellsSender")));
    }

    public ActionCard Action(YamlNode node)
    {
        using var fields = desk.Open(node, Shape.Action);
        return new()
        {
            Id = new(desk.Declare(fields.Required("id"), Thing.Action)),
            Title = desk.Text(fields.Required("title")),
            Story = desk.Text(fields.Required("story")),
            Theme = desk.Enum<Theme>(fields.Required("theme")),
            Time = desk.Enum<CrisisTime>(fields.Required("time")),
            Effort = desk.Whole(fields.Required("effort"), 1, 3),
            Leads = desk.Values(fields.Required("leads"), n => new CharacterId(desk.Name(n, Thing.Character)), atLeastOne: true),
            Needs = desk.Need(fields.Optional("needs")),
            Staff = Crew(fields.Optional("staff")),
            Gathering = Crew(fields.Optional("gathering")),
            Effects = desk.List(fields.Optional("effects"), Effect),
        };
    }

    private Crew? Crew(YamlNode? node)
    {
        if (node is null) return null;
        using var fields = desk.Open(node, Shape.Crew);
        var full = desk.Whole(fields.Required("full"), 1, 10_000_000);
        var leastNode = fields.Required("least");
        var least = desk.Whole(leastNode, 0, 10_000_000);
        if (leastNode is not null && least > full) desk.Findings.Error(FindingCode.LeastAboveFull, leastNode.At, leastNode.Quote);
        return new(full, least);
    }

    private Effect? Effect(YamlNode node)
    {
        using var fields = desk.Open(node, Shape.Effect);
        Effect? effect = null;
        Spot? first = null;
        foreach (var key in Shape.Effect.Keys)
        {
            var value = fields.Optional(key);
            if (!fields.Has(key)) continue;
            if (first is not null) desk.Findings.Error(FindingCode.OneKeyOnly, fields.SpotOf(key), key, EffectKeys);
            first ??= fields.SpotOf(key);
            if (value is not null) effect = Effect(key, value);
        }
        if (first is null && fields.Exist) desk.Findings.Error(FindingCode.BadValue, node.At, "{}", EffectKeys);
        return effect;
    }

    private Effect Effect(string key, YamlNode node)
    {
        switch (key)
        {
            case "addAlternative":
                {
                    using var fields = desk.Open(node, Shape.AddAlternative);
                    return new Effect.AddAlternative(desk.Selector(fields.Required("to")), desk.Need(fields.Required("alternative")));
                }
            case "lengthenAutonomy":
                {
                    using var fields = desk.Open(node, Shape.LengthenAutonomy);
                    return new Effect.LengthenAutonomy(desk.Selector(fields.Required("on")), desk.Duration(fields.Required("by"), TimeSpan.FromMinutes(1)));
                }
            case "shortenStrike":
                {
                    using var fields = desk.Open(node, Shape.ShortenStrike);
                    return new Effect.ShortenStrike(desk.Selector(fields.Required("on")), desk.Number(fields.Required("byShare"), 0, 1));
                }
            case "shortenRestart":
                {
                    using var fields = desk.Open(node, Shape.ShortenRestart);
                    return new Effect.ShortenRestart(desk.Selector(fields.Required("on")), desk.Number(fields.Required("byShare"), 0, 1));
                }
            default:
                {
                    using var fields = desk.Open(node, Shape.CancelConstraint);
                    var effect = new Effect.CancelConstraint(
                        new(desk.Name(fields.Required("constraint"), Thing.Constraint)), desk.Selector(fields.Required("on")));
                    cancels.Add((effect, node.At));
                    return effect;
                }
        }
    }
}
