using System.Collections.Immutable;
using System.Globalization;

namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>Reads conditions from XLSForm expressions, a small and usual part of XPath 1.0. Never throws; what it does not know is not a condition.</summary>
public sealed class ConditionReader
{
    private const int Deepest = 32;

    private readonly string text;
    private int at;
    private int depth;

    private ConditionReader(string text) => this.text = text;

    /// <summary>The condition of an expression, or null when it is not understood.</summary>
    public static Condition? Read(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        if (expression.Length > InquiryLimits.Expression) return null;
        var reader = new ConditionReader(expression);
        var condition = reader.Or();
        reader.Spaces();
        return reader.at == expression.Length ? condition : null;
    }

    private Condition? Or() => Several("or", And, all => new Condition.Any(all));

    private Condition? And() => Several("and", One, all => new Condition.All(all));

    private Condition? Several(string word, Func<Condition?> part, Func<ImmutableArray<Condition>, Condition> join)
    {
        if (part() is not { } first) return null;
        var all = ImmutableArray.Create(first);
        while (Word(word))
        {
            if (part() is not { } next) return null;
            all = all.Add(next);
        }
        return all.Length == 1 ? first : join(all);
    }

    private Condition? One()
    {
        if (++depth > Deepest) return null;
        try
        {
            if (Call("not")) return Or() is { } inner && Sign(")") ? new Condition.Not(inner) : null;
            if (Call("true")) return Sign(")") ? new Condition.Always(true) : null;
            if (Call("false")) return Sign(")") ? new Condition.Always(false) : null;
            if (Call("selected")) return Value() is { } of && Sign(",") && Value() is Operand.Words choice && Sign(")") ? new Condition.Selected(of, choice.Text) : null;
            if (Sign("(")) return Or() is { } inner && Sign(")") ? inner : null;
            if (Value() is not { } left || How() is not { } how || Value() is not { } right) return null;
            return new Condition.Compare(left, how, right);
        }
        finally
        {
            depth--;
        }
    }

    private Operand? Value()
    {
        if (Call("count-selected"))
            return Value() switch
            {
                Operand.AnswerTo a when Sign(")") => new Operand.CountOf(a.Question),
                Operand.Self when Sign(")") => new Operand.CountOf(null),
                _ => null,
            };
        Spaces();
        if (at == text.Length) return null;
        if (text[at] is '\'' or '"')
        {
            var end = text.IndexOf(text[at], at + 1);
            if (end < 0) return null;
            var words = text[(at + 1)..end];
            at = end + 1;
            return new Operand.Words(words);
        }
        if (Sign("${"))
        {
            var end = text.IndexOf('}', at);
            if (end < 0 || !FormNames.IsName(text[at..end].Trim())) return null;
            var name = text[at..end].Trim();
            at = end + 1;
            return new Operand.AnswerTo(name);
        }
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.' || (text[at] == '-' && at == start))) at++;
        if (text[start..at] == ".") return new Operand.Self();
        return double.TryParse(text[start..at], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure) ? new Operand.Figure(figure) : null;
    }

    private Comparison? How() =>
        Sign("!=") ? Comparison.NotEqual : Sign("<=") ? Comparison.AtMost : Sign(">=") ? Comparison.AtLeast : Sign("=") ? Comparison.Equal : Sign("<") ? Comparison.Less : Sign(">") ? Comparison.More : null;

    private bool Sign(string sign)
    {
        Spaces();
        if (!text.AsSpan(at).StartsWith(sign, StringComparison.Ordinal)) return false;
        at += sign.Length;
        return true;
    }

    private bool Word(string word)
    {
        Spaces();
        var end = at + word.Length;
        if (!text.AsSpan(at).StartsWith(word, StringComparison.Ordinal) || (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_'))) return false;
        at = end;
        return true;
    }

    private bool Call(string name)
    {
        var before = at;
        if (Word(name) && Sign("(")) return true;
        at = before;
        return false;
    }

    private void Spaces()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }
}
