using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Web.Access;

namespace TousRisques.Web.Devices.Exchange;

/// <summary>A file that somebody looked at and may take in.</summary>
/// <param name="Expedition">Into which expedition.</param>
/// <param name="Account">Who.</param>
/// <param name="Devices">Its devices, named.</param>
internal sealed record ImportDraft(ExpeditionId Expedition, string Account, ImmutableArray<ImportedDevice> Devices);

/// <summary>Keeps files between their preview and the button that takes them in: in memory, for half an hour, a few at a time. The oldest goes first.</summary>
internal sealed class ImportDrafts(TimeProvider time)
{
    private const int Most = 12;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    private readonly Lock gate = new();
    private readonly List<(string Key, ImportDraft Draft, DateTimeOffset Until)> kept = [];

    /// <summary>Keeps a draft; gives its name.</summary>
    public string Keep(ImportDraft draft)
    {
        lock (gate)
        {
            kept.RemoveAll(k => k.Until < time.GetUtcNow());
            if (kept.Count >= Most) kept.RemoveAt(0);
            var key = Draws.Name();
            kept.Add((key, draft, time.GetUtcNow() + Life));
            return key;
        }
    }

    /// <summary>A draft of somebody's for an expedition; null when it is gone. It stays, so that a button pressed twice does no harm.</summary>
    public ImportDraft? Find(string key, ExpeditionId expedition, string account)
    {
        lock (gate) return kept.Find(k => k.Key == key && k.Until >= time.GetUtcNow() && k.Draft.Expedition == expedition && k.Draft.Account == account).Draft;
    }
}
