using Microsoft.AspNetCore.Components;
using TousRisques.Analysis.Stress;
using TousRisques.Web.Telling;

namespace TousRisques.Web.Pages.Stress;

/// <summary>A part of the bench's page about a territory.</summary>
public abstract class BenchPart : ComponentBase
{
    /// <summary>Words in the reader's language.</summary>
    [Parameter, EditorRequired] public Words W { get; set; } = null!;

    /// <summary>Tells what the bench found.</summary>
    [Parameter, EditorRequired] public Teller Tell { get; set; } = null!;

    /// <summary>Name of the pack's folder.</summary>
    [Parameter] public string Id { get; set; } = "";

    /// <summary>The report.</summary>
    [Parameter] public StressReport Report { get; set; } = null!;
}
