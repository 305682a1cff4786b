using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>A note or quotation with the interview that it comes from.</summary>
public sealed record Heard(Interview Interview, Excerpt Excerpt)
{
    /// <summary>Whether it may be shown to everybody: a quotation that was agreed to, never a note.</summary>
    public bool IsQuotable => Excerpt.Kind == ExcerptKind.Quotation && Interview.MayBeQuoted;

    /// <summary>The function of who said it, when they agreed to be quoted with it; else empty.</summary>
    public string Function => Interview.Consent is { Scope: ConsentScope.QuotedWithFunction } ? Interview.Profile.Function : "";
}

/// <summary>Which notes and quotations are wanted. Nothing said is all of them.</summary>
public sealed record HeardFilter
{
    /// <summary>All.</summary>
    public static readonly HeardFilter Everything = new();

    /// <summary>With a code of this theme.</summary>
    public Theme? Theme { get; init; }
    /// <summary>With a code of this time.</summary>
    public CrisisTime? Time { get; init; }
    /// <summary>With a code of this hazard.</summary>
    public HazardTag? Hazard { get; init; }
    /// <summary>Without any theme.</summary>
    public bool NoTheme { get; init; }
    /// <summary>Without any time.</summary>
    public bool NoTime { get; init; }
    /// <summary>Without any hazard.</summary>
    public bool NoHazard { get; init; }
    /// <summary>From somebody of this family.</summary>
    public StakeholderFamily? Family { get; init; }
    /// <summary>From somebody who acts at this scale.</summary>
    public Scale? Scale { get; init; }
    /// <summary>Notes alone, or quotations alone.</summary>
    public ExcerptKind? Kind { get; init; }
    /// <summary>With this free tag; empty is any.</summary>
    public string Tag { get; init; } = "";
    /// <summary>From interviews asked from this grid.</summary>
    public GridId? Grid { get; init; }

    /// <summary>Whether one is wanted.</summary>
    public bool Has(Heard heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        var (interview, excerpt) = heard;
        var codes = excerpt.Codes;
        return (Theme is null || codes.Any(c => c.Theme == Theme)) && (Time is null || codes.Any(c => c.Time == Time)) && (Hazard is null || codes.Any(c => c.Hazard == Hazard))
            && (!NoTheme || codes.All(c => c.Theme is null)) && (!NoTime || codes.All(c => c.Time is null)) && (!NoHazard || codes.All(c => c.Hazard is null))
            && (Family is null || interview.Profile.Family == Family) && (Scale is null || interview.Profile.Scale == Scale) && (Kind is null || excerpt.Kind == Kind)
            && (Tag.Length == 0 || excerpt.Tags.Contains(Tag, StringComparer.OrdinalIgnoreCase)) && (Grid is null || interview.Grid == Grid);
    }
}

public sealed partial record Inquiry
{
    /// <summary>Interviews in the order in which they were opened.</summary>
    public IEnumerable<Interview> InOrder => Interviews.Values.OrderBy(i => i.Number);

    /// <summary>Notes and quotations in order.</summary>
    /// <param name="quotableOnly">Only what may be shown to everybody.</param>
    public IEnumerable<Heard> Heard(bool quotableOnly = false) =>
        InOrder.SelectMany(i => i.Excerpts.Select(e => new Heard(i, e))).Where(h => !quotableOnly || h.IsQuotable);
}
