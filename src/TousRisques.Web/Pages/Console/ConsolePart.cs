using Microsoft.AspNetCore.Components;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Views;
using TousRisques.Web.Access;
using TousRisques.Web.Live;
using TousRisques.Web.Telling;

namespace TousRisques.Web.Pages.Console;

/// <summary>What every part of the console has at hand: the scene, and in it the workshop, its pack, and the console's view of them.</summary>
public abstract class ConsolePart : ComponentBase
{
    /// <summary>What is drawn.</summary>
    [Parameter, EditorRequired] public Scene Scene { get; set; } = default!;

    /// <summary>Words in the reader's language.</summary>
    protected Words W => Scene.Words;
    /// <summary>The workshop.</summary>
    protected Workshop State => Scene.Live.State;
    /// <summary>Its pack.</summary>
    protected Pack Pack => Scene.Live.Pack;
    /// <summary>The console's view, computed once a scene.</summary>
    protected ConsoleView View => Scene.View(s => ConsoleView.Of(s.Live.State, s.Live.Pack));
    /// <summary>Teller of the pack, made once a scene.</summary>
    protected Teller Tell => Scene.View(s => new Teller(s.Live.Pack, s.Words));
    /// <summary>Whether the reader may do things; an observer only watches and notes.</summary>
    protected bool Leads => Scene.Viewer.Role is Role.Facilitator;
    /// <summary>Accent of the act; that of the house outside acts.</summary>
    protected string Accent => State.Step.Act is null ? "blue" : View.Act?.Accent ?? "blue";

    /// <summary>An action's title, a table's own card included.</summary>
    protected string Title(Domain.Words.ActionId id) =>
        Pack.Find(id)?.Title.In(W.Language) ?? State.OwnActions.FirstOrDefault(o => o.Id == id)?.Title ?? id.Value;

    /// <summary>A participant as the facilitator knows them: name, and character if they have one.</summary>
    protected string Person(Domain.Workshops.Participant p) =>
        p.Character is { } c && Pack.Find(c) is { } card ? $"{p.Name} · {card.Name.In(W.Language)}" : p.Name;
}
