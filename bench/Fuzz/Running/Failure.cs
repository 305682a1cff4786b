using System.Diagnostics;

namespace TousRisques.Fuzz.Running;

/// <summary>What went wrong with a case, in the same words for every case that goes wrong in the same way.</summary>
internal static class Failure
{
    public static string KindOf(Exception thrown)
    {
        if (thrown is BrokenPromiseException broken) return "not kept: " + broken.Promise;
        var frame = new StackTrace(thrown).GetFrames()
            .Select(f => f.GetMethod())
            .FirstOrDefault(m => m?.DeclaringType?.Namespace is { } space && space.StartsWith("TousRisques", StringComparison.Ordinal) && !space.StartsWith("TousRisques.Fuzz", StringComparison.Ordinal));
        return $"{thrown.GetType().Name} in {frame?.DeclaringType?.Name}.{frame?.Name}";
    }
}
