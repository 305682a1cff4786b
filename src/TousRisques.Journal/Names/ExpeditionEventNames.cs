using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;

namespace TousRisques.Journal.Names;

/// <summary>What each fact of an expedition is called for ever, part by part. Rules for changes: <see cref="EventNames"/>.</summary>
internal static class ExpeditionEventNames
{
    /// <summary>Name and class of every fact.</summary>
    public static readonly Kinds<ExpeditionEvent> Kinds = new Kinds<ExpeditionEvent>()
        // Charter
        .With<ExpeditionOpened>("expedition-opened")
        .With<OutlineRevised>("outline-revised")
        .With<PartnersListed>("partners-listed")
        .With<PhasesListed>("phases-listed")
        .With<PartGiven>("part-given")
        .With<PartTaken>("part-taken")
        .With<InvitationsRevoked>("invitations-revoked")
        .With<ExpeditionEnded>("expedition-ended")
        .With<ExpeditionResumed>("expedition-resumed")

        // Watch

        // Inquiry

        // Encounters

        // Notebook

        // Catalogue

        // Agenda
        ;

    /// <summary>Facts whose stored form is past its first version. Missing here: version 1.</summary>
    private static readonly Dictionary<string, int> Versions = [];

    /// <summary>The version in which a fact is stored today.</summary>
    public static int VersionOf(string name) => Versions.GetValueOrDefault(name, 1);
}
