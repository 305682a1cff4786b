using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Words;

namespace TousRisques.Journal.Tests.Golden;

internal static partial class ExpeditionExamples
{
    private static IEnumerable<ExpeditionFact> Inquiry
    {
        get
        {
            var (grid, interview, excerpt) = (new GridId("g7k2"), new InterviewId("phone-1"), new ExcerptId("x1"));
            var head = new SectionHead("donnees", "Les données", "Dix minutes", Theme.Data, [StakeholderFamily.Authorities, StakeholderFamily.Operators], "${role} = 'elu'", [new("label::English (en)", "Data")]);
            var question = new Question(
                "outil", QuestionType.SelectMultiple, "Avec quels outils alertez-vous ?", "Plusieurs réponses", Required: true,
                [new("sms", "Texto", [new("label::English (en)", "Text message")]), new("sirene", "Sirène", [])], "outils", "${role} != ''", "count-selected(.) < 3", "Deux au plus", "randomize=false", "minimal", "sms",
                "", "commune = ${commune}", "", [new("media::image", "outil.png")]);
            var kept = new Question("debut", QuestionType.Kept, "", "", false, [], "", "", "", "", "", "", "", "now()", "", "start", []);
            var profile = new Profile(StakeholderFamily.Authorities, "commune rurale", "maire", Scale.Territorial, Start.AddHours(-9));
            return Told(
                "inquiry",
                (new GridDrafted(grid, "Outils d'alerte", "Bonjour."), Ana),
                (new GridImported(grid, new GridForm("Outils d'alerte", "", [new(head, [question, kept])], [new("form_id", "alerte")])), Ana),
                (new GridTitled(grid, "Alerter", ""), Ana),
                (new SectionAdded(grid, 0, head), Ana),
                (new SectionRevised(grid, "donnees", SectionHead.Of("data", "Données")), Ana),
                (new SectionMoved(grid, "data", 1), Ana),
                (new SectionRemoved(grid, "data"), Ana),
                (new QuestionAdded(grid, "data", 2, question), Ana),
                (new QuestionRevised(grid, "outil", Question.Of("outils", QuestionType.LongText, "Quels outils ?")), Ana),
                (new QuestionMoved(grid, "outils", "data", 0), Ana),
                (new QuestionRemoved(grid, "outils"), Ana),
                (new RemovedPartRestored(grid), Ana),
                (new GridReleased(grid, 1), Ana),
                (new GridRevised(grid, 2), Ana),
                (new GridRetired(grid), Ana),
                (new GridReinstated(grid), Ana),
                (new InterviewOpened(interview, "E-01", grid, 1, profile), Ana),
                (new ProfileRevised(interview, "E-01b", profile with { Organisation = "", Function = "", Scale = null }), Ana),
                (new ConsentRecorded(interview, new Consent(ConsentScope.QuotedWithFunction, ConsentMeans.OnPaper, Start.AddHours(-9))), Ana),
                (new AnswersKept(interview, [new("outil", ["sms", "sirene"]), new("lieu", [])]), Ana),
                (new InterviewFinished(interview), Ana),
                (new InterviewReopened(interview), Ana),
                (new InterviewWithdrawn(interview, WithdrawalCause.ConsentTakenBack), Ana),
                (new ExcerptWritten(interview, new Excerpt(excerpt, ExcerptKind.Quotation, "outil", "On a ressorti la sirène.", [new(Theme.Data, CrisisTime.During, HazardTag.Flood), new(null, CrisisTime.After, null)], ["sirène"])), Ana),
                (new ExcerptReworded(interview, excerpt, ExcerptKind.Note, "Ils ont ressorti la sirène."), Ana),
                (new ExcerptCoded(interview, excerpt, new Code(Theme.Governance, null, HazardTag.Telecom)), Ana),
                (new ExcerptUncoded(interview, excerpt, new Code(Theme.Governance, null, HazardTag.Telecom)), Ana),
                (new ExcerptTagged(interview, excerpt, ["sirène", "papier"]), Ana),
                (new ExcerptRemoved(interview, excerpt), Ana),
                (new SynthesisWritten("**Ce qui revient** : la sirène."), Ana),
                (new SynthesisPublished(), Ana),
                (new SynthesisUnpublished(), Ana));
        }
    }
}
