using TousRisques.Domain.Workshops;

namespace TousRisques.Web.Pages.Paper;

/// <summary>How a table is called on paper.</summary>
public static class TableNames
{
    /// <summary>Its own name, or "Table A" for one that is called by its letter alone.</summary>
    public static string Of(Table table, Words words) =>
        table.Name.Length <= 1 ? words["paper.table-letter", table.Id.Value.ToUpperInvariant()] : table.Name;
}
