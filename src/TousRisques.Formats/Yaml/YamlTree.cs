using System.Collections.Immutable;
using System.Globalization;
using TousRisques.Formats.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace TousRisques.Formats.Yaml;

/// <summary>
/// Builds a tree with positions from the events of the YAML parser. Refuses what packs do not need and attackers do: anchors and
/// aliases (a few lines of them grow into gigabytes), tags, depth, numbers of values.
/// </summary>
internal sealed class YamlTree
{
    private readonly string file;
    private readonly FindingList findings;
    private readonly Parser parser;
    private int nodesLeft;

    private YamlTree(string file, string text, int nodesLeft, FindingList findings) =>
        (this.file, this.nodesLeft, this.findings, parser) = (file, nodesLeft, findings, new Parser(new StringReader(text)));

    /// <summary>The document of a file; null when it holds nothing or could not be read, which a finding tells.</summary>
    /// <param name="file">Its name, for findings.</param>
    /// <param name="text">Its text.</param>
    /// <param name="nodesLeft">How many values may still be read; counted down.</param>
    /// <param name="findings">Where findings go.</param>
    /// <param name="broken">Whether something that could not be read may stand in the file.</param>
    public static YamlNode? Read(string file, string text, ref int nodesLeft, FindingList findings, out bool broken)
    {
        broken = false;
        if (text.StartsWith('\ufeff'))
        {
            findings.Warning(FindingCode.ByteOrderMark, new(file, 1, 1));
            text = text[1..];
        }
        if (!YamlCharacters.Check(file, text, findings, out var tabs))
        {
            broken = true;
            return null;
        }
        var tree = new YamlTree(file, text, nodesLeft, findings);
        try
        {
            return tree.Document();
        }
        catch (GaveUp)
        {
            broken = true;
        }
        catch (YamlException e)
        {
            broken = true;
            // The parser stumbles over tabs too, in less helpful words and often lines further down.
            if (!tabs) findings.Error(FindingCode.YamlSyntax, InFile(tree.SpotOf(e.Start), text), detail: e.Message);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The parser is not ours: whatever it throws on strange input, our caller gets a finding at the last known place.
            broken = true;
            if (!tabs) findings.Error(FindingCode.YamlSyntax, InFile(tree.SpotOf(tree.parser.Current?.Start ?? Mark.Empty), text));
        }
        finally
        {
            nodesLeft = tree.nodesLeft;
        }
        return null;
    }

    private YamlNode? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
        {
            findings.Warning(FindingCode.EmptyFile, Spot.Whole(file));
            return null;
        }
        parser.Consume<DocumentStart>();
        var root = Node(0);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<StreamEnd>(out _)) return root;
        findings.Error(FindingCode.SeveralDocuments, SpotOf(parser.Current!.Start));
        return root;
    }

    private YamlNode Node(int depth)
    {
        if (parser.Current is null) parser.MoveNext();
        var at = SpotOf(parser.Current!.Start);
        if (nodesLeft-- <= 0) throw GiveUp(FindingCode.TooManyNodes, at, Number(YamlLimits.Nodes));
        if (depth > YamlLimits.Depth) throw GiveUp(FindingCode.TooDeep, at, Number(YamlLimits.Depth));
        switch (parser.Current)
        {
            case AnchorAlias alias: throw GiveUp(FindingCode.AnchorOrAlias, at, "*" + alias.Value.Value);
            case NodeEvent { Anchor.IsEmpty: false } anchored: throw GiveUp(FindingCode.AnchorOrAlias, at, "&" + anchored.Anchor.Value);
            case NodeEvent { Tag.IsEmpty: false } tagged: findings.Error(FindingCode.YamlTag, at, tagged.Tag.Value.Replace("tag:yaml.org,2002:", "!!", StringComparison.Ordinal)); break;
        }
        if (parser.TryConsume<Scalar>(out var scalar)) return Checked(new YamlScalar(at, scalar.Value, scalar.Style == ScalarStyle.Plain));
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = ImmutableArray.CreateBuilder<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(depth + 1));
            return new YamlSequence(at, items.ToImmutable());
        }
        parser.Consume<MappingStart>();
        return new YamlMapping(at, Entries(depth));
    }

    private ImmutableArray<YamlEntry> Entries(int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var seen = new Dictionary<string, Spot>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key is not YamlScalar name) findings.Error(FindingCode.KeyNotText, key.At, expected: new Expected.SingleValue());
            else if (!seen.TryAdd(name.Value, name.At)) findings.Error(FindingCode.DuplicateKey, name.At, name.Value, other: seen[name.Value]);
            else entries.Add(new(name, value));
        }
        return entries.ToImmutable();
    }

    /// <summary>Escapes in double quotes can write what the file itself may not hold.</summary>
    private YamlScalar Checked(YamlScalar scalar)
    {
        if (YamlCharacters.FirstStrange(scalar.Value) is not { } code) return scalar;
        findings.Error(FindingCode.ControlCharacter, scalar.At, code);
        return scalar with { Value = "·", Plain = false };
    }

    private Spot SpotOf(in Mark mark) => new(file, (int)Math.Min(mark.Line, int.MaxValue), (int)Math.Min(mark.Column, int.MaxValue));

    /// <summary>The parser ends a last line that has no end, and then complains of the line after: there is none in the editor.</summary>
    private static Spot InFile(Spot at, string text)
    {
        var lines = 1 + text.ReplaceLineEndings("\n").Count(c => c == '\n');
        return at.Line <= lines ? at with { Column = Math.Max(1, at.Column), Line = Math.Max(1, at.Line) }
            : new(at.File, lines, text.Length - (text.LastIndexOfAny(['\n', '\r', '\f', '\u0085', '\u2028', '\u2029']) + 1) + 1);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private GaveUp GiveUp(FindingCode code, Spot at, string value)
    {
        findings.Error(code, at, value);
        return new GaveUp();
    }

#pragma warning disable CA1064 // Exceptions should be public: this one never leaves the file
    private sealed class GaveUp : Exception;
#pragma warning restore CA1064
}
