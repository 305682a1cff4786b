using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Devices;

namespace TousRisques.Web.Devices;

/// <summary>Finds devices that are called nearly the same (<see cref="WatchTitle.AreNear(string, string)"/>) without comparing each with each: near names share their rare words.</summary>
public sealed class NearDevices
{
    private const int Most = 5;
    private static readonly ConditionalWeakTable<Catalogue, NearDevices> Known = [];
    private static readonly ConditionalWeakTable<Device, StrongBox<ImmutableArray<string>>> WordsOf = [];
    private readonly Dictionary<string, List<Device>> byWord = new(StringComparer.Ordinal);

    private NearDevices(Catalogue catalogue)
    {
        foreach (var device in catalogue.All.Values.Where(d => d.Status != DeviceStatus.Refused))
            foreach (var word in Words(device).Distinct(StringComparer.Ordinal))
            {
                if (!byWord.TryGetValue(word, out var named)) byWord[word] = named = [];
                named.Add(device);
            }
    }

    /// <summary>What a catalogue holds, refused devices apart.</summary>
    public static NearDevices In(Catalogue catalogue) => Known.GetValue(catalogue, static c => new(c));

    /// <summary>A few devices whose names are near a name; itself apart.</summary>
    public ImmutableArray<Device> To(string name, DeviceId? itself = null)
    {
        var asked = WatchTitle.Words(name);
        var words = asked.Distinct(StringComparer.Ordinal).OrderBy(w => byWord.GetValueOrDefault(w)?.Count ?? 0).ToList();
        // Of n words a near name may lack n(1 - s/(2 - s)) at most, where s is the share of common words asked for: so it has one of as many and one more.
        var enough = (int)Math.Floor(words.Count * (1 - WatchTitle.Near / (2 - WatchTitle.Near))) + 1;
        return
        [
            .. words.Take(enough).SelectMany(w => byWord.GetValueOrDefault(w) ?? []).DistinctBy(d => d.Id).Where(d => d.Id != itself && WatchTitle.AreNear(Words(d), asked))
                .OrderBy(d => d.DeclaredAt).Take(Most),
        ];
    }

    private static ImmutableArray<string> Words(Device device) => WordsOf.GetValue(device, static d => new(WatchTitle.Words(d.Sheet.Name))).Value;
}
