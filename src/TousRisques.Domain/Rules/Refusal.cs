namespace TousRisques.Domain.Rules;

/// <summary>
/// Why the house says no to a well-formed request: expected, tested, turned into words in one place of Web. A bug throws instead. A closed
/// union: cases that any aggregate may answer stand here, those of one beside it (<c>Workshops/Refusal.cs</c>, <c>Expeditions/Refusal.cs</c>).
/// </summary>
public abstract record Refusal
{
    private protected Refusal() { }
}

/// <summary>Nobody may do that in another's name.</summary>
public sealed record NotYours : Refusal;
/// <summary>Something named is not there.</summary>
/// <param name="Kind">Kind of thing, in lower case: <c>action</c>, <c>step</c>, <c>table</c>…</param>
/// <param name="Name">The name given.</param>
public sealed record Unknown(string Kind, string Name) : Refusal;
/// <summary>A text is missing.</summary>
public sealed record TextMissing(string Field) : Refusal;
/// <summary>A text is too long.</summary>
public sealed record TextTooLong(string Field, int Limit) : Refusal;
/// <summary>A number is out of range.</summary>
public sealed record OutOfRange(string Field, int Least, int Most) : Refusal;
/// <summary>A reason is wanted.</summary>
public sealed record ReasonWanted : Refusal;
/// <summary>A limit of size is reached.</summary>
public sealed record TooMany(string Kind, int Limit) : Refusal;
/// <summary>The same thing is already there.</summary>
public sealed record AlreadyThere : Refusal;
