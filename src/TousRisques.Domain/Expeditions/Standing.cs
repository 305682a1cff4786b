using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions;

/// <summary>What somebody may do in an expedition. Ordered: each may do all that the ones before may.</summary>
public enum Standing
{
    /// <summary>No part in it: reads what is public, and contributes to it.</summary>
    Anyone,
    /// <summary>Works in it: watch, inquiry, meetings, notebook.</summary>
    Member,
    /// <summary>Also decides what visitors' contributions become.</summary>
    Moderator,
    /// <summary>Also says what the expedition is, and who is in it.</summary>
    Lead,
    /// <summary>The house itself: what it does by the clock.</summary>
    House,
}

/// <summary>Who gives a command to an expedition. The edge vouches for it; the rules decide what each may do.</summary>
public abstract record ExpeditionActor
{
    private protected ExpeditionActor() { }
}

/// <summary>Somebody with an account of the installation, whatever their part in the expedition.</summary>
/// <param name="Account">The account's name.</param>
public sealed record AccountHolder(string Account) : ExpeditionActor;

/// <summary>Somebody without an account. Who they are is not known to the journal.</summary>
public sealed record PasserBy : ExpeditionActor;

/// <summary>The house itself: reminders, feeds read by the clock, the example that is shipped.</summary>
public sealed record TheHouse : ExpeditionActor;

/// <summary>A command with all that comes from outside: who, when, and the client's name for it.</summary>
/// <param name="Id">Made by the client; the same one twice has effect once.</param>
/// <param name="By">Who gives it.</param>
/// <param name="At">When the server received it, UTC.</param>
/// <param name="Command">What is wanted.</param>
public sealed record ExpeditionEnvelope(CommandId Id, ExpeditionActor By, DateTimeOffset At, ExpeditionCommand Command);

/// <summary>A fact with its circumstances, as the journal keeps it.</summary>
/// <param name="Event">What happened.</param>
/// <param name="By">Who caused it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Command">The command that caused it.</param>
public sealed record ExpeditionFact(ExpeditionEvent Event, ExpeditionActor By, DateTimeOffset At, CommandId Command);

/// <summary>What the rules of an expedition's part know of who asks.</summary>
/// <param name="By">Who.</param>
/// <param name="Standing">Their standing; enough for the command, since that was looked at before.</param>
/// <param name="At">When.</param>
internal readonly record struct Asking(ExpeditionActor By, Standing Standing, DateTimeOffset At);
