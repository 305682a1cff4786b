using TousRisques.Domain.Words;
using TousRisques.Web.Live;

namespace TousRisques.Web.Pages.Paper;

/// <summary>Titles of cards in the reader's language.</summary>
internal static class CardNames
{
    /// <summary>The title of a card, the scenario's or a table's own; its bare name when nobody knows it.</summary>
    public static string Of(Scene scene, ActionId action) =>
        scene.Live.Pack.Scenario.Actions.FirstOrDefault(a => a.Id == action)?.Title.In(scene.Viewer.Language)
        ?? scene.Live.State.OwnActions.FirstOrDefault(a => a.Id == action)?.Title
        ?? action.Value;
}
