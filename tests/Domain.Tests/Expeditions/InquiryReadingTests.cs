using System.Collections.Immutable;
using CsCheck;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Words;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Domain.Tests.Expeditions;

/// <summary>Conditions, scales, crossings and the synthesis: what is read from an inquiry.</summary>
public class InquiryReadingTests
{
    private static readonly Dictionary<string, ImmutableArray<string>> Answers = new() { ["role"] = ["maire"], ["outils"] = ["sms", "sirene"], ["nombre"] = ["12"], ["vide"] = [] };

    [Theory]
    [InlineData("${role} = 'maire'", true)]
    [InlineData("${role}='adjoint'", false)]
    [InlineData("${role} != 'adjoint' and not(${vide} != '')", true)]
    [InlineData("selected(${outils}, 'sirene')", true)]
    [InlineData("selected( ${outils} , \"sire\" )", false)]
    [InlineData("${nombre} > 9", true)]
    [InlineData("${nombre} >= 12 and ${nombre} <= 12 and ${nombre} < 13", true)]
    [InlineData("${nombre} = 12.0", true)]
    [InlineData("${vide} > 0", false)]
    [InlineData("${vide} = ''", true)]
    [InlineData("count-selected(${outils}) = 2", true)]
    [InlineData("(${role} = 'x' or ${role} = 'maire') and true()", true)]
    [InlineData("${role} = 'x' or ${role} = 'y' and ${role} = 'maire'", false)]
    public void A_condition_holds_or_not(string expression, bool holds) =>
        Assert.Equal(holds, ConditionReader.Read(expression)!.Holds(q => Answers.GetValueOrDefault(q, []), []));

    [Theory]
    [InlineData("")]
    [InlineData("${role}")]
    [InlineData("${role} = ")]
    [InlineData("${role} = 'maire' ou rien")]
    [InlineData("regex(., '^[0-9]+$')")]
    [InlineData("concat(${a}, 'b') = 'c'")]
    [InlineData("'a' = 'b")]
    [InlineData("${} = 'a'")]
    public void What_is_not_understood_is_no_condition_and_is_asked(string expression)
    {
        Assert.Null(ConditionReader.Read(expression));
        Assert.True(Condition.IsRelevant(expression, _ => []));
    }

    [Fact]
    public void The_reader_of_conditions_never_throws_however_deep_or_odd() => Gen.Select(
        Gen.OneOf(new[] { "(", ")", "not(", "selected(", "${a}", "'x'", "=", "!=", " and ", " or ", "12", ".", ",", "-", "é", "\"" }).Array[0, 200], Gen.String).Sample((parts, more) =>
        {
            ConditionReader.Read(string.Concat(parts))?.Holds(_ => ["x"], ["y"]);
            ConditionReader.Read(more);
        });

    [Fact]
    public void Only_if_that_was_chosen_is_written_and_read_back()
    {
        foreach (var type in new[] { QuestionType.SelectOne, QuestionType.SelectMultiple })
        {
            var question = Question.Of("outils", type, "?") with { Choices = [new("sms", "Texto", [])] };
            var expression = Condition.Chosen(question, "sms");
            Assert.Equal(("outils", "sms"), Condition.AsChosen(expression));
            Assert.Equal(type == QuestionType.SelectMultiple, Condition.IsRelevant(expression, q => Answers[q]));
            Assert.True(Condition.IsRelevant(expression, _ => ["sms"]));
        }
    }

    [Theory]
    [InlineData("start=1 end=5 step=1", "1 2 3 4 5")]
    [InlineData("end = 2;start=0,step=0.5", "0 0.5 1 1.5 2")]
    [InlineData("start=3 end=1", "3 2 1")]
    [InlineData("", "1 2 3 4 5 6 7 8 9 10")]
    [InlineData("start=1 end=5 step=3", null)]
    [InlineData("step=0", null)]
    [InlineData("start=0 end=1000000", null)]
    [InlineData("start=x", null)]
    public void A_scale_has_its_points(string parameters, string? points)
    {
        var scale = RangeScale.Of(parameters);
        Assert.Equal(points, scale is null ? null : string.Join(' ', scale.Points.Select(RangeScale.Text)));
        if (scale is not null) Assert.All(scale.Points, p => Assert.True(scale.Has(p)));
    }

    [Fact]
    public void A_constraint_that_is_understood_is_kept_to()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new ImportGrid(new("g"), new("G", "", [new(SectionHead.Of("s", "S"), [Question.Of("n", QuestionType.WholeNumber, "Combien ?") with { Constraint = ". >= 0 and . <= 100", ConstraintMessage = "De 0 à 100" }])], [])));
        camp.Ask(Camp.Member, new ReleaseGrid(new("g")));
        var interview = new RecordInterview(new("i"), new("g"), 1, "", new(StakeholderFamily.Media, "", "", null, Camp.Noon), null, [new("n", ["101"])], [], false);
        Assert.Equal(new ConstraintUnmet("Combien ?", "De 0 à 100"), camp.Ask(Camp.Member, interview).Refusal);
        Assert.Null(camp.Ask(Camp.Member, interview with { Answers = [new("n", ["100"])] }).Refusal);
    }

    private static readonly Gen<Heard> AnyHeard = Gen.Select(
        Gen.Int[1, 6], Gen.Enum<StakeholderFamily>(), Gen.Select(Gen.Enum<Theme>().Nullable(), Gen.Enum<CrisisTime>().Nullable(), Gen.Enum<HazardTag>().Nullable()).Array[0, 3], Gen.OneOf(new[] { "sirène", "Sirène", "papier" }).Array[0, 2], Gen.Enum<ExcerptKind>(), Gen.Enum<ConsentScope>().Nullable())
        .Select((interview, family, codes, tags, kind, consent) => new Heard(
            new Interview { Id = new($"i{interview}"), Number = interview, Profile = new(family, "", "maire", null, Camp.Noon), Consent = consent is { } scope ? new(scope, ConsentMeans.Spoken, Camp.Noon) : null },
            new Excerpt(new("x"), kind, "", "…", [.. codes.Select(c => new Code(c.Item1, c.Item2, c.Item3)).Where(c => c != new Code(null, null, null)).Distinct()], [.. tags])));

    [Fact] // the definition: a cell is what its filter finds
    public void Each_cell_of_a_crossing_counts_exactly_what_it_leads_to() => Gen.Select(AnyHeard.List[0, 40], Gen.Enum<CrossingAxis>(), Gen.Enum<CrossingAxis>()).Sample((heard, rows, columns) =>
    {
        var crossing = Crossing.Of(heard, rows, columns);
        foreach (var row in crossing.Rows.Select(r => (CrossingKey?)r).Append(null))
            foreach (var column in crossing.Columns.Select(c => (CrossingKey?)c).Append(null))
            {
                var filter = HeardFilter.Everything;
                if (row is { } r) filter = r.In(filter);
                if (column is { } c && (rows != columns || row is null)) filter = c.In(filter);
                if (rows == columns && row is not null && column is not null) continue; // a word with another of the same axis: no one filter says it
                var found = heard.Where(filter.Has).ToList();
                Assert.Equal(new CrossingCount(found.Count, found.Select(h => h.Interview.Id).Distinct().Count()), crossing[row, column]);
            }
    });

    [Fact]
    public void A_synthesis_loses_nothing_and_tells_only_tags_that_recur() => AnyHeard.List[0, 40].Sample(heard =>
    {
        var synthesis = Synthesis.Of(heard);
        Assert.Equal(heard.Select(h => h.Interview.Id).Distinct().Count(), synthesis.Interviews);
        var told = synthesis.Themes.SelectMany(t => t.Times).SelectMany(t => t.Heard).ToHashSet(ReferenceEqualityComparer.Instance);
        Assert.All(heard, h => Assert.Contains(h, told));
        Assert.All(synthesis.Tags, t => Assert.True(heard.Where(h => h.Excerpt.Tags.Contains(t.Tag, StringComparer.OrdinalIgnoreCase)).Select(h => h.Interview.Id).Distinct().Count() == t.Interviews && t.Interviews > 1));
    });

    [Fact]
    public void Only_quotations_that_were_agreed_to_may_be_shown_and_a_function_only_with_its_own_consent() => AnyHeard.Sample(h =>
    {
        Assert.Equal(h.Excerpt.Kind == ExcerptKind.Quotation && h.Interview.Consent?.Scope is ConsentScope.QuotedAnonymously or ConsentScope.QuotedWithFunction && h.Excerpt.Kind == ExcerptKind.Quotation, h.IsQuotable);
        Assert.Equal(h.Interview.Consent?.Scope == ConsentScope.QuotedWithFunction ? "maire" : "", h.Function);
    });
}
