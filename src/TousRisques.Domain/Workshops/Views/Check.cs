using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>What is looked at before a workshop begins.</summary>
public enum CheckKind
{
    /// <summary>People are there.</summary>
    Present,
    /// <summary>Every table has people.</summary>
    Tables,
    /// <summary>Every table has the characters that the scenario needs.</summary>
    Characters,
    /// <summary>Every component that something counts on is defined in the pack.</summary>
    Components,
    /// <summary>Every digital channel hangs on a component, so that it can fail.</summary>
    Channels,
    /// <summary>Sheets are printed for those who play on paper: a reminder.</summary>
    Paper,
}

/// <summary>One line of the check before the start.</summary>
/// <param name="Kind">What was looked at.</param>
/// <param name="Ok">Whether it is as it should be; nothing here keeps a facilitator from starting all the same.</param>
/// <param name="Count">How many it concerns: people present, tables, people on paper.</param>
/// <param name="Table">The table it is about, or null.</param>
/// <param name="What">Names of what is missing.</param>
public sealed record Check(CheckKind Kind, bool Ok, int Count, Table? Table, ImmutableArray<Text> What)
{
    /// <summary>Looks at everything. Only once the workshop is opened.</summary>
    public static ImmutableArray<Check> Of(Workshop state, Pack pack)
    {
        var present = state.Present.Count();
        var checks = ImmutableArray.CreateBuilder<Check>();
        checks.Add(new(CheckKind.Present, present > 0, present, null, []));
        foreach (var table in state.Tables.Where(t => !state.MembersOf(t.Id).Any()))
            checks.Add(new(CheckKind.Tables, false, 0, table, []));
        foreach (var table in state.Tables.Where(t => state.MembersOf(t.Id).Any()))
        {
            ImmutableArray<Text> missing = [.. state.MissingCharacters(table.Id).Select(c => pack.Find(c)?.Name ?? Text.Same(c.Value))];
            if (!missing.IsEmpty) checks.Add(new(CheckKind.Characters, false, missing.Length, table, missing));
        }
        if (present > 0 && checks.All(c => c.Kind is not CheckKind.Characters)) checks.Add(new(CheckKind.Characters, true, present, null, []));
        ImmutableArray<Text> undefined = [.. pack.Undefined().Select(c => Text.Same(c.Value))];
        checks.Add(new(CheckKind.Components, undefined.IsEmpty, pack.Territory.Components.Length, null, undefined));
        // Paper, runners and the like have no component on purpose.
        ImmutableArray<Text> loose =
        [
            .. pack.Scenario.Channels.Where(c => c.Component is null && c.Medium is not (Medium.Paper or Medium.Runner)).Select(c => c.Name),
        ];
        checks.Add(new(CheckKind.Channels, loose.IsEmpty, pack.Scenario.Channels.Length, null, loose));
        checks.Add(new(CheckKind.Paper, true, state.Present.Count(p => p.OnPaper), null, []));
        return checks.ToImmutable();
    }
}
