using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Words;

namespace TousRisques.Explorer;

/// <summary>Ten chapters of some fifteen printed pages, with as many reactions as asked for, nearly all accepted, a third of them to passages that were rewritten since; and a full queue.</summary>
internal sealed class ManyReactions : IPart
{
    private const int Chapters = 10, Paragraphs = 80;

    /// <inheritdoc/>
    public string Name => "notebook";

    /// <inheritdoc/>
    public IEnumerable<(string Name, string[] Paths)> Pages =>
    [
        ("contents", ["notebook"]),
        ("chapter", [.. Enumerable.Range(0, Chapters).Select(i => $"notebook/chapitre-{i}")]),
        ("all chapters, to print", ["notebook/all"]),
        ("versions compared", [.. Enumerable.Range(0, Chapters).Select(i => $"notebook/chapitre-{i}/versions?from=1&to=2")]),
        ("reactions, any page", [.. Enumerable.Range(1, 100).Select(i => $"notebook/reactions?page={i}")]),
        ("reactions, filtered", ["notebook/reactions?hazard=flood&theme=data", "notebook/reactions?chapter=chapitre-3&kind=case", "notebook/reactions?time=during&as=residents", "notebook/reactions?kind=nuance"]),
        ("table", ["notebook/reactions.csv"]),
    ];

    /// <inheritdoc/>
    public async Task FillAsync(LargeExpedition server, int count)
    {
        for (var i = 0; i < Chapters; i++)
        {
            await server.DoAsync(new BeginChapter(new($"chapitre-{i}"), Text(i, 1)));
            await server.DoAsync(new PublishChapter(new($"chapitre-{i}"), 1, "", []));
        }
        foreach (var batch in Enumerable.Range(0, count + NotebookLimits.Waiting).Chunk(NotebookLimits.Waiting))
        {
            foreach (var i in batch) await server.DoAsync(Reaction(i), new PasserBy());
            if (batch[0] < count) await server.DoAsync(new AcceptReactions([.. batch.Select(i => new ReactionId($"r{i}"))]));
        }
        for (var i = 0; i < Chapters; i++)
        {
            await server.DoAsync(new WriteChapter(new($"chapitre-{i}"), 1, Text(i, 2)));
            await server.DoAsync(new PublishChapter(new($"chapitre-{i}"), 2, "Revu", [new ReactionId($"r{i}")]));
        }
    }

    private static SendReaction Reaction(int i)
    {
        var (chapter, paragraph) = (i % Chapters, i / Chapters % Paragraphs);
        return new(new($"r{i}"), new($"chapitre-{chapter}"), 1, new Passage($"p-{chapter}-{paragraph}", Paragraph(chapter, paragraph, 1)), new Remark(
            (ReactionKind)(i % 4), $"Réaction numéro {i} : chez nous, c’est le registre qui a servi, et personne ne s’y attendait.", "Elbeuf", (HazardTag)(i % 18), (Theme)(i % 4), (CrisisTime)(i % 3), "", (StakeholderFamily)(i % 8), ""), $"s{i % 500}");
    }

    private static ChapterText Text(int chapter, int version) => new(
        $"Chapitre {chapter}", "Ce qui tient.", string.Join("\n\n", Enumerable.Range(0, Paragraphs).Select(p => (p % 8 == 0 ? $"## Partie {p}\n\n" : "") + Paragraph(chapter, p, version))), []);

    private static string Paragraph(int chapter, int paragraph, int version) =>
        $"Le passage {paragraph} du chapitre {chapter} dit que le papier reste lisible quand le réseau tombe{(version > 1 && paragraph % 3 == 0 ? ", sauf sous l’eau" : "")}, "
        + string.Join(' ', Enumerable.Range(0, 60).Select(w => Words[(7 * chapter + 13 * paragraph + 5 * w + w * w) % Words.Length])) + ".";

    private static readonly string[] Words =
        "registre sirène commune crue relais radio voisin placard étage mairie serveur courant batterie carte panneau agent maire préfecture réseau antenne groupe électrogène liste école gymnase pont digue quartier alerte message porte"
            .Split(' ');
}
