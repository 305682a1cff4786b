namespace TousRisques.Web.Expeditions.Searching;

/// <summary>Kinds of things that a search finds, in the order in which they are offered.</summary>
public enum FindableKind
{
    /// <summary>A chapter of the notebook.</summary>
    Chapter,
    /// <summary>An innovative device.</summary>
    Device,
    /// <summary>An item of the watch.</summary>
    WatchItem,
    /// <summary>A workshop to come, or held.</summary>
    Workshop,
    /// <summary>A meeting.</summary>
    Meeting,
    /// <summary>A reaction to the notebook.</summary>
    Reaction,
    /// <summary>A note or quotation of an interview.</summary>
    Excerpt,
    /// <summary>A statement of the synthesis.</summary>
    Statement,
    /// <summary>A lead for innovation.</summary>
    Lead,
    /// <summary>A recommendation.</summary>
    Recommendation,
    /// <summary>A sheet of the kit.</summary>
    KitSheet,
    /// <summary>A morphological box.</summary>
    Box,
    /// <summary>A scenario made from a box.</summary>
    Future,
    /// <summary>A partner or a phase: what the expedition says of itself.</summary>
    Charter,
}

/// <summary>Something that can be found, as it is shown among results.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">All its words; what is shown of it begins here.</param>
/// <param name="Path">Its page, under the expedition's address.</param>
/// <param name="At">When it came up or last changed; the later of two equal results comes first.</param>
public sealed record Findable(FindableKind Kind, string Title, string Text, string Path, DateTimeOffset At);
