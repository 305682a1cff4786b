using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using TousRisques.Domain.Expeditions;

namespace TousRisques.Web.Devices.Exchange;

/// <summary>A column of the catalogue's files (docs/expeditions.md): in tables by its French or English word or its key, in JSON by its key in camelCase.</summary>
/// <param name="Key">Its key, such as <c>depends-on</c>; <c>explorer-devices.column.{Key}</c> is its word.</param>
internal sealed record DeviceColumn(string Key)
{
    /// <summary>Every column, in the order of files.</summary>
    public static readonly ImmutableArray<DeviceColumn> All =
    [
        .. "id name does for themes times hazards scale maturity cost-order cost places link depends-on depends-on-more without-power without-network without-staff source"
            .Split(' ').Select(k => new DeviceColumn(k)),
    ];

    private static readonly FrozenDictionary<string, DeviceColumn> ByName = All
        .SelectMany(c => Words.Languages.Select(l => Fold(c.Word(Words.In(l)))).Append(Fold(c.Key)).Append(Fold(c.Json)).Distinct().Select(n => (n, c)))
        .DistinctBy(x => x.n).ToFrozenDictionary(x => x.n, x => x.c, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, DeviceColumn> ByJson = All.ToFrozenDictionary(c => c.Json, c => c, StringComparer.Ordinal);

    /// <summary>Its name in JSON.</summary>
    public string Json { get; } = JsonNamingPolicy.CamelCase.ConvertName(string.Concat(Key.Split('-').Select(p => char.ToUpperInvariant(p[0]) + p[1..])));

    /// <summary>Its word.</summary>
    public string Word(Words words) => words["explorer-devices.column." + Key];

    /// <summary>The column of a table's header; null for none of ours.</summary>
    public static DeviceColumn? Of(string header) => ByName.GetValueOrDefault(Fold(header));

    /// <summary>The column of a property; null for none of ours.</summary>
    public static DeviceColumn? OfJson(string property) => ByJson.GetValueOrDefault(property);

    /// <summary>Words as they are compared: case, accents and signs apart.</summary>
    public static string Fold(string text) => string.Join(' ', WatchTitle.Words(text.Length > 300 ? text[..300] : text));
}

/// <summary>Values of an enumeration as files write them: its word of an address, or its word in any language of the interface.</summary>
internal static class ColumnWords<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Known = Enum.GetValues<T>()
        .SelectMany(v => Words.Languages.Select(l => Words.In(l)[$"enum.{typeof(T).Name}.{v}"]).Append(Forms.Wire.Of(v)).Select(DeviceColumn.Fold).Distinct().Select(n => (n, v)))
        .DistinctBy(x => x.n).ToFrozenDictionary(x => x.n, x => x.v, StringComparer.Ordinal);

    /// <summary>The value of a word, or null.</summary>
    public static T? Find(string word) => Known.TryGetValue(DeviceColumn.Fold(word), out var value) ? value : null;
}
