using Microsoft.AspNetCore.Components;
using TousRisques.Web.Telling;

namespace TousRisques.Web.Look;

/// <summary>A component that speaks: the language and the teller of causes come down to it from <see cref="Speak"/>.</summary>
public abstract class Spoken : ComponentBase
{
    /// <summary>Words in the reader's language.</summary>
    [CascadingParameter] public Words W { get; set; } = Words.In(Domain.Words.Language.French);

    /// <summary>Tells causes and hours of the story; null outside workshops.</summary>
    [CascadingParameter] public Teller? Tell { get; set; }
}
