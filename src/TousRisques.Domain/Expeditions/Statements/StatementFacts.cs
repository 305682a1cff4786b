namespace TousRisques.Domain.Expeditions.Statements;

/// <summary>What can be asked of the synthesis.</summary>
public abstract record StatementCommand : ExpeditionCommand
{
    private protected StatementCommand() { }

    internal override Standing Least => Standing.Member;
}

/// <summary>Writes a statement, the last of its theme and time.</summary>
public sealed record WriteStatement(StatementId Statement, StatementSheet Sheet) : StatementCommand;
/// <summary>Says it otherwise.</summary>
public sealed record ReviseStatement(StatementId Statement, StatementSheet Sheet) : StatementCommand;
/// <summary>Puts it one place earlier or later among those of its theme and time.</summary>
public sealed record MoveStatement(StatementId Statement, bool Earlier) : StatementCommand;
/// <summary>Takes it out of the synthesis.</summary>
public sealed record WithdrawStatement(StatementId Statement) : StatementCommand;
/// <summary>Brings it back.</summary>
public sealed record RestoreStatement(StatementId Statement) : StatementCommand;

/// <summary>What happened to the synthesis.</summary>
public abstract record StatementEvent : ExpeditionEvent
{
    private protected StatementEvent() { }
}

/// <summary>A statement was written.</summary>
public sealed record StatementWritten(StatementId Statement, StatementSheet Sheet) : StatementEvent;
/// <summary>It says something else now.</summary>
public sealed record StatementRevised(StatementId Statement, StatementSheet Sheet) : StatementEvent;
/// <summary>It changed places with another.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="With">The one whose place it took.</param>
public sealed record StatementMoved(StatementId Statement, StatementId With) : StatementEvent;
/// <summary>It was taken out of the synthesis.</summary>
public sealed record StatementWithdrawn(StatementId Statement) : StatementEvent;
/// <summary>It is in the synthesis again.</summary>
public sealed record StatementRestored(StatementId Statement) : StatementEvent;
