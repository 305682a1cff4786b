namespace TousRisques.Formats.Packs;

/// <summary>How much of a pack is read. What is larger is refused before it is in memory.</summary>
public static class PackLimits
{
    /// <summary>Bytes in one file: 4 MB.</summary>
    public const int FileBytes = 4 * 1024 * 1024;
    /// <summary>Bytes in all files together: 16 MB.</summary>
    public const int PackBytes = 16 * 1024 * 1024;
    /// <summary>Files in a pack.</summary>
    public const int Files = 100;
    /// <summary>Characters of one text in one language.</summary>
    public const int TextLength = 10_000;
    /// <summary>Languages: more than the European Union's 24, few enough that every text can be held in each.</summary>
    public const int Languages = 40;
    /// <summary>Characters of an identifier.</summary>
    public const int IdLength = 64;
}
