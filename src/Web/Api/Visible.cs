using System.Text.Json;
using System.Text.Json.Nodes;
using TousRisques.Domain.Workshops.Views;
using TousRisques.Journal.Json;
using TousRisques.Sessions;
using TousRisques.Web.Access;
using TousRisques.Web.Live;

namespace TousRisques.Web.Api;

/// <summary>What a caller may see of a workshop, as JSON: the same views that pages are drawn from, so that the API cannot show more.</summary>
internal static class Visible
{
    /// <summary>The view of a role.</summary>
    public static JsonNode To(Viewer viewer, LiveWorkshop live, DateTimeOffset now)
    {
        object view = viewer.Role switch
        {
            Role.Participant => ParticipantView.Of(live.State, live.Pack, viewer.Participant!.Value, now)!,
            Role.Facilitator => ConsoleView.Of(live.State, live.Pack),
            _ => ScreenView.Of(live.State, live.Pack, now),
        };
        return new JsonObject
        {
            ["version"] = live.Version,
            ["role"] = JsonNamingPolicy.KebabCaseLower.ConvertName(viewer.Role.ToString()),
            ["now"] = now,
            ["view"] = JsonSerializer.SerializeToNode(view, view.GetType(), WireJson.Stored),
        };
    }
}
