using System.Text.Json.Nodes;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;

namespace TousRisques.Web.Demo;

/// <summary>Something that a simulated person wants to do.</summary>
/// <param name="Key">Its name: the same wish is acted on once, and it is the command's id.</param>
/// <param name="Think">How long they think before, in seconds of life.</param>
/// <param name="Command">The command.</param>
internal sealed record Wish(string Key, double Think, WorkshopCommand Command);

/// <summary>
/// How a simulated person plays: what they would do next, from nothing but what a participant may see (the JSON of their view), the pack
/// as somebody of the trade knows it, and dice. They judge by what they were told is down, and each overlooks some of it.
/// </summary>
internal sealed partial class Person(int index, string name, Pack pack, Words words, Dice dice)
{
    private Language Language => words.Language;

    /// <summary>First name.</summary>
    public string Name => name;

    /// <summary>What they would do now, the first first; nothing when they wait for others.</summary>
    public IEnumerable<Wish> Wishes(JsonNode view)
    {
        var kind = (string?)view["step"]?["kind"];
        var me = new ParticipantId((string)view["me"]!["id"]!);
        var step = (string)view["step"]!["id"]!;
        var act = (string?)view["act"]?["id"] is { } id ? pack.Scenario.Acts.FirstOrDefault(a => a.Id.Value == id) : null;
        if (view["me"]!["character"] is null)
        {
            var free = view["freeCharacters"]!.AsArray().Select(c => (string)c!["id"]!).ToArray();
            if (free.Length == 0) yield break;
            // Neighbours reach for different cards: the order of sitting decides, so that few hands meet.
            var table = (string)view["me"]!["table"]!;
            var without = view["people"]!.AsArray().Where(p => (string?)p!["table"] == table && p["character"] is null).ToList();
            var rank = Math.Max(0, without.FindIndex(p => (bool?)p!["isMe"] == true));
            var wanted = free[rank % free.Length];
            yield return new Wish($"take-{wanted}", 1 + 2 * rank, new AssignCharacter(me, new CharacterId(wanted)));
            yield break;
        }
        var wishes = kind switch
        {
            "round-table" => Introduce(view, me),
            "stakeholders" => PlaceCards(view, me),
            "events" or "constraints" or "situation" or "consequences" => Comment(view, me, kind),
            "assessment" when act is not null => Judge(view, me, act),
            "priorities" when act is not null => Rank(view, me, act),
            "plan" when act is not null => MakePlan(view, act),
            "debrief" => Debrief(me),
            "leads" => Leads(view, me),
            _ => [],
        };
        foreach (var wish in wishes) yield return wish with { Key = $"{step}.{wish.Key}" };
    }

    private string Character(JsonNode view) => In(view["me"]!["character"]!["name"]);

    private string In(JsonNode? text) => (string?)text?[Language.Code] ?? (string?)text?["fr"] ?? "";

    private string Say(string area, string about, params object?[] arguments)
    {
        var count = 0;
        while (words.Has($"demo.{area}.{count + 1}")) count++;
        return words[$"demo.{area}.{dice.Roll($"say {area} {about}", count) + 1}", arguments]; // a roll of its own, whatever decided to speak
    }

    private double Think(string about, double least, double most) => least + dice.Roll("think" + about) * (most - least);

    private IEnumerable<Wish> Introduce(JsonNode view, ParticipantId me)
    {
        if ((string?)view["me"]!["introduction"] is { Length: > 0 }) yield break;
        yield return new Wish("introduce", Think("introduce", 3, 25), new IntroduceSelf(me, Say("intro", "", name, Character(view))));
    }

    private IEnumerable<Wish> PlaceCards(JsonNode view, ParticipantId me)
    {
        _ = me;
        var table = new TableId((string)view["me"]!["table"]!);
        var cards = view["board"]!.AsArray().Where(c => c!["role"] is null && (bool?)c["own"] != true).Select(c => c!).ToArray();
        foreach (var card in dice.Shuffle("board", cards, c => (string)c["id"]!).Take(2))
        {
            var id = (string)card["id"]!;
            yield return new Wish($"place-{id}", Think(id, 4, 20), new PlaceStakeholder(table, new StakeholderId(id), RoleOf(pack.Scenario.Stakeholders.FirstOrDefault(s => s.Id.Value == id))));
        }
        if (index % 4 == 1)
            yield return new Wish("forgotten", Think("forgotten", 20, 50), new AddStakeholder(
                new StakeholderId($"own-d{index}"), table, words[$"demo.stakeholder.{index / 4 + 1}"], StakeholderFamily.CivilSociety, StakeholderRole.Affected));
    }

    /// <summary>Where they put a card: mostly where it stands, sometimes where everybody thinks it does.</summary>
    private StakeholderRole RoleOf(Stakeholder? card)
    {
        if (card is null || card.Roles.IsDefaultOrEmpty) return StakeholderRole.Informs;
        return dice.Roll("role" + card.Id) < 0.75
            ? card.Roles[0]
            : card.Family is StakeholderFamily.Authorities ? StakeholderRole.Decides
            : card.Family is StakeholderFamily.Residents or StakeholderFamily.Businesses ? StakeholderRole.Affected
            : StakeholderRole.Acts;
    }

    private IEnumerable<Wish> Comment(JsonNode view, ParticipantId me, string kind)
    {
        var (list, area) = kind switch
        {
            "events" => (view["events"]!.AsArray().Where(e => (string?)e!["act"] == (string?)view["act"]?["id"]), "event"),
            "constraints" => (view["constraints"]!.AsArray().AsEnumerable(), "constraint"),
            "situation" => (view["situation"]?["functions"]?.AsArray().Where(f => (string?)f!["status"] is "struck" or "starved" or "deadlocked") ?? [], "situation"),
            _ => ([], "consequence"),
        };
        JsonNode[] channels = [.. view["channels"]!.AsArray().Select(c => c!)];
        if (channels.Length == 0) yield break;
        if (area == "consequence")
        {
            if (dice.Roll("consequence" + view["act"]?["id"]) < 0.2) yield return Send("after", Say(area, "" + view["act"]?["id"], Character(view)));
            yield break;
        }
        foreach (var thing in list)
        {
            var id = (string)(thing!["id"] ?? thing["component"])!;
            if (dice.Roll(area + id) >= (area == "event" ? 0.17 : 0.12)) continue;
            yield return Send(id, Say(area, id, Character(view), In(thing["title"] ?? thing["name"])));
        }

        Wish Send(string about, string body)
        {
            var channel = dice.Pick("channel" + about, channels);
            Audience to = dice.Roll("to" + about) < 0.6 ? new ToTable(new TableId((string)view["me"]!["table"]!)) : new ToRoom();
            return new Wish($"say-{about}", Think(about, 5, 30), new SendMessage(
                new MessageId($"d{index}-{(string)view["step"]!["id"]!}-{about}"), me, new ChannelId((string)channel["id"]!), to, Clean(body)));
        }
    }

    private IEnumerable<Wish> Rank(JsonNode view, ParticipantId me, Act act)
    {
        if (view["ranking"]!.AsArray().Count > 0) yield break;
        var character = (string)view["me"]!["character"]!["id"]!;
        var likely = pack.Scenario.Characters.First(c => c.Id.Value == character).LikelyPriorities;
        // What the character is likely to hold dear, shaken a little more from act to act.
        var shaken = pack.Scenario.Stakes.OrderBy(s => (likely.IndexOf(s.Id) is >= 0 and var at ? at : 6) + 4 * dice.Roll($"rank{act.Id}{s.Id}")).Take(5)
            .Select(s => new Priority(s.Id, null)).ToList();
        if (dice.Roll("own" + act.Id) < 0.15) shaken[^1] = new Priority(null, Say("own", act.Id.Value));
        yield return new Wish("rank", Think("rank" + act.Id, 8, 50), new RankPriorities(me, act.Id, [.. shaken]));
    }

    private IEnumerable<Wish> MakePlan(JsonNode view, Act act)
    {
        if (view["plan"] is not { } plan || (bool)plan["confirmed"]!) yield break;
        var table = new TableId((string)view["me"]!["table"]!);
        var (slots, effort) = ((int)plan["slotsLeft"]!, (int)plan["effortLeft"]!);
        var choices = plan["choices"]!.AsArray()
            .Where(c => ((int)c!["action"]!["effort"]! <= effort) && Verdict(c!) != "impossible").Select(c => c!).ToArray();
        if (slots > 0 && choices.Length > 0)
        {
            // A card of one's own trade first; then what was judged feasible; then taste.
            var best = choices.OrderBy(c => ((bool?)c["action"]!["mine"] == true ? 0 : 1) + (Verdict(c) == "feasible" ? 0 : 0.7) + dice.Roll($"plan{act.Id}{c["action"]!["id"]}")).First();
            var id = (string)best["action"]!["id"]!;
            yield return new Wish($"plan-{id}", Think($"plan{act.Id}{id}", 6, 40), new AddToPlan(table, new ActionId(id)));
        }
        else if (Seat(view) == 0)
            yield return new Wish("confirm", Think("confirm" + act.Id, 10, 30), new ConfirmPlan(table));

        static string? Verdict(JsonNode choice) => (string?)choice["shown"]?["kept"]?["verdict"] ?? (string?)choice["shown"]?["model"] ?? (string?)choice["mine"];
    }

    /// <summary>Their place among those at the table, from 0.</summary>
    private static int Seat(JsonNode view) =>
        view["people"]!.AsArray().Where(p => (string?)p!["table"] == (string?)view["me"]!["table"]).ToList().FindIndex(p => (bool?)p!["isMe"] == true);

    private IEnumerable<Wish> Debrief(ParticipantId me)
    {
        foreach (var question in Enum.GetValues<DebriefQuestion>())
            if (dice.Roll("debrief" + question) < 0.5)
                yield return new Wish($"debrief-{question}".ToLowerInvariant(), Think("debrief" + question, 10, 60), new AnswerDebrief(
                    me, question, Say(question.ToString().ToLowerInvariant(), ""), dice.Pick("theme" + question, Enum.GetValues<Theme>()), dice.Pick("time" + question, Enum.GetValues<CrisisTime>())));
    }

    private IEnumerable<Wish> Leads(JsonNode view, ParticipantId me)
    {
        if (index % 3 == 0)
        {
            var n = index / 3 + 1;
            yield return new Wish("lead", Think("lead", 10, 60), new ProposeLead(
                new LeadId($"d{index}"), me, words[$"demo.lead.{n}.title"], words[$"demo.lead.{n}.words"], dice.Pick("lead", Enum.GetValues<Theme>()), dice.Pick("leadtime", Enum.GetValues<CrisisTime>())));
        }
        foreach (var lead in view["leads"]!.AsArray())
            if ((bool?)lead!["supported"] != true && (bool?)lead["mine"] != true && dice.Roll("support" + lead["title"]) < 0.45)
                yield return new Wish($"support-{lead["id"]}", Think("support" + lead["title"], 5, 40), new SupportLead(new LeadId((string)lead["id"]!), me, true));
    }

    private static string Clean(string text) => text.Length > Limits.Message ? text[..Limits.Message] : text;
}
