using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Notices;

namespace TousRisques.Journal.Tests.Golden;

internal static partial class ExpeditionExamples
{
    private static IEnumerable<ExpeditionFact> Notices => Told("notices", (new NoticesSeen("ana", Start.AddHours(1)), Ana));
}
