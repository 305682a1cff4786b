using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Formats.OpenPsa;

namespace TousRisques.Fuzz.Xml;

/// <summary>The reader of Open-PSA models, and the exact analysis of what it accepts.</summary>
internal sealed class XmlTarget : ITarget
{
    /// <summary>What may be said of a file or of the model as a whole.</summary>
    private static readonly PsaFindingCode[] Whole =
        [PsaFindingCode.FileUnreadable, PsaFindingCode.TooManyFiles, PsaFindingCode.TooLarge, PsaFindingCode.NoGate, PsaFindingCode.TooManyFindings];

    private static readonly string[] Tokens =
    [
        .. XmlMutations.Elements.Select(e => $"<{e}>"), .. XmlMutations.Elements.Select(e => $"</{e}>"), "<", ">", "/>", "\"", "'", "&", "&#0;", "&#x1F30A;", "&amp;", "<!--", "-->", "<![CDATA[", "]]>",
        "<?xml version=\"1.0\"?>", "<?", "?>", "<!DOCTYPE x [", "<!ENTITY a \"b\">", "]>", " name=\"", " value=\"", " min=\"", " xmlns=\"", "true", "1e-3", ".", "\n",
    ];

    public string Name => "xml";

    public string Pattern => "*.xml";

    public IEnumerable<string> AllKinds => Enum.GetNames<PsaFindingCode>();

    public IReadOnlyList<Input> Seeds()
    {
        var seeds = Enumerable.Range(0, 20).Select(i => { var dice = new Dice((ulong)i); return new Input([new InputFile("model.xml", XmlModels.Next(dice).Write(dice))]); }).ToList();
        if (Environment.GetEnvironmentVariable("ARALIA") is { Length: > 0 } folder && Directory.Exists(folder))
            seeds.AddRange(Directory.GetFiles(folder, "*.xml").Where(f => new FileInfo(f).Length < 30_000).Order(StringComparer.Ordinal).Select(f => new Input([new InputFile(Path.GetFileName(f), File.ReadAllBytes(f))])));
        return seeds;
    }

    public Input Next(Dice dice, Corpus corpus)
    {
        var roll = dice.Below(100);
        if (roll < 3) return new Input(XmlNasty.Next(dice));
        if (roll < 5) return new Input(Changed(XmlNasty.Next(dice), f => Bytes.Mutate(f, dice, Tokens, () => [])));
        if (roll < 30) return Spread(XmlModels.Next(dice), dice);
        if (roll < 50) return Spread(XmlMutations.Mutate(XmlModels.Next(dice), dice, () => Picked(corpus, dice)), dice);
        if (roll < 75 && Picked(corpus, dice) is { } tree) return Spread(XmlMutations.Mutate(tree, dice, () => Picked(corpus, dice)), dice);
        var start = corpus.Pick(dice);
        return new Input(start.Files.SetItem(0, Changed(start.Files[0], f => Bytes.Mutate(f, dice, Tokens, () => corpus.Pick(dice).Files[0].Bytes))));
    }

    public Outcome Run(Input input)
    {
        var reading = PsaReader.Read([.. input.Files.Select(f => (f.Name, (Func<Stream>)(() => new MemoryStream(f.Bytes))))]);
        foreach (var finding in reading.Findings) Check(finding, input);
        if (reading.Model is null != reading.Findings.Any(f => f.Severity == Formats.Findings.Severity.Error))
            throw new BrokenPromiseException("a model comes if and only if there is no error", $"{reading.Findings.Length} findings");
        var kinds = reading.Findings.Select(f => f.Code.ToString()).ToImmutableSortedSet(StringComparer.Ordinal);
        if (reading.Model is not { } model) return new Outcome(false, kinds);
        var traits = new TreeChecks(input.Hash()).Of(model, out var isTimed);
        return new Outcome(true, kinds.Union(traits), isTimed);
    }

    private static void Check(PsaFinding finding, Input input)
    {
        var at = finding.At;
        var file = input.Files.FirstOrDefault(f => f.Name == at.File) ?? throw new BrokenPromiseException("a finding names its file", finding.ToString());
        if (at.Line == 0 && !Whole.Contains(finding.Code)) throw new BrokenPromiseException("a finding has a line", finding.ToString());
        if (at.Line > 0 && (at.Column < 1 || at.Column > file.Bytes.Length + 2 || at.Line > 1 + file.Bytes.Count(b => b is (byte)'\n' or (byte)'\r')))
            throw new BrokenPromiseException("a finding is in its file", finding.ToString());
        foreach (var language in new[] { Language.French, Language.English }) Sayable.Check(PsaFindingText.Line(finding, language));
    }

    /// <summary>A tree as one file, or as several.</summary>
    private static Input Spread(Tag root, Dice dice)
    {
        if (root.Children.Count < 2 || !dice.OneIn(8)) return new Input([new InputFile("model.xml", root.Write(dice))]);
        var second = new Tag(root.Name);
        var cut = dice.From(1, root.Children.Count - 1);
        second.Children.AddRange(root.Children[cut..]);
        root.Children.RemoveRange(cut, root.Children.Count - cut);
        return new Input([new InputFile("a.xml", root.Write(dice)), new InputFile("b.xml", second.Write(dice))]);
    }

    private static Tag? Picked(Corpus corpus, Dice dice) => Tag.Parse(corpus.Pick(dice).Files[0].Bytes);

    private static InputFile Changed(InputFile file, Func<byte[], byte[]> change) => file with { Bytes = change(file.Bytes) };
}
