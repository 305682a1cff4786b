using TousRisques.Formats.Packs.Reading;

namespace TousRisques.Formats.Expeditions;

/// <summary>The keys that the mappings of an expedition's files may hold.</summary>
internal static class ExpeditionShapes
{
    public static readonly Shape Document = Of("document", "format expedition partners phases meetings");
    public static readonly Shape Expedition = Of("expedition", "id name question language contact description");
    public static readonly Shape Partner = Of("partner", "name kind family link role");
    public static readonly Shape Phase = Of("phase", "name from to purpose source deliverables");
    public static readonly Shape Deliverable = Of("deliverable", "name due done link");
    public static readonly Shape Meeting = Of("meeting", "id title kind day from to place online with themes minutes learned links");
    public static readonly Shape Lesson = Of("lesson", "words theme time");
    public static readonly Shape Link = Of("link", "title url");

    private static Shape Of(string name, string keys) => new(name, [.. keys.Split(' ')]);
}
