namespace TousRisques.Domain.Expeditions.Agendas;

/// <summary>What can be asked of workshops to come, and who signed up for them (by number: names are kept apart).</summary>
public abstract record AgendaCommand : ExpeditionCommand
{
    private protected AgendaCommand() { }

    internal override Standing Least => Standing.Member;
}
