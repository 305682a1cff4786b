using TousRisques.Domain.Expeditions.Futures;
using TousRisques.Domain.Scenarios;
using TousRisques.Web.Packs;
using TousRisques.Web.Stress;

namespace TousRisques.Web.Futures;

/// <summary>Computes what pages say of boxes: once for each state of a box and of its territory, however many people look, in turn with what is asked of the bench.</summary>
/// <param name="packs">Packs of this machine.</param>
/// <param name="asks">Where it waits its turn.</param>
public sealed class BoxDesk(InstalledPacks packs, StressAsks asks)
{
    /// <summary>The pack of a box's territory; null when it has none, or the pack is not here or has errors.</summary>
    public Pack? TerritoryOf(Box box)
    {
        ArgumentNullException.ThrowIfNull(box);
        return box.Sheet.Territory.Length == 0 ? null : packs.Find(box.Sheet.Territory)?.Pack;
    }

    /// <summary>What is computed of a box, or null while it is being computed, or waits to be: the page comes back.</summary>
    public async Task<BoxFindings?> LookAsync(Box box, TimeSpan patience, CancellationToken cancel)
    {
        var pack = TerritoryOf(box);
        try
        {
            return await asks.AnswerAsync([box, pack], "box", c => BoxFindings.Of(box, pack, c), cancel).WaitAsync(patience, cancel);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
