using System.Collections.Immutable;
using System.Text.Json;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Journal.Json;
using TousRisques.Web.Expeditions;

namespace TousRisques.Web.Evidences;

/// <summary>Evidence in forms: what is ticked travels whole, on one line, and is looked at by the rules again.</summary>
public static class EvidenceWire
{
    /// <summary>The field of what is ticked.</summary>
    public const string Field = "evidence";

    /// <summary>Evidence as the value of a box.</summary>
    public static string Write(Evidence evidence) => JsonSerializer.Serialize(evidence, WireJson.Answers);

    /// <summary>Evidence from the value of a box, or null for what no page of ours writes.</summary>
    public static Evidence? Read(string value)
    {
        if (string.IsNullOrEmpty(value) || value.Length > 8_000) return null;
        try { return JsonSerializer.Deserialize<Evidence>(value, WireJson.Strict); }
        catch (Exception e) when (e is JsonException or WireException) { return null; }
    }

    /// <summary>What a form gives: what is ticked, a source that is typed, a finding that is pasted.</summary>
    public static ImmutableArray<Evidence> From(FormFields f)
    {
        ArgumentNullException.ThrowIfNull(f);
        var evidence = ImmutableArray.CreateBuilder<Evidence>();
        foreach (var value in f.All(Field))
        {
            if (Read(value) is { } ticked) evidence.Add(ticked);
            else f.Want(Field);
        }
        if (f["source-title"].Trim().Length + f["source-link"].Trim().Length > 0) evidence.Add(new SourceEvidence(f["source-title"], f["source-link"], f["source-words"]));
        if (f["found-title"].Trim().Length + f["found-words"].Trim().Length > 0)
            evidence.Add(new WorkshopEvidence(f.Choice<WorkshopFinding>("found-kind") ?? WorkshopFinding.Other, "", f["found-title"], f["found-words"]));
        return evidence.ToImmutable();
    }
}
