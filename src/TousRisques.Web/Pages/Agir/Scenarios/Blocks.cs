using System.Globalization;
using TousRisques.Domain.Expeditions.Futures;

namespace TousRisques.Web.Pages.Agir.Scenarios;

/// <summary>One driver upon another: what is judged at a time.</summary>
/// <param name="Source">The driver that acts.</param>
/// <param name="SourceIndex">Its place in the box.</param>
/// <param name="Target">The driver acted upon.</param>
/// <param name="TargetIndex">Its place in the box.</param>
public readonly record struct Block(Driver Source, int SourceIndex, Driver Target, int TargetIndex)
{
    /// <summary>The block in an address.</summary>
    public string Query => string.Create(CultureInfo.InvariantCulture, $"source={SourceIndex}&target={TargetIndex}");

    /// <summary>Whether an account has judged it, in some cell that is still there.</summary>
    public bool IsJudgedBy(Box box, string account)
    {
        ArgumentNullException.ThrowIfNull(box);
        if (box.Judged.GetValueOrDefault(account) is not { } judged) return false;
        var (source, target) = (Source, Target);
        return source.States.Any(s => target.States.Any(t => judged.ContainsKey(new(source.Label, s.Label, target.Label, t.Label))));
    }
}

/// <summary>The blocks of a box.</summary>
public static class Blocks
{
    /// <summary>Every driver upon every other, in the order of the box.</summary>
    public static IEnumerable<Block> Of(Box box)
    {
        ArgumentNullException.ThrowIfNull(box);
        var drivers = box.Sheet.Drivers;
        for (var s = 0; s < drivers.Length; s++)
            for (var t = 0; t < drivers.Length; t++)
                if (s != t) yield return new(drivers[s], s, drivers[t], t);
    }

    /// <summary>The first block after one that an account has not judged yet, round from the beginning; null when it has judged all others.</summary>
    public static Block? Next(Box box, string account, (string Source, string Target) after)
    {
        var all = Of(box).ToList();
        var at = all.FindIndex(b => (b.Source.Label, b.Target.Label) == after);
        for (var i = 1; i < all.Count + (at < 0 ? 1 : 0); i++)
            if (all[(at + i + all.Count) % all.Count] is var block && !block.IsJudgedBy(box, account)) return block;
        return null;
    }
}
