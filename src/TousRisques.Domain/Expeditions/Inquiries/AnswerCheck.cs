using System.Collections.Immutable;
using System.Globalization;

namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>Whether an answer is one that its question can have.</summary>
public static class AnswerCheck
{
    private const NumberStyles Figures = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Cleans an answer. Gives the refusal, or null with its values; none when nothing was answered.</summary>
    public static Refusal? Of(Question question, ImmutableArray<string> raw, out ImmutableArray<string> values)
    {
        values = [];
        if (raw.IsDefaultOrEmpty) return null;
        if (raw.Length > InquiryLimits.Choices) return new TooMany("choice", InquiryLimits.Choices);
        var clean = ImmutableArray.CreateBuilder<string>(raw.Length);
        foreach (var text in raw)
        {
            if (Clean.Optional(text, "answer", ExpeditionLimits.Words, lines: true, out var value) is { } no) return no;
            if (value.Length == 0) continue;
            if (!question.IsWords && Fit(question, value) is null) return Unfit(question, value);
            clean.Add(question.IsWords ? value : Fit(question, value)!);
        }
        if (clean.Count > 1 && (question.Type is not (QuestionType.SelectMultiple or QuestionType.Rank) || clean.Distinct(StringComparer.Ordinal).Count() < clean.Count))
            return Unfit(question, string.Join(' ', clean));
        values = clean.ToImmutable();
        return null;
    }

    /// <summary>A value in the form that is stored, or null when the question cannot have it.</summary>
    private static string? Fit(Question question, string value) => question.Type switch
    {
        QuestionType.WholeNumber => Whole(value),
        QuestionType.Number => Decimal(value) is { } figure ? RangeScale.Text(figure) : null,
        QuestionType.Range => Decimal(value) is { } number && RangeScale.Of(question.Parameters)?.Has(number) == true ? RangeScale.Text(number) : null,
        QuestionType.SelectOne or QuestionType.SelectMultiple or QuestionType.Rank => question.Choices.Any(c => c.Name == value) ? value : null,
        QuestionType.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? value : null,
        QuestionType.Time => TimeOnly.TryParseExact(value, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? value : null,
        QuestionType.DateTime => DateTime.TryParseExact(value, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? value : null,
        QuestionType.Place => Place(value),
        QuestionType.Acknowledge => value == "OK" ? value : null,
        _ => null, // a note: nobody answers it
    };

    private static string? Whole(string value)
    {
        var digits = value.Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null;
    }

    /// <summary>People write 3,5 as well as 3.5.</summary>
    private static decimal? Decimal(string value)
    {
        var text = value.Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace(',', '.');
        return decimal.TryParse(text, Figures, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Coordinates in the form of XLSForm when there are two numbers that can be some; else the words as they are, on one line.</summary>
    private static string? Place(string value)
    {
        var parts = value.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is >= 2 and <= 4 && parts.All(p => double.TryParse(p, Figures, CultureInfo.InvariantCulture, out _)))
        {
            var (latitude, longitude) = (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
            return Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180 ? string.Join(' ', parts) : null;
        }
        return value.Length <= ExpeditionLimits.Line ? value.ReplaceLineEndings(" ") : null;
    }

    private static AnswerUnfit Unfit(Question question, string value) => new(Clean.Cut(question.Title, ExpeditionLimits.Title), Clean.Cut(value, 80), question.Type);
}
