namespace TousRisques.Domain.Expeditions;

/// <summary>
/// How large things may grow in an expedition, so that nobody can fill the disk. Lengths of text are counted in UTF-16 characters, once cleaned. A part
/// with limits of its own keeps them in its own folder.
/// </summary>
public static class ExpeditionLimits
{
    /// <summary>Length of a name or title.</summary>
    public const int Title = 160;
    /// <summary>Length of a question, a place, a one-line remark.</summary>
    public const int Line = 300;
    /// <summary>Length of a paragraph: a summary, a reason, a reaction.</summary>
    public const int Paragraph = 2_000;
    /// <summary>Length of a long text: a description, minutes.</summary>
    public const int Words = 20_000;
    /// <summary>Length of an address on the web.</summary>
    public const int Link = 2_000;
    /// <summary>Length of a name drawn by the edge.</summary>
    public const int Id = 64;
    /// <summary>People of an expedition.</summary>
    public const int People = 200;
    /// <summary>Partners of an expedition.</summary>
    public const int Partners = 200;
    /// <summary>Phases of an expedition, and deliverables of a phase.</summary>
    public const int Phases = 30;
}
