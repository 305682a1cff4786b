using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace TousRisques.Domain.Expeditions.Inquiries;

// Rules of interviews. What is sent again, from a phone that never heard the answer or from a table of answers read twice, has effect once: an interview has its name from where it was held.
public sealed partial record Inquiry
{
    private Decision<ExpeditionEvent> DecideInterview(InquiryCommand command) => command switch
    {
        ReviseProfile c => In(c.Interview, interview =>
            Of(c.Profile, out var profile) is { } no ? no
            : CodeOf(c.Code, interview, out var code) is { } taken ? taken
            : (code, profile) == (interview.Code, interview.Profile) ? Decision<ExpeditionEvent>.Nothing
            : new ProfileRevised(c.Interview, code, profile)),
        RecordConsent c => In(c.Interview, interview => c.Consent == interview.Consent ? Decision<ExpeditionEvent>.Nothing : new ConsentRecorded(c.Interview, c.Consent)),
        KeepAnswers c => In(c.Interview, interview =>
            Changed(interview, FormOf(interview), c.Answers, out var answers) is { } no ? no
            : answers.IsEmpty ? Decision<ExpeditionEvent>.Nothing
            : new AnswersKept(c.Interview, answers)),
        FinishInterview c => In(c.Interview, interview => interview.FinishedAt is null ? new InterviewFinished(c.Interview) : Decision<ExpeditionEvent>.Nothing),
        ReopenInterview c => In(c.Interview, interview => interview.FinishedAt is null ? Decision<ExpeditionEvent>.Nothing : new InterviewReopened(c.Interview)),
        WithdrawInterview c => Withdrawn.Contains(c.Interview) ? Decision<ExpeditionEvent>.Nothing : In(c.Interview, _ => new InterviewWithdrawn(c.Interview, c.Cause)),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };

    private Decision<ExpeditionEvent> Record(RecordInterview c)
    {
        if (!FormNames.IsId(c.Interview.Value)) return Missing("interview", c.Interview.Value);
        if (Withdrawn.Contains(c.Interview)) return new InterviewIsWithdrawn();
        if (!Grids.TryGetValue(c.Grid, out var grid)) return Missing("grid", c.Grid.Value);
        if (grid.Find(c.Version) is not { } version) return Missing("version", c.Version.ToString(CultureInfo.InvariantCulture));
        if (!version.Released) return new GridIsDraft();
        var known = Interviews.GetValueOrDefault(c.Interview);
        if (known is not null && (known.Grid, known.Version) != (c.Grid, c.Version)) return new AlreadyThere();
        if (known is null && Interviews.Count >= InquiryLimits.Interviews) return new TooMany("interview", InquiryLimits.Interviews);
        if (Of(c.Profile, out var profile) is { } badProfile) return badProfile;
        if (CodeOf(c.Code, known, out var code) is { } badCode) return badCode;
        var interview = known ?? new Interview { Id = c.Interview, Grid = c.Grid, Version = c.Version, Code = code, Profile = profile };
        if (Changed(interview, version.Form, c.Answers, out var answers) is { } badAnswers) return badAnswers;
        var facts = ImmutableArray.CreateBuilder<ExpeditionEvent>();
        if (known is null) facts.Add(new InterviewOpened(c.Interview, code, c.Grid, c.Version, profile));
        else if ((code, profile) != (known.Code, known.Profile)) facts.Add(new ProfileRevised(c.Interview, code, profile));
        if (c.Consent is { } consent && consent != known?.Consent) facts.Add(new ConsentRecorded(c.Interview, consent));
        if (!answers.IsEmpty) facts.Add(new AnswersKept(c.Interview, answers));
        if (c.Excerpts.Length > InquiryLimits.Excerpts) return new TooMany("excerpt", InquiryLimits.Excerpts);
        foreach (var raw in c.Excerpts)
        {
            if (Written(interview, version.Form, raw, out var excerpt) is { } badExcerpt) return badExcerpt;
            if (interview.Find(excerpt.Id) is not null) continue; // it may have been rewritten and coded since
            interview = interview with { Excerpts = interview.Excerpts.Add(excerpt) };
            facts.Add(new ExcerptWritten(c.Interview, excerpt));
        }
        if (c.Finished && interview.FinishedAt is null) facts.Add(new InterviewFinished(c.Interview));
        return Decision<ExpeditionEvent>.Of(facts);
    }

    private Inquiry EvolveInterview(InquiryEvent @event, ExpeditionFact fact) => @event switch
    {
        InterviewOpened e => this with
        {
            Opened = Opened + 1,
            Interviews = Interviews.SetItem(e.Interview, new Interview
            {
                Id = e.Interview,
                Number = Opened + 1,
                Code = e.Code,
                Grid = e.Grid,
                Version = e.Version,
                Interviewer = (fact.By as AccountHolder)?.Account ?? "",
                Profile = e.Profile,
                OpenedAt = fact.At,
                ChangedAt = fact.At,
            }),
        },
        ProfileRevised e => With(e.Interview, fact, i => i with { Code = e.Code, Profile = e.Profile }),
        ConsentRecorded e => With(e.Interview, fact, i => i with { Consent = e.Consent }),
        AnswersKept e => With(e.Interview, fact, i => i with { Answers = e.Answers.Aggregate(i.Answers, (all, a) => a.Values.IsEmpty ? all.Remove(a.Question) : all.SetItem(a.Question, a.Values)) }),
        InterviewFinished e => With(e.Interview, fact, i => i with { FinishedAt = fact.At }),
        InterviewReopened e => With(e.Interview, fact, i => i with { FinishedAt = null }),
        InterviewWithdrawn e => this with { Interviews = Interviews.Remove(e.Interview), Withdrawn = Withdrawn.Add(e.Interview) },
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name}."),
    };

    private Inquiry With(InterviewId id, ExpeditionFact fact, Func<Interview, Interview> change) =>
        Interviews.TryGetValue(id, out var interview) ? this with { Interviews = Interviews.SetItem(id, change(interview) with { ChangedAt = fact.At }) } : this;

    private Decision<ExpeditionEvent> In(InterviewId id, Func<Interview, Decision<ExpeditionEvent>> then) =>
        Interviews.TryGetValue(id, out var interview) ? then(interview) : Withdrawn.Contains(id) ? new InterviewIsWithdrawn() : Missing("interview", id.Value);

    /// <summary>The version of the grid that an interview was asked from.</summary>
    public GridForm FormOf(Interview interview)
    {
        ArgumentNullException.ThrowIfNull(interview);
        return Grids[interview.Grid].Find(interview.Version)!.Form;
    }

    /// <summary>Answers that are fit, without those that are there already.</summary>
    private static Refusal? Changed(Interview interview, GridForm form, ImmutableArray<Answer> raw, out ImmutableArray<Answer> changed)
    {
        changed = [];
        if (raw.Length > InquiryLimits.Questions) return new TooMany("answer", InquiryLimits.Questions);
        var answers = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var answer in raw)
        {
            if (form.Find(answer.Question ?? "") is not { } question) return Missing("question", answer.Question);
            if (AnswerCheck.Of(question, answer.Values, out var values) is { } unfit) return unfit;
            answers[question.Name] = values;
        }
        foreach (var (name, values) in answers)
            if (Unmet(form.Find(name)!, values, q => answers.TryGetValue(q, out var now) ? now : interview.AnswerTo(q)) is { } unmet) return unmet;
        changed = [.. answers.Where(a => !interview.AnswerTo(a.Key).SequenceEqual(a.Value)).Select(a => new Answer(a.Key, a.Value))];
        var length = answers.Values.Concat(interview.Answers.Where(a => !answers.ContainsKey(a.Key)).Select(a => a.Value)).Sum(v => v.Sum(t => t.Length));
        return length > InquiryLimits.Answers ? new TextTooLong("answers", InquiryLimits.Answers) : null;
    }

    /// <summary>A constraint that is not understood is left to people.</summary>
    private static ConstraintUnmet? Unmet(Question question, ImmutableArray<string> values, Func<string, ImmutableArray<string>> answers) =>
        values.IsEmpty || question.Constraint.Length == 0 || ConditionReader.Read(question.Constraint) is not { } condition || condition.Holds(answers, values)
            ? null
            : new ConstraintUnmet(Clean.Cut(question.Title, ExpeditionLimits.Title), Clean.Cut(question.ConstraintMessage, ExpeditionLimits.Line));

    private Refusal? CodeOf(string raw, Interview? own, out string code)
    {
        if (Clean.Optional(raw, "interview-code", InquiryLimits.Code, lines: false, out code) is { } no) return no;
        if (code.Length == 0) code = own?.Code ?? NextCode;
        var wanted = code;
        return Interviews.Values.Any(i => i.Id != own?.Id && string.Equals(i.Code, wanted, StringComparison.OrdinalIgnoreCase)) ? new InterviewCodeTaken(wanted) : null;
    }

    /// <summary>The code that the next interview gets: <c>E-01</c>, <c>E-02</c>… (« entretien »).</summary>
    public string NextCode
    {
        get
        {
            var taken = Interviews.Values.Select(i => i.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
            for (var number = Opened + 1; ; number++)
                if (string.Create(CultureInfo.InvariantCulture, $"E-{number:00}") is var code && !taken.Contains(code)) return code;
        }
    }

    private static Refusal? Of(Profile raw, out Profile profile)
    {
        profile = raw;
        if (Clean.Optional(raw.Organisation, "organisation", ExpeditionLimits.Title, lines: false, out var organisation) is { } badOrganisation) return badOrganisation;
        if (Clean.Optional(raw.Function, "function", ExpeditionLimits.Title, lines: false, out var function) is { } badFunction) return badFunction;
        profile = new Profile(raw.Family, organisation, function, raw.Scale, raw.Day);
        return null;
    }
}
