using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Words;

namespace TousRisques.Explorer;

/// <summary>The catalogue of devices: as many as asked for, with long texts, at two hundred places; and a full queue of declarations.</summary>
internal sealed class ManyDevices : IPart
{
    private static readonly string[] Things = ["Sirène", "Registre", "Radio", "Carte papier", "Groupe électrogène", "Drone", "Application d’alerte", "Réserve communale", "Panneau d’affichage", "Valise satellite", "Point d’eau", "Carnet"];
    private static readonly string[] Kinds = ["mobile", "à manivelle", "partagé", "de quartier", "solaire", "de secours", "intercommunal", "participatif", "hors ligne", "de poche"];
    private static readonly string[] Towns = ["Elbeuf", "Rouen", "Dieppe", "Le Havre", "Fécamp", "Yvetot", "Caudebec", "Duclair", "Barentin", "Lillebonne"];

    /// <inheritdoc/>
    public string Name => "devices";

    /// <inheritdoc/>
    public IEnumerable<(string Name, string[] Paths)> Pages =>
    [
        ("list, first page", ["devices"]),
        ("list, any page", [.. Enumerable.Range(1, 100).Select(i => $"devices?page={i * 5}")]),
        ("newest first", [.. Enumerable.Range(1, 100).Select(i => $"devices?order=new&page={i}")]),
        ("facets", ["devices?hazard=flood&show=hazard", "devices?without=power&without=network&theme=data", "devices?for=residents&time=during&maturity=tried&show=for", "devices?scale=national&show=scale"]),
        ("search", ["devices?q=sirene", "devices?q=registres%20elbeuf", "devices?q=introuvable", "devices?q=se&hazard=cyber", "devices?q=dispositif%20numero%204321"]),
        ("search of the whole expedition", ["search?q=sirene", "search?q=registres%20elbeuf", "search?q=introuvable", "search?q=se"]),
        ("card", [.. Enumerable.Range(0, 100).Select(i => $"devices/device-{i * 7:00000}")]),
        ("map", ["devices/map", "devices/map?hazard=flood"]),
    ];

    /// <inheritdoc/>
    public async Task FillAsync(LargeExpedition server, int count)
    {
        foreach (var batch in Enumerable.Range(0, count).Chunk(DeviceLimits.Batch))
            await server.DoAsync(new ImportDevices([.. batch.Select(i => new ImportedDevice(new($"device-{i:00000}"), Sheet(i)))]));
        foreach (var i in Enumerable.Range(0, Math.Min(count, DeviceLimits.Pending)))
            await server.DoAsync(new DeclareDevice(new($"waiting-{i:00000}"), Sheet(i * 3)), new PasserBy());
    }

    private static DeviceSheet Sheet(int i) => new(
        $"{Things[i % Things.Length]} {Kinds[i / 7 % Kinds.Length]} {i}",
        $"Dispositif numéro {i}. " + string.Concat(Enumerable.Repeat("Il sert quand les habitudes ne suffisent plus, et se prépare longtemps avant. ", 4)),
        Some<StakeholderFamily>(i), Some<Theme>(i / 3), Some<CrisisTime>(i / 5), Some<HazardTag>(i / 2), (Scale)(i % 3), (Maturity)(i % 5), (CostOrder)(i % 6), "selon la taille",
        [new($"{Towns[i % Towns.Length]} {i / 10 % 20}", 49 + i % 200 / 250.0, 0.2 + i % 190 / 200.0)], "https://exemple.fr/" + i, i % 4 == 0 ? [Dependence.Nothing] : Some<Dependence>(i + 1).Remove(Dependence.Nothing),
        "", "Tout, quelques heures.", "Une partie.", "Rien.", "Exemple de mesure");

    private static System.Collections.Immutable.ImmutableArray<T> Some<T>(int i) where T : struct, Enum
    {
        var all = Enum.GetValues<T>();
        return [.. new[] { all[i % all.Length], all[i / 11 % all.Length] }.Distinct()];
    }
}
