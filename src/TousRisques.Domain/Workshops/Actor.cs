using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops;

/// <summary>Who gives a command. The edge vouches for it; the rules decide what each may do.</summary>
public abstract record Actor
{
    private protected Actor() { }
}

/// <summary>Someone who leads the workshop: its facilitator or a co-facilitator.</summary>
/// <param name="Name">Account name, or a name given with an invitation.</param>
public sealed record FacilitatorActor(string Name) : Actor;

/// <summary>Someone who watches and notes (observateur).</summary>
public sealed record ObserverActor(string Name) : Actor;

/// <summary>A participant.</summary>
public sealed record ParticipantActor(ParticipantId Participant) : Actor;

/// <summary>The house itself: answers of the model.</summary>
public sealed record ModelActor : Actor;

/// <summary>Someone who has no part yet: may only join.</summary>
public sealed record VisitorActor : Actor;

/// <summary>A command with all that comes from outside: who, when, and the client's name for it.</summary>
/// <param name="Id">Made by the client; the same one twice has effect once.</param>
/// <param name="By">Who gives it.</param>
/// <param name="At">When the server received it, UTC.</param>
/// <param name="Command">What is wanted.</param>
public sealed record Envelope(CommandId Id, Actor By, DateTimeOffset At, WorkshopCommand Command);

/// <summary>A fact with its circumstances, as the journal keeps it.</summary>
/// <param name="Event">What happened.</param>
/// <param name="By">Who caused it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Command">The command that caused it.</param>
public sealed record Fact(WorkshopEvent Event, Actor By, DateTimeOffset At, CommandId Command);
