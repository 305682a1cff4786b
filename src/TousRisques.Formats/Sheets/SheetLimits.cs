namespace TousRisques.Formats.Sheets;

/// <summary>How much of a workbook is read. A file of <see cref="Bytes"/> bytes never costs more than a few seconds and a few hundred megabytes, whatever is in it.</summary>
public static class SheetLimits
{
    /// <summary>Bytes of a file: 8 MB.</summary>
    public const int Bytes = 8 * 1024 * 1024;
    /// <summary>Bytes of all parts of a zipped file together once unzipped: 64 MB. What its directory announces is checked first, what really comes out while it comes.</summary>
    public const int Unzipped = 64 * 1024 * 1024;
    /// <summary>Sheets.</summary>
    public const int Sheets = 50;
    /// <summary>Rows of a sheet that are not empty.</summary>
    public const int Rows = 20_000;
    /// <summary>Columns of a sheet.</summary>
    public const int Columns = 1_000;
    /// <summary>Cells of a workbook, up to the last that is filled in each row.</summary>
    public const int Cells = 2_000_000;
    /// <summary>Characters of a cell: as many as spreadsheets allow.</summary>
    public const int Cell = 32_767;
    /// <summary>Elements inside one another in a part.</summary>
    public const int Depth = 64;
    /// <summary>Different names of elements and attributes in a part.</summary>
    public const int Names = 5_000;
    /// <summary>Characters from one tag to the next.</summary>
    public const int Tag = 1024 * 1024;
}
