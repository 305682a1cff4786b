using System.Collections.Immutable;

namespace TousRisques.Formats.Findings;

/// <summary>What a reader expected where it found something else.</summary>
public abstract record Expected
{
    private Expected() { }

    /// <summary>A mapping from keys to values.</summary>
    public sealed record Mapping : Expected;
    /// <summary>A list.</summary>
    public sealed record Sequence : Expected;
    /// <summary>A list of so many values.</summary>
    public sealed record Values(int Count) : Expected;
    /// <summary>A single value.</summary>
    public sealed record SingleValue : Expected;
    /// <summary>A text, or a mapping from language to text.</summary>
    public sealed record Words : Expected;
    /// <summary>Lower-case letters, digits and hyphens.</summary>
    public sealed record Identifier : Expected;
    /// <summary>One of a few words.</summary>
    public sealed record OneOf(ImmutableArray<string> Choices) : Expected;
    /// <summary>One of a few keys with a value, or the name of a thing where one is given.</summary>
    public sealed record OneKeyOf(ImmutableArray<string> Keys, Thing? OrName = null) : Expected;
    /// <summary>A number in a range, both ends included.</summary>
    public sealed record Number(double Least, double Most, bool Whole) : Expected;
    /// <summary>A duration in a range, both ends included.</summary>
    public sealed record Duration(TimeSpan Least, TimeSpan Most) : Expected;
    /// <summary>A duration or a range of durations.</summary>
    public sealed record Spell : Expected;
    /// <summary>A date as precise as known.</summary>
    public sealed record Date : Expected;
    /// <summary>A date and hour with its offset from UTC.</summary>
    public sealed record Instant : Expected;
    /// <summary>A month and a day.</summary>
    public sealed record DayOfYear : Expected;
    /// <summary>Two days of the year.</summary>
    public sealed record Season : Expected;
    /// <summary>An address on the web.</summary>
    public sealed record Url : Expected;
    /// <summary>The name of a time zone.</summary>
    public sealed record TimeZone : Expected;
    /// <summary><c>true</c> or <c>false</c>.</summary>
    public sealed record Truth : Expected;
    /// <summary>A two-letter language code.</summary>
    public sealed record LanguageCode : Expected;
    /// <summary>Longitude and latitude.</summary>
    public sealed record Point : Expected;
    /// <summary>A line or ring of a least number of points.</summary>
    public sealed record Points(int Least) : Expected;
    /// <summary>A hazard's code, such as <c>MH0604</c>.</summary>
    public sealed record HazardCode : Expected;
    /// <summary>A thing declared in the pack.</summary>
    public sealed record Known(Thing Thing) : Expected;
}

/// <summary>Kinds of things that a pack declares and names.</summary>
public enum Thing
{
    /// <summary>A component or a function.</summary>
    Component,
    /// <summary>A place.</summary>
    Place,
    /// <summary>A zone of places.</summary>
    Zone,
    /// <summary>A tag of components.</summary>
    Tag,
    /// <summary>A hazard.</summary>
    Hazard,
    /// <summary>A source.</summary>
    Source,
    /// <summary>An act.</summary>
    Act,
    /// <summary>An event, of an act or of the memory.</summary>
    Event,
    /// <summary>A constraint.</summary>
    Constraint,
    /// <summary>A character.</summary>
    Character,
    /// <summary>A stake.</summary>
    Stake,
    /// <summary>A stakeholder.</summary>
    Stakeholder,
    /// <summary>An action.</summary>
    Action,
    /// <summary>A channel.</summary>
    Channel,
    /// <summary>A peril.</summary>
    Peril,
}
