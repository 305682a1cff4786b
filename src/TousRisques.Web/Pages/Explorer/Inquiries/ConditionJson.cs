using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using TousRisques.Domain.Expeditions.Inquiries;

namespace TousRisques.Web.Pages.Explorer.Inquiries;

/// <summary>Conditions as <c>interview.js</c> reads them: lists that begin with what they do.</summary>
internal static class ConditionJson
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // stands in an attribute, which Razor encodes

    /// <summary>An expression, or null when it always holds or is not understood: what it guards is then shown.</summary>
    public static string? Of(string relevant) => relevant.Length > 0 && ConditionReader.Read(relevant) is { } condition ? JsonSerializer.Serialize(Of(condition), Plain) : null;

    /// <summary>Answers by question, as conditions look them up.</summary>
    public static string Of(IEnumerable<KeyValuePair<string, ImmutableArray<string>>> answers) => JsonSerializer.Serialize(answers.ToDictionary(a => a.Key, a => a.Value), Plain);

    private static object Of(Condition condition) => condition switch
    {
        Condition.Compare c => new[] { Sign(c.How), Of(c.Left), Of(c.Right) },
        Condition.Selected s => new[] { "in", Of(s.Of), s.Choice },
        Condition.All a => a.Of.Select(Of).Prepend("and").ToArray(),
        Condition.Any a => a.Of.Select(Of).Prepend("or").ToArray(),
        Condition.Not n => new[] { "not", Of(n.Of) },
        Condition.Always a => new object[] { a.Yes ? "and" : "or" },
        _ => new object[] { "and" },
    };

    private static object Of(Operand operand) => operand switch
    {
        Operand.AnswerTo a => new { q = a.Question },
        Operand.CountOf c => new { n = c.Question ?? "" },
        Operand.Words w => w.Text,
        Operand.Figure f => f.Value,
        _ => "",
    };

    private static string Sign(Comparison how) => how switch
    {
        Comparison.Equal => "=",
        Comparison.NotEqual => "!=",
        Comparison.Less => "<",
        Comparison.AtMost => "<=",
        Comparison.More => ">",
        _ => ">=",
    };
}
