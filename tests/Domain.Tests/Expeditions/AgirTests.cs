using System.Collections.Immutable;
using CsCheck;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Expeditions.Leads;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Domain.Expeditions.Statements;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Rules;
using TousRisques.Domain.Words;
using Xunit;

namespace TousRisques.Domain.Tests.Expeditions;

/// <summary>Statements, leads and the evidence under them.</summary>
public class AgirTests
{
    private static readonly Evidence Source = new SourceEvidence("Cour des comptes, 2021", "https://exemple.fr/rapport", "");

    private static StatementSheet Said(params Evidence[] evidence) => new("La liste se perd la nuit.", Theme.Data, CrisisTime.During, [.. evidence]);

    private static LeadSheet Idea(string title = "Écran communal partagé") => new(title, "", [Theme.Data], [CrisisTime.Before], [ActorKind.Commune], []);

    [Fact]
    public void A_statement_without_evidence_is_refused_and_evidence_that_is_not_there_is_none()
    {
        var camp = new Camp();
        Assert.IsType<EvidenceMissing>(camp.Ask(Camp.Member, new WriteStatement(new("s1"), Said())).Refusal);
        Assert.IsType<Unknown>(camp.Ask(Camp.Member, new WriteStatement(new("s1"), Said(new WatchEvidence(new("nothing"))))).Refusal);
        Assert.IsType<NoWebLink>(camp.Ask(Camp.Member, new WriteStatement(new("s1"), Said(new SourceEvidence("x", "javascript:alert(1)", "")))).Refusal);
        Assert.IsType<Unknown>(camp.Ask(Camp.Member, new WriteStatement(new("s1"), Said(new StressEvidence("rouen", "../../sign-in", "x")))).Refusal);
        Assert.Null(camp.Ask(Camp.Member, new WriteStatement(new("s1"), Said(Source, Source))).Refusal);
        Assert.Single(camp.State.Statements.All[0].Sheet.Evidence);
        Assert.Empty(camp.Ask(Camp.Member, new ReviseStatement(new("s1"), Said(Source))).Events);
        Assert.IsType<EvidenceMissing>(camp.Ask(Camp.Member, new ReviseStatement(new("s1"), Said())).Refusal);
    }

    [Fact]
    public void Evidence_that_goes_is_shown_gone_and_may_stay_where_it_is()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new AddWatchItem(new("w1"), new("Panne", "https://exemple.fr/panne", "", WatchTags.None, "", "Le Journal", null, null), Publish: true));
        var watched = new WatchEvidence(new("w1"));
        Assert.Null(camp.Ask(Camp.Member, new WriteStatement(new("s1"), Said(watched))).Refusal);
        Assert.Equal(("Panne", EvidenceState.There), Look(camp, watched, Standing.Anyone));
        camp.Ask(Camp.Member, new SortWatchItems([new("w1")], WatchState.SetAside));
        Assert.Equal(("", EvidenceState.Gone), Look(camp, watched, Standing.Lead));
        Assert.Null(camp.Ask(Camp.Member, new ReviseStatement(new("s1"), Said(watched) with { Words = "Autrement dit." })).Refusal);
        Assert.IsType<Unknown>(camp.Ask(Camp.Member, new WriteStatement(new("s2"), Said(watched))).Refusal);
    }

    [Theory]
    [InlineData(ExcerptKind.Quotation, ConsentScope.QuotedAnonymously, EvidenceState.There, "")]
    [InlineData(ExcerptKind.Quotation, ConsentScope.QuotedWithFunction, EvidenceState.There, "Cheffe de service")]
    [InlineData(ExcerptKind.Quotation, ConsentScope.Notes, EvidenceState.Kept, "")]
    [InlineData(ExcerptKind.Note, ConsentScope.QuotedWithFunction, EvidenceState.Kept, "")]
    public void What_was_said_in_an_interview_is_shown_as_far_as_was_agreed(ExcerptKind kind, ConsentScope scope, EvidenceState state, string from)
    {
        var camp = Interviewed(kind, scope);
        var verbatim = new VerbatimEvidence(new("i1"), new("x1"));
        Assert.Null(camp.Ask(Camp.Member, new WriteStatement(new("s1"), Said(verbatim))).Refusal);
        var shown = EvidenceReader.Look(camp.State, verbatim, Standing.Anyone);
        Assert.Equal((state, from, state == EvidenceState.There ? "La nuit, personne." : ""), (shown.State, shown.From, shown.Words));
        Assert.Equal((EvidenceState.There, "E-01"), (EvidenceReader.Look(camp.State, verbatim, Standing.Member).State, EvidenceReader.Look(camp.State, verbatim, Standing.Member).From));
    }

    [Fact]
    public void What_was_said_in_an_interview_that_is_withdrawn_is_nowhere_any_more()
    {
        var camp = Interviewed(ExcerptKind.Quotation, ConsentScope.QuotedWithFunction);
        var verbatim = new VerbatimEvidence(new("i1"), new("x1"));
        camp.Ask(Camp.Member, new WriteStatement(new("s1"), Said(verbatim, Source)));
        camp.Ask(Camp.Member, new WithdrawInterview(new("i1"), WithdrawalCause.ConsentTakenBack));
        foreach (var reader in Enum.GetValues<Standing>()) Assert.Equal(("", EvidenceState.Gone), Look(camp, verbatim, reader));
        Assert.DoesNotContain("La nuit, personne", $"{camp.State.Statements.All[0]}{string.Join(' ', camp.State.Statements.All[0].Sheet.Evidence)}", StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_learned_in_a_meeting_for_members_is_kept_from_others()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new PlanMeeting(new("m1"), new("Chaire", MeetingKind.Research, Camp.Noon, Camp.Noon, WholeDay: true, "", "", [], [], Public: false)));
        camp.Ask(Camp.Member, new RecordMeeting(new("m1"), new("", [new("Les cartes manquent.", Theme.Data, null)], [])));
        var lesson = new LessonEvidence(new("m1"), "Les cartes manquent.");
        Assert.Equal(("", EvidenceState.Kept), Look(camp, lesson, Standing.Anyone));
        Assert.Equal(("Les cartes manquent.", EvidenceState.There), Look(camp, lesson, Standing.Member));
        camp.Ask(Camp.Member, new RecordMeeting(new("m1"), new("", [new("Autre chose.", null, null)], [])));
        Assert.Equal(("", EvidenceState.Gone), Look(camp, lesson, Standing.Member));
    }

    [Fact]
    public void Evidence_has_a_name_of_its_own()
    {
        Evidence[] all = [Source, new SourceEvidence("x", "https://exemple.fr/rapport", ""), new WatchEvidence(new("a")), new DeviceEvidence(new("a")), new ReactionEvidence(new("a"))];
        Assert.Equal(all.Length, all.Select(e => e.Name).Distinct().Count());
        Assert.Equal("36149f7f0b8da86c", new WatchEvidence(new("a")).Name); // in addresses: it must not change
    }

    [Fact]
    public void Statements_stand_in_the_order_that_members_give_them_among_those_of_their_theme_and_time()
    {
        var camp = new Camp();
        foreach (var id in new[] { "a", "b", "c" }) camp.Ask(Camp.Member, new WriteStatement(new(id), Said(Source) with { Words = id }));
        camp.Ask(Camp.Member, new WriteStatement(new("x"), Said(Source) with { Time = CrisisTime.After }));
        camp.Ask(Camp.Member, new MoveStatement(new("c"), Earlier: true));
        Assert.Empty(camp.Ask(Camp.Member, new MoveStatement(new("a"), Earlier: true)).Events);
        Assert.Empty(camp.Ask(Camp.Member, new MoveStatement(new("x"), Earlier: false)).Events);
        Assert.Equal(["a", "c", "b"], camp.State.Statements.Of(Theme.Data, CrisisTime.During).Select(s => s.Sheet.Words));
        camp.Ask(Camp.Member, new WithdrawStatement(new("c")));
        Assert.Equal(["a", "b"], camp.State.Statements.Of(Theme.Data, CrisisTime.During).Select(s => s.Sheet.Words));
        camp.Ask(Camp.Member, new RestoreStatement(new("c")));
        Assert.Equal(["a", "c", "b"], camp.State.Statements.Of(Theme.Data, CrisisTime.During).Select(s => s.Sheet.Words));
    }

    [Fact]
    public void Moving_a_statement_loses_none() => Gen.Select(Gen.Int[0, 5], Gen.Bool).Array[0, 20].Sample(moves =>
    {
        var camp = new Camp();
        for (var i = 0; i < 6; i++) camp.Ask(Camp.Member, new WriteStatement(new($"s{i}"), Said(Source) with { Time = (CrisisTime)(i % 2) }));
        foreach (var (which, earlier) in moves) camp.Ask(Camp.Member, new MoveStatement(new($"s{which}"), earlier));
        Assert.Equal(6, camp.State.Statements.All.Select(s => s.Id).Distinct().Count());
        Assert.Equal(camp.State.Statements.All.AsEnumerable(), camp.Replayed.Statements.All);
    }, iter: 100);

    [Fact]
    public void Cousins_are_mutual_whatever_is_said_of_them() => Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Bool).Array[0, 30].Sample(said =>
    {
        var camp = new Camp();
        for (var i = 0; i < 5; i++) camp.Ask(Camp.Member, new AddLead(new($"l{i}"), Idea(), LeadOrigin.OfMember));
        foreach (var (one, other, cousins) in said) camp.Ask(Camp.Member, new RelateLeads(new($"l{one}"), new($"l{other}"), cousins));
        foreach (var lead in camp.State.Leads.InOrder)
        {
            Assert.DoesNotContain(lead.Id.Value, lead.Cousins);
            Assert.All(lead.Cousins, c => Assert.Contains(lead.Id.Value, camp.State.Leads.Find(new(c))!.Cousins));
        }
    }, iter: 100);

    [Fact]
    public void A_lead_is_kept_or_set_aside_for_a_reason()
    {
        var camp = WithLead();
        Assert.IsType<ReasonWanted>(camp.Ask(Camp.Member, new SortLead(new("l"), LeadState.Kept, " ")).Refusal);
        camp.Ask(Camp.Member, new SortLead(new("l"), LeadState.SetAside, "Un autre l'a fait."));
        Assert.Equal((LeadState.SetAside, "Un autre l'a fait."), (Of(camp).State, Of(camp).Why));
        camp.Ask(Camp.Member, new SortLead(new("l"), LeadState.Proposed, ""));
        Assert.Equal((LeadState.Proposed, ""), (Of(camp).State, Of(camp).Why));
    }

    [Fact]
    public void Everybody_may_carry_a_lead_once_and_visitors_are_told_apart_by_their_mark_alone()
    {
        var camp = WithLead();
        foreach (var who in new[] { Camp.Member, Camp.Stranger, Camp.Member }) camp.Ask(who, new CarryLead(new("l"), Carry: true, "x"));
        foreach (var mark in new[] { "m1", "m2", "m1" }) camp.Ask(Camp.Visitor, new CarryLead(new("l"), Carry: true, mark));
        Assert.Equal((2, 2, 4), (Of(camp).Carriers.Count, Of(camp).Visitors.Count, Of(camp).Support));
        Assert.IsType<TextMissing>(camp.Ask(Camp.Visitor, new CarryLead(new("l"), Carry: true, "")).Refusal);
        camp.Ask(Camp.Member, new CarryLead(new("l"), Carry: false, ""));
        Assert.Equal(3, Of(camp).Support);
        Assert.IsType<NoSuchExpedition>(WithLead(isPublic: false).Ask(Camp.Visitor, new CarryLead(new("l"), Carry: true, "m1")).Refusal);
    }

    [Fact]
    public void Each_member_judges_a_lead_once_and_may_change_their_mind()
    {
        var camp = WithLead();
        Assert.IsType<OutOfRange>(camp.Ask(Camp.Member, new JudgeLead(new("l"), 0, 3)).Refusal);
        Assert.IsType<OutOfRange>(camp.Ask(Camp.Member, new JudgeLead(new("l"), 3, 6)).Refusal);
        Assert.IsType<StandingNeeded>(camp.Ask(Camp.Stranger, new JudgeLead(new("l"), 3, 3)).Refusal);
        Assert.Null(Of(camp).Effort);
        camp.Ask(Camp.Member, new JudgeLead(new("l"), 1, 1));
        camp.Ask(Camp.Member, new JudgeLead(new("l"), 2, 5));
        camp.Ask(Camp.Lead, new JudgeLead(new("l"), 5, 5));
        Assert.Equal((2, 3.5, 5.0), (Of(camp).Judgements.Count, Of(camp).Effort, Of(camp).Effect));
    }

    [Fact]
    public void The_median_splits_the_judges_in_halves() => Gen.Int[1, 5].Array[1, 30].Sample(notes =>
    {
        var camp = WithLead();
        for (var i = 0; i < notes.Length; i++)
        {
            camp.Ask(Camp.Lead, new GivePart($"p{i}", Standing.Member));
            camp.Ask(new AccountHolder($"p{i}"), new JudgeLead(new("l"), notes[i], 3));
        }
        var median = Of(camp).Effort!.Value;
        Assert.True(notes.Count(n => n < median) * 2 <= notes.Length && notes.Count(n => n > median) * 2 <= notes.Length);
    }, iter: 100);

    [Fact]
    public void Leads_of_a_workshop_come_in_once()
    {
        var camp = new Camp();
        var origin = new LeadOrigin(LeadSource.Workshop, "KMPRTZ", "Atelier", "Table B", 7);
        ImmutableArray<AddLead> given = [new(new("w-1"), Idea("Une"), origin), new(new("w-2"), Idea("Deux"), origin), new(new("w-1"), Idea("Une encore"), origin)];
        Assert.Equal(2, camp.Ask(Camp.Member, new TakeInLeads(given)).Events.Length);
        Assert.Empty(camp.Ask(Camp.Member, new TakeInLeads(given)).Events);
        Assert.Equal(7, camp.State.Leads.Find(new("w-1"))!.Support);
    }

    [Fact]
    public void Visitors_and_strangers_write_no_statement_and_change_no_lead()
    {
        var camp = WithLead();
        ExpeditionCommand[] refused =
        [
            new WriteStatement(new("s"), Said(Source)), new AddLead(new("m"), Idea(), LeadOrigin.OfMember), new ReviseLead(new("l"), Idea("x")), new SortLead(new("l"), LeadState.Kept, "x"), new JudgeLead(new("l"), 1, 1),
            new TakeInLeads([]), new RelateLeads(new("l"), new("l"), Cousins: true),
        ];
        foreach (var actor in new[] { Camp.Visitor, Camp.Stranger })
            foreach (var command in refused) Assert.Equal(new StandingNeeded(Standing.Member), camp.Ask(actor, command).Refusal);
    }

    private static Camp WithLead(bool isPublic = true)
    {
        var camp = new Camp(isPublic);
        camp.Ask(Camp.Member, new AddLead(new("l"), Idea(), LeadOrigin.OfMember));
        return camp;
    }

    private static Lead Of(Camp camp) => camp.State.Leads.Find(new("l"))!;

    private static (string Words, EvidenceState State) Look(Camp camp, Evidence evidence, Standing reader)
    {
        var sight = EvidenceReader.Look(camp.State, evidence, reader);
        return (sight.Words, sight.State);
    }

    private static Camp Interviewed(ExcerptKind kind, ConsentScope scope)
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new DraftGrid(new("g"), "Grille", ""));
        camp.Ask(Camp.Member, new AddSection(new("g"), null, SectionHead.Of("donnees", "Les données", Theme.Data)));
        camp.Ask(Camp.Member, new AddQuestion(new("g"), "donnees", null, Question.Of("libre", QuestionType.LongText, "Racontez")));
        camp.Ask(Camp.Member, new ReleaseGrid(new("g")));
        camp.Ask(Camp.Member, new RecordInterview(
            new("i1"), new("g"), 1, "E-01", new(StakeholderFamily.Authorities, "ville", "Cheffe de service", null, Camp.Noon), new(scope, ConsentMeans.Spoken, Camp.Noon), [],
            [new(new("x1"), kind, "", "La nuit, personne.", [new(Theme.Data, CrisisTime.During, null)], [])], Finished: true));
        return camp;
    }
}
