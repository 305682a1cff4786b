using Microsoft.AspNetCore.Components;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Views;
using TousRisques.Web.Live;
using TousRisques.Web.Telling;

namespace TousRisques.Web.Pages.Participant;

/// <summary>A part of the participant's page. It knows the workshop only through <see cref="ParticipantView"/>.</summary>
public abstract class PlayPart : ComponentBase
{
    /// <summary>For whom, and when.</summary>
    [Parameter, EditorRequired] public Scene Scene { get; set; } = null!;

    /// <summary>What may be seen: one participant's view, or a table's when the part is the table's.</summary>
    protected ParticipantView V => Scene.View(See);

    /// <summary>Words in the reader's language.</summary>
    protected Words W => Scene.Words;

    /// <summary>The teller of the workshop's pack.</summary>
    protected Teller Tell => Teller.For(Scene.Live.Pack, Scene.Words);

    /// <summary>Where forms go.</summary>
    protected string Do => $"/w/{V.Workshop}/do";

    /// <summary>The page itself: where forms without scripts come back to.</summary>
    protected string Here => $"/w/{V.Workshop}";

    /// <summary>The act that the step at hand belongs to; null before the first act and after the last.</summary>
    protected ActView? Playing => V.Step.Kind is StepKind.Debrief or StepKind.Leads or StepKind.Close ? null : V.Act;

    /// <summary>The accent of the act being played.</summary>
    protected string Accent => Playing?.Accent ?? "blue";

    /// <summary>What was typed in a field of a form that was refused, or null.</summary>
    protected string? Typed(string form, string field) => Scene.Flash is { } flash && flash.Form == form ? flash[field] : null;

    private static ParticipantView See(Scene scene)
    {
        var (state, pack) = (scene.Live.State, scene.Live.Pack);
        var view = scene.Viewer switch
        {
            { Participant: { } me } => ParticipantView.Of(state, pack, me, scene.Now),
            { Table: { } table } => ParticipantView.OfTable(state, pack, table, scene.Now),
            _ => null,
        };
        return view ?? throw new InvalidOperationException("The participant's page is drawn for participants and tables only.");
    }
}
