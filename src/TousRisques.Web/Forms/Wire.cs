using System.Text;

namespace TousRisques.Web.Forms;

/// <summary>Values as forms write them (docs/forms.md).</summary>
public static class Wire
{
    /// <summary>A value of an enumeration, in kebab-case: <c>CivilSociety</c> is <c>civil-society</c>.</summary>
    public static string Of<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        var wire = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && wire.Length > 0) wire.Append('-');
            wire.Append(char.ToLowerInvariant(c));
        }
        return wire.ToString();
    }
}
