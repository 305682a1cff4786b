using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops;

// What the room wants to know from the model, and what it takes of the answers.
public sealed partial record Workshop
{
    /// <summary>
    /// The next question that the model must answer, or null when there is none. Answer it with <see cref="RecordSituation"/> or
    /// <see cref="RecordConsequences"/> and ask again: questions follow one another until nothing is wanted.
    /// </summary>
    public static ModelQuestion? Pending(Workshop state) => state.Questions().FirstOrDefault();

    /// <summary>
    /// Everything wanted from the model, situations first, act by act, the territory without plans before the tables. A situation is
    /// asked again when what it depends on changed and the act's verdicts are not shown; consequences, while their act is the current one.
    /// </summary>
    public IEnumerable<ModelQuestion> Questions() =>
        Script is null || ClosedAt is not null ? [] : SituationQuestions().Concat<ModelQuestion>(ConsequenceQuestions());

    private IEnumerable<ModelQuestion.Situation> SituationQuestions()
    {
        foreach (var act in Script!.Acts)
        {
            if (!HasReached(act.Id, StepKind.Situation)) continue;
            var frozen = VerdictsShown.Contains(act.Id);
            foreach (var table in EveryTable())
            {
                var recorded = Situations.TryGetValue((act.Id, table), out var answer);
                if (recorded && frozen) continue;
                var inputs = SituationInputs(act, table);
                if (!recorded || !answer!.Inputs.Equals(inputs)) yield return new ModelQuestion.Situation(inputs);
            }
        }
    }

    private IEnumerable<ModelQuestion.Consequences> ConsequenceQuestions()
    {
        foreach (var act in Script!.Acts)
        {
            if (!HasReached(act.Id, StepKind.Consequences)) continue;
            var current = Act?.Id == act.Id;
            foreach (var table in EveryTable())
            {
                var recorded = Consequences.TryGetValue((act.Id, table), out var answer);
                if (recorded && !current) continue;
                var inputs = ConsequenceInputs(act, table);
                if (!recorded || !answer!.Inputs.Equals(inputs)) yield return new ModelQuestion.Consequences(inputs);
            }
        }
    }

    private IEnumerable<TableId?> EveryTable()
    {
        yield return null;
        foreach (var table in Tables) yield return table.Id;
    }

    /// <summary>A situation depends on what the room has seen up to its act and on the plans of earlier acts.</summary>
    private ModelInputs SituationInputs(ScriptAct act, TableId? table) => Inputs(act, table, IndexOf(act.Id) - 1);

    /// <summary>Consequences depend on this act's plan too.</summary>
    private ModelInputs ConsequenceInputs(ScriptAct act, TableId? table) => Inputs(act, table, IndexOf(act.Id));

    private ModelInputs Inputs(ScriptAct act, TableId? table, int lastPlan)
    {
        var acts = Script!.Acts.Take(IndexOf(act.Id) + 1).ToArray();
        return new(
            act.Id, table,
            [.. acts.SelectMany(a => a.Events).Where(IsRevealed)],
            [.. acts.SelectMany(a => a.Constraints).Select(c => c.Id).Where(IsImposed)],
            table is { } t ? PlansOverTime(t, lastPlan) : []);
    }

    /// <summary>
    /// What a table put in force, act by act up to one, and at which act each fell. Cards that tables proposed are left out: the model does
    /// not know them.
    /// </summary>
    public ImmutableArray<InForce> PlansOverTime(TableId table, int lastAct)
    {
        var lines = new List<InForce>();
        for (var i = 0; i <= lastAct && i < Script!.Acts.Length; i++)
        {
            var act = Script.Acts[i].Id;
            if (PlanOf(table, act) is not { } plan) continue;
            for (var k = 0; k < lines.Count; k++)
                if (lines[k] is { Until: null } line && !plan.Kept.Contains(new Commitment(line.Action, line.From))) lines[k] = line with { Until = act };
            lines.AddRange(plan.Added.Where(a => !IsOwn(a)).Select(a => new InForce(a, act, null)));
        }
        return [.. lines];
    }

    /// <summary>Whether the model has answered for every table on an act's situation, and nothing has changed since.</summary>
    private bool IsSituationSettled(ActId act) => HasReached(act, StepKind.Situation) && !SituationQuestions().Any(q => q.Inputs.Act == act);

    // An answer that comes too late answers nothing: what it depends on has changed, and it is asked again.
    private Decision Record(RecordSituation c) =>
        ClosedAt is null && SituationQuestions().Any(q => q.Inputs.Equals(c.Inputs)) ? new SituationRecorded(c.Inputs, c.Facts) : Decision.Nothing;

    private Decision Record(RecordConsequences c) =>
        ClosedAt is null && ConsequenceQuestions().Any(q => q.Inputs.Equals(c.Inputs)) ? new ConsequencesRecorded(c.Inputs, c.Facts) : Decision.Nothing;
}
