using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;

namespace TousRisques.Journal.Facts;

/// <summary>Who caused a record, as one short text: <c>facilitator:Ada</c>, <c>observer:Bo</c>, <c>participant:p7</c>, <c>model</c>, <c>visitor</c>.</summary>
public static class ActorNames
{
    /// <summary>Writes an actor.</summary>
    public static string Write(Actor actor) => actor switch
    {
        FacilitatorActor a => $"facilitator:{a.Name}",
        ObserverActor a => $"observer:{a.Name}",
        ParticipantActor a => $"participant:{a.Participant.Value}",
        ModelActor => "model",
        VisitorActor => "visitor",
        _ => throw new System.Diagnostics.UnreachableException($"No stored name for {actor.GetType().Name}."),
    };

    /// <summary>Reads one, or null when it is none.</summary>
    public static Actor? Read(string stored)
    {
        var colon = stored.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? "" : stored[(colon + 1)..];
        return (colon < 0 ? stored : stored[..colon]) switch
        {
            "facilitator" when colon > 0 => new FacilitatorActor(name),
            "observer" when colon > 0 => new ObserverActor(name),
            "participant" when colon > 0 => new ParticipantActor(new ParticipantId(name)),
            "model" when colon < 0 => new ModelActor(),
            "visitor" when colon < 0 => new VisitorActor(),
            _ => null,
        };
    }
}
