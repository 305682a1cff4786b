using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Analysis;

/// <summary>
/// How far an action can be done at an hour (docs/territory-model.md): feasible when its needs hold without a makeshift and caps leave the full crew; degraded when
/// they hold only through a makeshift, or caps leave at least the least crew; impossible otherwise.
/// </summary>
internal static class Availability
{
    public static ActionFact Of(ActionCard action, Standing standing, Caps caps)
    {
        var (fromCaps, capsWhy) = caps.On(action);
        var (fromNeeds, needsWhy) = standing.Judge(action.Needs);
        var verdict = fromNeeds < fromCaps ? fromNeeds : fromCaps;
        // What takes the action away is told before what merely hampers it.
        var why = fromCaps < fromNeeds ? capsWhy.AddRange(needsWhy) : needsWhy.AddRange(capsWhy);
        return new(action.Id, verdict, verdict == Verdict.Feasible ? [] : why);
    }
}
