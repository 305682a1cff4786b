namespace TousRisques.Formats.OpenPsa;

/// <summary>How much of a model is read. What is larger is refused.</summary>
public static class PsaLimits
{
    /// <summary>Bytes in all files together: 256 MB.</summary>
    public const long Bytes = 256L * 1024 * 1024;
    /// <summary>Files in a model.</summary>
    public const int Files = 1_000;
    /// <summary>Elements inside one another.</summary>
    public const int Depth = 200;
    /// <summary>Elements in all files together.</summary>
    public const int Elements = 5_000_000;
    /// <summary>Levels of an expression, those of the parameters that it looks at included.</summary>
    public const int ExpressionDepth = 1_000;
    /// <summary>Characters of all paths together: a small file can hold very many things in a place whose path is very long.</summary>
    public const long PathCharacters = 128L * 1024 * 1024;
    /// <summary>Characters of a name.</summary>
    public const int NameLength = 500;
    /// <summary>Findings told; what comes after is counted as one.</summary>
    public const int Findings = 1_000;
}
