using System.Globalization;
using System.Text.RegularExpressions;

namespace TousRisques.Web.Pages.Paper;

/// <summary>What is written on a sheet and typed in afterwards.</summary>
public enum SheetKind
{
    /// <summary>A participant's verdicts on the actions of an act: <c>A1-07</c>.</summary>
    Assessment,
    /// <summary>A participant's priorities at an act: <c>P1-07</c>.</summary>
    Priorities,
    /// <summary>A table's plan of an act: <c>T1-B</c>.</summary>
    Plan,
    /// <summary>A table's stakeholder board: <c>S-B</c>.</summary>
    Board,
    /// <summary>A participant's debrief: <c>D-07</c>.</summary>
    Debrief,
    /// <summary>A participant's leads: <c>L-07</c>.</summary>
    Leads,
}

/// <summary>
/// The short number printed on a sheet, in its corner and in its QR code; the address of its entry form ends in it. It names an act by its
/// place in the scenario, a person by their seat, a table by its letter, so that sheets can be printed before anybody has joined.
/// </summary>
/// <param name="Kind">What is written on it.</param>
/// <param name="Act">1 for the first act; 0 for sheets outside acts.</param>
/// <param name="Seat">The person's seat, from 1; 0 for a table's sheet.</param>
/// <param name="Table">The table's name in commands (<c>a</c>, <c>b</c>…); empty for a person's sheet.</param>
public sealed partial record SheetNumber(SheetKind Kind, int Act, int Seat, string Table)
{
    private const string Letters = "APTSDL";

    /// <summary>A person's sheet in an act, or outside acts.</summary>
    public static SheetNumber Of(SheetKind kind, int act, int seat) => new(kind, HasAct(kind) ? act : 0, seat, "");

    /// <summary>A table's sheet in an act, or outside acts.</summary>
    public static SheetNumber Of(SheetKind kind, int act, string table) => new(kind, HasAct(kind) ? act : 0, 0, table);

    /// <summary>Whether there is one such sheet an act.</summary>
    public static bool HasAct(SheetKind kind) => kind is SheetKind.Assessment or SheetKind.Priorities or SheetKind.Plan;

    /// <summary>Whether a table writes on it together.</summary>
    public static bool IsTables(SheetKind kind) => kind is SheetKind.Plan or SheetKind.Board;

    /// <summary>Reads a number as people type it: case, spaces and a missing hyphen do not matter. Null when it cannot be one.</summary>
    public static SheetNumber? Read(string? typed)
    {
        if (typed is null || typed.Length > 20 || Shape().Match(typed.ToUpperInvariant()) is not { Success: true } match) return null;
        var kind = (SheetKind)Letters.IndexOf(match.Groups["kind"].Value[0], StringComparison.Ordinal);
        var digits = match.Groups["act"].Value;
        var end = match.Groups["end"].Value;
        // "A107" is act 1, seat 7: without a hyphen the act is one digit.
        if (HasAct(kind) && digits.Length == 0 && end.Length is >= 2 and <= 4 && char.IsAsciiDigit(end[0])) (digits, end) = (end[..1], end[1..]);
        if (HasAct(kind) != digits.Length > 0) return null;
        var act = digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);
        if (HasAct(kind) && act == 0) return null;
        if (IsTables(kind)) return char.IsAsciiLetter(end[0]) ? new(kind, act, 0, end.ToLowerInvariant()) : null;
        return int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var seat) && seat > 0 ? new(kind, act, seat, "") : null;
    }

    /// <summary>As printed: <c>A1-07</c>, <c>T2-B</c>, <c>D-12</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Letters[(int)Kind]}{(Act > 0 ? Act.ToString(CultureInfo.InvariantCulture) : "")}-{(Seat > 0 ? Seat.ToString("00", CultureInfo.InvariantCulture) : Table.ToUpperInvariant())}");

    [GeneratedRegex(@"^\s*(?<kind>[APTSDL])\s*(?:(?<act>\d{1,2})(?:\s*[-. ]\s*|(?=[A-Z]))|[-. ]?\s*)(?<end>\d{1,4}|[A-Z])\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
