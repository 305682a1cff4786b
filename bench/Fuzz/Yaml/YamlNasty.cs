using System.Text;

namespace TousRisques.Fuzz.Yaml;

/// <summary>What breaks readers of YAML: bombs, depth, breadth, marks of order, merge keys. Each in a size that the dice choose.</summary>
internal static class YamlNasty
{
    public static InputFile Next(Dice dice)
    {
        var n = dice.Scale(dice.OneIn(60) ? 200_000 : dice.OneIn(5) ? 20_000 : 1_000);
        var text = dice.Below(30) switch
        {
            0 => "a: &a [x,x]\n" + Many(Math.Min(n, 50), i => $"{(char)('b' + i % 25)}: &b{i} [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"),
            1 => "base: &b { id: x }\ncomponents:\n  - { <<: *b, name: y }\n",
            2 => "&a a: *a\n",
            3 => Repeat("[", n),
            4 => Repeat("{a: ", n),
            5 => Repeat("- ", n),
            6 => Repeat("? ", n),
            7 => "components:\n" + Repeat("- {}\n", n),
            8 => "components:\n" + Many(n, i => $"- {{ id: c{i}, name: C, nature: data, needs: c{(i + 1) % n} }}\n"),
            9 => "components:\n" + Many(n, i => $"- {{ id: c{i / 2}, name: C, nature: data, tags: [ t{i % 100} ], needs: {{ any: [ x{i} ] }} }}\n"),
            10 => "components:\n- needs: " + Repeat("{ all: [ ", Math.Min(n, 70)) + "c" + Repeat(" ] }", Math.Min(n, 70)) + "\n",
            11 => "components:\n- name: { " + Many(n, i => $"{(char)('a' + i / 26 % 26)}{(char)('a' + i % 26)}: t, ") + " }\n",
            12 => "pack:\n  languages: [ " + Many(Math.Min(n, 676), i => $"{(char)('a' + i / 26 % 26)}{(char)('a' + i % 26)}, ") + "]\ncomponents:\n" + Many(n, i => $"- {{ name: x{i} }}\n"),
            13 => Many(n, i => $"k{i}: v\n"),
            14 => Repeat("format: 1\n", n),
            15 => "pack: \"" + Repeat("\\\n", n) + "\"\n",
            16 => "pack: |\n" + Repeat(" x\n", n),
            17 => "pack: >\n" + Repeat(" x\n\n", n),
            18 => "pack: " + new string('x', n) + "\n",
            19 => new string('x', n) + ": y\n",
            20 => "%TAG ! tag:x,2000:\n" + Repeat("%A b\n", n) + "---\na: !y b\n",
            21 => Repeat("--- a\n", n),
            22 => "a: b\n\0c: d\n",
            23 => "\ufeff\ufeffformat: 1\n",
            24 => "pack: \"\\UFFFFFFFF \\ud800 \\x00\"\n",
            25 => "pack:\n" + Repeat("\t", n) + "id: x\n",
            26 => Repeat("#", n) + "\n" + Repeat("# \n", n),
            27 => "acts:\n- events:\n" + Many(n, i => $"  - {{ id: e{i}, at: {n - i} h, strikes: [ {{ on: {{ tag: t{i}, zone: z }} }} ] }}\n"),
            28 => "territory:\n  outline: [ [ " + Repeat("[1, 2], ", n) + "] ]\n",
            _ => Many(n, i => $"{dice.Of("pack", "acts", "stress", "functions", "hazards", "sources")}: {dice.Of("[]", "{}", "~", "x", "[[]]", "[{}]", "[~]")}\n"),
        };
        return InputFile.Of("nasty.yaml", text);
    }

    private static string Repeat(string piece, int times) => new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();

    private static string Many(int n, Func<int, string> piece) => string.Concat(Enumerable.Range(0, n).Select(piece));
}
