using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Words;

namespace TousRisques.Explorer;

/// <summary>The watch: as many published articles as asked for, and the search of everything, once all other parts are there.</summary>
internal sealed class ManyArticles : IPart
{
    private static readonly string[] Subjects = ["La sirène", "Le registre", "Le relais", "La fibre", "Le groupe électrogène", "La carte", "Le standard", "La sauvegarde", "Le panneau", "Le volontaire"];
    private static readonly string[] Happened = ["tient sans courant", "se tait après la crue", "revient au papier", "coupe toute la vallée", "sert aux voisins", "manque la nuit", "arrive trop tard"];

    /// <inheritdoc/>
    public string Name => "watch";

    /// <inheritdoc/>
    public IEnumerable<(string Name, string[] Paths)> Pages =>
    [
        ("reading list, any page", [.. Enumerable.Range(1, 100).Select(i => $"watch?p={i * 5}")]),
        ("filtered", ["watch?hazard=flood", "watch?theme=data&time=during", "watch?scale=national&p=3", "watch?theme=jobs&hazard=pandemic"]),
        ("search", ["watch?q=sirene", "watch?q=registres%20vallee", "watch?q=introuvable", "watch?q=re&theme=data"]),
        ("article", [.. Enumerable.Range(0, 100).Select(i => $"watch/item/article-{i * 7:00000}")]),
        ("feed", ["watch.atom", "watch.atom?hazard=flood"]),
        ("search of the whole expedition", ["search?q=sirene", "search?q=registres%20elbeuf", "search?q=introuvable", "search?q=se"]),
        ("front", [""]),
    ];

    /// <inheritdoc/>
    public async Task FillAsync(LargeExpedition server, int count)
    {
        foreach (var batch in Enumerable.Range(0, Math.Min(count, WatchLimits.Items)).Chunk(WatchLimits.Batch))
            await server.DoAsync(new TakeInWatchItems([.. batch.Select(i => new IncomingItem(new($"article-{i:00000}"), Card(i), WatchState.Published, null))]));
    }

    private static WatchCard Card(int i) => new(
        $"{Subjects[i % Subjects.Length]} {Happened[i / 3 % Happened.Length]} ({i})", $"https://exemple.fr/articles/{i}",
        $"Article numéro {i}. " + string.Concat(Enumerable.Repeat("On y lit ce qui a marché et ce qui a manqué, heure par heure, dans une commune de la vallée. ", 4)),
        new WatchTags([(Theme)(i % 4)], [(CrisisTime)(i / 4 % 3)], [(HazardTag)(i / 2 % 18)], (Scale)(i % 3)), "Elbeuf", $"Journal {i % 40}", Language.French,
        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(-i));
}
