using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>How far a task is.</summary>
/// <param name="Done">Done so far.</param>
/// <param name="Total">To do; zero when the step asks nothing.</param>
public readonly record struct TaskProgress(int Done, int Total)
{
    /// <summary>Whether all is done; never when nothing is asked.</summary>
    public bool Complete => Total > 0 && Done >= Total;
}

/// <summary>Someone at a table, for the facilitator.</summary>
/// <param name="Person">Who.</param>
/// <param name="Task">How far they are with what the step asks of each; zero of zero when it asks the table as a whole, or nothing.</param>
/// <param name="Late">Whether they are less than half as far as the room's median.</param>
public sealed record PersonLine(Participant Person, TaskProgress Task, bool Late);

/// <summary>A table, for the facilitator.</summary>
/// <param name="Table">Which.</param>
/// <param name="People">Who is there, in the order of their coming.</param>
/// <param name="Task">How far the table is: its people's progress added up, or its own for stakeholders and plan.</param>
/// <param name="Done">Whether it needs no more time for the step.</param>
/// <param name="MissingNeeded">Needed characters that nobody there plays.</param>
public sealed record TableLine(
    Table Table, ImmutableArray<PersonLine> People, TaskProgress Task, bool Done, ImmutableArray<CharacterId> MissingNeeded)
{
    /// <summary>How many have done what the step asks of each.</summary>
    public int Finished => People.Count(p => p.Task.Complete);
}

/// <summary>How far people and tables are with what the current step asks. Counts only: what people answered is not here.</summary>
public static class Progress
{
    /// <summary>Every table in order. Only once the workshop is opened.</summary>
    public static ImmutableArray<TableLine> Of(Workshop state)
    {
        var tasks = state.Present.Select(p => (Person: p, Task: TaskOf(state, p))).ToList();
        var done = tasks.Select(t => t.Task.Done).Order().ToList();
        var median = done.Count == 0 ? 0 : done[done.Count / 2];
        return
        [
            .. state.Tables.Select(table =>
            {
                ImmutableArray<PersonLine> people =
                [
                    .. tasks.Where(t => t.Person.Table == table.Id)
                        .Select(t => new PersonLine(t.Person, t.Task, !t.Task.Complete && t.Task.Done * 2 < median)),
                ];
                var own = OwnTask(state, table.Id);
                var task = own ?? new TaskProgress(people.Sum(p => p.Task.Done), people.Sum(p => p.Task.Total));
                return new TableLine(table, people, task, IsDone(state, table.Id, task), [.. state.MissingCharacters(table.Id)]);
            }),
        ];
    }

    /// <summary>What the current step asks of one participant, and how much of it they have done.</summary>
    public static TaskProgress TaskOf(Workshop state, Participant person)
    {
        var step = state.Step;
        switch (step.Kind, step.Act)
        {
            case (StepKind.RoundTable, _):
                return new(person.Character is null ? 0 : 1, 1);
            case (StepKind.Assessment, { } act):
                var deck = state.DeckFor(person.Table, act).ToList();
                return new(deck.Count(a => state.Judgements.ContainsKey((act, person.Id, a))), deck.Count);
            case (StepKind.Priorities, { } act):
                return new(state.Rankings.TryGetValue((act, person.Id), out var ranking) && !ranking.IsEmpty ? 1 : 0, 1);
            case (StepKind.Debrief, _):
                return new(state.Debrief.Where(d => d.Participant == person.Id).Select(d => d.Question).Distinct().Count(), 3);
            case (StepKind.Leads, _):
                return new(state.Leads.Any(l => l.Author == person.Id || l.Supporters.Contains(person.Id.Value)) ? 1 : 0, 1);
            default:
                return default;
        }
    }

    private static TaskProgress? OwnTask(Workshop state, TableId table) => (state.Step.Kind, state.Step.Act) switch
    {
        (StepKind.Stakeholders, _) => new(
            state.Board.Keys.Count(k => k.Table == table),
            state.Script!.Stakeholders.Length + state.OwnStakeholders.Count(s => s.Table == table)),
        (StepKind.Plan, { } act) => new(
            state.Plans.TryGetValue((act, table), out var plan) ? plan.Actions.Count() : 0,
            state.Script!.Acts.FirstOrDefault(a => a.Id == act)?.Slots ?? 0),
        _ => null,
    };

    private static bool IsDone(Workshop state, TableId table, TaskProgress task) => (state.Step.Kind, state.Step.Act) switch
    {
        (StepKind.Plan, { } act) => state.Plans.TryGetValue((act, table), out var plan) && plan.Confirmed,
        _ => task.Complete,
    };
}
