using System.Globalization;
using TousRisques.Formats.Findings;

namespace TousRisques.Formats.OpenPsa;

/// <summary>First walk over the files: who is defined where. Formulas and expressions wait until every name is known.</summary>
internal sealed class PsaDeclarations(PsaFindings findings)
{
    private static readonly string[] Containers = ["define-fault-tree", "model-data"];
    private static readonly string[] InContainer =
        ["define-gate", "define-basic-event", "define-house-event", "define-parameter", "define-component", "define-fault-tree"];

    /// <summary>Parts of the format that change nothing in a fault tree's own results.</summary>
    private static readonly string[] Ignored =
        ["define-event-tree", "define-initiating-event", "define-consequence-group", "define-consequence", "define-sequence", "define-rule", "define-alignment", "define-functional-event"];

    private static readonly string[] Refused = ["define-CCF-group", "define-substitution", "define-extern-function", "define-extern-library", "include"];

    private readonly HashSet<string> faultTreesSeen = new(StringComparer.Ordinal);
    private long pathCharacters;

    public PsaScope Model { get; } = new("", null);
    public List<string> FaultTrees { get; } = [];
    public List<PsaDefinition> All { get; } = [];
    public string? Name { get; private set; }

    public void Take(PsaElement root)
    {
        if (root.Name != "opsa-mef")
        {
            findings.Error(PsaFindingCode.WrongRoot, root.At, root.Name, "opsa-mef");
            return;
        }
        Name ??= root.Attribute("name") is { Value.Length: > 0 } name ? name.Value : null;
        foreach (var child in root.Children)
        {
            if (child.Name == "define-fault-tree") Container(child, Model, isTree: true);
            else if (child.Name == "model-data") Contents(child, Model);
            else if (!IsWords(child)) Stranger(child, Containers);
        }
    }

    private void Container(PsaElement element, PsaScope parent, bool isTree)
    {
        if (NameOf(element) is not { } name) return;
        if (!Spend(parent, name, element)) return;
        if (!parent.Inner.TryGetValue(name, out var scope)) parent.Inner.Add(name, scope = new PsaScope(name, parent)); // several files may fill one tree
        if (isTree && faultTreesSeen.Add(name)) FaultTrees.Add(name);
        Contents(element, scope);
    }

    private void Contents(PsaElement element, PsaScope scope)
    {
        foreach (var child in element.Children)
        {
            switch (child.Name)
            {
                case "define-component" or "define-fault-tree": // a tree within a tree is a place for names, as a component is
                    Container(child, scope, isTree: false);
                    break;
                case "define-gate":
                    Define(PsaKind.Gate, child, scope);
                    break;
                case "define-basic-event":
                    Define(PsaKind.BasicEvent, child, scope);
                    break;
                case "define-house-event":
                    Define(PsaKind.HouseEvent, child, scope);
                    break;
                case "define-parameter":
                    Define(PsaKind.Parameter, child, scope);
                    break;
                default:
                    if (!IsWords(child)) Stranger(child, InContainer);
                    break;
            }
        }
    }

    private void Define(PsaKind kind, PsaElement element, PsaScope scope)
    {
        if (NameOf(element) is not { } name || !Spend(scope, name, element)) return;
        var names = kind == PsaKind.Parameter ? scope.Parameters : scope.Events;
        var definition = new PsaDefinition(kind, name, scope, element, element.At);
        if (names.TryGetValue(name, out var first)) findings.Error(PsaFindingCode.Duplicate, element.At, name, other: first.At);
        else
        {
            names.Add(name, definition);
            All.Add(definition);
        }
    }

    /// <summary>Whether one more path may be written out; the first that may not is told.</summary>
    private bool Spend(PsaScope scope, string name, PsaElement element)
    {
        var before = pathCharacters;
        pathCharacters += scope.Path.Length + 1 + name.Length;
        if (pathCharacters <= PsaLimits.PathCharacters) return true;
        if (before <= PsaLimits.PathCharacters) findings.Error(PsaFindingCode.PathsTooLong, element.At, PsaLimits.PathCharacters.ToString(CultureInfo.InvariantCulture));
        return false;
    }

    private string? NameOf(PsaElement element)
    {
        if (element.Attribute("name") is not { } name)
        {
            findings.Error(PsaFindingCode.MissingAttribute, element.At, "name");
            return null;
        }
        if (element.Attribute("role") is { } role && role.Value is not ("public" or "private"))
            findings.Error(PsaFindingCode.BadValue, role.At, role.Value, "public, private");
        if (name.Value.Length is > 0 and <= PsaLimits.NameLength && !name.Value.Any(c => c == '.' || char.IsWhiteSpace(c) || char.IsControl(c))) return name.Value;
        findings.Error(PsaFindingCode.BadName, name.At, name.Value, $"1-{PsaLimits.NameLength}, no dot, no blank");
        return null;
    }

    private void Stranger(PsaElement element, string[] known)
    {
        if (Ignored.Contains(element.Name)) findings.Warning(PsaFindingCode.PartIgnored, element.At, element.Name);
        else if (Refused.Contains(element.Name)) findings.Error(PsaFindingCode.Unsupported, element.At, element.Name);
        else findings.Error(PsaFindingCode.UnknownElement, element.At, element.Name, string.Join(", ", known), Nearest.To(element.Name, known));
    }

    public static bool IsWords(PsaElement element) => element.Name is "label" or "attributes";
}
