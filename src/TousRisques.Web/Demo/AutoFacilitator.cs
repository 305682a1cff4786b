using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Sessions;
using TousRisques.Web.Access;

namespace TousRisques.Web.Demo;

/// <summary>
/// Leads a demonstration by itself: reveals, lets the room think, goes on. The visitor may lead too: a step changed by hand begins its time
/// anew, and a stopped clock stops the automatic facilitator as well.
/// </summary>
internal sealed class AutoFacilitator(IWorkshopDesk desk, WorkshopId workshop, string name, double speed, TimeProvider time)
{
    /// <summary>Leads until the last step, or until cancelled.</summary>
    public async Task LeadAsync(CancellationToken cancel)
    {
        while (await desk.ReadAsync(workshop, cancel) is { State: var state } && state.ClosedAt is null)
        {
            var (command, wait) = Next(state);
            if (command is null) return;
            await Task.Delay(wait / speed, time, cancel);
            if (await desk.ReadAsync(workshop, cancel) is not { State: var now } || now.StepIndex != state.StepIndex || now.PausedAt is not null) continue;
            await desk.SubmitAsync(workshop, new Envelope(Draws.Command(), new FacilitatorActor(name), time.GetUtcNow(), command), cancel);
        }
    }

    /// <summary>The next thing to do and after how long; null at the end.</summary>
    internal static (WorkshopCommand? Command, TimeSpan Wait) Next(Workshop state)
    {
        var act = state.Act;
        var step = state.Step;
        if (step.Kind == StepKind.Close) return (null, TimeSpan.Zero);
        if (step.Kind == StepKind.Events && act!.Events.Where(e => state.Revealed.All(r => r.Event != e)).Select(e => (EventId?)e).FirstOrDefault() is { } hidden)
            return (new RevealEvent(hidden), TimeSpan.FromSeconds(12));
        if (step.Kind == StepKind.Constraints && act!.Constraints.Where(c => state.Imposed.All(i => i.Constraint != c.Id)).Select(c => c.Id).ToArray() is [var next, ..])
            return (new ImposeConstraint(next), TimeSpan.FromSeconds(10));
        if (step.Kind == StepKind.Assessment && !state.VerdictsShown.Contains(act!.Id)) return (new RevealVerdicts(act.Id), TimeSpan.FromSeconds(100));
        return (new Advance(), step.Kind switch
        {
            StepKind.Welcome => TimeSpan.FromSeconds(15),
            StepKind.RoundTable => TimeSpan.FromSeconds(60),
            StepKind.Stakeholders or StepKind.Priorities => TimeSpan.FromSeconds(60),
            StepKind.Assessment => TimeSpan.FromSeconds(60),
            StepKind.Plan or StepKind.Debrief or StepKind.Leads => TimeSpan.FromSeconds(90),
            _ => TimeSpan.FromSeconds(40),
        });
    }
}
