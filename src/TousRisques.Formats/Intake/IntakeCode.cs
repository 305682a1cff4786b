namespace TousRisques.Formats.Intake;

/// <summary>What can be the matter with a feed or a table that comes from elsewhere. The comment of each tells what <see cref="IntakeFinding.Value"/> holds.</summary>
public enum IntakeCode
{
    /// <summary>Larger than allowed: only the beginning was read. Value: how many bytes are allowed.</summary>
    TooLarge,
    /// <summary>The connection or the disk gave up: what had come until then was read.</summary>
    CutOff,
    /// <summary>There is nothing in it.</summary>
    Empty,
    /// <summary>Not the encoding that it says, or none said: read in another one. Value: that one.</summary>
    OtherEncoding,
    /// <summary>A character that no text holds; it was left out. Value: its number.</summary>
    BadCharacter,
    /// <summary>And more findings. Value: how many are shown.</summary>
    TooManyFindings,

    /// <summary>No feed in a format that we know. Value: the root element's name; null when there is none.</summary>
    NoFeed,
    /// <summary>A document type: skipped, its entities are never expanded.</summary>
    DocumentType,
    /// <summary>The markup is broken there: read as text or skipped. Value: how it begins.</summary>
    BrokenMarkup,
    /// <summary>An element without its end tag: closed where its parent ends. Value: its name.</summary>
    NotClosed,
    /// <summary>An end tag without its element: skipped. Value: its name.</summary>
    StrayEnd,
    /// <summary>The same attribute twice: the first counts. Value: its name.</summary>
    AttributeTwice,
    /// <summary>An entity that XML does not know. Value: its name.</summary>
    UnknownEntity,
    /// <summary>Too many elements inside one another: what is deeper was not read. Value: how many are allowed.</summary>
    TooDeep,
    /// <summary>Too many elements: the rest was not read. Value: how many are allowed.</summary>
    TooManyElements,
    /// <summary>Too many entries: the rest was not read. Value: how many are allowed.</summary>
    TooManyEntries,
    /// <summary>The feed stops in the middle of this entry: skipped.</summary>
    EntryCutShort,
    /// <summary>An entry with neither title, link nor summary: skipped.</summary>
    EntryEmpty,
    /// <summary>An entry that the feed holds already: the latest counts. Value: its id; Other: the first.</summary>
    EntryTwice,
    /// <summary>A text longer than allowed: cut. Value: how many characters are allowed.</summary>
    TextTooLong,
    /// <summary>Too many categories: the rest was left out. Value: how many are allowed.</summary>
    TooManyCategories,
    /// <summary>An address that is not on the web, or too long: left out. Value: the address.</summary>
    LinkRefused,
    /// <summary>No date that we can read. Value: what is written.</summary>
    BadDate,
    /// <summary>A date without a time zone that we know: taken as UTC. Value: what is written.</summary>
    ZoneAssumed,

    /// <summary>Too many rows: the rest was not read. Value: how many are allowed.</summary>
    TooManyRows,
    /// <summary>A quote that is never closed: its row was skipped.</summary>
    QuoteNotClosed,
    /// <summary>Text after a closing quote: kept as it stands.</summary>
    TextAfterQuote,
    /// <summary>A cell longer than allowed: cut. Value: how many characters are allowed.</summary>
    CellTooLong,
    /// <summary>More cells than there are headers, or than are allowed: the rest was left out. Value: how many count.</summary>
    TooManyCells,
    /// <summary>The same header twice: the first column counts. Value: the header; Other: the first.</summary>
    ColumnTwice,
}
