using System.Collections.Immutable;

namespace TousRisques.Fuzz;

/// <summary>What came of a case that kept every promise.</summary>
/// <param name="Accepted">Whether the reader took it.</param>
/// <param name="Kinds">Kinds of findings, and for what was taken a few traits of it: the poor man's coverage.</param>
/// <param name="IsTimed">Whether the clock had a say in it, so that it must not steer later cases.</param>
internal sealed record Outcome(bool Accepted, ImmutableSortedSet<string> Kinds, bool IsTimed = false);

/// <summary>A reader and what comes after it.</summary>
internal interface ITarget
{
    string Name { get; }

    /// <summary>Names of files of a case, as a pattern.</summary>
    string Pattern { get; }

    /// <summary>Kinds that a thorough run should have seen.</summary>
    IEnumerable<string> AllKinds { get; }

    /// <summary>What mutations start from.</summary>
    IReadOnlyList<Input> Seeds();

    /// <summary>The next case.</summary>
    Input Next(Dice dice, Corpus corpus);

    /// <summary>Reads it and goes on with what was accepted.</summary>
    /// <exception cref="BrokenPromiseException">Something that every reading promises does not hold. Any other exception is a crash.</exception>
    Outcome Run(Input input);
}

/// <summary>A reader, or what comes after it, did something that it promises never to do.</summary>
/// <param name="promise">Which; the same words for every case.</param>
/// <param name="detail">What happened in this case.</param>
#pragma warning disable CA1032 // Implement standard exception constructors: this one is thrown in a few places here and always says which promise
internal sealed class BrokenPromiseException(string promise, string detail) : Exception($"{promise}: {detail}")
#pragma warning restore CA1032
{
    public string Promise { get; } = promise;
}
