using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Words;
using TousRisques.Web.Expeditions;

namespace TousRisques.Web.Pages.Explorer.Settings;

/// <summary>Fields of the forms that say what an expedition is.</summary>
internal static class CharterFields
{
    /// <summary>Languages that an expedition may be written in, beside those of the interface: those of the neighbours.</summary>
    public static readonly ImmutableArray<string> Languages = ["fr", "en", "de", "es", "it", "lb", "nl", "pt"];

    /// <summary>A language's name in itself.</summary>
    public static string NameOf(string code) => CultureInfo.GetCultureInfo(code).NativeName;

    /// <summary>What an expedition says of itself, as typed.</summary>
    public static Outline Outline(FormFields f)
    {
        if (!Languages.Contains(f["language"])) f.Want("language");
        return new(f["name"], f["question"], f["description"], f.Bad is null ? new Language(f["language"]) : Language.French, f.Yes("public"), f["contact"]);
    }

    /// <summary>
    /// The address name that a name proposes: its letters without accents, digits, hyphens for the rest; empty when nothing of it can stand in an address.
    /// </summary>
    public static string Propose(string name)
    {
        var slug = new StringBuilder(60);
        foreach (var c in Plain(name))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (!char.IsBetween(c, '\u0300', '\u036f') && slug is { Length: > 0 } && slug[^1] != '-') slug.Append('-');
            if (slug.Length == 60) break;
        }
        var proposed = slug.ToString().Trim('-');
        return ExpeditionId.IsValid(proposed) ? proposed : "";
    }

    private static string Plain(string name)
    {
        var whole = new StringBuilder(name.Length);
        foreach (var rune in name.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase).EnumerateRunes()) whole.Append(rune.ToString());
        return whole.ToString().Normalize(NormalizationForm.FormD);
    }
}
