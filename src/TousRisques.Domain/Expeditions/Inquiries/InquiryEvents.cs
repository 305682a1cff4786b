namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>What happened in the inquiry: grids, interviews, codes.</summary>
public abstract record InquiryEvent : ExpeditionEvent
{
    private protected InquiryEvent() { }
}
