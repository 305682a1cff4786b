namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>What can be asked of the inquiry: grids, interviews, codes.</summary>
public abstract record InquiryCommand : ExpeditionCommand
{
    private protected InquiryCommand() { }

    internal override Standing Least => Standing.Member;
}
