using TousRisques.Domain.Words;

namespace TousRisques.Analysis.Layers;

/// <summary>How much something rests on something else. The smaller, the stronger.</summary>
public enum NeedStrength
{
    /// <summary>Without it, it stops, whatever else works.</summary>
    Hard,
    /// <summary>One way among others: without it, another one can do.</summary>
    Choice,
    /// <summary>A makeshift: it only serves for want of better.</summary>
    Makeshift,
}

/// <summary>A component rests on another.</summary>
/// <param name="Needed">What is needed.</param>
/// <param name="By">What needs it.</param>
/// <param name="Strength">How much.</param>
/// <param name="Through">How many components that are not shown stand between, at least; 0 when it is needed directly.</param>
public readonly record struct NeedLink(ComponentId Needed, ComponentId By, NeedStrength Strength, int Through = 0);
