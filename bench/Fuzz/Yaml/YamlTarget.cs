using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Packs;

namespace TousRisques.Fuzz.Yaml;

/// <summary>The reader of packs as the command <c>check</c> calls it, from a folder; then the model over what it accepts.</summary>
internal sealed class YamlTarget : ITarget
{
    /// <summary>What may be said of a file, or of the pack as a whole.</summary>
    private static readonly FindingCode[] Whole =
    [
        FindingCode.FolderMissing, FindingCode.FolderUnreadable, FindingCode.FolderEmpty, FindingCode.TooManyFiles, FindingCode.FileTooLarge, FindingCode.PackTooLarge, FindingCode.FileUnreadable,
        FindingCode.LinkOutside, FindingCode.WrongExtension, FindingCode.SubfolderIgnored, FindingCode.DuplicateFile, FindingCode.WrongEncoding, FindingCode.EmptyFile, FindingCode.MissingSection, FindingCode.TooManyFindings,
    ];

    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ":", ": ", "-", "- ", ",", "&a ", "*a", "!!int ", "|\n", ">\n", "\"", "'", "#", " #", "?", "? ", "~", "null", "\n", "\n\n", "  ", "\t", "\r", "---\n", "...\n", "%YAML 1.2\n", "<<: ",
        "\0", "\ufeff", "é", "\U0001F30A", "\u0085", "\u2028", "-1", "1e999", "NaN", "0", "c0", "c1", "f0", "all", "any", "on", "id: ", "at: ", "\\x00", "\\UFFFFFFFF", "@", "`", "true", "3650 d", "1 min", "/", "..",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("tousrisques-fuzz-pack-").FullName;
    private readonly Dictionary<string, byte[]> there = new(StringComparer.Ordinal);

    public string Name => "yaml";

    public string Pattern => "*.yaml";

    public IEnumerable<string> AllKinds => Enum.GetNames<FindingCode>();

    public IReadOnlyList<Input> Seeds()
    {
        var seeds = Enumerable.Range(0, 20).Select(i => { var dice = new Dice((ulong)i); return Spread(PackModels.Next(dice), dice); }).ToList();
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (!File.Exists(Path.Combine(at.FullName, "TousRisques.slnx"))) continue;
            foreach (var pack in Directory.GetDirectories(Path.Combine(at.FullName, "scenarios")).Append(Path.Combine(at.FullName, "tests", "Formats.Tests", "Samples", "full")).Order(StringComparer.Ordinal))
                seeds.Add(Input.Load(pack, Pattern));
            break;
        }
        return seeds;
    }

    public Input Next(Dice dice, Corpus corpus)
    {
        var roll = dice.Below(100);
        if (roll < 3) return new Input(YamlNasty.Next(dice));
        if (roll < 5) return new Input(Changed(YamlNasty.Next(dice), f => Bytes.Mutate(f, dice, Tokens, () => [])));
        if (roll < 7) return With(corpus.Pick(dice), YamlNasty.Next(dice), dice);
        if (roll < 32) return Spread(PackModels.Next(dice), dice);
        if (roll < 55) return Spread(PackMutations.Mutate(PackModels.Next(dice), dice, () => Picked(corpus, dice)), dice);
        var start = corpus.Pick(dice);
        var file = dice.Among(start.Files);
        if (roll < 80 && Knot.Parse(file.Text) is { } tree) return With(start, InputFile.Of(file.Name, PackMutations.Mutate(tree, dice, () => Picked(corpus, dice)).Write(dice)), dice);
        return With(start, Changed(file, f => Bytes.Mutate(f, dice, Tokens, () => dice.Among(corpus.Pick(dice).Files).Bytes)), dice);
    }

    public Outcome Run(Input input)
    {
        Put(input);
        var reading = PackReader.Read(folder);
        foreach (var finding in reading.Findings) Check(finding, input);
        if (reading.Pack is null != reading.Errors > 0) throw new BrokenPromiseException("a pack comes if and only if there is no error", $"{reading.Findings.Length} findings");
        Checked(reading);
        var kinds = reading.Findings.Select(f => f.Code.ToString()).ToImmutableSortedSet(StringComparer.Ordinal);
        if (reading.Pack is not { } pack) return new Outcome(false, kinds);
        // A workshop reads its pack again from the texts that its journal keeps.
        if (PackReader.Read(new PackFiles(reading.Files.Files)).Pack is null) throw new BrokenPromiseException("what a journal keeps is read as the folder was", "refused");
        var checks = new PackChecks(input.Hash());
        return new Outcome(true, kinds.Union(checks.Of(pack)), checks.IsTimed);
    }

    private static void Check(Finding finding, Input input)
    {
        if (finding.Line == 0)
        {
            if (!Whole.Contains(finding.Code)) throw new BrokenPromiseException("a finding has a line", finding.ToString());
        }
        else
        {
            var file = input.Files.FirstOrDefault(f => f.Name == finding.File) ?? throw new BrokenPromiseException("a finding names its file", finding.ToString());
            var lines = 1 + file.Text.ReplaceLineEndings("\n").Count(c => c == '\n');
            if (finding.Line > lines || finding.Column < 1 || finding.Column > file.Bytes.Length + 2) throw new BrokenPromiseException("a finding is in its file", finding.ToString());
        }
        foreach (var language in new[] { Language.French, Language.English }) Sayable.Check(FindingText.Line(finding, language));
    }

    /// <summary>The command says a line for each finding and one in the end.</summary>
    private void Checked(PackReading reading)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var code = PackCheck.Run(folder, Language.French, output);
        if (code != (reading.Errors > 0 ? PackCheck.HasErrors : PackCheck.Fine)) throw new BrokenPromiseException("the code of check tells whether there are errors", $"{code}");
        var lines = output.ToString().Count(c => c == '\n');
        if (lines != reading.Findings.Length + 1) throw new BrokenPromiseException("check says a line for each finding", $"{lines} lines, {reading.Findings.Length} findings");
    }

    /// <summary>Writes the files to the folder; what stands there already is left.</summary>
    private void Put(Input input)
    {
        foreach (var name in there.Keys.Except(input.Files.Select(f => f.Name)).ToList())
        {
            File.Delete(Path.Combine(folder, name));
            there.Remove(name);
        }
        foreach (var file in input.Files)
        {
            if (there.TryGetValue(file.Name, out var old) && old.AsSpan().SequenceEqual(file.Bytes)) continue;
            File.WriteAllBytes(Path.Combine(folder, file.Name), file.Bytes);
            there[file.Name] = file.Bytes;
        }
    }

    /// <summary>The sections of a pack in one file or several.</summary>
    private static Input Spread(Knot root, Dice dice)
    {
        if (root.Entries is not { Count: > 3 } entries || !dice.OneIn(3)) return new Input(InputFile.Of("pack.yaml", root.Write(dice)));
        var count = dice.From(2, 4);
        var parts = Enumerable.Range(0, count).Select(_ => new Knot { Entries = [] }).ToList();
        foreach (var entry in entries) dice.Among(parts).Entries!.Add(entry);
        return new Input(parts.Select((p, i) => InputFile.Of($"part{i}.yaml", p.Write(dice))));
    }

    /// <summary>The files with one put in the place of another of its name, or beside them.</summary>
    private static Input With(Input input, InputFile file, Dice dice)
    {
        var old = input.Files.FirstOrDefault(f => f.Name == file.Name);
        if (old is not null) return new Input(input.Files.Replace(old, file));
        return dice.OneIn(2) ? new Input(input.Files.Add(file)) : new Input(input.Files.SetItem(dice.Below(input.Files.Length), file));
    }

    private static Knot? Picked(Corpus corpus, Dice dice) => Knot.Parse(dice.Among(corpus.Pick(dice).Files).Text);

    private static InputFile Changed(InputFile file, Func<byte[], byte[]> change) => file with { Bytes = change(file.Bytes) };
}
