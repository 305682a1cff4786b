using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Words;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;

namespace TousRisques.Web.Pages.Explorer.Inquiries;

/// <summary>
/// Fields of an interview: <c>a0</c>, <c>a1</c>… are answers in the order of the version's questions; <c>quotes0</c>, <c>notes0</c>… what was said and noted in its sections, a paragraph each.
/// </summary>
internal static class InterviewFields
{
    /// <summary>Who was asked.</summary>
    public static Profile Profile(FormFields f, DateTimeOffset now) =>
        new(f.Chosen<StakeholderFamily>("family"), f["organisation"], f["function"], f.Choice<Scale>("scale"), f.Day("day") ?? new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero));

    /// <summary>What they agreed to, or null when nothing is said of it.</summary>
    public static Consent? Consent(FormFields f, DateTimeOffset day) =>
        f.Choice<ConsentScope>("scope") is { } scope ? new Consent(scope, f.Choice<ConsentMeans>("means") ?? ConsentMeans.Spoken, f.Day("agreed") ?? day) : null;

    /// <summary>Answers to questions of a form. A question that is on the page and was left empty has its answer taken away.</summary>
    /// <param name="f">The fields.</param>
    /// <param name="form">The version asked from.</param>
    /// <param name="isShown">Which questions the page shows.</param>
    public static ImmutableArray<Answer> Answers(FormFields f, GridForm form, Func<Question, bool> isShown) =>
        [.. form.Questions.Index().Where(q => q.Item.IsAsked && isShown(q.Item)).Select(q => new Answer(q.Item.Name, f.All(Field(q.Index))))];

    /// <summary>What was said and noted in the sections.</summary>
    public static ImmutableArray<Excerpt> Excerpts(FormFields f, GridForm form)
    {
        var excerpts = ImmutableArray.CreateBuilder<Excerpt>();
        foreach (var (i, section) in form.Sections.Index())
            foreach (var (kind, field) in new[] { (ExcerptKind.Quotation, "quotes"), (ExcerptKind.Note, "notes") })
                foreach (var (n, text) in Paragraphs(f[$"{field}{i}"]).Index())
                    excerpts.Add(new Excerpt(Id(i, n, kind, text), kind, section.Head.Name, text, section.Head.Theme is { } theme ? [new Code(theme, null, null)] : [], []));
        return excerpts.ToImmutable();
    }

    /// <summary>The field of the question at a place.</summary>
    public static string Field(int index) => string.Create(CultureInfo.InvariantCulture, $"a{index}");

    /// <summary>An answer as people read it.</summary>
    public static string Shown(Question question, ImmutableArray<string> values) => question.Type switch
    {
        QuestionType.SelectOne or QuestionType.SelectMultiple => string.Join(", ", values.Select(v => LabelOf(question, v))),
        QuestionType.Rank => string.Join(" › ", values.Select(v => LabelOf(question, v))),
        QuestionType.DateTime => string.Join(", ", values).Replace('T', ' '),
        _ => string.Join(", ", values),
    };

    private static string LabelOf(Question question, string choice) => question.Choices.FirstOrDefault(c => c.Name == choice)?.Label ?? choice;

    /// <summary>Paragraphs of what was typed, with an empty line between.</summary>
    private static string[] Paragraphs(string typed) =>
        typed.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The same words typed at the same place have the same name, so that a form sent again adds nothing.</summary>
    private static ExcerptId Id(int section, int paragraph, ExcerptKind kind, string text) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Wire.Of(kind)[0]}{section}-{paragraph}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}"));
}
