using System.Collections;
using TousRisques.Domain.Words;

namespace TousRisques.Testing;

/// <summary>Equality by content, through lists and records: records compare an <c>ImmutableArray</c> by the array behind it.</summary>
public static class Structural
{
    /// <summary>Whether two values say the same.</summary>
    public static bool Same(object? a, object? b)
    {
        if (a is null || b is null) return a is null && b is null;
        if (a.GetType() != b.GetType()) return false;
        if (a is string || a.GetType().IsPrimitive || a.GetType().IsEnum || a is TimeSpan or DateTimeOffset or Text or KeyValuePair<string, string>) return a.Equals(b);
        if (a is IEnumerable m && b is IEnumerable n) return Items(m).SequenceEqual(Items(n), Comparer.Instance);
        return a.GetType().GetProperties().Where(p => p.SetMethod is { IsPublic: true }).All(p => Same(p.GetValue(a), p.GetValue(b)));
    }

    // A list that was never filled throws when it is walked.
    private static IEnumerable<object?> Items(IEnumerable items) =>
        items.GetType().GetProperty("IsDefault")?.GetValue(items) is true ? [] : items.Cast<object?>();

    private sealed class Comparer : IEqualityComparer<object?>
    {
        public static readonly Comparer Instance = new();

        bool IEqualityComparer<object?>.Equals(object? x, object? y) => Same(x, y);

        public int GetHashCode(object? obj) => 0;
    }
}
