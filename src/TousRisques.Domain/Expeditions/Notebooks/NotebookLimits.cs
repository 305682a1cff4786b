namespace TousRisques.Domain.Expeditions.Notebooks;

/// <summary>How large things may grow in a notebook.</summary>
public static class NotebookLimits
{
    /// <summary>Chapters of a notebook.</summary>
    public const int Chapters = 100;
    /// <summary>Length of a chapter's text: some forty printed pages.</summary>
    public const int Body = 80_000;
    /// <summary>Versions of a chapter.</summary>
    public const int Versions = 300;
    /// <summary>References of a chapter.</summary>
    public const int References = 200;
    /// <summary>Figures of a notebook, those taken away counted too.</summary>
    public const int Figures = 500;
    /// <summary>Pixels of a figure's side.</summary>
    public const int FigureSide = 6_000;
    /// <summary>Bytes of a figure's file.</summary>
    public const int FigureBytes = 1024 * 1024;
    /// <summary>Reactions that wait to be read. Beyond it no more are taken: nobody would read them, and the disk is not theirs to fill.</summary>
    public const int Waiting = 500;
    /// <summary>Reactions of a notebook, whatever became of them.</summary>
    public const int Reactions = 50_000;
    /// <summary>Reactions that one decision may bear on.</summary>
    public const int AtOnce = 1_000;
    /// <summary>Length of a pseudonym.</summary>
    public const int Signature = 40;
}
