namespace TousRisques.Formats.Findings;

/// <summary>What can be the matter with a document. The comment of each tells what <see cref="Finding.Value"/> holds.</summary>
public enum FindingCode
{
    // The folder and its files.

    /// <summary>There is no such folder. Value: the path.</summary>
    FolderMissing,
    /// <summary>The folder cannot be listed. Value: the path.</summary>
    FolderUnreadable,
    /// <summary>The folder holds no YAML file.</summary>
    FolderEmpty,
    /// <summary>Too many YAML files. Value: how many are allowed.</summary>
    TooManyFiles,
    /// <summary>A file is too large; it was not read. Value: its size in bytes.</summary>
    FileTooLarge,
    /// <summary>All files together are too large; this one was not read. Value: how many bytes are allowed.</summary>
    PackTooLarge,
    /// <summary>The system refuses to read a file.</summary>
    FileUnreadable,
    /// <summary>A link leads out of the folder; it was not followed.</summary>
    LinkOutside,
    /// <summary>A file looks like YAML but its name does not end in <c>.yaml</c>: it was not read.</summary>
    WrongExtension,
    /// <summary>A folder inside the pack holds YAML files: they were not read.</summary>
    SubfolderIgnored,
    /// <summary>Two files have the same name.</summary>
    DuplicateFile,

    // Characters.

    /// <summary>The file begins with a byte order mark, which was skipped.</summary>
    ByteOrderMark,
    /// <summary>The bytes there are no UTF-8. Value: the first bad byte, in hexadecimal.</summary>
    NotUtf8,
    /// <summary>The file is in another encoding. Value: its name.</summary>
    WrongEncoding,
    /// <summary>A character that no text holds. Value: its code, such as <c>U+0000</c>.</summary>
    ControlCharacter,
    /// <summary>A tab indents a line.</summary>
    TabIndent,

    // YAML.

    /// <summary>This is no YAML; the rest of the file was not read. Detail: the parser's words.</summary>
    YamlSyntax,
    /// <summary>Anchors and aliases are not used in packs; the rest of the file was not read. Value: the anchor.</summary>
    AnchorOrAlias,
    /// <summary>YAML tags are not used in packs. Value: the tag.</summary>
    YamlTag,
    /// <summary>A file holds one document; what follows was not read.</summary>
    SeveralDocuments,
    /// <summary>The file holds nothing.</summary>
    EmptyFile,
    /// <summary>Nested too deep; the rest of the file was not read. Value: how deep is allowed.</summary>
    TooDeep,
    /// <summary>Too many values; the rest was not read. Value: how many are allowed.</summary>
    TooManyNodes,
    /// <summary>More languages than a pack may have. Value: how many are allowed.</summary>
    TooManyLanguages,
    /// <summary>A key must be plain text.</summary>
    KeyNotText,
    /// <summary>A key stands twice in one mapping. Value: the key.</summary>
    DuplicateKey,

    // Structure.

    /// <summary>Another kind of value is expected.</summary>
    WrongKind,
    /// <summary>A key that means nothing there. Value: the key.</summary>
    UnknownKey,
    /// <summary>A key must be there. Value: the key.</summary>
    MissingKey,
    /// <summary>A section must be there. Value: the section.</summary>
    MissingSection,
    /// <summary>A section stands in two files. Value: the section.</summary>
    SectionTwice,
    /// <summary>A key has no value. Value: the key.</summary>
    EmptyValue,
    /// <summary>A list must hold something.</summary>
    EmptyList,
    /// <summary>Two keys exclude each other. Value: the one that is too many.</summary>
    OneKeyOnly,

    // Values.

    /// <summary>The value is not what is expected. Value: as written.</summary>
    BadValue,
    /// <summary>A number or a duration is out of its range. Value: as written.</summary>
    OutOfRange,
    /// <summary>A text is too long. Value: its length in characters.</summary>
    TextTooLong,
    /// <summary>A text is missing in a language of the pack. Value: the language.</summary>
    MissingLanguage,
    /// <summary>A text is written in a language that the pack does not announce. Value: the language.</summary>
    ExtraLanguage,
    /// <summary>A text holds a key that is no language, most often an unquoted comma. Value: the key.</summary>
    TextKey,

    // Names.

    /// <summary>No such thing in the pack. Value: the name; expected: the kind of thing.</summary>
    UnknownId,
    /// <summary>Two things of one kind have the same name. Value: the name.</summary>
    DuplicateId,
    /// <summary>A selector chooses no component.</summary>
    SelectsNothing,

    // Sense.

    /// <summary>A need on nothing: an empty list of parts.</summary>
    NeedOfNothing,
    /// <summary>A component needs itself. Value: the component.</summary>
    NeedsItself,
    /// <summary>A function stands among the components. Value: its name.</summary>
    FunctionAmongComponents,
    /// <summary>An act has no event. Value: the act.</summary>
    ActWithoutEvents,
    /// <summary>An act's <c>until</c> is not after its <c>at</c>. Value: the hour of <c>until</c>.</summary>
    UntilNotAfterAt,
    /// <summary>An hour or a date comes before the one above it. Value: as written; other: the one above.</summary>
    OutOfOrder,
    /// <summary>An event or a constraint begins when its act is already over. Value: its hour.</summary>
    AfterTheEnd,
    /// <summary>A card says that it is real, and names no source. Value: the card.</summary>
    RealWithoutSource,
    /// <summary>A card says that it is inspired by facts, and names none. Value: the card.</summary>
    InspiredWithoutFact,
    /// <summary>A crew's least number is larger than its full number. Value: the least number.</summary>
    LeastAboveFull,
    /// <summary>A constraint lifted from components that it does not strike. Value: the constraint.</summary>
    CancelsNothing,
    /// <summary>A season that runs across the day on which the year of study begins. Value: the season.</summary>
    SeasonAcrossYear,
    /// <summary>A peril that strikes nothing, by itself or by what it brings. Value: the peril.</summary>
    PerilStrikesNothing,
    /// <summary>A peril brings an event of the memory, which has no hour. Value: the event.</summary>
    PerilFromMemory,

    /// <summary>There is more to say than anybody would read; the rest is left out. Value: how many are shown.</summary>
    TooManyFindings,
}
