using System.Text.Json.Nodes;

namespace TousRisques.Journal.Facts;

/// <summary>Turns the JSON of a stored fact into that of its next version.</summary>
/// <param name="Name">Its stored name without version.</param>
/// <param name="From">The version it reads; it gives the next one.</param>
/// <param name="Cast">The change. Pure: the same object always gives the same.</param>
public sealed record Upcaster(string Name, int From, Func<JsonObject, JsonObject> Cast);

/// <summary>All upcasters, so that what any version ever stored can be read by this one.</summary>
public sealed class Upcasters(IEnumerable<Upcaster> all)
{
    /// <summary>Those of this version of the product: none yet, every fact is still in its first form.</summary>
    public static readonly Upcasters Current = new([]);

    private readonly Dictionary<(string, int), Upcaster> steps = all.ToDictionary(u => (u.Name, u.From));

    /// <summary>Brings JSON from one version to another, step by step.</summary>
    /// <returns>The JSON of the later version, or null when a step is missing.</returns>
    public string? Cast(string name, int from, int to, string json)
    {
        if (from == to) return json;
        if (JsonNode.Parse(json) is not JsonObject value) return null;
        for (var version = from; version < to; version++)
        {
            if (!steps.TryGetValue((name, version), out var step)) return null;
            value = step.Cast(value);
        }
        return value.ToJsonString(Json.WireJson.Stored);
    }
}
