using System.Globalization;
using System.Text;

namespace TousRisques.Fuzz.Xml;

/// <summary>What breaks readers: bombs, depth, breadth, circles, long names. Each in a size that the dice choose.</summary>
internal static class XmlNasty
{
    private const string Head = "<opsa-mef><define-fault-tree name=\"t\">";
    private const string Foot = "</define-fault-tree></opsa-mef>";

    public static InputFile Next(Dice dice)
    {
        var n = dice.Scale(dice.OneIn(100) ? 200_000 : dice.OneIn(5) ? 20_000 : 1_000);
        var text = dice.Below(24) switch
        {
            0 => "<!DOCTYPE opsa-mef [" + string.Concat(Enumerable.Range(1, Math.Min(n, 30)).Select(i => $"<!ENTITY l{i} \"&l{i - 1};&l{i - 1};\">")) + "]><opsa-mef>&l1;</opsa-mef>",
            1 => "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><opsa-mef/>",
            2 => Repeat("<a>", n),
            3 => Repeat("<opsa-mef>", n) + Repeat("</opsa-mef>", n),
            4 => Head + Repeat("<define-component name=\"c\">", Math.Min(n, 250)) + "<define-gate name=\"g\"><constant value=\"1\"/></define-gate>" + Repeat("</define-component>", Math.Min(n, 250)) + Foot,
            5 => Circle(n, dice),
            6 => Chain(n, dice.Of("and", "or", "xor", "not", "atleast"), dice.OneIn(2)),
            7 => Wide(n, dice.Of("and", "or", "xor", "nand", "nor", "atleast", "cardinality"), dice.OneIn(3)),
            8 => Head + Many(n, i => $"<define-gate name=\"g{i}\"><basic-event name=\"e{i * 7 % n}\"/></define-gate>") + Foot, // nothing defined: a finding each
            9 => Head + Repeat("<define-gate name=\"g\"><constant value=\"1\"/></define-gate>", n) + Foot,
            10 => "<opsa-mef>" + Many(n, i => $"<define-fault-tree name=\"t{i}\"/>") + Head["<opsa-mef>".Length..] + "<define-gate name=\"g\"><constant value=\"1\"/></define-gate>" + Foot,
            11 => LongPaths(n, dice),
            12 => Parameters(Math.Min(n, 400), Math.Min(dice.Scale(190), 190)),
            13 => Head + $"<define-gate name=\"{new string('g', n)}\"><constant value=\"1\"/></define-gate>" + Foot,
            14 => Head + "<define-gate name=\"g\" " + Many(n, i => $"a{i}=\"\" ") + "><constant value=\"1\"/></define-gate>" + Foot,
            15 => Head + "<define-gate name=\"g\"><label>" + Repeat("x<!-- -->", n) + "</label><constant value=\"1\"/></define-gate>" + Foot,
            16 => Head + "<define-gate name=\"g\"><or>" + Repeat("<and><constant value=\"1\"/></and>", n) + "</or></define-gate>" + Foot,
            17 => Repeat("<?p i?>", n) + "<opsa-mef/>",
            18 => "<opsa-mef xmlns:x=\"u\" xmlns=\"v\"><x:define-fault-tree x:name=\"t\" name=\"u\"><define-gate x:name=\"g\"><constant value=\"true\"/></define-gate></x:define-fault-tree></opsa-mef>",
            19 => Ladder(Math.Min(n, 2_000), dice),
            20 => Head + "<define-basic-event name=\"e\"><add>" + Many(n, _ => "<float value=\"1e308\"/>") + "</add></define-basic-event><define-gate name=\"g\"><basic-event name=\"e\"/></define-gate>" + Foot,
            21 => Grid(Math.Min(dice.Scale(40), 40)),
            22 => "\ufeff\ufeff<opsa-mef/>",
            _ => Head + Many(n, i => $"<define-gate name=\"g{i}\"><{dice.Of(XmlMutations.Elements)}/></define-gate>") + Foot,
        };
        return InputFile.Of("nasty.xml", text);
    }

    /// <summary>Each gate looks at the next one and back at the first: a circle a gate.</summary>
    private static string Circle(int n, Dice dice)
    {
        var back = dice.OneIn(2);
        return Head + Many(n, i => $"<define-gate name=\"g{i}\"><or><gate name=\"g{(i + 1) % n}\"/>{(back ? "<gate name=\"g0\"/>" : "")}</or></define-gate>") + Foot;
    }

    private static string Chain(int n, string kind, bool backwards)
    {
        var min = kind == "atleast" ? " min=\"1\"" : "";
        var other = kind == "not" ? "" : "<basic-event name=\"e{0}\"/>";
        var gates = Enumerable.Range(0, n).Select(i => $"<define-gate name=\"g{i}\"><{kind}{min}><gate name=\"g{i + 1}\"/>{string.Format(CultureInfo.InvariantCulture, other, i)}</{kind}></define-gate>");
        return Head + string.Concat(backwards ? gates.Reverse() : gates) + $"<define-gate name=\"g{n}\"><basic-event name=\"e0\"/></define-gate>"
            + Many(n, i => $"<define-basic-event name=\"e{i}\"><float value=\"0.01\"/></define-basic-event>") + Foot;
    }

    private static string Wide(int n, string kind, bool repeated)
    {
        var bounds = kind switch { "atleast" => $" min=\"{n / 2}\"", "cardinality" => $" min=\"{n / 3}\" max=\"{n / 2}\"", _ => "" };
        return Head + $"<define-gate name=\"g\"><{kind}{bounds}>" + Many(n, i => $"<basic-event name=\"e{(repeated ? i / 2 : i)}\"/>") + $"</{kind}></define-gate>"
            + Many(n, i => $"<define-basic-event name=\"e{i}\"><float value=\"0.01\"/></define-basic-event>") + Foot;
    }

    /// <summary>Many things in a place whose path is long.</summary>
    private static string LongPaths(int n, Dice dice)
    {
        var (depth, length) = (dice.Scale(190), dice.Scale(500));
        return Head + Repeat($"<define-component name=\"{new string('c', length)}\">", depth)
            + Many(n, i => $"<define-gate name=\"g{i}\"><constant value=\"1\"/></define-gate>") + Repeat("</define-component>", depth) + Foot;
    }

    /// <summary>Parameters that look at one another, each through many levels of its own.</summary>
    private static string Parameters(int n, int levels) =>
        Head + Many(n, i => $"<define-parameter name=\"p{i}\">{Repeat("<neg>", levels)}{(i + 1 < n ? $"<parameter name=\"p{i + 1}\"/>" : "<float value=\"0.5\"/>")}{Repeat("</neg>", levels)}</define-parameter>")
        + "<define-basic-event name=\"e\"><abs><parameter name=\"p0\"/></abs></define-basic-event><define-gate name=\"g\"><basic-event name=\"e\"/></define-gate>" + Foot;

    /// <summary>Two gates a rung, each looking at both of the next: few gates, very many paths.</summary>
    private static string Ladder(int n, Dice dice)
    {
        string[] kinds = [dice.Of("and", "or", "nand"), dice.Of("or", "xor", "iff")];
        return Head + Many(n, i => string.Concat(kinds.Select((kind, side) => $"<define-gate name=\"{"ab"[side]}{i}\"><{kind}><gate name=\"a{i + 1}\"/><gate name=\"b{i + 1}\"/></{kind}></define-gate>")))
            + $"<define-gate name=\"a{n}\"><basic-event name=\"x\"/></define-gate><define-gate name=\"b{n}\"><or><basic-event name=\"x\"/><basic-event name=\"y\"/></or></define-gate>"
            + "<define-basic-event name=\"x\"/><define-basic-event name=\"y\"/>" + Foot;
    }

    /// <summary>The hidden weighted bits of a square: small to write, hard for diagrams.</summary>
    private static string Grid(int n)
    {
        var text = new StringBuilder(Head).Append("<define-gate name=\"g\"><and>");
        for (var i = 0; i < n; i++)
        {
            text.Append("<or>");
            for (var j = 0; j < n; j++) text.Append(CultureInfo.InvariantCulture, $"<and><basic-event name=\"e{i * n + j}\"/><basic-event name=\"e{j * n + i}\"/></and>");
            text.Append("</or><atleast min=\"").Append(n / 2).Append("\">");
            for (var j = 0; j < n; j++) text.Append(CultureInfo.InvariantCulture, $"<basic-event name=\"e{(j * (i + 1)) % n * n + j}\"/>");
            text.Append("</atleast>");
        }
        return text.Append("</and></define-gate>").Append(Many(n * n, i => $"<define-basic-event name=\"e{i}\"><float value=\"0.1\"/></define-basic-event>")).Append(Foot).ToString();
    }

    private static string Repeat(string piece, int times) => new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();

    private static string Many(int n, Func<int, string> piece) => string.Concat(Enumerable.Range(0, n).Select(piece));
}
