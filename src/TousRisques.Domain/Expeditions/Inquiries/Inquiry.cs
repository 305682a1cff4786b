using System.Diagnostics;

namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>The inquiry: grids, interviews, codes.</summary>
public sealed partial record Inquiry
{
    /// <summary>Before anything happened.</summary>
    public static readonly Inquiry Empty = new();

    internal Decision<ExpeditionEvent> Decide(InquiryCommand command, Asking asking) => command switch
    {
        _ => throw new UnreachableException($"No rule for {command.GetType().Name} in {GetType().Name}."),
    };

    internal Inquiry Evolve(InquiryEvent @event, ExpeditionFact fact) => @event switch
    {
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name} in {GetType().Name}."),
    };
}
