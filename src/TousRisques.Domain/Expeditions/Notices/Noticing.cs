using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Devices;

namespace TousRisques.Domain.Expeditions.Notices;

/// <summary>Which facts are told, to whom. A part that has news is some lines here.</summary>
internal static class Noticing
{
    /// <summary>What a fact tells, or null.</summary>
    public static (NoticeKind Kind, string Subject, Standing For, int Count)? Of(ExpeditionEvent @event) => @event switch
    {
        PartGiven e => (NoticeKind.PartGiven, e.Account, Standing.Member, 1),
        OutlineRevised => (NoticeKind.OutlineRevised, "", Standing.Member, 1),
        ExpeditionEnded or ExpeditionResumed => (NoticeKind.ExpeditionEnded, "", Standing.Member, 1),
        DeviceDeclared => (NoticeKind.DeviceDeclared, "", Standing.Moderator, 1),
        _ => null,
    };
}
