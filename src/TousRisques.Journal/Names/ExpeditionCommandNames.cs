using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;

namespace TousRisques.Journal.Names;

/// <summary>What each command to an expedition is called on its way to the grain, part by part.</summary>
internal static class ExpeditionCommandNames
{
    /// <summary>Name and class of every command.</summary>
    public static readonly Kinds<ExpeditionCommand> Kinds = new Kinds<ExpeditionCommand>()
        // Charter
        .With<OpenExpedition>("open-expedition")
        .With<ReviseOutline>("revise-outline")
        .With<ListPartners>("list-partners")
        .With<ListPhases>("list-phases")
        .With<GivePart>("give-part")
        .With<TakePart>("take-part")
        .With<LeaveExpedition>("leave-expedition")
        .With<RevokeInvitations>("revoke-invitations")
        .With<EndExpedition>("end-expedition")
        .With<ResumeExpedition>("resume-expedition")

        // Watch

        // Inquiry

        // Encounters

        // Notebook

        // Catalogue

        // Agenda
        ;
}
