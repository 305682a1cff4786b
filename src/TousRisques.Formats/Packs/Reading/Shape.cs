using System.Collections.Immutable;

namespace TousRisques.Formats.Packs.Reading;

/// <summary>
/// The keys that a kind of mapping may hold. Readers open every mapping with its shape and must ask for all of its keys, so that
/// what is documented, what is suggested to authors and what is read cannot drift apart; the JSON Schema is tested against these.
/// </summary>
internal sealed record Shape(string Name, ImmutableArray<string> Keys)
{
    private static Shape Of(string name, string keys) => new(name, [.. keys.Split(' ')]);

    public static readonly Shape Document = Of("document",
        "format pack sources hazards territory components functions scenario memory acts characters stakes stakeholders channels actions stress");
    public static readonly Shape Pack = Of("pack", "id version title licence authors languages");
    public static readonly Shape Source = Of("source", "id title url note");
    public static readonly Shape Hazard = Of("hazard", "code edition name");
    public static readonly Shape Territory = Of("territory", "id name timeZone population outline lines places");
    public static readonly Shape Line = Of("line", "name path");
    public static readonly Shape Place = Of("place", "id name at zones");
    public static readonly Shape Component = Of("component", "id name nature place tags theme needs autonomy restart unavailability note sources");
    public static readonly Shape Function = Of("function", "id name weight place tags theme needs autonomy restart unavailability note sources");
    public static readonly Shape Figure = Of("figure", "value source note");
    public static readonly Shape Need = Of("need", "all any atLeast of degraded");
    public static readonly Shape Selector = Of("selector", "component tag place zone nature");
    public static readonly Shape Scenario = Of("scenario", "id title summary origin scale guide");
    public static readonly Shape Guide = Of("guide", "welcome round-table stakeholders debrief leads close");
    public static readonly Shape ActGuide = Of("actGuide", "events constraints situation assessment priorities plan consequences");
    public static readonly Shape Minutes = Of("minutes", "events constraints situation assessment priorities plan consequences");
    public static readonly Shape Memory = Of("memory", "id date title story place hazards reality sources madeFrom");
    public static readonly Shape Act = Of("act", "id kind title intro accent at until slots effort minutes guide events constraints");
    public static readonly Shape Event = Of("event", "id at title story place hazards reality sources madeFrom strikes");
    public static readonly Shape Constraint = Of("constraint", "id at for title story hazards reality madeFrom strikes caps");
    public static readonly Shape TrueFact = Of("trueFact", "when what sources");
    public static readonly Shape Strike = Of("strike", "on from for probability");
    public static readonly Shape Cap = Of("cap", "on share atMost");
    public static readonly Shape Character = Of("character", "id name family mission resources worries secret needed likelyPriorities");
    public static readonly Shape Stake = Of("stake", "id name story");
    public static readonly Shape Stakeholder = Of("stakeholder", "id name family roles story");
    public static readonly Shape Channel = Of("channel", "id name medium component delay tellsSender");
    public static readonly Shape Action = Of("action", "id title story theme time effort leads needs staff gathering effects");
    public static readonly Shape Crew = Of("crew", "full least");
    public static readonly Shape Effect = Of("effect", "addAlternative lengthenAutonomy shortenStrike shortenRestart cancelConstraint");
    public static readonly Shape AddAlternative = Of("addAlternative", "to alternative");
    public static readonly Shape LengthenAutonomy = Of("lengthenAutonomy", "on by");
    public static readonly Shape ShortenStrike = Of("shortenStrike", "on byShare");
    public static readonly Shape ShortenRestart = Of("shortenRestart", "on byShare");
    public static readonly Shape CancelConstraint = Of("cancelConstraint", "constraint on");
    public static readonly Shape Stress = Of("stress", "yearBegins window perils");
    public static readonly Shape Peril = Of("peril", "id name story perYear season hazards sources events constraints strikes");
    public static readonly Shape PerilEvent = Of("perilEvent", "event probability");
    public static readonly Shape PerilConstraint = Of("perilConstraint", "constraint probability");

    /// <summary>Every shape, for the schema's test.</summary>
    public static ImmutableArray<Shape> All { get; } =
    [
        Document, Pack, Source, Hazard, Territory, Line, Place, Component, Function, Figure, Need, Selector, Scenario, Guide, ActGuide,
        Minutes, Memory, Act, Event, Constraint, TrueFact, Strike, Cap, Character, Stake, Stakeholder, Channel, Action, Crew, Effect,
        AddAlternative, LengthenAutonomy, ShortenStrike, ShortenRestart, CancelConstraint, Stress, Peril, PerilEvent, PerilConstraint,
    ];
}
