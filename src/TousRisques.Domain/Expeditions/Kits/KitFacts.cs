namespace TousRisques.Domain.Expeditions.Kits;

/// <summary>What can be asked of a kit.</summary>
public abstract record KitCommand : ExpeditionCommand
{
    private protected KitCommand() { }

    internal override Standing Least => Standing.Member;
}

/// <summary>Gives the kit its cover, or another one.</summary>
public sealed record CoverKit(KitCover Cover) : KitCommand;
/// <summary>Adds a sheet, as the last of its time.</summary>
public sealed record AddKitSheet(KitSheetId Sheet, KitSheet Saying) : KitCommand;
/// <summary>Writes a sheet anew.</summary>
public sealed record ReviseKitSheet(KitSheetId Sheet, KitSheet Saying) : KitCommand;
/// <summary>Puts a sheet before or after the one beside it, in its time.</summary>
public sealed record MoveKitSheet(KitSheetId Sheet, bool Earlier) : KitCommand;
/// <summary>Takes a sheet out.</summary>
public sealed record WithdrawKitSheet(KitSheetId Sheet) : KitCommand;
/// <summary>Brings a sheet back.</summary>
public sealed record RestoreKitSheet(KitSheetId Sheet) : KitCommand;
/// <summary>Publishes the draft as the next version.</summary>
/// <param name="Draft">The draft that was looked at.</param>
/// <param name="Note">What changed; or empty.</param>
public sealed record PublishKit(int Draft, string Note) : KitCommand
{
    internal override Standing Least => Standing.Moderator;
}

/// <summary>What happened to a kit.</summary>
public abstract record KitEvent : ExpeditionEvent
{
    private protected KitEvent() { }
}

/// <summary>The kit has a cover.</summary>
public sealed record KitCovered(KitCover Cover) : KitEvent;
/// <summary>A sheet was added.</summary>
public sealed record KitSheetAdded(KitSheetId Sheet, KitSheet Saying) : KitEvent;
/// <summary>A sheet says something else now.</summary>
public sealed record KitSheetRevised(KitSheetId Sheet, KitSheet Saying) : KitEvent;
/// <summary>A sheet changed places with another.</summary>
public sealed record KitSheetMoved(KitSheetId Sheet, KitSheetId With) : KitEvent;
/// <summary>A sheet was taken out.</summary>
public sealed record KitSheetWithdrawn(KitSheetId Sheet) : KitEvent;
/// <summary>A sheet is back.</summary>
public sealed record KitSheetRestored(KitSheetId Sheet) : KitEvent;
/// <summary>The draft was published as a version.</summary>
public sealed record KitPublished(int Version, string Note) : KitEvent;
