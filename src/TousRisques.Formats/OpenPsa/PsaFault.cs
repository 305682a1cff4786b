namespace TousRisques.Formats.OpenPsa;

/// <summary>Why a file cannot be read, or where it stops being XML. The comment of each tells what <see cref="PsaFinding.Value"/> and <see cref="PsaFinding.Expected"/> hold.</summary>
public enum PsaFault
{
    /// <summary>Something that no other of these says.</summary>
    Other,
    /// <summary>There is no such file.</summary>
    NotFound,
    /// <summary>The system does not allow it to be read.</summary>
    NoAccess,
    /// <summary>An end tag that closes another element. Value: the element that is open; Expected: the line where it begins.</summary>
    Mismatch,
    /// <summary>An end tag where nothing is open.</summary>
    LoneEnd,
    /// <summary>The file ends before all elements are closed. Value: those that are open; null within a tag.</summary>
    CutShort,
    /// <summary>There is no element at all.</summary>
    NoRoot,
    /// <summary>There is another element, or text, beside the root.</summary>
    BesideRoot,
    /// <summary>A character that XML does not allow there. Value: the character.</summary>
    Character,
    /// <summary>A byte that is no character in the file's encoding.</summary>
    Encoding,
    /// <summary>The declaration names an encoding that is not known. Value: its name; null when it is not the file's.</summary>
    UnknownEncoding,
    /// <summary>The XML declaration is wrong, or does not stand first.</summary>
    Declaration,
    /// <summary>An element has an attribute twice. Value: its name.</summary>
    Attribute,
    /// <summary>A prefix that nothing declares, or that XML keeps for itself. Value: the prefix.</summary>
    Prefix,
    /// <summary>An entity that XML does not have. Value: its name; null where an ampersand begins none.</summary>
    Entity,
    /// <summary>A reference to a character that does not exist.</summary>
    CharacterReference,
    /// <summary>Something else stands where XML wants a certain sign. Value: what stands there; Expected: what is wanted, null for a blank.</summary>
    Token,
    /// <summary>Signs that a text or a comment must not hold. Value: the signs.</summary>
    Signs,
}
