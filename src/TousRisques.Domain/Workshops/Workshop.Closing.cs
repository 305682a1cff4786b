namespace TousRisques.Domain.Workshops;

// What is kept for afterwards: observations, the debrief, leads for innovation.
public sealed partial record Workshop
{
    private Decision Note(NoteObservation c)
    {
        if (Observations.Length >= Limits.Observations) return new TooMany("observation", Limits.Observations);
        if (c.Table is { } table && !Has(table)) return No("table", table);
        if (c.Theme is { } theme && CaseRefusal(theme, "theme") is { } badTheme) return badTheme;
        if (c.Time is { } time && CaseRefusal(time, "time") is { } badTime) return badTime;
        if (Clean.Lines(c.Words, "words", Limits.Words, out var words) is { } no) return no;
        return new ObservationNoted(words, c.Theme, c.Time, c.Table);
    }

    private Decision Answer(AnswerDebrief c)
    {
        if (Here(c.Participant) is not { } p) return new NoSuchParticipant(c.Participant);
        if (!HasReached(StepKind.Debrief)) return new NotYet(StepKind.Debrief);
        if (Debrief.Length >= Limits.DebriefAnswers) return new TooMany("answer", Limits.DebriefAnswers);
        if (CaseRefusal(c.Question, "question") is { } badQuestion) return badQuestion;
        if (CaseRefusal(c.Theme, "theme") is { } badTheme) return badTheme;
        if (CaseRefusal(c.Time, "time") is { } badTime) return badTime;
        if (Clean.Lines(c.Words, "words", Limits.Words, out var words) is { } no) return no;
        return Debrief.Contains(new DebriefAnswer(p.Id, c.Question, words, c.Theme, c.Time))
            ? Decision.Nothing
            : new DebriefAnswered(p.Id, c.Question, words, c.Theme, c.Time);
    }

    private Decision Propose(ProposeLead c)
    {
        if (Here(c.Participant) is not { } p) return new NoSuchParticipant(c.Participant);
        if (!HasReached(StepKind.Leads)) return new NotYet(StepKind.Leads);
        if (IdRefusal(c.Lead.Value) is { } badId) return badId;
        if (Leads.Any(l => l.Id == c.Lead)) return new AlreadyThere();
        if (Leads.Length >= Limits.Leads) return new TooMany("lead", Limits.Leads);
        if (CaseRefusal(c.Theme, "theme") is { } badTheme) return badTheme;
        if (CaseRefusal(c.Time, "time") is { } badTime) return badTime;
        if (Clean.Line(c.Title, "title", Limits.Title, out var title) is { } badTitle) return badTitle;
        if (Clean.Lines(c.Words, "words", Limits.Words, out var words) is { } no) return no;
        return new LeadProposed(c.Lead, p.Id, title, words, c.Theme, c.Time);
    }

    private Decision Support(SupportLead c)
    {
        if (Here(c.Participant) is not { } p) return new NoSuchParticipant(c.Participant);
        if (Leads.FirstOrDefault(l => l.Id == c.Lead) is not { } lead) return No("lead", c.Lead);
        return lead.Supporters.Contains(p.Id.Value) == c.Support ? Decision.Nothing : new LeadSupported(lead.Id, p.Id, c.Support);
    }
}
