using TousRisques.Web.Forms;

namespace TousRisques.Web.Pages.Paper;

/// <summary>What comes back to a sheet's form after a refusal.</summary>
internal static class Returned
{
    /// <summary>Field of a flash that names the lines that were taken.</summary>
    public const string EnteredKey = "!entered";

    /// <summary>Field of a flash that says what is wrong with a line.</summary>
    public static string WrongKey(string line) => "!" + line;

    /// <summary>What is wrong with a line, or null.</summary>
    public static string? Wrong(this Flash? flash, string line) => flash is { Form: PaperPages.Form } ? flash[WrongKey(line)] : null;

    /// <summary>What was typed in a field of a line that was refused; null when there was no refusal, or when that line was taken.</summary>
    public static string? Typed(this Flash? flash, string line, string field) =>
        flash is { Form: PaperPages.Form } && flash[EnteredKey]?.Split('\n').Contains(line) != true ? flash[field] : null;
}
