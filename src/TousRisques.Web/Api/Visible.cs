using System.Buffers;
using System.Text.Json;
using TousRisques.Domain.Workshops.Views;
using TousRisques.Journal.Json;
using TousRisques.Sessions;
using TousRisques.Web.Access;
using TousRisques.Web.Live;

namespace TousRisques.Web.Api;

/// <summary>What a caller may see of a workshop, as JSON: the same views that pages are drawn from, so that the API cannot show more.</summary>
internal static class Visible
{
    /// <summary>Writes the view of a role, straight to where it goes: it may be a hundred kilobytes, and many ask at once.</summary>
    public static void Write(IBufferWriter<byte> to, Viewer viewer, LiveWorkshop live, DateTimeOffset now)
    {
        object view = viewer.Role switch
        {
            Role.Participant => ParticipantView.Of(live.State, live.Pack, viewer.Participant!.Value, now)!,
            Role.Facilitator => ConsoleView.Of(live.State, live.Pack),
            _ => ScreenView.Of(live.State, live.Pack, now),
        };
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = WireJson.Stored.Encoder });
        json.WriteStartObject();
        json.WriteNumber("version", live.Version);
        json.WriteString("role", JsonNamingPolicy.KebabCaseLower.ConvertName(viewer.Role.ToString()));
        json.WriteString("now", now);
        json.WritePropertyName("view");
        JsonSerializer.Serialize(json, view, view.GetType(), WireJson.Stored);
        json.WriteEndObject();
    }
}
