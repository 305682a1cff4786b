using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Expeditions.Recommendations;
using TousRisques.Web.Evidences;
using TousRisques.Web.Expeditions;

namespace TousRisques.Web.Kits;

/// <summary>Where what a kit names is found: in the house, or in the folder of a website of its own.</summary>
public abstract record KitPlaces
{
    private protected KitPlaces() { }

    /// <summary>The page of a sheet.</summary>
    public abstract string Sheet(KitSheetId sheet);

    /// <summary>What somebody sees of a piece of evidence.</summary>
    public abstract EvidenceSight Look(Evidence evidence);

    /// <summary>Where a piece of evidence is read; null when nowhere from here.</summary>
    public abstract string? Evidence(EvidenceSight sight);

    /// <summary>The page of a recommendation, or null when it is not theirs to read from here.</summary>
    public abstract string? Recommendation(RecommendationId recommendation);

    /// <summary>The page of a device, or null.</summary>
    public abstract string? Device(DeviceId device);
}

/// <summary>In the house.</summary>
/// <param name="Visit">Who reads.</param>
/// <param name="Version">The version that is asked for; 0 for what they are shown first.</param>
public sealed record HousePlaces(Visit Visit, int Version) : KitPlaces
{
    /// <inheritdoc/>
    public override string Sheet(KitSheetId sheet) => Visit.At($"kit/sheets/{sheet}") + (Version > 0 ? $"?version={Version}" : "");

    /// <inheritdoc/>
    public override EvidenceSight Look(Evidence evidence) => EvidenceLook.Of(Visit, evidence);

    /// <inheritdoc/>
    public override string? Evidence(EvidenceSight sight) => EvidenceLook.AddressOf(Visit, sight);

    /// <inheritdoc/>
    public override string? Recommendation(RecommendationId recommendation) =>
        Visit.State.Recommendations.Find(recommendation) is { } r && RecommendationBook.IsFor(r, Visit.Standing) ? Visit.At($"recommendations/{recommendation}") : null;

    /// <inheritdoc/>
    public override string? Device(DeviceId device) => Visit.State.Catalogue.Find(device) is { Status: DeviceStatus.Accepted } ? Visit.At($"devices/{device}") : null;
}

/// <summary>In a folder that needs nothing else: pages beside each other, and sources on the web for whoever is connected.</summary>
/// <param name="State">The expedition.</param>
public sealed record FolderPlaces(Domain.Expeditions.Expedition State) : KitPlaces
{
    /// <summary>The file of a sheet's page.</summary>
    public static string FileOf(KitSheetId sheet) => "sheet-" + string.Concat(sheet.Value.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')) + ".html";

    /// <inheritdoc/>
    public override string Sheet(KitSheetId sheet) => FileOf(sheet);

    /// <inheritdoc/>
    public override EvidenceSight Look(Evidence evidence) => EvidenceReader.Look(State, evidence, Domain.Expeditions.Standing.Anyone);

    /// <inheritdoc/>
    public override string? Evidence(EvidenceSight sight)
    {
        ArgumentNullException.ThrowIfNull(sight);
        return sight.Evidence is SourceEvidence ? sight.Path : null;
    }

    /// <inheritdoc/>
    public override string? Recommendation(RecommendationId recommendation) => null;

    /// <inheritdoc/>
    public override string? Device(DeviceId device) => null;
}
