using System.Collections.Frozen;
using TousRisques.Domain.Expeditions;
using TousRisques.Formats;
using TousRisques.Web.Look;

namespace TousRisques.Web.Watching;

/// <summary>Finds the value of an enumeration by the words of the interface in any of its languages, by a part of them (« tempête » of « tempête, orage »), or by its name in files.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal static class WatchVocabulary<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Values = All();

    /// <summary>The value of a word, whatever its case and accents; null for an unknown one.</summary>
    public static T? Find(string word) => Values.TryGetValue(Fold(word), out var value) ? value : null;

    /// <summary>The values of a cell: words between bars, semicolons, ends of line; or commas, where no word holds one.</summary>
    public static (List<T> Known, List<string> Unknown) Read(string cell)
    {
        var (known, unknown) = (new List<T>(), new List<string>());
        foreach (var piece in cell.Split(['|', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            foreach (var word in Find(piece) is null ? piece.Split([',', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [piece])
            {
                if (Find(word) is { } value) known.Add(value);
                else unknown.Add(word);
            }
        return (known, unknown);
    }

    private static string Fold(string word) => string.Join(' ', WatchTitle.Words(word));

    private static FrozenDictionary<string, T> All()
    {
        var values = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var value in Enum.GetValues<T>())
            foreach (var word in Words.Languages.Select(l => Words.In(l).Of(value)).SelectMany(w => w.Split(',').Prepend(w)).Append(EnumWords<T>.Of(value)))
                values.TryAdd(Fold(word), value);
        return values.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
