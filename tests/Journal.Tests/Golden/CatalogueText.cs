using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal.Json;
using TousRisques.Journal.Names;

namespace TousRisques.Journal.Tests.Golden;

/// <summary>Draws <c>docs/event-catalogue.md</c> from the types, the tables of names, the XML documentation and the golden files.</summary>
internal static partial class CatalogueText
{
    private static readonly XDocument Documentation = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "TousRisques.Domain.xml"));

    public static string Draw()
    {
        var text = new StringBuilder($"""
            # Event catalogue

            Every fact that a journal keeps about workshops and expeditions, as it is stored. Drawn from the code by a test
            (`tests/Journal.Tests`, run with `{ShownSwitch}=1` after a change); do not edit by hand.

            Stored for ever: names and fields only grow. A new field is one that may be absent, or a text, a list, a number or a yes/no, whose
            absence reads as empty, zero or no. Any other change makes a new version of the fact, with an upcaster from the one before
            (`src/TousRisques.Journal/Facts/Upcasters.cs`). Fields that a reader does not know are passed over.

            A record also carries its stream (`workshop:CODE`), its version in the stream, the time (UTC), who caused it
            (`facilitator:NAME`, `observer:NAME`, `participant:ID`, `model`, `visitor`), the client's id of the command, and two SHA-256
            hashes: its own and that of the record before (layout: `src/TousRisques.Journal/Records/HashChain.cs`).

            How values are written: a name is a bare string; a duration is ISO 8601 (`PT1H30M`); a text by language is `{"{\"fr\":…,\"en\":…}"}`;
            null is left out; a case of a union has its name in `kind`.

            ## Facts


            """.ReplaceLineEndings("\n"));
        foreach (var (name, type) in EventNames.Kinds.Cases) Fact(text, name, EventNames.VersionOf(name), EventNames.SinceOf(name), type, StoredFolder.Workshops);
        text.Append("""
            ## `pack-stored/1`

            The files of a pack, in a stream of its own, `pack:DIGEST`, named by their content (`src/TousRisques.Journal/Packs/PackFile.cs`) and written once.

            - `files`: list of: pack-file — each with `name` and `content`, in ordinal order of names.

            Since 0.1.

            ## Facts of expeditions

            In streams `expedition:NAME`; who caused them is `account:NAME`, `visitor` or `house`. Part by part, in the order of `src/TousRisques.Domain/Expeditions`. Names, addresses and
            telephone numbers of people never stand in them.


            """.ReplaceLineEndings("\n"));
        foreach (var (name, type) in ExpeditionEventNames.Kinds.Cases) Fact(text, name, ExpeditionEventNames.VersionOf(name), "0.1", type, StoredFolder.Expeditions);
        text.Append("""
            ## Parts of facts


            """.ReplaceLineEndings("\n"));
        foreach (var part in PartsOf(EventNames.Kinds.Cases.Concat(ExpeditionEventNames.Kinds.Cases).Select(c => c.Type)).Where(t => !t.IsEnum).OrderBy(t => t.Name, StringComparer.Ordinal)) Part(text, part);
        return text.ToString();
    }

    private const string ShownSwitch = Testing.ShownFile.Switch;

    private static void Fact(StringBuilder text, string name, int version, string since, Type type, StoredFolder folder)
    {
        var stored = $"{name}/{version.ToString(CultureInfo.InvariantCulture)}";
        text.Append(CultureInfo.InvariantCulture, $"### `{stored}`\n\n{Summary("T:" + type.FullName)}\n\n");
        Fields(text, type);
        text.Append(CultureInfo.InvariantCulture, $"Since {since}.\n\n```json\n{folder.Read(StoredFolder.FileOf(stored)).Record.Json}\n```\n\n");
    }

    private static void Part(StringBuilder text, Type type)
    {
        text.Append(CultureInfo.InvariantCulture, $"### {Kebab(type)}\n\n{Summary("T:" + type.FullName)}\n\n");
        if (type.IsAbstract)
        {
            foreach (var (name, @case) in CasesOf(type)) text.Append(CultureInfo.InvariantCulture, $"- `\"kind\":\"{name}\"`: {Kebab(@case)}\n");
            text.Append('\n');
        }
        else Fields(text, type);
    }

    private static void Fields(StringBuilder text, Type type)
    {
        foreach (var member in RecordShape.Of(type).Members)
        {
            var words = Parameter(type, member.Property.Name) is { Length: > 0 } p ? p : Summary($"P:{type.FullName}.{member.Property.Name}");
            text.Append(CultureInfo.InvariantCulture, $"- `{member.Name}`{(member.Nullable ? " (may be absent)" : "")}: {TypeWords.Of(member.Type)}{(words.Length > 0 ? " — " + words : "")}\n");
        }
        if (RecordShape.Of(type).Members.Length > 0) text.Append('\n');
    }

    /// <summary>Every record, union and enumeration that some types are made of, themselves left out.</summary>
    public static ImmutableArray<Type> PartsOf(IEnumerable<Type> roots)
    {
        var found = new HashSet<Type>();
        foreach (var root in roots) Walk(root);
        return [.. found.OrderBy(t => t.FullName, StringComparer.Ordinal)];

        void Walk(Type type)
        {
            foreach (var member in RecordShape.Of(type).Members) Visit(member.Type);
        }

        void Visit(Type type)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            {
                Visit(type.GetGenericArguments()[0]);
                return;
            }
            if (type.Namespace?.StartsWith("TousRisques", StringComparison.Ordinal) != true || type == typeof(Text) || WireConverterFactory.IsId(type) || !found.Add(type)) return;
            if (type.IsAbstract)
                foreach (var (_, @case) in CasesOf(type)) Visit(@case);
            else if (!type.IsEnum) Walk(type);
        }
    }

    private static IEnumerable<(string Name, Type Type)> CasesOf(Type union) =>
        union == typeof(Audience) ? CaseNames.Audiences.Cases
        : union == typeof(Domain.Workshops.Facts.Cause) ? CaseNames.Causes.Cases
        : CaseNames.Actors.Cases;

    private static string Kebab(Type type) => TypeWords.Of(type);

    private static string Summary(string member) => Words(Member(member)?.Element("summary"));

    private static string Parameter(Type type, string name) =>
        Words(Member("T:" + type.FullName)?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == name));

    private static XElement? Member(string name) => Documentation.Descendants("member").FirstOrDefault(m => m.Attribute("name")?.Value == name);

    private static string Words(XElement? element) => element is null
        ? ""
        : Spaces().Replace(string.Concat(element.Nodes().Select(n => n switch
        {
            XElement { Name.LocalName: "c" } c => $"`{c.Value}`",
            XElement e => $"`{(e.Attribute("cref") ?? e.Attribute("name"))?.Value.Split('.')[^1]}`",
            _ => n.ToString(),
        })), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
