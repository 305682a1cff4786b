using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Web.Live;

namespace TousRisques.Web.Pages.Participant;

/// <summary>
/// What each part of a participant's page is drawn from, so that it is not drawn again because somebody else tapped. Collections of the state
/// never change, so the same one is known by reference. A test plays at random and holds that equal bases draw equal parts.
/// </summary>
internal static class Bases
{
    /// <summary>Who I am, the act, the clock.</summary>
    public static object OfTop(Scene scene)
    {
        var (w, me) = Of(scene);
        return (me, w.StepIndex, w.PlannedFor(w.Step), w.StepStartedAt, w.PausedAt, w.Tables);
    }

    /// <summary>My card, at the side of a wide page.</summary>
    public static object OfSelf(Scene scene)
    {
        var (w, me) = Of(scene);
        return (me, w.StepIndex);
    }

    /// <summary>The one thing asked of me: it depends on the step.</summary>
    public static object OfMine(Scene scene)
    {
        var (w, me) = Of(scene);
        object asked = w.Step.Kind switch
        {
            StepKind.RoundTable => w.Participants,
            StepKind.Assessment when w.Act is { } act => (
                Judged(w, act.Id, me.Id), w.OwnActions, w.Script!.Mode == PlayMode.Brief ? w.Plans : null,
                w.VerdictsShown.Contains(act.Id) ? (w.Judgements, w.Overrides, w.Situations.GetValueOrDefault((act.Id, me.Table))) : default),
            StepKind.Priorities when w.Act is { } act => w.Rankings.TryGetValue((act.Id, me.Id), out var ranking) ? ranking : [],
            StepKind.Debrief => w.Debrief,
            StepKind.Leads => (w.Leads, w.Participants),
            _ => "nothing",
        };
        return (me, w.StepIndex, w.ClosedAt, asked);
    }

    /// <summary>Messages, and whom I can write to.</summary>
    public static object OfMail(Scene scene)
    {
        var (w, me) = Of(scene);
        return (me, w.StepIndex, w.Messages, w.Messages.Count(m => m.VisibleFrom <= scene.Now), w.Participants, w.Tables);
    }

    private static (Workshop, Domain.Workshops.Participant) Of(Scene scene) =>
        (scene.Live.State, scene.Live.State.Find(scene.Viewer.Participant!.Value)!);

    // Judgements of everybody share one dictionary; mine are told apart by what they say.
    private static int Judged(Workshop w, ActId act, ParticipantId me)
    {
        var hash = new HashCode();
        foreach (var action in w.Script!.Actions) Add(action.Id);
        foreach (var own in w.OwnActions) Add(own.Id);
        return hash.ToHashCode();

        void Add(ActionId action) => hash.Add(w.Judgements.TryGetValue((act, me, action), out var mine) ? mine : default);
    }
}
