using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>An inquiry grid; drawn at random by the edge.</summary>
public readonly record struct GridId(string Value) : IId<GridId>
{
    /// <inheritdoc/>
    public static GridId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>An interview. Named where it is held, by a phone without network perhaps, so that one that arrives twice is one.</summary>
public readonly record struct InterviewId(string Value) : IId<InterviewId>
{
    /// <inheritdoc/>
    public static InterviewId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A note or quotation taken in an interview; named where it is written down.</summary>
public readonly record struct ExcerptId(string Value) : IId<ExcerptId>
{
    /// <inheritdoc/>
    public static ExcerptId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
