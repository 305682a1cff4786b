using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops;

// Who may ask for what. Rules themselves do not look at the actor, but for taking characters and entering judgements for someone.
public sealed partial record Workshop
{
    private static Refusal? Permission(Workshop state, Actor by, WorkshopCommand command) => by switch
    {
        ModelActor => command is RecordSituation or RecordConsequences ? null : new NotYours(),
        _ when command is RecordSituation or RecordConsequences => new NotYours(),
        FacilitatorActor => null,
        ObserverActor => command is NoteObservation ? null : new FacilitatorsOnly(),
        ParticipantActor p => state.ParticipantPermission(p.Participant, command),
        _ => command is JoinWorkshop { OnPaper: false } ? null : new FacilitatorsOnly(),
    };

    private Refusal? ParticipantPermission(ParticipantId me, WorkshopCommand command)
    {
        // Those who left, or have not joined yet, may come (back) in their own name and nothing else.
        if (command is JoinWorkshop join) return Self(join.Participant) ?? (join.OnPaper ? new FacilitatorsOnly() : null);
        if (command is ResumePlay resume) return Self(resume.Participant);
        if (Find(me) is not { Left: false } self) return new NoSuchParticipant(me);
        return command switch
        {
            LeaveWorkshop c => Self(c.Participant),
            AssignCharacter c => Self(c.Participant),
            IntroduceSelf c => Self(c.Participant),
            SendMessage c => Self(c.From),
            AssessAction c => Self(c.Participant),
            RankPriorities c => Self(c.Participant),
            AnswerDebrief c => Self(c.Participant),
            ProposeLead c => Self(c.Participant),
            SupportLead c => Self(c.Participant),
            OverrideAvailability c => Own(c.Table),
            ProposeAction c => Own(c.Table),
            AddToPlan c => Own(c.Table),
            RemoveFromPlan c => Own(c.Table),
            ConfirmPlan c => Own(c.Table),
            ReopenPlan c => Own(c.Table),
            PlaceStakeholder c => Own(c.Table),
            AddStakeholder c => Own(c.Table),
            _ => new FacilitatorsOnly(),
        };

        Refusal? Self(ParticipantId other) => other == me ? null : new NotYours();
        Refusal? Own(TableId table) => table == self.Table ? null : new NotYourTable();
    }
}
