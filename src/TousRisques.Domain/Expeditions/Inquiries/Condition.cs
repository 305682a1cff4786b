using System.Collections.Immutable;
using System.Globalization;

namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>How two values are compared.</summary>
public enum Comparison
{
    /// <summary>The same.</summary>
    Equal,
    /// <summary>Not the same.</summary>
    NotEqual,
    /// <summary>Less.</summary>
    Less,
    /// <summary>Less, or the same.</summary>
    AtMost,
    /// <summary>More.</summary>
    More,
    /// <summary>More, or the same.</summary>
    AtLeast,
}

/// <summary>A value in a condition.</summary>
public abstract record Operand
{
    private Operand() { }

    /// <summary>The answer to a question, <c>${name}</c>: several choices with spaces between.</summary>
    public sealed record AnswerTo(string Question) : Operand;
    /// <summary>How many were chosen, <c>count-selected(${name})</c>; the question itself when it has no name.</summary>
    public sealed record CountOf(string? Question) : Operand;
    /// <summary>The answer that the condition is about, <c>.</c></summary>
    public sealed record Self : Operand;
    /// <summary>Words between quotes.</summary>
    public sealed record Words(string Text) : Operand;
    /// <summary>A number.</summary>
    public sealed record Figure(double Value) : Operand;

    internal string Read(Func<string, ImmutableArray<string>> answers, ImmutableArray<string> self) => this switch
    {
        AnswerTo a => string.Join(' ', answers(a.Question)),
        CountOf c => (c.Question is { } q ? answers(q) : self).Length.ToString(CultureInfo.InvariantCulture),
        Self => string.Join(' ', self),
        Words w => w.Text,
        Figure f => f.Value.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };
}

/// <summary>
/// An XLSForm expression that is true or false, as far as it is understood here: answers, words and numbers compared, <c>selected</c>, <c>count-selected</c>, <c>and</c>, <c>or</c>, <c>not</c>.
/// <see cref="ConditionReader"/> reads it; what it cannot read is kept as it is, and people decide.
/// </summary>
public abstract record Condition
{
    private Condition() { }

    /// <summary>Two values compared. As numbers when the comparison is one of numbers or one side is a number; what is no number then compares as false, but for <c>!=</c>.</summary>
    public sealed record Compare(Operand Left, Comparison How, Operand Right) : Condition;
    /// <summary>Whether a choice is among those chosen.</summary>
    public sealed record Selected(Operand Of, string Choice) : Condition;
    /// <summary>All hold.</summary>
    public sealed record All(ImmutableArray<Condition> Of) : Condition;
    /// <summary>At least one holds.</summary>
    public sealed record Any(ImmutableArray<Condition> Of) : Condition;
    /// <summary>It does not hold.</summary>
    public sealed record Not(Condition Of) : Condition;
    /// <summary>Always or never.</summary>
    public sealed record Always(bool Yes) : Condition;

    /// <summary>Whether it holds.</summary>
    /// <param name="answers">The answer to a question by its name.</param>
    /// <param name="self">The answer that it is about; none for a condition of relevance.</param>
    public bool Holds(Func<string, ImmutableArray<string>> answers, ImmutableArray<string> self) => this switch
    {
        Compare c => Compared(c.Left.Read(answers, self), c.How, c.Right.Read(answers, self), c.Left is Operand.Figure or Operand.CountOf || c.Right is Operand.Figure or Operand.CountOf),
        Selected s => s.Of.Read(answers, self).Split(' ').Contains(s.Choice),
        All a => a.Of.All(c => c.Holds(answers, self)),
        Any a => a.Of.Any(c => c.Holds(answers, self)),
        Not n => !n.Of.Holds(answers, self),
        Always a => a.Yes,
        _ => true,
    };

    /// <summary>The expression for « only if this was chosen ».</summary>
    public static string Chosen(Question question, string choice)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Type == QuestionType.SelectMultiple ? $"selected(${{{question.Name}}}, '{choice}')" : $"${{{question.Name}}} = '{choice}'";
    }

    /// <summary>The question and choice of an expression that <see cref="Chosen"/> could have written; null for any other.</summary>
    public static (string Question, string Choice)? AsChosen(string expression) => ConditionReader.Read(expression) switch
    {
        Compare { Left: Operand.AnswerTo a, How: Comparison.Equal, Right: Operand.Words w } => (a.Question, w.Text),
        Selected { Of: Operand.AnswerTo a } s => (a.Question, s.Choice),
        _ => null,
    };

    /// <summary>Whether a question or section is asked, given the answers so far. What cannot be understood is asked.</summary>
    public static bool IsRelevant(string expression, Func<string, ImmutableArray<string>> answers) =>
        string.IsNullOrEmpty(expression) || ConditionReader.Read(expression) is not { } condition || condition.Holds(answers, []);

    private static bool Compared(string left, Comparison how, string right, bool figures)
    {
        if (!figures && how is (Comparison.Equal or Comparison.NotEqual)) return (left == right) == (how == Comparison.Equal);
        if (!Number(left, out var a) || !Number(right, out var b)) return how == Comparison.NotEqual;
        return how switch
        {
            Comparison.Equal => a == b,
            Comparison.NotEqual => a != b,
            Comparison.Less => a < b,
            Comparison.AtMost => a <= b,
            Comparison.More => a > b,
            _ => a >= b,
        };
    }

    private static bool Number(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
