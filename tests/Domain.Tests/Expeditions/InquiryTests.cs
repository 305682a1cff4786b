using System.Collections.Immutable;
using CsCheck;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Words;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Domain.Tests.Expeditions;

public class InquiryTests
{
    private static readonly GridId Grid = new("g");
    private static readonly Profile Mayor = new(StakeholderFamily.Authorities, "commune rurale", "maire", Scale.Territorial, Camp.Noon);
    private static readonly Question Tool = Question.Of("outil", QuestionType.SelectMultiple, "Avec quoi ?") with { Choices = [new("sms", "Texto", []), new("sirene", "Sirène", [])] };

    [Fact]
    public void A_visitor_and_a_stranger_do_nothing_in_an_inquiry()
    {
        var camp = Ready();
        foreach (var actor in new[] { Camp.Visitor, Camp.Stranger })
            Assert.Equal(new StandingNeeded(Standing.Member), camp.Ask(actor, Interview("i")).Refusal);
        Assert.Null(camp.Ask(Camp.Member, Interview("i")).Refusal);
    }

    [Fact]
    public void Nobody_is_asked_from_a_draft()
    {
        var camp = Drafted();
        Assert.IsType<GridIsDraft>(camp.Ask(Camp.Member, Interview("i")).Refusal);
        camp.Ask(Camp.Member, new ReleaseGrid(Grid));
        Assert.Null(camp.Ask(Camp.Member, Interview("i")).Refusal);
    }

    [Fact]
    public void An_empty_grid_is_not_released()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new DraftGrid(Grid, "Grille", ""));
        Assert.IsType<GridIsEmpty>(camp.Ask(Camp.Member, new ReleaseGrid(Grid)).Refusal);
    }

    [Fact]
    public void What_people_are_asked_from_never_changes_and_answers_keep_their_version()
    {
        var camp = Ready();
        camp.Ask(Camp.Member, Interview("i"));
        Assert.Equal(new GridIsReleased(1), camp.Ask(Camp.Member, new RemoveQuestion(Grid, "outil")).Refusal);
        camp.Ask(Camp.Member, new ReviseGrid(Grid));
        camp.Ask(Camp.Member, new RemoveQuestion(Grid, "outil"));
        camp.Ask(Camp.Member, new ReleaseGrid(Grid));
        var inquiry = camp.State.Inquiry;
        Assert.Equal(2, inquiry.Grids[Grid].InUse!.Number);
        Assert.NotNull(inquiry.FormOf(inquiry.Interviews[new("i")]).Find("outil"));
        Assert.Null(inquiry.Grids[Grid].Last.Form.Find("outil"));
        // A phone that has been away still sends what was asked from the first version.
        Assert.Null(camp.Ask(Camp.Member, Interview("late")).Refusal);
    }

    [Fact]
    public void What_is_taken_out_is_put_back_where_it_stood()
    {
        var camp = Drafted();
        var before = Canonical.Dump(camp.State.Inquiry.Grids[Grid].Last);
        camp.Ask(Camp.Member, new RemoveQuestion(Grid, "outil"));
        camp.Ask(Camp.Member, new RemoveSection(Grid, "donnees"));
        Assert.Empty(camp.State.Inquiry.Grids[Grid].Last.Form.Sections);
        camp.Ask(Camp.Member, new RestoreRemovedPart(Grid));
        camp.Ask(Camp.Member, new RestoreRemovedPart(Grid));
        Assert.Equal(before, Canonical.Dump(camp.State.Inquiry.Grids[Grid].Last));
        Assert.Empty(camp.Ask(Camp.Member, new RestoreRemovedPart(Grid)).Events);
    }

    [Fact]
    public void A_part_whose_name_was_taken_meanwhile_is_not_put_back()
    {
        var camp = Drafted();
        camp.Ask(Camp.Member, new RemoveQuestion(Grid, "outil"));
        camp.Ask(Camp.Member, new AddQuestion(Grid, "donnees", null, Question.Of("outil", QuestionType.Text, "Autre")));
        Assert.Equal(new FormNameTaken("outil"), camp.Ask(Camp.Member, new RestoreRemovedPart(Grid)).Refusal);
    }

    [Fact]
    public void Conditions_follow_a_question_that_gets_another_name()
    {
        var camp = Drafted();
        camp.Ask(Camp.Member, new ReviseQuestion(Grid, "nombre", Question.Of("nombre", QuestionType.WholeNumber, "Combien ?") with { Relevant = "selected(${outil}, 'sms')" }));
        camp.Ask(Camp.Member, new ReviseQuestion(Grid, "outil", Tool with { Name = "moyen" }));
        Assert.Equal("selected(${moyen}, 'sms')", camp.State.Inquiry.Grids[Grid].Last.Form.Find("nombre")!.Relevant);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1er")]
    [InlineData("deux mots")]
    [InlineData("a/b")]
    [InlineData("<x>")]
    public void What_no_form_can_call_a_question_is_refused(string name) =>
        Assert.IsType<NoFormName>(Drafted().Ask(Camp.Member, new AddQuestion(Grid, "donnees", null, Question.Of(name, QuestionType.Text, "?"))).Refusal);

    [Fact]
    public void Whatever_words_a_question_has_a_fitting_name_is_made_of_them() => Gen.Select(FactGenerators.Words, Gen.String).Sample((words, more) =>
    {
        var taken = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            var name = FormNames.Of(words + more, "question", taken.Contains);
            Assert.True(FormNames.IsName(name) && taken.Add(name), name);
        }
    });

    [Theory]
    [InlineData(QuestionType.WholeNumber, "1 200", "1200")]
    [InlineData(QuestionType.WholeNumber, "douze", null)]
    [InlineData(QuestionType.Number, "3,5", "3.5")]
    [InlineData(QuestionType.Range, "4", "4")]
    [InlineData(QuestionType.Range, "11", null)]
    [InlineData(QuestionType.Date, "2026-02-30", null)]
    [InlineData(QuestionType.Date, "2026-02-28", "2026-02-28")]
    [InlineData(QuestionType.Time, "25:00", null)]
    [InlineData(QuestionType.DateTime, "2026-02-28T18:30", "2026-02-28T18:30")]
    [InlineData(QuestionType.Place, "49.44, 1.09", "49.44 1.09")]
    [InlineData(QuestionType.Place, "149.44 1.09", null)]
    [InlineData(QuestionType.Place, "la mairie", "la mairie")]
    [InlineData(QuestionType.Acknowledge, "OK", "OK")]
    [InlineData(QuestionType.Note, "oui", null)]
    [InlineData(QuestionType.Photo, "sur mon appareil", "sur mon appareil")]
    public void An_answer_is_one_that_its_question_can_have(QuestionType type, string given, string? kept)
    {
        var camp = Drafted();
        camp.Ask(Camp.Member, new AddQuestion(Grid, "donnees", null, Question.Of("q", type, "?")));
        camp.Ask(Camp.Member, new ReleaseGrid(Grid));
        var decision = camp.Ask(Camp.Member, Interview("i") with { Answers = [new("q", [given])] });
        if (kept is null) Assert.IsType<AnswerUnfit>(decision.Refusal);
        else Assert.Equal([kept], camp.State.Inquiry.Interviews[new("i")].AnswerTo("q"));
    }

    [Fact]
    public void One_chooses_among_the_choices_each_once()
    {
        var camp = Ready();
        camp.Ask(Camp.Member, Interview("i"));
        Assert.IsType<AnswerUnfit>(camp.Ask(Camp.Member, new KeepAnswers(new("i"), [new("outil", ["pigeon"])])).Refusal);
        Assert.IsType<AnswerUnfit>(camp.Ask(Camp.Member, new KeepAnswers(new("i"), [new("outil", ["sms", "sms"])])).Refusal);
        Assert.Null(camp.Ask(Camp.Member, new KeepAnswers(new("i"), [new("outil", ["sirene", "sms"])])).Refusal);
        Assert.Empty(camp.Ask(Camp.Member, new KeepAnswers(new("i"), [new("outil", ["sirene", "sms"])])).Events);
        camp.Ask(Camp.Member, new KeepAnswers(new("i"), [new("outil", [])]));
        Assert.Empty(camp.State.Inquiry.Interviews[new("i")].Answers);
    }

    [Fact]
    public void Interviews_get_codes_of_their_own_and_no_two_the_same()
    {
        var camp = Ready();
        camp.Ask(Camp.Member, Interview("a"));
        camp.Ask(Camp.Member, Interview("b") with { Code = "e-03" });
        camp.Ask(Camp.Member, Interview("c"));
        Assert.Equal(["E-01", "e-03", "E-04"], camp.State.Inquiry.Interviews.Values.OrderBy(i => i.Number).Select(i => i.Code));
        Assert.Equal(new InterviewCodeTaken("E-03"), camp.Ask(Camp.Member, Interview("d") with { Code = "E-03" }).Refusal);
        camp.Ask(Camp.Member, new WithdrawInterview(new("c"), WithdrawalCause.Mistake));
        camp.Ask(Camp.Member, Interview("e"));
        Assert.Equal("E-04", camp.State.Inquiry.Interviews[new("e")].Code);
    }

    [Fact] // a phone that never heard the answer sends again; one that goes on sends more under the same name
    public void An_interview_that_arrives_twice_is_one_and_takes_what_is_new()
    {
        var camp = Ready();
        var first = Interview("i") with { Answers = [new("nombre", ["3"])], Excerpts = [new(new("x"), ExcerptKind.Quotation, "", "Rien ne passait.", [new(Theme.Data, null, null)], [])] };
        Assert.NotEmpty(camp.Ask(Camp.Member, first, "sent").Events);
        Assert.Empty(camp.Ask(Camp.Member, first, "sent").Events);
        Assert.Empty(camp.Ask(Camp.Member, first, "sent-again-by-another-name").Events);
        camp.Ask(Camp.Member, first with { Answers = [new("nombre", ["4"])], Finished = true });
        var interview = Assert.Single(camp.State.Inquiry.Interviews.Values);
        Assert.Equal(["4"], interview.AnswerTo("nombre"));
        Assert.Single(interview.Excerpts);
        Assert.NotNull(interview.FinishedAt);
    }

    [Fact]
    public void A_code_says_something_and_is_there_once()
    {
        var camp = Ready();
        var (id, x) = (new InterviewId("i"), new ExcerptId("x"));
        camp.Ask(Camp.Member, Interview("i"));
        camp.Ask(Camp.Member, new WriteExcerpt(id, new(x, ExcerptKind.Quotation, "outil", "La sirène, elle, marchait.", [], ["Sirène", "sirène", " "])));
        Assert.Equal(new TextMissing("code"), camp.Ask(Camp.Member, new CodeExcerpt(id, x, new(null, null, null))).Refusal);
        camp.Ask(Camp.Member, new CodeExcerpt(id, x, new(Theme.Capacity, CrisisTime.During, null)));
        Assert.Empty(camp.Ask(Camp.Member, new CodeExcerpt(id, x, new(Theme.Capacity, CrisisTime.During, null))).Events);
        var excerpt = camp.State.Inquiry.Interviews[id].Find(x)!;
        Assert.Equal(["Sirène"], excerpt.Tags);
        Assert.Single(excerpt.Codes);
        camp.Ask(Camp.Member, new UncodeExcerpt(id, x, new(Theme.Capacity, CrisisTime.During, null)));
        Assert.Empty(camp.State.Inquiry.Interviews[id].Find(x)!.Codes);
    }

    [Fact]
    public void A_withdrawn_interview_does_not_come_back_from_a_phone_that_still_holds_it()
    {
        var camp = Ready();
        camp.Ask(Camp.Member, Interview("i"));
        camp.Ask(Camp.Member, new WithdrawInterview(new("i"), WithdrawalCause.ConsentTakenBack));
        Assert.IsType<InterviewIsWithdrawn>(camp.Ask(Camp.Member, Interview("i") with { Finished = true }).Refusal);
        Assert.IsType<InterviewIsWithdrawn>(camp.Ask(Camp.Member, new RecordConsent(new("i"), new(ConsentScope.Notes, ConsentMeans.Spoken, Camp.Noon))).Refusal);
    }

    [Fact]
    public void Whatever_was_done_nothing_of_a_withdrawn_interview_is_left_in_sight() => Gen.Select(Gen.OneOf(Steps("secret")).Array[1, 12], Gen.OneOf(Steps("other")).Array[0, 12]).Sample((mine, others) =>
    {
        var camp = Ready();
        camp.Ask(Camp.Member, Interview("secret") with { Code = "secret", Profile = Mayor with { Organisation = "secret", Function = "secret" } });
        camp.Ask(Camp.Member, Interview("other"));
        foreach (var command in mine.Concat(others)) camp.Ask(Camp.Member, command);
        camp.Ask(Camp.Member, new WithdrawInterview(new("secret"), WithdrawalCause.ConsentTakenBack));
        var left = camp.State.Inquiry with { Withdrawn = [] };
        Assert.DoesNotContain("secret", Canonical.Dump(left), StringComparison.Ordinal);
        Assert.Single(left.Interviews);
        Assert.Equal(Canonical.Dump(camp.State), Canonical.Dump(camp.Replayed));
    }, iter: 300);

    [Fact]
    public void Whatever_is_done_to_a_draft_its_names_stay_apart_and_replay_equals_live() => Gen.OneOf(Edits()).Array[1, 40].Sample(commands =>
    {
        var camp = Drafted();
        foreach (var command in commands) camp.Ask(Camp.Member, command);
        foreach (var version in camp.State.Inquiry.Grids.Values.SelectMany(g => g.Versions))
        {
            var names = version.Form.Sections.Select(s => s.Head.Name).Concat(version.Form.Questions.Select(q => q.Name)).ToList();
            Assert.Equal(names.Count, names.Distinct().Count());
        }
        Assert.Equal(Canonical.Dump(camp.State), Canonical.Dump(camp.Replayed));
    }, iter: 300);

    private static Gen<ExpeditionCommand>[] Steps(string who)
    {
        var (id, name) = (new InterviewId(who), Gen.Int[1, 3].Select(n => new ExcerptId($"x{n}")));
        return
        [
            Gen.Int[0, 9].Select(n => (ExpeditionCommand)new KeepAnswers(id, [new("nombre", [$"{n}"]), new("libre", [who])])),
            Gen.Select(name, Gen.Enum<ExcerptKind>()).Select((x, kind) => (ExpeditionCommand)new WriteExcerpt(id, new(x, kind, "outil", who, [new(Theme.Data, null, null)], [who]))),
            name.Select(x => (ExpeditionCommand)new RewordExcerpt(id, x, ExcerptKind.Note, who + " encore")),
            name.Select(x => (ExpeditionCommand)new TagExcerpt(id, x, [who, "autre"])),
            name.Select(x => (ExpeditionCommand)new RemoveExcerpt(id, x)),
            Gen.Enum<ConsentScope>().Select(s => (ExpeditionCommand)new RecordConsent(id, new(s, ConsentMeans.Spoken, Camp.Noon))),
            Gen.Const((ExpeditionCommand)new FinishInterview(id)),
        ];
    }

    private static Gen<ExpeditionCommand>[] Edits()
    {
        var (name, at) = (Gen.OneOf(new[] { "outil", "nombre", "a", "b", "c" }), Gen.Int[-1, 4]);
        var section = Gen.OneOf(new[] { "donnees", "s", "a" });
        return
        [
            Gen.Select(name, section, at).Select((n, s, i) => (ExpeditionCommand)new AddQuestion(Grid, s, i, Question.Of(n, QuestionType.Text, "?"))),
            Gen.Select(name, name).Select((n, m) => (ExpeditionCommand)new ReviseQuestion(Grid, n, Question.Of(m, QuestionType.Number, "?") with { Relevant = "${a} = '1'" })),
            Gen.Select(name, section, at).Select((n, s, i) => (ExpeditionCommand)new MoveQuestion(Grid, n, s, i)),
            name.Select(n => (ExpeditionCommand)new RemoveQuestion(Grid, n)),
            Gen.Select(section, at).Select((s, i) => (ExpeditionCommand)new AddSection(Grid, i, SectionHead.Of(s, "Titre"))),
            Gen.Select(section, name).Select((s, n) => (ExpeditionCommand)new ReviseSection(Grid, s, SectionHead.Of(n, "Titre"))),
            Gen.Select(section, at).Select((s, i) => (ExpeditionCommand)new MoveSection(Grid, s, i)),
            section.Select(s => (ExpeditionCommand)new RemoveSection(Grid, s)),
            Gen.OneOf(new ExpeditionCommand[] { new RestoreRemovedPart(Grid), new RestoreRemovedPart(Grid), new ReleaseGrid(Grid), new ReviseGrid(Grid) }),
        ];
    }

    private static Camp Drafted()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new DraftGrid(Grid, "Alerter", ""));
        camp.Ask(Camp.Member, new AddSection(Grid, null, SectionHead.Of("donnees", "Les données", Theme.Data)));
        camp.Ask(Camp.Member, new AddQuestion(Grid, "donnees", null, Tool));
        camp.Ask(Camp.Member, new AddQuestion(Grid, "donnees", null, Question.Of("nombre", QuestionType.WholeNumber, "Combien ?")));
        camp.Ask(Camp.Member, new AddQuestion(Grid, "donnees", null, Question.Of("libre", QuestionType.LongText, "Racontez")));
        return camp;
    }

    private static Camp Ready()
    {
        var camp = Drafted();
        camp.Ask(Camp.Member, new ReleaseGrid(Grid));
        return camp;
    }

    private static RecordInterview Interview(string id) => new(new(id), Grid, 1, "", Mayor, null, [], [], Finished: false);
}
