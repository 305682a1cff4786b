namespace TousRisques.Fuzz.Xml;

/// <summary>Changes of a tree of elements: what authors and broken exporters do.</summary>
internal static class XmlMutations
{
    /// <summary>Words of the format and its neighbourhood.</summary>
    public static readonly string[] Elements =
    [
        "opsa-mef", "define-fault-tree", "define-component", "define-gate", "define-basic-event", "define-house-event", "define-parameter", "define-CCF-group", "define-event-tree", "define-sequence",
        "define-substitution", "include", "model-data", "label", "attributes", "attribute", "and", "or", "not", "nand", "nor", "xor", "iff", "imply", "atleast", "cardinality", "gate", "basic-event",
        "house-event", "event", "constant", "parameter", "float", "int", "bool", "pi", "neg", "add", "sub", "mul", "div", "abs", "exp", "log", "sqrt", "pow", "min", "max", "mean", "exponential", "uniform-deviate",
        "lognormal-deviate", "Weibull", "GLM", "histogram", "ite", "switch", "nothing", "annd", "x:and",
    ];

    private static readonly string[] Attributes = ["name", "value", "min", "max", "type", "role", "xmlns", "xmlns:x", "xml:space", "k", "Name"];

    public static Tag Mutate(Tag root, Dice dice, Func<Tag?> other)
    {
        root = root.Copy();
        for (var n = dice.Scale(4); n > 0; n--) Once(root, dice, other);
        return root;
    }

    private static void Once(Tag root, Dice dice, Func<Tag?> other)
    {
        var all = root.All().ToList();
        var (tag, to) = (dice.Among(all), dice.Among(all));
        var child = dice.Below(tag.Children.Count);
        var attribute = dice.Below(tag.Attributes.Count);
        switch (dice.Below(16))
        {
            case 0 when tag.Children.Count > 0:
                tag.Children.RemoveAt(child);
                break;
            case 1 when tag.Children.Count > 0:
                tag.Children.InsertRange(child, Enumerable.Repeat(tag.Children[child], dice.Scale(dice.OneIn(30) ? 3_000 : 5)));
                break;
            case 2:
                tag.Name = dice.Of(Elements);
                break;
            case 3 when tag.Attributes.Count > 0:
                tag.Attributes.RemoveAt(attribute);
                break;
            case 4 or 5 when tag.Attributes.Count > 0:
                tag.Attributes[attribute] = (tag.Attributes[attribute].Name, Value(all, dice));
                break;
            case 6:
                tag.Attributes.Add((dice.Of(Attributes), Value(all, dice)));
                break;
            case 7 when tag.Attributes.Count > 0:
                tag.Attributes[attribute] = (dice.Of(Attributes), tag.Attributes[attribute].Value);
                break;
            case 8:
                to.Children.Insert(dice.Below(to.Children.Count + 1), tag.Copy()); // a copy: no circle of elements
                break;
            case 9 when tag.Children.Count > 0:
                tag.Children[child] = new Tag(dice.Of(Elements), tag.Children[child]);
                break;
            case 10 when tag.Children.Count > 0:
                var inner = tag.Children[child];
                for (var n = dice.Scale(dice.OneIn(10) ? 300 : 10); n > 0; n--) inner = new Tag(dice.Of("and", "or", "not", "define-component", "neg"), inner);
                tag.Children[child] = inner;
                break;
            case 11 when tag.Children.Count > 1:
                var second = dice.Below(tag.Children.Count);
                (tag.Children[child], tag.Children[second]) = (tag.Children[second], tag.Children[child]);
                break;
            case 12 when other() is { } stranger:
                tag.Children.Add(dice.Among(stranger.All().Take(2_000).ToList()).Copy());
                break;
            case 13:
                tag.Text = dice.OneIn(2) ? dice.Strange() : new string('x', dice.Scale(5_000));
                break;
            case 14 when tag.Children.Count > 0 && tag.Children[child].Children.Count > 0:
                tag.Children[child] = tag.Children[child].Children[0]; // one level less
                break;
            default:
                tag.Children.Add(new Tag(dice.Of(Elements)).With("name", Value(all, dice)));
                break;
        }
    }

    private static string Value(List<Tag> all, Dice dice) => dice.Below(8) switch
    {
        0 => dice.Number(),
        1 => dice.Strange(),
        2 => new string(dice.Of('n', '.', ' '), dice.Scale(2_000)),
        3 => string.Join('.', Enumerable.Repeat(dice.Of("t", "a", "tree0"), dice.Scale(30))),
        4 => "",
        _ => dice.Among(all) is { Attributes: [var (_, value), ..] } ? value : "g1", // a value from elsewhere in the file
    };
}
