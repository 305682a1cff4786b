using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>What kind of answer a question wants. After the types of XLSForm.</summary>
public enum QuestionType
{
    /// <summary>A line of words.</summary>
    Text,
    /// <summary>Words in several lines.</summary>
    LongText,
    /// <summary>A whole number.</summary>
    WholeNumber,
    /// <summary>A number.</summary>
    Number,
    /// <summary>A number on a scale with two ends and a step.</summary>
    Range,
    /// <summary>One choice.</summary>
    SelectOne,
    /// <summary>Any number of choices.</summary>
    SelectMultiple,
    /// <summary>Choices put in order, the first one first.</summary>
    Rank,
    /// <summary>Nothing to answer: words to read out or to read.</summary>
    Note,
    /// <summary>A day.</summary>
    Date,
    /// <summary>An hour of the day.</summary>
    Time,
    /// <summary>A day and an hour.</summary>
    DateTime,
    /// <summary>A place: latitude and longitude, or words.</summary>
    Place,
    /// <summary>A line on a map; answered in words here.</summary>
    Line,
    /// <summary>An area on a map; answered in words here.</summary>
    Area,
    /// <summary>A box to tick.</summary>
    Acknowledge,
    /// <summary>A bar code; answered in words here.</summary>
    Barcode,
    /// <summary>A photograph; answered here by a note of where it is.</summary>
    Photo,
    /// <summary>A recording; answered here by a note of where it is.</summary>
    Audio,
    /// <summary>A film; answered here by a note of where it is.</summary>
    Video,
    /// <summary>A file; answered here by a note of where it is.</summary>
    File,
    /// <summary>Worked out by the form, not asked.</summary>
    Calculate,
    /// <summary>A type that is not honoured here; kept for the form to leave as it came.</summary>
    Kept,
}

/// <summary>A question of a grid. Its fields are those of an XLSForm row; texts are in the expedition's language.</summary>
/// <param name="Name">Its name in files and answers: short, lasting, unique in the grid.</param>
/// <param name="Type">What it wants.</param>
/// <param name="Label">What is asked. May be empty only where nothing is asked.</param>
/// <param name="Hint">More for whoever asks; or empty.</param>
/// <param name="Required">Whether an answer is wanted.</param>
/// <param name="Choices">What can be chosen, in order; empty when nothing is.</param>
/// <param name="ChoiceList">The name of the list of choices in files; or empty: one is made of the question's name.</param>
/// <param name="Relevant">When it is asked, as an XLSForm expression; empty is always.</param>
/// <param name="Constraint">What an answer must fulfil, as an XLSForm expression; or empty.</param>
/// <param name="ConstraintMessage">What is said when it does not; or empty.</param>
/// <param name="Parameters">Parameters of the type, such as <c>start=1 end=5 step=1</c>; or empty.</param>
/// <param name="Appearance">How it looks elsewhere; or empty.</param>
/// <param name="Default">The answer that stands at first; or empty.</param>
/// <param name="Calculation">How it is worked out, as an XLSForm expression; or empty.</param>
/// <param name="ChoiceFilter">Which choices are offered, as an XLSForm expression; or empty.</param>
/// <param name="Declared">The type as a foreign form wrote it, for <see cref="QuestionType.Kept"/>; else empty.</param>
/// <param name="Kept">Other columns of a foreign form, translations among them.</param>
public sealed record Question(
    string Name, QuestionType Type, string Label, string Hint, bool Required, ImmutableArray<Choice> Choices, string ChoiceList, string Relevant, string Constraint,
    string ConstraintMessage, string Parameters, string Appearance, string Default, string Calculation, string ChoiceFilter, string Declared, ImmutableArray<KeptColumn> Kept)
{
    /// <summary>A plain question.</summary>
    public static Question Of(string name, QuestionType type, string label) => new(name, type, label, "", false, [], "", "", "", "", "", "", "", "", "", "", []);

    /// <summary>What to call it on screen: its label, or its name.</summary>
    public string Title => Label.Length > 0 ? Label : Name;

    /// <summary>Whether one chooses.</summary>
    public bool IsChosen => Type is QuestionType.SelectOne or QuestionType.SelectMultiple or QuestionType.Rank;

    /// <summary>Whether somebody is asked for an answer.</summary>
    public bool IsAsked => Type is not (QuestionType.Note or QuestionType.Calculate or QuestionType.Kept);

    /// <summary>Whether it is answered in free words, of any length that an answer may have.</summary>
    public bool IsWords => Type is QuestionType.Text or QuestionType.LongText or QuestionType.Line or QuestionType.Area or QuestionType.Barcode
        or QuestionType.Photo or QuestionType.Audio or QuestionType.Video or QuestionType.File or QuestionType.Calculate or QuestionType.Kept;
}

/// <summary>Something to choose.</summary>
/// <param name="Name">Its name in files and answers: without spaces, unique in its question.</param>
/// <param name="Label">What people read.</param>
/// <param name="Kept">Other columns of a foreign form, translations among them.</param>
public sealed record Choice(string Name, string Label, ImmutableArray<KeptColumn> Kept);

/// <summary>A cell of a foreign form that nothing here understands, kept so that the form leaves as it came.</summary>
/// <param name="Column">The column's heading, such as <c>label::English (en)</c>.</param>
/// <param name="Text">What stands in it.</param>
public sealed record KeptColumn(string Column, string Text);
