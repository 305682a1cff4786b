using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Charters;

/// <summary>What can be asked about what the expedition is, and about who is in it.</summary>
public abstract record CharterCommand : ExpeditionCommand
{
    private protected CharterCommand() { }

    internal override Standing Least => Standing.Lead;
}

/// <summary>Opens an expedition; whoever does leads it.</summary>
/// <param name="Expedition">Its name in addresses.</param>
/// <param name="Outline">What it is.</param>
/// <param name="Example">Whether it is the example shipped with the product; only the house may say so.</param>
public sealed record OpenExpedition(ExpeditionId Expedition, Outline Outline, bool Example) : CharterCommand;
/// <summary>Changes what the expedition says of itself.</summary>
public sealed record ReviseOutline(Outline Outline) : CharterCommand;
/// <summary>Lists the partners anew.</summary>
public sealed record ListPartners(ImmutableArray<Partner> Partners) : CharterCommand;
/// <summary>Lists the phases anew.</summary>
public sealed record ListPhases(ImmutableArray<Phase> Phases) : CharterCommand;
/// <summary>Gives somebody a part.</summary>
public sealed record GivePart(string Account, Standing Part) : CharterCommand;
/// <summary>Takes somebody's part back.</summary>
public sealed record TakePart(string Account) : CharterCommand;
/// <summary>Leaves the expedition, in one's own name.</summary>
public sealed record LeaveExpedition : CharterCommand
{
    internal override Standing Least => Standing.Member;
}
/// <summary>Ends every invitation handed out so far.</summary>
public sealed record RevokeInvitations : CharterCommand;
/// <summary>Ends the expedition.</summary>
public sealed record EndExpedition : CharterCommand;
/// <summary>Goes on with an expedition that was ended.</summary>
public sealed record ResumeExpedition : CharterCommand;
