using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Tests.Expeditions;

/// <summary>An expedition of a test: takes commands, keeps facts, replays them.</summary>
public sealed class Camp
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 5, 12, 0, 0, TimeSpan.Zero);
    public static readonly ExpeditionActor Lead = new AccountHolder("ana"), Moderator = new AccountHolder("mo"), Member = new AccountHolder("bo"), Stranger = new AccountHolder("zoe"), Visitor = new PasserBy(), House = new TheHouse();

    private readonly List<ExpeditionFact> facts = [];
    private int commands;

    /// <summary>An expedition with a lead, a moderator and a member.</summary>
    public Camp(bool isPublic = true)
    {
        Ask(Lead, new OpenExpedition(new("vallee"), new Outline("Vallée", "Que reste-t-il ?", "", Language.French, isPublic, ""), Example: false));
        Ask(Lead, new GivePart("mo", Standing.Moderator));
        Ask(Lead, new GivePart("bo", Standing.Member));
    }

    public Expedition State { get; private set; } = Expedition.Initial;

    public IReadOnlyList<ExpeditionFact> Facts => facts;

    /// <summary>Hands in a command and takes its facts on board.</summary>
    public Decision<ExpeditionEvent> Ask(ExpeditionActor by, ExpeditionCommand command, string? id = null, DateTimeOffset? at = null)
    {
        var envelope = new ExpeditionEnvelope(new CommandId(id ?? $"c{++commands}"), by, at ?? Noon.AddMinutes(commands), command);
        var decision = Expedition.Decide(State, envelope);
        foreach (var e in decision.Events)
        {
            var fact = new ExpeditionFact(e, by, envelope.At, envelope.Id);
            facts.Add(fact);
            State = Expedition.Evolve(State, fact);
        }
        return decision;
    }

    /// <summary>The state folded anew from the facts.</summary>
    public Expedition Replayed => facts.Aggregate(Expedition.Initial, Expedition.Evolve);
}
