using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Leads;

/// <summary>What can be asked of leads.</summary>
public abstract record LeadCommand : ExpeditionCommand
{
    private protected LeadCommand() { }

    internal override Standing Least => Standing.Member;
}

/// <summary>Adds a lead.</summary>
public sealed record AddLead(LeadId Lead, LeadSheet Sheet, LeadOrigin Origin) : LeadCommand;
/// <summary>Adds leads that tables had; those that came in before are passed over.</summary>
public sealed record TakeInLeads(ImmutableArray<AddLead> Leads) : LeadCommand;
/// <summary>Says a lead otherwise.</summary>
public sealed record ReviseLead(LeadId Lead, LeadSheet Sheet) : LeadCommand;
/// <summary>Keeps a lead, sets it aside, or puts it on the table again.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="State">What becomes of it.</param>
/// <param name="Why">Why; must be said but for putting it on the table again.</param>
public sealed record SortLead(LeadId Lead, LeadState State, string Why) : LeadCommand;
/// <summary>Says that two leads resemble each other, or no longer.</summary>
public sealed record RelateLeads(LeadId One, LeadId Other, bool Cousins) : LeadCommand;
/// <summary>Says what one thinks of a lead, or says it anew.</summary>
public sealed record JudgeLead(LeadId Lead, int Effort, int Effect) : LeadCommand;
/// <summary>« I would carry this », or no longer. Everybody may.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Carry">Whether.</param>
/// <param name="Sender">A visitor's mark of the day; empty for accounts.</param>
public sealed record CarryLead(LeadId Lead, bool Carry, string Sender) : LeadCommand
{
    internal override Standing Least => Standing.Anyone;
}

/// <summary>What happened to leads.</summary>
public abstract record LeadEvent : ExpeditionEvent
{
    private protected LeadEvent() { }
}

/// <summary>A lead came up.</summary>
public sealed record LeadAdded(LeadId Lead, LeadSheet Sheet, LeadOrigin Origin) : LeadEvent;
/// <summary>A lead says something else now.</summary>
public sealed record LeadRevised(LeadId Lead, LeadSheet Sheet) : LeadEvent;
/// <summary>It was kept, set aside, or put on the table again.</summary>
public sealed record LeadSorted(LeadId Lead, LeadState State, string Why) : LeadEvent;
/// <summary>Two leads are cousins now, or no longer.</summary>
public sealed record LeadsRelated(LeadId One, LeadId Other, bool Cousins) : LeadEvent;
/// <summary>Somebody said what they think of a lead.</summary>
public sealed record LeadJudged(LeadId Lead, int Effort, int Effect) : LeadEvent;
/// <summary>Somebody would carry a lead, or no longer.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Carry">Whether.</param>
/// <param name="Sender">A visitor's mark; empty for accounts.</param>
public sealed record LeadCarried(LeadId Lead, bool Carry, string Sender) : LeadEvent;
