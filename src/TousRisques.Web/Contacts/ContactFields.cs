using System.Globalization;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Agendas;

namespace TousRisques.Web.Contacts;

/// <summary>What people write of themselves in a form, cleaned as the rules clean texts; the one way into a <see cref="Contact"/>.</summary>
/// <param name="Name">Name, in one line.</param>
/// <param name="Mail">E-mail address, or empty.</param>
/// <param name="Phone">Telephone number, or empty.</param>
/// <param name="Note">What else they say, or empty.</param>
public sealed record ContactFields(string Name, string Mail, string Phone, string Note)
{
    /// <summary>Length of a name.</summary>
    public const int LongestName = 120;
    /// <summary>Length of an e-mail address, as mail servers take it [RFC5321].</summary>
    public const int LongestMail = 254;
    /// <summary>Length of a telephone number.</summary>
    public const int LongestPhone = 40;

    /// <summary>Reads the fields as typed. Gives the refusal, or null with what is to be kept.</summary>
    public static Refusal? Read(string? name, string? mail, string? phone, string? note, bool nameWanted, out ContactFields fields)
    {
        fields = new("", "", "", "");
        if (Clean.Optional(name, "name", LongestName, lines: false, out var cleanName) is { } badName) return badName;
        if (nameWanted && cleanName.Length == 0) return new TextMissing("name");
        if (Clean.Optional(mail, "mail", LongestMail, lines: false, out var cleanMail) is { } badMail) return badMail;
        if (cleanMail.Length > 0 && !IsMail(cleanMail)) return new NoMailAddress();
        if (Clean.Optional(phone, "phone", LongestPhone, lines: false, out var cleanPhone) is { } badPhone) return badPhone;
        if (Clean.Optional(note, "note", ExpeditionLimits.Paragraph, lines: true, out var cleanNote) is { } badNote) return badNote;
        fields = new(cleanName, cleanMail, cleanPhone, cleanNote);
        return null;
    }

    /// <summary>
    /// Whether a text is an e-mail address that we write to: letters, digits and the few signs that addresses have in fact, one @, a domain with a point. Quoted
    /// names, comments, lists and addresses of machines by number are left out on purpose.
    /// </summary>
    public static bool IsMail(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length is < 6 or > LongestMail || text.Split('@') is not [{ Length: >= 1 and <= 64 } local, { Length: >= 4 } domain]) return false;
        if (local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal)) return false;
        if (!local.All(c => char.IsLetterOrDigit(c) || ".!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal))) return false;
        try
        {
            var labels = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain).Split('.');
            return labels.Length >= 2 && labels[^1].Any(char.IsLetter) && labels.All(l => l.Length is >= 1 and <= 63 && l[0] != '-' && l[^1] != '-');
        }
        catch (ArgumentException) // no domain at all: empty labels, signs that no domain has
        {
            return false;
        }
    }
}
