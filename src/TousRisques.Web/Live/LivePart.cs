namespace TousRisques.Web.Live;

/// <summary>Whom a living part is the same for. It is rendered once for each of these and sent to all.</summary>
public enum PartAudience
{
    /// <summary>The same for everybody with the same role and language.</summary>
    Role,
    /// <summary>The same for all at one table.</summary>
    Table,
    /// <summary>Different for each participant.</summary>
    Person,
}

/// <summary>
/// A part of a page that changes while people look at it. The page draws the component inside an element with <c>data-part="name"</c>;
/// when the workshop or the clock moves, the same component is drawn again and, if its HTML changed, sent to those who look at that view.
/// </summary>
/// <param name="View">The view it belongs to, as in <c>/w/{code}/live?view=…</c>: <c>play</c>, <c>console</c>, <c>screen</c>…</param>
/// <param name="Name">Its name on that view, in lower case.</param>
/// <param name="Audience">Whom it is the same for; its scene's viewer names no more than that.</param>
/// <param name="Component">A Razor component with one parameter <c>Scene</c> of type <see cref="Scene"/>.</param>
public sealed record LivePart(string View, string Name, PartAudience Audience, Type Component)
{
    /// <summary>
    /// All that the part is drawn from, in short: while two scenes give equal answers, the part is the same and is not drawn again. Null
    /// draws it at every change. For parts that differ from person to person and are asked for whenever anybody does anything.
    /// </summary>
    public Func<Scene, object>? DependsOn { get; init; }
}
