namespace TousRisques.Domain.Expeditions.Agendas;

/// <summary>What happened in workshops to come, and who signed up for them (by number: names are kept apart).</summary>
public abstract record AgendaEvent : ExpeditionEvent
{
    private protected AgendaEvent() { }
}
