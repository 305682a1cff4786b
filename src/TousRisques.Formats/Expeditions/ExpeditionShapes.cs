using TousRisques.Formats.Packs.Reading;

namespace TousRisques.Formats.Expeditions;

/// <summary>The keys that the mappings of an expedition's files may hold.</summary>
internal static class ExpeditionShapes
{
    public static readonly Shape Document = Of("document", "format expedition partners phases meetings watch workshops devices grids synthesis leads recommendations boxes kit");
    public static readonly Shape Expedition = Of("expedition", "id name question language contact description");
    public static readonly Shape Partner = Of("partner", "name kind family link role");
    public static readonly Shape Phase = Of("phase", "name from to purpose source deliverables");
    public static readonly Shape Deliverable = Of("deliverable", "name due done link");
    public static readonly Shape Meeting = Of("meeting", "id title kind day from to place online with themes minutes learned links");
    public static readonly Shape Lesson = Of("lesson", "words theme time");
    public static readonly Shape Link = Of("link", "title url");
    public static readonly Shape Watch = Of("watch", "id title link summary themes times hazards scale place source language published");
    public static readonly Shape Workshop = Of("workshop", "id title scale pack place online day inDays from minutes places description access");
    public static readonly Shape Device = Of("device",
        "id name does for themes times hazards scale maturity costOrder cost places link dependsOn dependsOnMore withoutPower withoutNetwork withoutStaff source");
    public static readonly Shape Place = Of("place", "name at");
    public static readonly Shape Grid = Of("grid", "id title introduction sections");
    public static readonly Shape Section = Of("section", "name title hint theme families questions");
    public static readonly Shape Question = Of("question", "name type label hint required choices parameters relevant constraint constraintMessage");
    public static readonly Shape Choice = Of("choice", "name label");
    public static readonly Shape Statement = Of("statement", "id words theme time evidence");
    public static readonly Shape Lead = Of("lead", "id title description themes times actors evidence published cousins");
    public static readonly Shape Recommendation = Of("recommendation", "id title words for leads evidence organisation inMonths adopted");
    public static readonly Shape Evidence = Of("evidence", "watch device meeting learned territory source url says");
    public static readonly Shape Chapter = Of("chapter", "title summary references");
    public static readonly Shape Reference = Of("reference", "label link note");

    public static readonly Shape Box = Of("box", "id title question territory drivers judges futures");
    public static readonly Shape BoxDriver = Of("driver", "id label states");
    public static readonly Shape BoxState = Of("state", "label perils");
    public static readonly Shape BoxJudge = Of("judge", "name impacts");
    public static readonly Shape BoxBlock = Of("impact", "of on points");
    public static readonly Shape BoxFuture = Of("future", "id title states story");

    public static readonly Shape Kit = Of("kit", "title territory for words licence note sheets");
    public static readonly Shape KitSheet = Of("sheet", "id title time brief text actions device contacts fallback data evidence estimate");
    public static readonly Shape KitAction = Of("action", "do by recommendation card");
    public static readonly Shape KitDevice = Of("device", "id words");
    public static readonly Shape KitContact = Of("contact", "role organisation reach");
    public static readonly Shape KitFallback = Of("fallback", "missing steps");
    public static readonly Shape KitData = Of("data", "what producer format source licence sharing answers offline");

    private static Shape Of(string name, string keys) => new(name, [.. keys.Split(' ')]);
}
