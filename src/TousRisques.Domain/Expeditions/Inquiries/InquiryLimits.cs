namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>How large an inquiry may grow.</summary>
public static class InquiryLimits
{
    /// <summary>Grids of an expedition.</summary>
    public const int Grids = 50;
    /// <summary>Versions of a grid.</summary>
    public const int Versions = 100;
    /// <summary>Sections of a grid.</summary>
    public const int Sections = 60;
    /// <summary>Questions of a grid.</summary>
    public const int Questions = 600;
    /// <summary>Choices of a question.</summary>
    public const int Choices = 1_000;
    /// <summary>Choices of all questions of a grid.</summary>
    public const int AllChoices = 10_000;
    /// <summary>Columns of a foreign form that are kept for a row.</summary>
    public const int Kept = 60;
    /// <summary>Parts taken out of a grid that can still be put back.</summary>
    public const int Removed = 20;
    /// <summary>Length of the name of a section, a question or a choice.</summary>
    public const int Name = 64;
    /// <summary>Length of an expression.</summary>
    public const int Expression = 4_000;
    /// <summary>Interviews of an expedition.</summary>
    public const int Interviews = 5_000;
    /// <summary>Notes and quotations of an interview.</summary>
    public const int Excerpts = 300;
    /// <summary>Codes of a note or quotation.</summary>
    public const int Codes = 20;
    /// <summary>Free tags of a note or quotation.</summary>
    public const int Tags = 20;
    /// <summary>Length of a free tag.</summary>
    public const int Tag = 60;
    /// <summary>Length of an interview's code.</summary>
    public const int Code = 20;
    /// <summary>Texts of an interview's answers, all together.</summary>
    public const int Answers = 200_000;
}
