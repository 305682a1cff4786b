using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Sheets;

namespace TousRisques.Formats.Odk;

/// <summary>A submission as answers of an interview.</summary>
/// <param name="Answers">What fits the grid's questions.</param>
/// <param name="Findings">What does not, and was left out.</param>
public sealed record GridAnswersReading(ImmutableArray<Answer> Answers, ImmutableArray<SheetFinding> Findings);

/// <summary>Turns what came back from ODK or KoboToolbox into answers to a grid.</summary>
public static class GridAnswers
{
    /// <summary>The answers of a submission, each as its question can have it.</summary>
    public static GridAnswersReading Of(OdkSubmission submission, GridForm grid)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(grid);
        var findings = new SheetFindings(submission.At.Sheet);
        var answers = ImmutableArray.CreateBuilder<Answer>();
        var questions = grid.Questions.ToLookup(q => q.Name);
        foreach (var (name, value) in submission.Answers)
        {
            if (questions[name].FirstOrDefault() is not { } question || question.Type == QuestionType.Note) continue;
            if (AnswerCheck.Of(question, Values(question, value), out var fit) is null && !fit.IsEmpty) answers.Add(new(name, fit));
            else findings.Add(new() { Severity = Severity.Error, Code = SheetCode.GridAnswerUnfit, At = submission.At, Value = value, Nearest = question.Title });
        }
        return new(answers.ToImmutable(), findings.InOrder());
    }

    private static ImmutableArray<string> Values(Question question, string value) => question.Type switch
    {
        QuestionType.SelectMultiple or QuestionType.Rank => [.. value.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        QuestionType.DateTime when value.Length > 19 => [value[..19]], // the clock of the place; grids know no zones
        _ => [value],
    };
}
