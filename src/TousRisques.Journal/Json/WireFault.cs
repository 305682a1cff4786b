using System.Text.Json;

namespace TousRisques.Journal.Json;

/// <summary>What can be wrong with JSON from outside.</summary>
public enum WireProblem
{
    /// <summary>It is no JSON, or not one value, or no valid Unicode.</summary>
    NotJson,
    /// <summary>It passes the limit of size.</summary>
    TooLarge,
    /// <summary>A field has another type than expected.</summary>
    WrongType,
    /// <summary>A word is not one of those expected.</summary>
    UnknownValue,
    /// <summary>A field is not known here.</summary>
    UnknownField,
    /// <summary>A field is there twice.</summary>
    FieldTwice,
    /// <summary>A field is missing.</summary>
    FieldMissing,
    /// <summary>The house alone may say that.</summary>
    NotForClients,
}

/// <summary>What is wrong with JSON from outside, and where.</summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="Path">Where, such as <c>ranking[2].stake</c>; empty for the whole.</param>
/// <param name="Found">What stands there, shortened; or empty.</param>
/// <param name="Expected">What would be right, in English for a programmer; or empty.</param>
public sealed record WireFault(WireProblem Problem, string Path, string Found, string Expected)
{
    /// <summary>One line in English, for a programmer.</summary>
    public override string ToString() =>
        $"{(Path.Length == 0 ? "The request" : Path)}: {What}{(Found.Length == 0 ? "" : $", found {Found}")}{(Expected.Length == 0 ? "" : $"; expected {Expected}")}.";

    private string What => Problem switch
    {
        WireProblem.NotJson => "not valid JSON",
        WireProblem.TooLarge => "too large",
        WireProblem.WrongType => "wrong type",
        WireProblem.UnknownValue => "unknown value",
        WireProblem.UnknownField => "unknown field",
        WireProblem.FieldTwice => "given twice",
        WireProblem.FieldMissing => "missing",
        _ => "not for clients",
    };
}

/// <summary>JSON that does not say what it should. A <see cref="JsonException"/>, so that ASP.NET Core answers 400 to it.</summary>
public sealed class WireException(WireFault fault, Exception? inner = null) : JsonException(fault.ToString(), inner)
{
    /// <summary>What is wrong, and where.</summary>
    public WireFault Fault { get; } = fault;

    internal static WireException Of(WireProblem problem, string found = "", string expected = "", string path = "") =>
        new(new(problem, path, Shorten(found), expected));

    /// <summary>The same one level further out.</summary>
    internal WireException In(string step) =>
        new(Fault with { Path = Fault.Path.Length == 0 || Fault.Path[0] == '[' ? step + Fault.Path : $"{step}.{Fault.Path}" }, InnerException);

    private static string Shorten(string found)
    {
        // Input goes back to its sender, and into logs: never much of it, and never in two lines.
        var line = found.Length > 40 ? string.Concat(found.AsSpan(0, 40), "…") : found;
        return string.Concat(line.Select(c => char.IsControl(c) ? ' ' : c));
    }
}
