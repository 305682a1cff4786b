using System.Globalization;
using TousRisques.Formats.Findings;

namespace TousRisques.Formats.OpenPsa;

/// <summary>Second walk: formulas, now that every name is known.</summary>
internal sealed class PsaFormulas(PsaNames names, PsaFindings findings)
{
    private static readonly Dictionary<string, PsaConnective> Connectives = new(StringComparer.Ordinal)
    {
        ["and"] = PsaConnective.And,
        ["or"] = PsaConnective.Or,
        ["not"] = PsaConnective.Not,
        ["nand"] = PsaConnective.Nand,
        ["nor"] = PsaConnective.Nor,
        ["xor"] = PsaConnective.Xor,
        ["iff"] = PsaConnective.Iff,
        ["imply"] = PsaConnective.Imply,
        ["atleast"] = PsaConnective.AtLeast,
        ["cardinality"] = PsaConnective.Cardinality,
    };

    private static readonly string[] Known = [.. Connectives.Keys, "gate", "basic-event", "house-event", "event", "constant"];

    /// <summary>The formula of a gate; null when something in it is wrong, which was told.</summary>
    public PsaFormula? Of(PsaDefinition gate)
    {
        var formulas = gate.Element.Children.Where(c => !PsaDeclarations.IsWords(c)).ToList();
        if (formulas.Count == 1) return Read(formulas[0], gate.Scope);
        findings.Error(PsaFindingCode.OneExpected, gate.At, gate.Name);
        foreach (var formula in formulas) Read(formula, gate.Scope);
        return null;
    }

    // Recursive: as deep as PsaLimits.Depth lets elements be.
    private PsaFormula? Read(PsaElement element, PsaScope scope)
    {
        switch (element.Name)
        {
            case "gate":
                return Reference(element, scope, PsaKind.Gate);
            case "basic-event":
                return Reference(element, scope, PsaKind.BasicEvent);
            case "house-event":
                return Reference(element, scope, PsaKind.HouseEvent);
            case "event":
                return element.Attribute("type") switch
                {
                    null => Reference(element, scope, null),
                    { Value: "gate" } => Reference(element, scope, PsaKind.Gate),
                    { Value: "basic-event" } => Reference(element, scope, PsaKind.BasicEvent),
                    { Value: "house-event" } => Reference(element, scope, PsaKind.HouseEvent),
                    { } other => Bad(other, "gate, basic-event, house-event"),
                };
            case "constant":
                return Truth(element) is { } value ? new PsaFormula.Constant(value) : null;
        }
        if (Connectives.TryGetValue(element.Name, out var connective)) return Join(connective, element, scope);
        findings.Error(PsaFindingCode.UnknownElement, element.At, element.Name, string.Join(", ", Known), Nearest.To(element.Name, Known));
        return null;
    }

    private PsaFormula.Join? Join(PsaConnective connective, PsaElement element, PsaScope scope)
    {
        var children = element.Children.Where(c => !PsaDeclarations.IsWords(c)).ToList();
        var inputs = children.Select(c => Read(c, scope)).ToList();
        var expected = connective switch
        {
            PsaConnective.Not => children.Count == 1 ? null : "1",
            PsaConnective.Iff or PsaConnective.Imply => children.Count == 2 ? null : "2",
            PsaConnective.Xor => children.Count >= 2 ? null : ">= 2",
            _ => children.Count >= 1 ? null : ">= 1",
        };
        if (expected is not null) findings.Error(PsaFindingCode.WrongArity, element.At, element.Name, expected);
        var (least, most) = (0, 0);
        var isFine = expected is null;
        if (connective is PsaConnective.AtLeast or PsaConnective.Cardinality)
            isFine &= Number(element, "min", 0, children.Count, out least);
        if (connective == PsaConnective.Cardinality)
            isFine &= Number(element, "max", least, children.Count, out most);
        return isFine && inputs.All(i => i is not null) ? new PsaFormula.Join(connective, [.. inputs.Select(i => i!)], least, most) : null;
    }

    private bool Number(PsaElement element, string attribute, int least, int most, out int number)
    {
        number = 0;
        if (element.Attribute(attribute) is not { } given)
        {
            findings.Error(PsaFindingCode.MissingAttribute, element.At, attribute);
            return false;
        }
        if (int.TryParse(given.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && number >= least && number <= most) return true;
        findings.Error(PsaFindingCode.OutOfRange, given.At, given.Value, string.Create(CultureInfo.InvariantCulture, $"{least}..{most}"));
        return false;
    }

    /// <summary>The value of a <c>constant</c> element.</summary>
    public bool? Truth(PsaElement constant)
    {
        if (constant.Attribute("value") is not { } value)
        {
            findings.Error(PsaFindingCode.MissingAttribute, constant.At, "value");
            return null;
        }
        switch (value.Value.ToUpperInvariant())
        {
            case "TRUE" or "1":
                return true;
            case "FALSE" or "0":
                return false;
            default:
                findings.Error(PsaFindingCode.BadValue, value.At, value.Value, "true, false");
                return null;
        }
    }

    private PsaFormula? Reference(PsaElement element, PsaScope scope, PsaKind? kind)
    {
        if (element.Attribute("name") is not { } name)
        {
            findings.Error(PsaFindingCode.MissingAttribute, element.At, "name");
            return null;
        }
        return names.Event(name.Value, scope, kind, name.At) switch
        {
            { Kind: PsaKind.Gate } d => new PsaFormula.Gate(d.Index),
            { Kind: PsaKind.BasicEvent } d => new PsaFormula.BasicEvent(d.Index),
            { Kind: PsaKind.HouseEvent } d => new PsaFormula.HouseEvent(d.Index),
            _ => null,
        };
    }

    private PsaFormula? Bad((string Value, Spot At) attribute, string expected)
    {
        findings.Error(PsaFindingCode.BadValue, attribute.At, attribute.Value, expected, Nearest.To(attribute.Value, expected.Split(", ")));
        return null;
    }
}
