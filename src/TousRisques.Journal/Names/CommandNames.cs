using System.Collections.Frozen;
using TousRisques.Domain.Workshops;

namespace TousRisques.Journal.Names;

/// <summary>What each command is called in requests and in the outbox of a browser.</summary>
internal static class CommandNames
{
    /// <summary>Name and class of every command.</summary>
    public static readonly Kinds<WorkshopCommand> Kinds = new Kinds<WorkshopCommand>()
        .With<OpenWorkshop>("open-workshop")
        .With<JoinWorkshop>("join-workshop")
        .With<ResumePlay>("resume-play")
        .With<LeaveWorkshop>("leave-workshop")
        .With<AddTable>("add-table")
        .With<MoveToTable>("move-to-table")
        .With<AssignCharacter>("assign-character")
        .With<IntroduceSelf>("introduce-self")
        .With<Advance>("advance")
        .With<GoBack>("go-back")
        .With<JumpTo>("jump-to")
        .With<PauseClock>("pause-clock")
        .With<ResumeClock>("resume-clock")
        .With<ExtendStep>("extend-step")
        .With<PlanStep>("plan-step")
        .With<RevealEvent>("reveal-event")
        .With<ImposeConstraint>("impose-constraint")
        .With<RevealVerdicts>("reveal-verdicts")
        .With<SendMessage>("send-message")
        .With<InjectMessage>("inject-message")
        .With<AssessAction>("assess-action")
        .With<OverrideAvailability>("override-availability")
        .With<RankPriorities>("rank-priorities")
        .With<ProposeAction>("propose-action")
        .With<AddToPlan>("add-to-plan")
        .With<RemoveFromPlan>("remove-from-plan")
        .With<ConfirmPlan>("confirm-plan")
        .With<ReopenPlan>("reopen-plan")
        .With<PlaceStakeholder>("place-stakeholder")
        .With<AddStakeholder>("add-stakeholder")
        .With<NoteObservation>("note-observation")
        .With<AnswerDebrief>("answer-debrief")
        .With<ProposeLead>("propose-lead")
        .With<SupportLead>("support-lead")
        .With<RevokeAccess>("revoke-access")
        .With<Correct>("correct")
        .With<CloseWorkshop>("close-workshop")
        .With<ReopenWorkshop>("reopen-workshop")
        .With<RecordSituation>("record-situation")
        .With<RecordConsequences>("record-consequences");

    /// <summary>
    /// Commands that the house gives itself and takes from nobody: opening needs a script that the house compiled, answers of the model
    /// come from the model.
    /// </summary>
    public static readonly FrozenSet<Type> House =
        FrozenSet.Create(typeof(OpenWorkshop), typeof(RecordSituation), typeof(RecordConsequences));
}
