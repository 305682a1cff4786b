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
            _ => Outline.Of(live.State),
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

/// <summary>Where a workshop stands, without anything that some may not see.</summary>
internal sealed record Outline(
    Domain.Words.WorkshopId Workshop, Domain.Workshops.Step Step, System.Collections.Immutable.ImmutableArray<Domain.Workshops.Step> Steps,
    System.Collections.Immutable.ImmutableArray<Domain.Workshops.Table> Tables, int Present, bool Closed)
{
    /// <summary>The outline of a workshop.</summary>
    public static Outline Of(Domain.Workshops.Workshop state) =>
        new(state.Id, state.Step, state.Script!.Steps, state.Tables, state.Present.Count(), state.ClosedAt is not null);
}
