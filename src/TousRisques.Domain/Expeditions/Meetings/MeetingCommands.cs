namespace TousRisques.Domain.Expeditions.Meetings;

/// <summary>What can be asked of meetings (rencontres): who was met, what was learned.</summary>
public abstract record MeetingCommand : ExpeditionCommand
{
    private protected MeetingCommand() { }

    internal override Standing Least => Standing.Member;
}
