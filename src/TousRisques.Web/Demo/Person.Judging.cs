using System.Text.Json.Nodes;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Web.Demo;

// How simulated people judge actions: from the situation that the room was told, each overlooking what their trade does not see.
internal sealed partial class Person
{
    private IEnumerable<Wish> Judge(JsonNode view, ParticipantId me, Act act)
    {
        var deck = view["deck"]!.AsArray().Select(c => c!).ToArray();
        if ((bool)view["verdictsShown"]!)
        {
            foreach (var wish in Insist(view, deck, act)) yield return wish;
            yield break;
        }
        var (down, weak) = Standing(view);
        // Their own cards first, then some of the others: nobody judges the whole deck.
        var chosen = dice.Shuffle("deck" + act.Id, deck, c => (string)c["action"]!["id"]!).OrderByDescending(c => (bool?)c["action"]!["mine"] == true).Take(9 + dice.Roll("many" + act.Id, 8));
        foreach (var card in chosen)
        {
            if (card["mine"] is not null) continue;
            var id = (string)card["action"]!["id"]!;
            if (pack.Scenario.Actions.FirstOrDefault(a => a.Id.Value == id) is not { } action) continue;
            var (verdict, reason) = Opinion(view, action, act, down, weak);
            yield return new Wish($"judge-{id}", Think($"judge{act.Id}{id}", 2, 9), new AssessAction(me, act.Id, action.Id, verdict, reason));
        }
    }

    /// <summary>Now and then a table keeps its own verdict against the model's.</summary>
    private IEnumerable<Wish> Insist(JsonNode view, JsonNode[] deck, Act act)
    {
        if (Seat(view) != 1 || dice.Roll("insist" + act.Id) > 0.6) yield break;
        var split = deck.FirstOrDefault(c => (string?)c["shown"]?["model"] == "impossible" && (string?)c["shown"]?["table"] == "feasible" && c["shown"]?["kept"] is null);
        if (split is null || deck.Any(c => c["shown"]?["kept"] is not null)) yield break;
        yield return new Wish("insist", Think("insist" + act.Id, 15, 40), new OverrideAvailability(
            new TableId((string)view["me"]!["table"]!), act.Id, new ActionId((string)split["action"]!["id"]!), Verdict.Degraded, Say("override", act.Id.Value)));
    }

    private (HashSet<ComponentId> Down, HashSet<ComponentId> Weak) Standing(JsonNode view)
    {
        var (down, weak) = (new HashSet<ComponentId>(), new HashSet<ComponentId>());
        if (view["situation"] is not { } situation) return (down, weak);
        foreach (var thing in situation["functions"]!.AsArray().Concat(situation["components"]!.AsArray()))
        {
            var id = new ComponentId((string)thing!["component"]!);
            // A blind spot: what lies outside one's trade is easily taken for working.
            var component = pack.Territory.Components.FirstOrDefault(c => c.Id == id);
            if (dice.Roll("blind" + id) < (component?.Nature is Nature.Digital or Nature.Data ? 0.3 : 0.15)) continue;
            switch ((string?)thing["status"])
            {
                case "struck" or "starved" or "restarting" or "deadlocked": down.Add(id); break;
                case "makeshift" or "on-reserve": weak.Add(id); break;
            }
        }
        return (down, weak);
    }

    private (Verdict Verdict, string Reason) Opinion(JsonNode view, ActionCard action, Act act, HashSet<ComponentId> down, HashSet<ComponentId> weak)
    {
        var about = act.Id + action.Id.Value;
        var (verdict, culprit) = Weigh(action.Needs, down, weak);
        if (verdict != Verdict.Impossible && action.Staff is { } staff && dice.Roll("people" + about) > 0.4)
        {
            var share = view["constraints"]!.AsArray().SelectMany(c => c!["caps"]!.AsArray()).Where(c => (string?)c!["on"] == "staff").Aggregate(1.0, (all, c) => all * ((double?)c!["share"] ?? 1));
            var hands = (int)Math.Floor(staff.Full * share);
            if (hands < staff.Least) return (Verdict.Impossible, Say("reason.people", about));
            if (hands < staff.Full && verdict == Verdict.Feasible) return (Verdict.Degraded, Say("reason.people", about));
        }
        var called = culprit is { } id ? pack.Territory.Components.FirstOrDefault(c => c.Id == id)?.Name.In(Language) ?? id.Value : "";
        return verdict switch
        {
            Verdict.Impossible => (verdict, culprit is null ? Say("reason.people", about) : Say("reason.down", about, called)),
            Verdict.Degraded when culprit is null => (verdict, dice.Roll("tell" + about) < 0.5 ? Say("reason.detour", about) : ""),
            Verdict.Degraded => (verdict, dice.Roll("tell" + about) < 0.5 ? Say("reason.makeshift", about, called) : ""),
            _ => (verdict, dice.Roll("tell" + about) < 0.25 ? Say("reason.ok", about) : ""),
        };
    }

    /// <summary>A need as somebody weighs it who knows only what stands before them: no look into the model.</summary>
    private static (Verdict Verdict, ComponentId? Culprit) Weigh(Need need, HashSet<ComponentId> down, HashSet<ComponentId> weak)
    {
        switch (need)
        {
            case Need.On(var component):
                return down.Contains(component) ? (Verdict.Impossible, component) : weak.Contains(component) ? (Verdict.Degraded, component) : (Verdict.Feasible, null);
            case Need.Degraded(var makeshift):
                var inner = Weigh(makeshift, down, weak);
                return inner.Verdict == Verdict.Impossible ? inner : (Verdict.Degraded, inner.Culprit);
            case Need.All(var parts):
                return parts.Select(p => Weigh(p, down, weak)).Append((Verdict.Feasible, null)).MinBy(p => p.Item1);
            case Need.Any(var parts):
                return parts.Select(p => Weigh(p, down, weak)).DefaultIfEmpty((Verdict.Impossible, null)).MaxBy(p => p.Item1);
            case Need.AtLeast(var count, var parts):
                return count <= 0 ? (Verdict.Feasible, null) : parts.Select(p => Weigh(p, down, weak)).OrderByDescending(p => p.Item1).Append((Verdict.Impossible, null)).ElementAt(Math.Min(count, parts.Length + 1) - 1);
            default:
                return (Verdict.Feasible, null);
        }
    }
}
