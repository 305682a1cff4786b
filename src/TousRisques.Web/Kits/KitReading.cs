using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Web.Expeditions;

namespace TousRisques.Web.Kits;

/// <summary>A kit under somebody's eyes: which edition, in which words, where its links lead.</summary>
/// <param name="State">The expedition.</param>
/// <param name="Edition">The version, or the draft.</param>
/// <param name="W">Words around what was typed.</param>
/// <param name="Places">Where links lead.</param>
public sealed record KitReading(Expedition State, KitEdition Edition, Words W, KitPlaces Places)
{
    /// <summary>What a card can hold at most: lines of « during » on its front, contacts on its back.</summary>
    public const int OnCard = 6;

    private ImmutableDictionary<KitSheetId, int>? numbers;

    /// <summary>The territory that its map draws; null for no map.</summary>
    public Territory? Land { get; init; }

    /// <summary>A kit in the house.</summary>
    public static KitReading In(Visit visit, KitEdition edition, int version = 0)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return new(visit.State, edition, visit.W, new HousePlaces(visit, version));
    }

    /// <summary>A kit as a folder of its own, in the words of the expedition's language.</summary>
    public static KitReading Apart(Expedition state, KitEdition edition)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new(state, edition, Words.In(state.Charter.Outline!.Language), new FolderPlaces(state));
    }

    /// <summary>The language that the kit is written in.</summary>
    public string Lang => State.Charter.Outline!.Language.Code;

    /// <summary>Its cover.</summary>
    public KitCover Cover => Edition.Cover;

    /// <summary>Times that have sheets, in order.</summary>
    public IEnumerable<CrisisTime> Times => Enum.GetValues<CrisisTime>().Where(t => Edition.Leaves.Any(l => l.Sheet.Time == t));

    /// <summary>The number of a sheet, from 1 on.</summary>
    public int NumberOf(KitLeaf leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return (numbers ??= Edition.Leaves.Select((l, i) => KeyValuePair.Create(l.Id, i + 1)).ToImmutableDictionary()).GetValueOrDefault(leaf.Id);
    }

    /// <summary>Which edition it is, in words.</summary>
    public string Stamp => Edition.IsDraft ? W["kit.draft"] : W["kit.version-of", Edition.Number, ExpeditionTime.ShortDay(W, Edition.At)];

    /// <summary>What kind of sheet it is, in a word or two.</summary>
    public string KindOf(KitSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return W["kit.kind-" + KindOf(sheet.Content)];
    }

    /// <summary>The name of a kind of sheet in forms and files.</summary>
    public static string KindOf(KitContent content) => content switch
    {
        TextContent => "text",
        ActionsContent => "actions",
        DeviceContent => "device",
        ContactsContent => "contacts",
        FallbackContent => "fallback",
        DataContent => "data",
        _ => throw new System.Diagnostics.UnreachableException($"No kind of {content?.GetType().Name}."),
    };

    /// <summary>The sheet in a line: its own, or its title.</summary>
    public static string LineOf(KitSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return sheet.Brief.Length > 0 ? sheet.Brief : sheet.Title;
    }

    /// <summary>What the star beside a title means, where there is no room for more.</summary>
    public static string Starred(Words words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return $"* {words["kit.estimate"]}. {words["kit.estimate-what"]}";
    }

    /// <summary>Whom to reach, those of « during » first, each once.</summary>
    public IEnumerable<KitContact> Contacts => Edition.Leaves.OrderByDescending(l => l.Sheet.Time == CrisisTime.During).Select(l => l.Sheet.Content).OfType<ContactsContent>().SelectMany(c => c.Contacts).Distinct();

    /// <summary>What a card says: sheets of « during » that have a line; without any, whatever has one.</summary>
    public IEnumerable<KitLeaf> Essentials
    {
        get
        {
            var during = Edition.Of(CrisisTime.During).Where(l => l.Sheet.Content is not ContactsContent).ToList();
            var lines = during.Where(l => l.Sheet.Brief.Length > 0).ToList();
            return (lines.Count > 0 ? lines : during.Count > 0 ? during : [.. Edition.Leaves.Where(l => l.Sheet.Brief.Length > 0)]).Take(OnCard);
        }
    }

    /// <summary>All evidence of the kit that its reader sees, each once, with the numbers of sheets that rest on it.</summary>
    public IEnumerable<(EvidenceSight Sight, ImmutableArray<KitLeaf> For)> Sources => Edition.Leaves.SelectMany(l => l.Sheet.Evidence.Select(e => (Evidence: e, Leaf: l))).GroupBy(p => p.Evidence)
        .Select(g => (Places.Look(g.Key), g.Select(p => p.Leaf).ToImmutableArray())).Where(s => s.Item1.State == EvidenceState.There);
}
