using System.Globalization;

namespace TousRisques.Fuzz.Xml;

/// <summary>Random models that are right, or nearly: trees, components, gates of every kind, events, house events, parameters.</summary>
internal sealed class XmlModels
{
    private static readonly string[] Pool = ["a", "b", "c", "t", "t0", "top", "gate"];

    private readonly Dice dice;
    private readonly List<(Tag Tag, string Path, int Depth)> scopes = [];
    private readonly List<(string Name, int Scope)> gates = [], events = [], houses = [], parameters = [];

    private XmlModels(Dice dice) => this.dice = dice;

    public static Tag Next(Dice dice) => new XmlModels(dice).Model();

    private Tag Model()
    {
        var root = new Tag("opsa-mef");
        if (dice.OneIn(3)) root.With("name", "model");
        Scopes(root);
        var most = dice.OneIn(10) ? 60 : 8;
        Names(gates, "g", 1 + dice.Below(most));
        Names(events, "e", dice.Below(most + 2));
        Names(houses, "h", dice.OneIn(2) ? 0 : dice.Below(3));
        Names(parameters, "p", dice.OneIn(2) ? 0 : dice.Below(4));
        for (var i = 0; i < gates.Count; i++) Define("define-gate", gates[i], Formula(i, gates[i].Scope, 0));
        foreach (var e in events) Define("define-basic-event", e, dice.OneIn(15) ? null : Expression(e.Scope, 0, parameters.Count));
        foreach (var h in houses) Define("define-house-event", h, dice.OneIn(5) ? null : Constant());
        for (var i = 0; i < parameters.Count; i++) Define("define-parameter", parameters[i], Expression(parameters[i].Scope, 0, i));
        return root;
    }

    private void Scopes(Tag root)
    {
        var data = new Tag("model-data");
        scopes.Add((data, "", 0));
        for (var t = dice.From(1, dice.OneIn(4) ? 3 : 1) - 1; t >= 0; t--)
        {
            var name = dice.OneIn(6) ? dice.Of(Pool) : "tree" + t;
            var tree = new Tag("define-fault-tree").With("name", name);
            root.Children.Add(tree);
            scopes.Add((tree, name, 1));
        }
        for (var c = dice.OneIn(2) ? 0 : dice.From(1, 4); c > 0; c--)
        {
            var (holder, path, depth) = dice.Among(scopes);
            var name = dice.OneIn(4) ? dice.Of(Pool) : "c" + c;
            var component = new Tag("define-component").With("name", name);
            if (dice.OneIn(5)) component.With("role", dice.Of("public", "private"));
            holder.Children.Add(component);
            scopes.Add((component, path.Length == 0 ? name : path + "." + name, depth + 1));
        }
        root.Children.Insert(dice.Below(root.Children.Count + 1), data);
    }

    private void Names(List<(string Name, int Scope)> to, string letter, int count)
    {
        var home = dice.Below(scopes.Count);
        for (var i = 0; i < count; i++)
        {
            var scope = dice.OneIn(3) ? dice.Below(scopes.Count) : home;
            to.Add((dice.OneIn(12) ? dice.Of(Pool) : letter + i.ToString(CultureInfo.InvariantCulture), scope));
        }
    }

    private void Define(string element, (string Name, int Scope) what, Tag? body)
    {
        var tag = new Tag(element).With("name", what.Name);
        if (dice.OneIn(12)) tag.Children.Add(new Tag("label") { Text = dice.OneIn(4) ? dice.Strange() : "A thing" });
        if (dice.OneIn(30)) tag.Children.Add(new Tag("attributes", new Tag("attribute").With("name", "n").With("value", "v")));
        if (body is not null) tag.Children.Add(body);
        scopes[what.Scope].Tag.Children.Add(tag);
    }

    private Tag Formula(int gate, int scope, int depth)
    {
        if (depth > 3 || dice.Percent(depth * 35)) return Leaf(gate, scope);
        var count = dice.OneIn(15) ? dice.From(5, 20) : dice.From(2, 4);
        var kind = dice.Of("and", "and", "or", "or", "or", "atleast", "not", "nand", "nor", "xor", "iff", "imply", "cardinality", "leaf");
        if (kind == "leaf") return Leaf(gate, scope);
        if (kind is "not") count = 1;
        if (kind is "iff" or "imply") count = 2;
        var join = new Tag(kind, Enumerable.Range(0, count).Select(_ => Formula(gate, scope, depth + 1)).ToList());
        var least = dice.Below(count + 1);
        if (kind is "atleast" or "cardinality") join.With("min", Whole(least));
        if (kind == "cardinality") join.With("max", Whole(dice.From(least, count)));
        return join;
    }

    private Tag Leaf(int gate, int scope)
    {
        var roll = dice.Below(10);
        if (roll < 4 && gate + 1 < gates.Count) return Reference("gate", gates[dice.From(gate + 1, Math.Min(gates.Count - 1, gate + 4))], scope);
        if (roll < 9 && events.Count > 0) return Reference("basic-event", dice.Among(events), scope);
        if (houses.Count > 0) return Reference("house-event", dice.Among(houses), scope);
        return Constant();
    }

    private Tag Reference(string element, (string Name, int Scope) to, int from)
    {
        var path = scopes[to.Scope].Path;
        var isNear = to.Scope == from || dice.OneIn(2);
        var tag = dice.OneIn(8) ? new Tag("event").With("type", element) : dice.OneIn(12) ? new Tag("event") : new Tag(element);
        return tag.With("name", isNear || path.Length == 0 ? to.Name : path + "." + to.Name);
    }

    private Tag Constant() => new Tag("constant").With("value", dice.Of("true", "false", "1", "0", "True"));

    private Tag Expression(int scope, int depth, int parametersBelow)
    {
        if (depth > 3 || dice.Percent(70)) return Number();
        if (parametersBelow > 0 && dice.OneIn(2)) return Reference("parameter", parameters[dice.Below(parametersBelow)], scope) is { Name: "parameter" } plain ? plain : Number();
        var kind = dice.Of("mul", "mul", "exponential", "min", "max", "mean", "pow", "abs", "div", "sub", "add", "neg", "exp", "log", "sqrt", "pi");
        var count = kind switch { "pi" => 0, "abs" or "neg" or "exp" or "log" or "sqrt" => 1, "pow" or "exponential" or "sub" or "div" => 2, _ => dice.From(1, 4) };
        return new Tag(kind, Enumerable.Range(0, count).Select(_ => Expression(scope, depth + 1, parametersBelow)).ToList());
    }

    private Tag Number() => dice.Below(12) switch
    {
        0 => new Tag("int").With("value", dice.Of("0", "1")),
        1 => new Tag("bool").With("value", dice.Of("true", "false")),
        2 => new Tag("float").With("value", dice.Of("0", "1", "1e-300", "0.99999999999999994", "4.9e-324", "-0")),
        _ => new Tag("float").With("value", (dice.Unit() * (dice.OneIn(2) ? 1 : 1e-3)).ToString("R", CultureInfo.InvariantCulture)),
    };

    private static string Whole(int n) => n.ToString(CultureInfo.InvariantCulture);
}
