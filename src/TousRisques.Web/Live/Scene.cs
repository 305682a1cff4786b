using System.Collections.Concurrent;
using TousRisques.Domain.Words;
using TousRisques.Sessions;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;

namespace TousRisques.Web.Live;

/// <summary>Who a part is drawn for: no more than its audience says, so that what is drawn for a table cannot show what one person may see.</summary>
/// <param name="Role">What they are in this workshop.</param>
/// <param name="Language">The language they read.</param>
/// <param name="Table">Their table; null for those who sit at none, and for parts that are the same at every table.</param>
/// <param name="Participant">The participant; null for others, and for parts shared by a table or a role.</param>
public sealed record Viewer(Role Role, Language Language, TableId? Table = null, ParticipantId? Participant = null)
{
    /// <summary>The same viewer with no more than an audience tells.</summary>
    public Viewer As(PartAudience audience) => audience switch
    {
        PartAudience.Person => this,
        PartAudience.Table => this with { Participant = null },
        _ => this with { Participant = null, Table = null },
    };
}

/// <summary>All that a living part, or a page, is drawn from.</summary>
/// <param name="Live">The workshop as it stands, with its pack.</param>
/// <param name="Viewer">For whom.</param>
/// <param name="Now">The instant, UTC: countdowns and delayed messages depend on it.</param>
public sealed record Scene(LiveWorkshop Live, Viewer Viewer, DateTimeOffset Now)
{
    private readonly ConcurrentDictionary<Type, object> views = new();

    /// <summary>Whether a whole page is drawn, rather than a part of one that is already on screens.</summary>
    public bool IsPage { get; init; }

    /// <summary>What to say first on a page: the refusal of the form just sent, with what was typed. Never in a living part.</summary>
    public Flash? Flash { get; init; }

    /// <summary>On a page: the card that was asked for by its name (<c>?card=</c>), or null.</summary>
    public string? Asked { get; init; }

    /// <summary>On a participant's own page: their resume code, in clear words, as their own device keeps it.</summary>
    public string? Resume { get; init; }

    /// <summary>
    /// A fresh command id for a form's hidden field <c>id</c>, so that a form sent twice has effect once; null in a living part, where it would
    /// make the part different each time it is drawn (live.js gives such forms their id when they are sent).
    /// </summary>
    public string? FormId => IsPage ? Draws.Command().Value : null;

    /// <summary>Words in the viewer's language.</summary>
    public Words Words => Words.In(Viewer.Language);

    /// <summary>A view computed from this scene: once, however many parts of the scene ask for it.</summary>
    public T View<T>(Func<Scene, T> compute) where T : class => (T)views.GetOrAdd(typeof(T), static (_, a) => a.compute(a.scene), (compute, scene: this));

    /// <inheritdoc/>
    public bool Equals(Scene? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
