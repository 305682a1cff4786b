using System.Globalization;
using System.Xml;

namespace TousRisques.Formats.OpenPsa;

/// <summary>Writes a model in the Open-PSA model exchange format, for UTF-8. What <see cref="PsaReader"/> reads back is the same model.</summary>
public static class PsaWriter
{
    /// <summary>Writes a model. Things of one fault tree and its components stand together; those without a scope are in the model data.</summary>
    public static void Write(PsaModel model, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(model);
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize, CloseOutput = false, OmitXmlDeclaration = true };
        using var xml = XmlWriter.Create(output, settings);
        xml.WriteStartElement("opsa-mef");
        if (model.Name.Length > 0 && model.FaultTrees.FirstOrDefault() != model.Name) xml.WriteAttributeString("name", model.Name);
        var root = new Scope("");
        foreach (var tree in model.FaultTrees) root.Inner.Add(tree, new Scope(tree));
        foreach (var gate in model.Gates) root.At(gate.Path).Things.Add(() => Gate(xml, model, gate));
        foreach (var e in model.HouseEvents) root.At(e.Path).Things.Add(() => House(xml, e));
        foreach (var e in model.BasicEvents) root.At(e.Path).Things.Add(() => Basic(xml, e));
        var components = root.Inner.Values.Skip(model.FaultTrees.Length).ToList(); // those of no fault tree stand in the model data
        foreach (var tree in root.Inner.Values.Take(model.FaultTrees.Length)) Write(xml, tree, "define-fault-tree");
        if (root.Things.Count + components.Count > 0)
        {
            xml.WriteStartElement("model-data");
            foreach (var thing in root.Things) thing();
            foreach (var component in components) Write(xml, component, "define-component");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, Scope scope, string element)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("name", scope.Name);
        foreach (var thing in scope.Things) thing();
        foreach (var inner in scope.Inner.Values) Write(xml, inner, "define-component");
        xml.WriteEndElement();
    }

    private static void Gate(XmlWriter xml, PsaModel model, PsaGate gate)
    {
        Start(xml, "define-gate", gate.Name, gate.Label);
        Formula(xml, model, gate.Formula);
        xml.WriteEndElement();
    }

    private static void Formula(XmlWriter xml, PsaModel model, PsaFormula formula)
    {
        switch (formula)
        {
            case PsaFormula.Gate g:
                Reference(xml, "gate", model.Gates[g.Index].Path);
                break;
            case PsaFormula.BasicEvent b:
                Reference(xml, "basic-event", model.BasicEvents[b.Index].Path);
                break;
            case PsaFormula.HouseEvent h:
                Reference(xml, "house-event", model.HouseEvents[h.Index].Path);
                break;
            case PsaFormula.Constant c:
                Constant(xml, c.Value);
                break;
            case PsaFormula.Join join:
                xml.WriteStartElement(join.Connective.ToString().ToLowerInvariant());
                if (join.Connective is PsaConnective.AtLeast or PsaConnective.Cardinality) xml.WriteAttributeString("min", join.Least.ToString(CultureInfo.InvariantCulture));
                if (join.Connective == PsaConnective.Cardinality) xml.WriteAttributeString("max", join.Most.ToString(CultureInfo.InvariantCulture));
                foreach (var input in join.Inputs) Formula(xml, model, input);
                xml.WriteEndElement();
                break;
        }
    }

    private static void House(XmlWriter xml, PsaHouseEvent e)
    {
        Start(xml, "define-house-event", e.Name, null);
        Constant(xml, e.Value);
        xml.WriteEndElement();
    }

    private static void Basic(XmlWriter xml, PsaBasicEvent e)
    {
        Start(xml, "define-basic-event", e.Name, e.Label);
        if (e.Probability is { } p)
        {
            xml.WriteStartElement("float");
            xml.WriteAttributeString("value", p.ToString("R", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string element, string name, string? label)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("name", name);
        if (label is not null) xml.WriteElementString("label", label);
    }

    private static void Reference(XmlWriter xml, string element, string path)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("name", path);
        xml.WriteEndElement();
    }

    private static void Constant(XmlWriter xml, bool value)
    {
        xml.WriteStartElement("constant");
        xml.WriteAttributeString("value", value ? "true" : "false");
        xml.WriteEndElement();
    }

    private sealed class Scope(string name)
    {
        public string Name { get; } = name;
        public Dictionary<string, Scope> Inner { get; } = new(StringComparer.Ordinal);
        public List<Action> Things { get; } = [];

        public Scope At(string path)
        {
            var scope = this;
            foreach (var step in path.Split('.')[..^1])
            {
                if (!scope.Inner.TryGetValue(step, out var inner)) scope.Inner.Add(step, inner = new Scope(step));
                scope = inner;
            }
            return scope;
        }
    }
}
