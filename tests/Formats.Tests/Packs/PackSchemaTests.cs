using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Packs;
using TousRisques.Formats.Packs.Reading;
using TousRisques.Formats.Yaml;
using TousRisques.Testing;
using Xunit;
using static TousRisques.Formats.Findings.FindingCode;

namespace TousRisques.Formats.Tests.Packs;

/// <summary>The published schema, which editors use, and the reader say the same.</summary>
public partial class PackSchemaTests
{
    private static readonly string Source = File.ReadAllText(Path.Combine(ShownFile.Repository, "docs", "schema", "pack-1.schema.json"));
    private static readonly JObject Json = JObject.Parse(Source);
    internal static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(Source).GetAwaiter().GetResult();

    public static TheoryData<string> ShapeNames => [.. Shape.All.Select(s => s.Name)];

    [Fact]
    public void Every_file_of_the_sample_fits_the_schema() => Assert.All(Samples.Full.Files, file => Assert.Empty(Schema.Validate(Tree(file))));

    [Theory, MemberData(nameof(ShapeNames))]
    public void The_schema_knows_the_keys_that_the_reader_reads(string name)
    {
        var shape = Shape.All.Single(s => s.Name == name);
        string[] definitions = name == "figure" ? ["durationFigure", "numberFigure", "shareFigure"] : [name];
        foreach (var definition in definitions)
        {
            var schema = name == "document" ? Json : (JObject)Json["definitions"]![definition]!;
            Assert.Equal(shape.Keys.Order(StringComparer.Ordinal), Objects(schema).SelectMany(o => ((JObject)o["properties"]!).Properties().Select(p => p.Name)).Distinct().Order(StringComparer.Ordinal));
            Assert.All(Objects(schema), o => Assert.False((bool)o["additionalProperties"]!));
        }
    }

    [Fact]
    public void The_schema_has_no_definition_that_nothing_uses() => Assert.All(
        ((JObject)Json["definitions"]!).Properties(), d => Assert.Contains($"\"#/definitions/{d.Name}\"", Source, StringComparison.Ordinal));

    [Fact]
    public void The_schema_knows_the_words_of_every_enumeration()
    {
        var lists = Json.Descendants().OfType<JProperty>().Where(p => p.Name == "enum" && p.Value[0]!.Type == JTokenType.String)
            .Select(p => string.Join(' ', p.Value.Values<string>())).Distinct().Order(StringComparer.Ordinal);
        string[] known =
        [
            string.Join(' ', EnumWords<Nature>.All), string.Join(' ', EnumWords<Nature>.All.Remove("function")), Words<Theme>(), Words<CrisisTime>(), Words<Reality>(),
            Words<StakeholderFamily>(), Words<StakeholderRole>(), Words<Scale>(), Words<ActKind>(), Words<Medium>(), "staff effort", "gatherings", "blue violet red",
        ];
        Assert.Equal(known.Order(StringComparer.Ordinal), lists);
        static string Words<T>() where T : struct, Enum => string.Join(' ', EnumWords<T>.All);
    }

    [Theory, MemberData(nameof(ShapeNames))]
    public void The_page_of_the_format_names_every_key(string name)
    {
        var page = File.ReadAllText(Path.Combine(ShownFile.Repository, "docs", "pack-format.md"));
        Assert.All(Shape.All.Single(s => s.Name == name).Keys, key => Assert.Matches($@"(?<![A-Za-z-]){key}(:|`|,|\s|$)", page));
    }

    [Fact] // one key less in one mapping of the sample, for every key of every mapping
    public void What_the_reader_misses_the_schema_misses_too()
    {
        var tried = 0;
        foreach (var file in Samples.Full.Files)
            foreach (var property in Tree(file).Descendants().OfType<JProperty>().Where(p => p.Parent!.Parent is not null).Select(p => p.Path)
                .DistinctBy(p => Index().Replace(p, "[]")).ToList())
            {
                var changed = Tree(file);
                changed.SelectToken(property)!.Parent!.Remove();
                var missed = Read(file, changed).Any(f => f.Code is MissingKey or MissingLanguage or ActWithoutEvents or BadValue or OneKeyOnly);
                // A schema does not know which languages a pack has; an emptied text it does refuse.
                if (Language().IsMatch(property)) continue;
                Assert.True(missed == (Schema.Validate(changed).Count > 0), $"{file.Name} without {property}: reader {missed}, schema {!missed}");
                tried++;
            }
        Assert.True(tried > 100, $"{tried}");
    }

    [Fact] // one value of the sample replaced by something odd, for every value
    public void What_the_schema_refuses_the_reader_refuses_and_the_other_way_round()
    {
        JToken[] odd = ["¤¤", "zzz", -1, 0, 1.5, 1e12, new JArray(), new JObject { ["zz"] = "¤" }, "1 h"];
        FindingCode[] ofValues = [WrongKind, BadValue, OutOfRange, TextKey, MissingKey, EmptyList, NeedOfNothing, ActWithoutEvents, OneKeyOnly, UnknownKey, FunctionAmongComponents];
        var tried = 0;
        var disagreements = new List<string>();
        foreach (var file in Samples.Full.Files)
            foreach (var path in Tree(file).DescendantsAndSelf().Where(t => t is not JProperty && t.Parent is not null).Select(t => t.Path)
                .DistinctBy(p => Index().Replace(p, "[]")).ToList())
                foreach (var value in odd)
                {
                    var changed = Tree(file);
                    changed.SelectToken(path)!.Replace(value);
                    var refused = Schema.Validate(changed).Count > 0;
                    var findings = Read(file, changed);
                    // Names of things, dates of the calendar, orders and latitudes are beyond a schema; so is what two keys say together.
                    if (refused && findings.Count == 0) disagreements.Add($"Only the schema refuses {value} at {path}.");
                    if (!refused && findings.Any(f => ofValues.Contains(f.Code)))
                        disagreements.Add($"Only the reader refuses {value} at {path}: {string.Join(", ", findings.Select(f => f.Code))}");
                    tried++;
                }
        Assert.True(disagreements.Count == 0, string.Join('\n', disagreements));
        Assert.True(tried > 1000, $"{tried}");
    }

    private static List<Finding> Read(PackFile file, JToken changed) =>
        [.. PackReader.Read(new PackFiles(Samples.Full.Files.Select(f => f.Name == file.Name ? f with { Content = changed.ToString() } : f))).Findings];

    private static IEnumerable<JObject> Objects(JObject schema) =>
        schema["properties"] is not null ? [schema] : (schema["anyOf"] ?? schema["oneOf"] ?? new JArray()).OfType<JObject>().SelectMany(Objects);

    /// <summary>A file as JSON, as editors see it: plain values are typed as YAML 1.2 types them.</summary>
    internal static JObject Tree(PackFile file)
    {
        var (left, findings) = (YamlLimits.Nodes, new FindingList());
        return (JObject)Token(YamlTree.Read(file.Name, file.Content, ref left, findings, out _)!);
    }

    private static JToken Token(YamlNode node) => node switch
    {
        YamlMapping mapping => new JObject(mapping.Entries.Select(e => new JProperty(e.Key.Value, Token(e.Value)))),
        YamlSequence list => new JArray(list.Items.Select(Token)),
        YamlScalar { Plain: true, Value: "true" } => true,
        YamlScalar { Plain: true, Value: "false" } => false,
        YamlScalar { Plain: true } s when Integer().IsMatch(s.Value) => long.Parse(s.Value),
        YamlScalar { Plain: true } s when Float().IsMatch(s.Value) => double.Parse(s.Value),
        YamlScalar s => s.Value,
        _ => JValue.CreateNull(),
    };

    [GeneratedRegex("^[-+]?[0-9]+$")] private static partial Regex Integer();
    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")] private static partial Regex Float();
    [GeneratedRegex(@"\.(fr|en)$")] private static partial Regex Language();
    [GeneratedRegex(@"\[[0-9]+\]")] private static partial Regex Index();
}
