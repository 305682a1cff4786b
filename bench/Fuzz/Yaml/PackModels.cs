using System.Globalization;

namespace TousRisques.Fuzz.Yaml;

/// <summary>Random packs that are right, or nearly: territories with circles, acts in order, cards with effects, perils.</summary>
internal sealed class PackModels
{
    private readonly Dice dice;
    private readonly List<string> components = [], functions = [], places = [], tags = [], zones = [], sources = [], hazards = [], characters = [], stakes = [], constraints = [], events = [];
    private readonly bool bilingual;

    private PackModels(Dice dice) => (this.dice, bilingual) = (dice, dice.OneIn(2));

    /// <summary>The sections of a pack.</summary>
    public static Knot Next(Dice dice) => new PackModels(dice).Pack();

    private Knot Pack()
    {
        Names(sources, "source", dice.Below(3));
        for (var n = dice.Below(3); n > 0; n--) hazards.Add(dice.Of("MH", "BI", "TL") + "060" + n);
        Names(places, "place", dice.Below(3));
        Names(zones, "zone", places.Count == 0 ? 0 : dice.Below(3));
        Names(tags, "tag", dice.Below(4));
        Names(components, "c", 1 + dice.Scale(dice.OneIn(20) ? 120 : 15));
        Names(functions, "f", dice.Scale(4));
        Names(characters, "who", dice.Scale(5));
        Names(stakes, "stake", dice.Scale(4));
        var placed = places.Select(p => (Name: p, Zones: zones.Where(_ => dice.OneIn(2)).ToList())).ToList();
        zones.RemoveAll(z => !placed.Any(p => p.Zones.Contains(z)));
        var tagged = components.Concat(functions).ToDictionary(c => c, _ => tags.Where(_ => dice.OneIn(3)).ToList());
        tags.RemoveAll(t => !tagged.Values.Any(c => c.Contains(t)));
        var acts = Acts();
        return Knot.Map(
            ("format", "1"),
            ("pack", Knot.Map(("id", "random"), ("version", "1.0"), ("title", Text()), ("languages", bilingual ? Knot.List("fr", "en") : dice.OneIn(2) ? Knot.List("fr") : null))),
            ("sources", Optional(sources.Select(s => Knot.Map(("id", s), ("title", "A source"), ("url", dice.OneIn(2) ? "https://example.org/a" : (Knot?)null))))),
            ("hazards", Optional(hazards.Select(h => Knot.Map(("code", h), ("edition", "2025"), ("name", Text()))))),
            ("territory", Knot.Map(
                ("id", "land"), ("name", Text()), ("population", dice.OneIn(3) ? Figure(Whole(dice.Scale(1_000_000))) : null),
                ("places", Optional(placed.Select(p => Knot.Map(("id", p.Name), ("name", Text()), ("at", Knot.List("1.1", "49.4")), ("zones", Optional(p.Zones.Select(Knot.Of))))))))),
            ("components", Knot.List(components.Select(c => Component(c, ("nature", dice.Of("digital", "low-tech", "infrastructure", "human", "data")), tagged[c])))),
            ("functions", Knot.List(functions.Select(f => Component(f, ("weight", Whole(dice.Below(10))), tagged[f])))),
            ("scenario", Knot.Map(("id", "story"), ("title", Text()), ("summary", Text()), ("origin", "2018-08-27T00:00:00+02:00"), ("scale", dice.Of("territorial", "national", "international")))),
            ("acts", acts),
            ("characters", Knot.List(characters.Select(c => Knot.Map(
                ("id", c), ("name", Text()), ("family", dice.Of("professionals", "authorities", "residents", "media")), ("mission", Text()), ("needed", dice.OneIn(3) ? "true" : (Knot?)null),
                ("likelyPriorities", dice.OneIn(2) ? Knot.List(dice.Among(stakes)) : null))))),
            ("stakes", Knot.List(stakes.Select(s => Knot.Map(("id", s), ("name", Text()), ("story", Text()))))),
            ("channels", dice.OneIn(2) ? Knot.List(Knot.Map(("id", "mail"), ("name", Text()), ("medium", dice.Of("mail", "sms", "radio")), ("component", dice.Among(components)), ("delay", Duration()))) : null),
            ("actions", Knot.List(Enumerable.Range(0, dice.Scale(10)).Select(Action))),
            ("stress", dice.OneIn(2) ? Knot.Map(
                ("yearBegins", dice.OneIn(2) ? "09-01" : (Knot?)null), ("window", dice.OneIn(2) ? dice.Of("1 h", "3 d", "30 d", "3650 d") : (Knot?)null),
                ("perils", Knot.List(Enumerable.Range(0, dice.Scale(6)).Select(Peril)))) : null));
    }

    private Knot Component(string id, (string, Knot?) nature, List<string> own) => Knot.Map(
        ("id", id), ("name", Text()), nature, ("place", places.Count > 0 && dice.OneIn(3) ? dice.Among(places) : (Knot?)null), ("tags", Optional(own.Select(Knot.Of))),
        ("needs", dice.OneIn(4) ? null : Need(id, 0)), ("autonomy", dice.OneIn(2) ? Figure(Duration()) : null), ("restart", dice.OneIn(2) ? Figure(Duration()) : null),
        ("unavailability", dice.OneIn(3) ? Figure(Share()) : null), ("note", dice.OneIn(10) ? Text() : null));

    private Knot Need(string of, int depth)
    {
        if (depth > 4 || dice.Percent(40 + depth * 15)) return dice.OneIn(6) ? dice.Among(functions) : dice.Among(components) is var c && c == of && !dice.OneIn(10) ? components[0] : c;
        Knot parts = Knot.List(Enumerable.Range(0, dice.From(1, 4)).Select(_ => Need(of, depth + 1)));
        return dice.Below(5) switch
        {
            0 or 1 => Knot.Map(("all", parts)),
            2 => Knot.Map(("any", parts)),
            3 => Knot.Map(("atLeast", Whole(dice.From(1, parts.Items!.Count))), ("of", parts)),
            _ => Knot.Map(("degraded", Need(of, depth + 1))),
        };
    }

    private Knot Selector() => dice.Below(6) switch
    {
        0 when tags.Count > 0 => Knot.Map(("tag", dice.Among(tags))),
        1 when zones.Count > 0 => Knot.Map(("zone", dice.Among(zones))),
        2 when places.Count > 0 => Knot.Map(("place", dice.Among(places))),
        3 => Knot.Map(("component", dice.Among(components))),
        4 => Knot.Map(("nature", "function")),
        _ => dice.Among(components),
    };

    private Knot Strike() => Knot.Map(
        ("on", Selector()), ("from", dice.OneIn(2) ? Duration() : null), ("for", dice.Below(4) switch { 0 => null, 1 => "1 h..3 d", _ => dice.Of("30 min", "6 h", "2 d", "10 w") }),
        ("probability", dice.OneIn(3) ? Share() : null));

    private Knot Acts()
    {
        var (hour, number) = (0, 0);
        var acts = new List<Knot>();
        for (var a = 0; a < dice.From(1, 3); a++)
        {
            var times = new List<int>();
            for (var e = dice.From(1, 5); e > 0; e--) times.Add(hour += dice.Below(20));
            var at = hour += dice.From(1, 30);
            acts.Add(Knot.Map(
                ("id", "act" + a), ("kind", dice.Of("crisis", "multi-crisis", "multi-crisis-bis")), ("title", Text()), ("intro", Text()), ("at", Hours(at)), ("until", Hours(at + dice.Scale(dice.OneIn(20) ? 80_000 : 200))),
                ("slots", Whole(dice.From(1, 8))), ("effort", Whole(dice.From(1, 20))), ("minutes", dice.OneIn(4) ? Knot.Map(("events", "8")) : null),
                ("events", Knot.List(times.Select(t => { events.Add("event" + number); return Knot.Map(("id", "event" + number++), ("at", Hours(t)), ("title", Text()), ("story", Text()), ("reality", "fictional"), ("hazards", Hazard()), ("strikes", Optional(Enumerable.Range(0, dice.Below(4)).Select(_ => Strike())))); }).ToList())),
                ("constraints", Optional(Enumerable.Range(0, dice.Below(3)).Select(_ => Constraint(at)).ToList()))));
        }
        return Knot.List(acts);
    }

    private Knot Constraint(int at)
    {
        var id = "limit" + constraints.Count;
        constraints.Add(id);
        return Knot.Map(
            ("id", id), ("at", Hours(at)), ("for", dice.OneIn(2) ? "10 d" : (Knot?)null), ("title", Text()), ("story", Text()), ("reality", "fictional"),
            ("strikes", Optional(Enumerable.Range(0, dice.Below(3)).Select(_ => Strike()))),
            ("caps", dice.OneIn(2) ? Knot.List(Knot.Map(("on", dice.Of("staff", "effort")), ("share", Share())), Knot.Map(("on", "gatherings"), ("atMost", Whole(dice.Below(50))))) : null));
    }

    private Knot Action(int i) => Knot.Map(
        ("id", "do" + i), ("title", Text()), ("story", Text()), ("theme", dice.Of("data", "capacity", "jobs", "governance")), ("time", dice.Of("before", "during", "after")), ("effort", Whole(dice.From(1, 3))),
        ("leads", Knot.List(dice.Among(characters))), ("needs", dice.OneIn(2) ? Need("", 0) : null), ("staff", dice.OneIn(4) ? Knot.Map(("full", "10"), ("least", Whole(dice.From(0, 10)))) : null),
        ("effects", Optional(Enumerable.Range(0, dice.Below(4)).Select(_ => Effect()))));

    private Knot Effect() => dice.Below(5) switch
    {
        0 => Knot.Map(("addAlternative", Knot.Map(("to", Selector()), ("alternative", Need("", 0))))),
        1 => Knot.Map(("lengthenAutonomy", Knot.Map(("on", Selector()), ("by", dice.Of("1 min", "24 h", "520 w"))))),
        2 => Knot.Map(("shortenStrike", Knot.Map(("on", Selector()), ("byShare", Share())))),
        3 when constraints.Count > 0 => Knot.Map(("cancelConstraint", Knot.Map(("constraint", dice.Among(constraints)), ("on", Selector())))),
        _ => Knot.Map(("shortenRestart", Knot.Map(("on", Selector()), ("byShare", Share())))),
    };

    private Knot Peril(int i) => Knot.Map(
        ("id", "peril" + i), ("name", Text()), ("perYear", Figure(Share())), ("season", dice.OneIn(2) ? dice.Of("12-01..03-31", "09-01..09-01", "02-28..03-01") : (Knot?)null),
        ("events", dice.OneIn(2) ? Knot.List(dice.OneIn(2) ? dice.Among(events) : Knot.Map(("event", dice.Among(events)), ("probability", Share()))) : null),
        ("constraints", dice.OneIn(2) && constraints.Count > 0 ? Knot.List(dice.Among(constraints)) : null),
        ("strikes", Knot.List(Enumerable.Range(0, dice.Scale(3)).Select(_ => Strike()))));

    private Knot? Hazard() => hazards.Count > 0 && dice.OneIn(2) ? Knot.List(dice.Among(hazards)) : null;

    private Knot Figure(Knot value) => dice.OneIn(4) ? Knot.Map(("value", value), ("source", sources.Count > 0 ? dice.Among(sources) : (Knot?)null)) : value;

    private Knot Text() => dice.OneIn(20) ? new string('x', dice.Scale(9_000)) : bilingual && dice.OneIn(2) ? Knot.Map(("fr", "Quoi"), ("en", "What")) : "Words";

    private Knot Duration() => dice.Of("0", "1 min", "2 min", "20 min", "1 h", "1 h 30 min", "4 h", "3 d", "2 w", "3650 d");

    private Knot Share() => dice.Of("0", "1", "0.5", "0.1", "1e-6", "0.4999999999999999", "0.9999999999999999", "4.9e-324");

    private static Knot Hours(int hours) => Whole(hours).Scalar + " h";

    private static Knot Whole(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static Knot? Optional(IEnumerable<Knot> items) => Knot.List(items) is { Items.Count: > 0 } list ? list : null;

    private static void Names(List<string> to, string word, int count)
    {
        for (var i = 0; i < count; i++) to.Add(word + i.ToString(CultureInfo.InvariantCulture));
    }
}
