using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Words;
using TousRisques.Web.Expeditions;

namespace TousRisques.Web.Pages.Explorer.Inquiries;

/// <summary>Fields of the forms that write a grid. What a form of ours does not show (translations, columns of foreign forms) stays as it was.</summary>
internal static class QuestionFields
{
    /// <summary>A section, as typed.</summary>
    public static SectionHead Head(FormFields f, GridForm form, SectionHead? before) => new(
        Name(f, f["title"], "section", form, before?.Name), f["title"], f["hint"], f.Choice<Theme>("theme"), f.Choices<StakeholderFamily>("families"), Relevant(f, form), before?.Kept ?? []);

    /// <summary>A question, as typed.</summary>
    public static Question Question(FormFields f, GridForm form, Question? before)
    {
        var type = f.Choice<QuestionType>("type") ?? before?.Type ?? QuestionType.Text;
        return new Question(
            Name(f, f["label"], "question", form, before?.Name), type, f["label"], f["hint"], f.Yes("required"), Choices(f["choices"], before?.Choices ?? []), before?.ChoiceList ?? "", Relevant(f, form),
            f["constraint"], f["constraint-message"], Parameters(f, type, before), f["appearance"], f["default"], before?.Calculation ?? "", before?.ChoiceFilter ?? "", before?.Declared ?? "", before?.Kept ?? []);
    }

    /// <summary>Choices as lines of <c>name | label</c>, or of labels alone that get names.</summary>
    public static ImmutableArray<Choice> Choices(string typed, ImmutableArray<Choice> before)
    {
        var choices = ImmutableArray.CreateBuilder<Choice>();
        foreach (var line in typed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var bar = line.IndexOf('|', StringComparison.Ordinal);
            var (name, label) = bar > 0 ? (line[..bar].Trim(), line[(bar + 1)..].Trim()) : ("", line);
            if (name.Length == 0)
                name = before.FirstOrDefault(c => c.Label == label)?.Name is { } known && choices.All(c => c.Name != known) ? known : FormNames.Of(label, "choix", n => choices.Any(c => c.Name == n));
            choices.Add(new Choice(name, label.Length > 0 ? label : name, before.FirstOrDefault(c => c.Name == name)?.Kept ?? []));
        }
        return choices.ToImmutable();
    }

    /// <summary>Choices as lines that can be edited.</summary>
    public static string Lines(ImmutableArray<Choice> choices) => string.Join('\n', choices.Select(c => $"{c.Name} | {c.Label}"));

    private static string Name(FormFields f, string words, string otherwise, GridForm form, string? before) =>
        f["name"].Trim() is { Length: > 0 } typed ? typed : before ?? FormNames.Of(words, otherwise, form.Has);

    /// <summary>« Only if this was chosen » when something is picked from the list; else the expression as typed.</summary>
    private static string Relevant(FormFields f, GridForm form) =>
        f["when"].Split('|') is [var question, var choice] && form.Find(question) is { } q && q.Choices.Any(c => c.Name == choice) ? Condition.Chosen(q, choice) : f["relevant"];

    private static string Parameters(FormFields f, QuestionType type, Question? before) =>
        type != QuestionType.Range ? before?.Type == type ? before.Parameters : ""
        : (f["start"] + f["end"] + f["step"]).Trim().Length == 0 ? RangeScale.Usual.ToString()
        : $"start={Figure(f["start"], "1")} end={Figure(f["end"], "10")} step={Figure(f["step"], "1")}";

    private static string Figure(string typed, string otherwise) => typed.Trim() is { Length: > 0 } text ? text.Replace(',', '.').Replace(" ", "", StringComparison.Ordinal) : otherwise;
}
