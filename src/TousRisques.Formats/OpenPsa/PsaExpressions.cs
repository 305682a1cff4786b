using System.Globalization;
using TousRisques.Formats.Findings;

namespace TousRisques.Formats.OpenPsa;

/// <summary>Third walk: what expressions come to. Constants, parameters, arithmetic, and the exponential law; random deviates are refused.</summary>
internal sealed class PsaExpressions(PsaNames names, PsaFindings findings)
{
    private static readonly string[] Known =
        ["float", "int", "bool", "pi", "parameter", "neg", "add", "sub", "mul", "div", "abs", "exp", "log", "sqrt", "pow", "min", "max", "mean", "exponential"];

    private readonly Dictionary<PsaDefinition, double?> done = [];
    private readonly List<PsaDefinition> path = [];
    private int depth;

    /// <summary>The value of the expression in a definition; null when there is none, or when it is wrong, which was told.</summary>
    public double? Of(PsaDefinition definition)
    {
        var expressions = definition.Element.Children.Where(c => !PsaDeclarations.IsWords(c)).ToList();
        if (expressions.Count == 0 && definition.Kind == PsaKind.BasicEvent) return null;
        if (expressions.Count == 1) return Read(expressions[0], definition.Scope);
        findings.Error(PsaFindingCode.OneExpected, definition.At, definition.Name);
        return null;
    }

    /// <summary>Recursive through elements and through the parameters that they name: counted over both, or a small file would end the stack.</summary>
    private double? Read(PsaElement element, PsaScope scope)
    {
        if (depth == PsaLimits.ExpressionDepth)
        {
            findings.Error(PsaFindingCode.TooDeep, element.At, PsaLimits.ExpressionDepth.ToString(CultureInfo.InvariantCulture));
            return null;
        }
        depth++;
        var value = Value(element, scope);
        depth--;
        return value;
    }

    private double? Value(PsaElement element, PsaScope scope)
    {
        switch (element.Name)
        {
            case "float" or "int" or "bool":
                return Literal(element);
            case "pi":
                return Math.PI;
            case "parameter":
                return element.Attribute("name") is { } name ? Parameter(name.Value, scope, name.At) : Missing(element, "name");
        }
        var (least, most) = element.Name switch
        {
            "neg" or "abs" or "exp" or "log" or "sqrt" => (1, 1),
            "pow" or "exponential" => (2, 2),
            "sub" or "div" => (2, int.MaxValue),
            "add" or "mul" or "min" or "max" or "mean" => (1, int.MaxValue),
            _ => (0, -1),
        };
        if (most < 0)
        {
            var isDeviate = element.Name.EndsWith("-deviate", StringComparison.Ordinal) || element.Name is "histogram" or "GLM" or "Weibull" or "periodic-test" or "system-mission-time" or "extern-function" or "ite" or "switch";
            findings.Error(isDeviate ? PsaFindingCode.Unsupported : PsaFindingCode.UnknownElement, element.At, element.Name, string.Join(", ", Known), Nearest.To(element.Name, Known));
            return null;
        }
        var inputs = element.Children.Select(c => Read(c, scope)).ToList();
        if (inputs.Count < least || inputs.Count > most)
        {
            findings.Error(PsaFindingCode.WrongArity, element.At, element.Name, (most > least ? ">= " : "") + least.ToString(CultureInfo.InvariantCulture));
            return null;
        }
        if (inputs.Any(i => i is null)) return null;
        double[] x = [.. inputs.Select(i => i!.Value)];
        return element.Name switch
        {
            "neg" => -x[0],
            "abs" => Math.Abs(x[0]),
            "exp" => Math.Exp(x[0]),
            "log" => Math.Log(x[0]),
            "sqrt" => Math.Sqrt(x[0]),
            "pow" => Math.Pow(x[0], x[1]),
            "exponential" => OneMinusExp(x[0] * x[1]),
            "sub" => x.Skip(1).Aggregate(x[0], (a, b) => a - b),
            "div" => x.Skip(1).Aggregate(x[0], (a, b) => a / b),
            "add" => x.Sum(),
            "mul" => x.Aggregate(1.0, (a, b) => a * b),
            "min" => x.Min(),
            "max" => x.Max(),
            _ => x.Average(),
        };
    }

    /// <summary>1 - exp(-x) without losing the digits of a small x: the series where subtraction would cancel.</summary>
    private static double OneMinusExp(double x)
    {
        if (Math.Abs(x) > 0.01) return 1 - Math.Exp(-x);
        var (sum, term) = (0.0, x);
        for (var k = 2; k < 12; k++)
        {
            sum += term;
            term *= -x / k;
        }
        return sum;
    }

    private double? Literal(PsaElement element)
    {
        if (element.Attribute("value") is not { } value) return Missing(element, "value");
        var expected = element.Name switch { "bool" => "true, false", "int" => "42", _ => "0.001, 1e-3" };
        double? read = element.Name switch
        {
            "bool" => value.Value switch { "true" => 1, "false" => 0, _ => null },
            "int" => long.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null,
            _ => double.TryParse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null,
        };
        if (read is null) findings.Error(PsaFindingCode.BadValue, value.At, value.Value, expected);
        return read;
    }

    private double? Parameter(string name, PsaScope scope, Spot at)
    {
        if (names.Parameter(name, scope, at) is not { } parameter) return null;
        if (done.TryGetValue(parameter, out var known)) return known;
        if (path.IndexOf(parameter) is >= 0 and var start)
        {
            findings.Error(PsaFindingCode.Circle, at, string.Join(" → ", path.Skip(start).Append(parameter).Select(p => p.Path)));
            return null;
        }
        if (path.Count >= PsaLimits.Depth)
        {
            findings.Error(PsaFindingCode.TooDeep, at, PsaLimits.Depth.ToString(CultureInfo.InvariantCulture));
            return null;
        }
        path.Add(parameter);
        var value = Of(parameter);
        path.RemoveAt(path.Count - 1);
        return done[parameter] = value;
    }

    private double? Missing(PsaElement element, string attribute)
    {
        findings.Error(PsaFindingCode.MissingAttribute, element.At, attribute);
        return null;
    }
}
