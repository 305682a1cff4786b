using System.Collections.Immutable;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Packs;
using static TousRisques.Formats.Findings.FindingCode;

namespace TousRisques.Formats.Tests.Packs;

/// <summary>A pack with one thing wrong, and what must be found.</summary>
internal sealed record BrokenPack(string Theme, string Name, ImmutableArray<FindingCode> Codes, PackFiles Files);

/// <summary>The full sample, broken in every way that a reader reports.</summary>
internal static class BrokenPacks
{
    private const string Flow = "\n    needs: { all: [ power, { any: [ fibre, { degraded: radio } ] }, { atLeast: 1, of: [ staff, register ] } ] }";

    public static readonly ImmutableArray<BrokenPack> All =
    [
        Case("characters", "a byte order mark", [ByteOrderMark], ("format: 1\npack", "\ufeffformat: 1\npack")),
        Case("characters", "a null byte", [ControlCharacter], ("fr: Il pleut.", "fr: Il \0 pleut.")),
        Case("characters", "half of a surrogate pair", [ControlCharacter], ("fr: Il pleut.", "fr: Il \ud83c pleut.")),
        Case("characters", "a terminal's escape, written as an escape", [ControlCharacter], ("fr: Il pleut.", "fr: \"Il \\x1b[31m pleut.\"")),
        Case("characters", "a tab for indentation", [TabIndent], ("    place: town\n    tags: [ grid", "\tplace: town\n\ttags: [ grid")),

        Case("yaml", "a bracket left open", [YamlSyntax], ("tags: [ grid, energy ]", "tags: [ grid, energy")),
        Case("yaml", "a colon in a text without quotes", [YamlSyntax], ("    title: { fr: Pluie, en: Rain }", "    title: Alerte : pluie: forte")),
        Case("yaml", "two broken files and a bad value in the third", [YamlSyntax, YamlSyntax, BadValue],
            ("theme: capacity", "theme: [ capacity"), ("scale: national", "scale: 'national"), ("autonomy: 2 w", "autonomy: 2 weeks")),
        Case("yaml", "an alias bomb", [AnchorOrAlias],
            ("authors: [ A. Author, B. Author ]", "authors: &a [ x, x, x ]\n  b: &b [ *a, *a, *a, *a, *a, *a, *a, *a, *a ]\n  c: &c [ *b, *b, *b, *b, *b, *b, *b, *b, *b ]")),
        Case("yaml", "a text that begins with a star", [AnchorOrAlias], ("fr: Il pleut.", "fr: *Il* pleut.")),
        Case("yaml", "a tag", [YamlTag], ("fr: Il pleut.", "fr: !!python/object Il")),
        Plus("yaml", "two documents in a file", [SeveralDocuments], "x.yaml", "---\n# nothing\n...\n---\nacts: []\n"),
        Plus("yaml", "an empty file", [EmptyFile], "empty.yaml", "# to do\n"),
        Plus("yaml", "a hundred brackets", [TooDeep], "deep.yaml", "deep: " + new string('[', 100) + new string(']', 100)),
        Plus("yaml", "a million values", [TooManyNodes], "wide.yaml", "wide: [" + string.Concat(Enumerable.Repeat("1,", 1_000_000)) + "1]"),
        Plus("yaml", "a key that is a list", [KeyNotText], "odd.yaml", "? [ a, b ]\n: c\n"),
        Case("yaml", "a key written twice", [DuplicateKey], ("    needed: true", "    needed: true\n    needed: false")),
        Plus("yaml", "a file that is a list", [WrongKind], "list.yaml", "- a\n- b\n"),

        Case("structure", "a misspelt key", [UnknownKey], ("    autonomy: { value: 20 min, source: inquiry }", "    autonomie: { value: 20 min, source: inquiry }")),
        Case("structure", "a key of nothing", [UnknownKey], ("unavailability: 0.001", "unavailability: 0.001\n    colour: red")),
        Case("structure", "a misspelt section", [UnknownKey], ("stakeholders:\n  - { id: prefecture", "stakeholder:\n  - { id: prefecture")),
        Case("structure", "a missing key", [MissingKey], ("    until: 200 h\n", "")),
        new("structure", "a missing file of sections", [MissingSection, MissingSection, MissingSection], Samples.Without("cards.yaml")),
        Plus("structure", "a section in two files", [SectionTwice], "more.yaml", "stakes:\n  - { id: more, name: Plus, story: Plus. }\n"),
        Case("structure", "a key without a value", [EmptyValue], ("    intro: { fr: On tousse., en: People cough. }", "    intro:")),
        Case("structure", "a section without a value", [EmptyValue], ("format: 1\npack", "format:\npack")),
        Case("structure", "a list without its dash", [WrongKind], ("stakes:\n  - { id: save-lives", "stakes:\n    { id: save-lives")),
        Case("structure", "a text where a mapping is wanted", [WrongKind], ("staff: { full: 10, least: 4 }", "staff: 10")),
        Case("structure", "an action without a lead", [EmptyList], ("leads: [ clerk, mayor ]", "leads: []")),
        Case("structure", "two effects in one", [OneKeyOnly], ("{ lengthenAutonomy: { on: masts, by: 24 h } }", "{ lengthenAutonomy: { on: masts, by: 24 h }, shortenRestart: { on: masts, byShare: 1 } }")),
        Case("structure", "an effect of nothing", [UnknownKey, BadValue], ("{ lengthenAutonomy: { on: masts, by: 24 h } }", "{ lengthenAutonomi: { on: masts, by: 24 h } }")),
        Case("structure", "a cap of the wrong kind", [MissingKey, OneKeyOnly], ("{ on: gatherings, atMost: 6 }", "{ on: gatherings, share: 0.5 }")),
        Case("structure", "perils without their section", [WrongKind], ("stress:\n  yearBegins: 09-01\n  window: 20 d\n  perils:\n", "stress:\n")),
        Case("structure", "an event that a peril brings under another key", [MissingKey, UnknownKey], ("{ event: rain, probability", "{ evnt: rain, probability")),
        Case("structure", "an event that a peril brings as a list", [WrongKind], ("{ event: rain, probability: 0.5 }", "[ rain, 0.5 ]")),
        Case("structure", "a peril without its probability", [MissingKey], ("perYear: 0.02, ", "")),
        Case("structure", "another format", [OutOfRange], ("format: 1\npack", "format: 2\npack")),
        Plus("structure", "another format in another file", [OutOfRange], "more.yaml", "format: 3\n"),

        Case("values", "a duration that is no duration", [BadValue], ("for: 30 h", "for: thirty hours")),
        Case("values", "a strike that ends before it begins", [BadValue], ("for: 6 h..12 h", "for: 12 h..6 h")),
        Case("values", "a hundred years", [BadValue], ("autonomy: 2 w", "autonomy: 5200 w")),
        Case("values", "nothing gained", [OutOfRange], ("by: 24 h", "by: 0")),
        Case("values", "a negative hour", [BadValue], ("at: 14 h\n", "at: -1 h\n")),
        Case("values", "a probability above one", [OutOfRange], ("probability: 0.75", "probability: 75")),
        Case("values", "a decimal comma", [BadValue], ("unavailability: 0.001", "unavailability: \"0,001\"")),
        Case("values", "half a slot", [BadValue], ("slots: 6", "slots: 6.5")),
        Case("values", "an effort of four", [OutOfRange], ("effort: 2\n", "effort: 4\n")),
        Case("values", "a nature that does not exist", [BadValue], ("nature: low-tech", "nature: lowtech")),
        Case("values", "an accent that does not exist", [BadValue], ("accent: violet", "accent: purple")),
        Case("values", "a name with capitals", [BadValue], ("- id: staff", "- id: Staff_1"), ("of: [ staff, register ]", "of: [ Staff_1, register ]"),
            ("degraded: staff", "degraded: Staff_1"), ("strikes: [ { on: staff } ]", "strikes: [ { on: Staff_1 } ]"), ("curfew, on: staff", "curfew, on: Staff_1")),
        Case("values", "a date with a French order", [BadValue], ("date: \"2003-08\"", "date: 01/08/2003")),
        Case("values", "an origin without its offset", [BadValue], ("2018-08-27T00:00:00+02:00", "2018-08-27 00:00")),
        Case("values", "an address that is none", [BadValue], ("https://example.org/inquiry", "javascript:alert(1)")),
        Case("values", "neither yes nor no", [BadValue], ("needed: true", "needed: oui")),
        Case("values", "a language that is none", [BadValue], ("languages: [ fr, en ]", "languages: [ fr, en, french ]")),
        Case("values", "a hazard's name for its code", [BadValue, UnknownId], ("code: BI0205", "code: pandemic")),
        Case("values", "a place in three dimensions", [BadValue], ("at: [1.0993, 49.4431]", "at: [1.0993, 49.4431, 12]")),
        Case("values", "a place off the Earth", [OutOfRange], ("at: [1.0993, 49.4431]", "at: [1.0993, 494431]")),
        Case("values", "a river of one point", [BadValue], ("path: [ [1.1, 49.4], [1.2, -49.5] ]", "path: [ [1.1, 49.4] ]")),
        Case("values", "a text that is a list", [WrongKind], ("{ fr: Petite crue, en: Small flood }", "[ Petite crue ]")),
        Case("values", "a text of a book", [TextTooLong], ("fr: Il pleut.", "fr: " + new string('x', 10_001))),
        Case("values", "a text without English", [MissingLanguage], ("{ fr: Chut, en: Hush }", "{ fr: Chut }")),
        Case("values", "a text in Spanish", [ExtraLanguage], ("{ fr: Chut, en: Hush }", "{ fr: Chut, en: Hush, es: Calla }")),
        Case("values", "a comma without quotes", [TextKey], ("{ fr: Chut, en: Hush }", "{ fr: Chut, dit-elle, en: Hush }")),
        Case("values", "an empty text", [BadValue], ("{ fr: Chut, en: Hush }", "{ fr: \"\", en: Hush }")),
        Case("values", "a year that begins on the 29th of February", [BadValue], ("yearBegins: 09-01", "yearBegins: 02-29")),
        Case("values", "a year that begins as the French write it", [BadValue], ("yearBegins: 09-01", "yearBegins: 31-08")),
        Case("values", "a season by its name", [BadValue], ("season: 12-01..03-31", "season: winter")),
        Case("values", "a season of one end", [BadValue], ("season: 12-01..03-31", "season: 12-01..")),
        Case("values", "a season as a list", [WrongKind], ("season: 12-01..03-31", "season: [ 12-01, 03-31 ]")),
        Case("values", "a peril that happens once in eight years, not with that probability", [OutOfRange], ("perYear: { value: 0.125,", "perYear: { value: 8,")),
        Case("values", "a window too short to see anything", [OutOfRange], ("window: 20 d", "window: 20 min")),

        Case("names", "a need on a component that is not there", [UnknownId], ("degraded: radio } ] }, { atLeast", "degraded: raido } ] }, { atLeast")),
        Case("names", "a need on something else altogether", [UnknownId], ("nature: digital, needs: power", "nature: digital, needs: nuclear-plant")),
        Case("names", "a component declared twice", [DuplicateId], ("- { id: radio, name: Radio", "- { id: power, name: Other, nature: digital }\n  - { id: radio, name: Radio")),
        Case("names", "a function with a component's name", [DuplicateId], ("  - id: alert\n", "  - { id: masts, name: Other, weight: 1 }\n  - id: alert\n")),
        Case("names", "an event with a memory's name", [DuplicateId], ("- { id: mud,", "- { id: heat,")),
        Case("names", "an action with a name that is taken", [DuplicateId], ("- { id: paper,", "- { id: call-register,")),
        Case("names", "a channel on a component that is not there", [UnknownId], ("component: fibre", "component: fiber")),
        Case("names", "a lead who is no character", [UnknownId], ("leads: [ clerk, mayor ]", "leads: [ clerk, mayors ]")),
        Case("names", "a source that is not there", [UnknownId], ("autonomy: { value: 20 min, source: inquiry }", "autonomy: { value: 20 min, source: inquery }")),
        Case("names", "a hazard that is not there", [UnknownId], ("hazards: [ BI0205 ]", "hazards: [ BI0206 ]")),
        Case("names", "a place that is not there", [UnknownId], ("place: hill\n", "place: hills\n")),
        Case("names", "a zone that is not there", [UnknownId], ("{ zone: low }", "{ zone: lo }")),
        Case("names", "a tag that is not there", [UnknownId], ("{ tag: grid }", "{ tag: gird }")),
        Case("names", "a constraint that is not there", [UnknownId], ("constraint: curfew", "constraint: curfews")),
        Case("names", "a stake that is not there", [UnknownId], ("likelyPriorities: [ save-lives ]", "likelyPriorities: [ save-life ]")),
        Case("names", "a selector of nothing", [SelectsNothing], ("place: hill, nature: infrastructure", "place: hill, nature: human")),
        Case("names", "an effect on nothing", [SelectsNothing], ("shortenStrike: { on: { tag: grid }", "shortenStrike: { on: { tag: grid, place: hill }")),
        Case("names", "a peril that brings an event that is not there", [UnknownId], ("perYear: 1, events: [ rain ]", "perYear: 1, events: [ rein ]")),
        Case("names", "a peril that brings, perhaps, an event that is not there", [UnknownId], ("event: rain", "event: rian")),
        Case("names", "a peril that brings a constraint that is not there", [UnknownId], ("perYear: 0.02, constraints: [ curfew ]", "perYear: 0.02, constraints: [ curfews ]")),
        Case("names", "two perils of one name", [DuplicateId], ("- { id: cold,", "- { id: wet-winter,")),
        Case("names", "an event that may stand in a section that cannot be read", [WrongKind, UnknownKey], ("memory:\n  - id: heat", "memory:\n  heat: 2003\nmemories:\n  - id: heat"),
            ("perYear: 1, events: [ rain ]", "perYear: 1, events: [ heat ]")),
        Case("names", "a selector without parts", [BadValue], ("{ on: { zone: low } }", "{ on: {} }")),

        Case("sense", "a need on nothing", [NeedOfNothing], (Flow, "\n    needs: { any: [] }")),
        Case("sense", "at least three of two", [OutOfRange], ("{ atLeast: 1, of: [ staff, register ] }", "{ atLeast: 3, of: [ staff, register ] }")),
        Case("sense", "at least without of", [MissingKey], ("{ atLeast: 1, of: [ staff, register ] }", "{ atLeast: 1 }")),
        Case("sense", "a need of two minds", [OneKeyOnly], ("{ atLeast: 1, of: [ staff, register ] }", "{ any: [ staff ], all: [ register ] }")),
        Case("sense", "a list where a need is wanted", [WrongKind], ("nature: digital, needs: power", "nature: digital, needs: [ power ]")),
        Case("sense", "a component that needs itself", [NeedsItself], ("nature: digital, needs: power", "nature: digital, needs: fibre")),
        Case("sense", "a function among the components", [FunctionAmongComponents], ("nature: low-tech", "nature: function")),
        Case("sense", "an act without events", [ActWithoutEvents], ("      - { id: first-case, at: 110 h, title: Cas, story: Un cas., reality: real, sources: [ census ] }", "      []")),
        Case("sense", "an act that ends before it begins", [UntilNotAfterAt], ("until: 200 h", "until: 120 h")),
        Case("sense", "acts out of order", [OutOfOrder, UntilNotAfterAt], ("at: 84 h", "at: 121 h"), ("at: 110 h", "at: 130 h")),
        Case("sense", "events out of order", [OutOfOrder], ("- { id: mud, at: 14 h", "- { id: mud, at: 13 h 59 min")),
        Case("sense", "an event that rewrites the act before", [OutOfOrder], ("at: 110 h", "at: 83 h")),
        Case("sense", "memories out of order", [OutOfOrder], ("date: \"2003-08\"", "date: 2017")),
        Case("sense", "an event after its act", [AfterTheEnd], ("at: 110 h", "at: 200 h")),
        Case("sense", "a real event without a source", [RealWithoutSource], ("reality: real\n    sources: [ inquiry ]", "reality: real")),
        Case("sense", "an inspired constraint without a fact", [InspiredWithoutFact], ("        madeFrom: [ { when: \"2020-03\", what: { fr: Confinement, en: Lockdown }, sources: [ census ] } ]\n", "")),
        Case("sense", "a fact without its source", [EmptyList], ("en: Lockdown }, sources: [ census ] }", "en: Lockdown }, sources: [] }")),
        Case("sense", "a crew that needs more than it is", [LeastAboveFull], ("{ full: 10, least: 4 }", "{ full: 10, least: 11 }")),
        Case("sense", "a constraint lifted from what it does not strike", [CancelsNothing], ("constraint: curfew, on: staff", "constraint: curfew, on: masts")),
        Case("sense", "a winter cut in two by the first day of the year of study", [SeasonAcrossYear], ("yearBegins: 09-01", "yearBegins: 02-01")),
        Case("sense", "a winter cut in two by the first day of the calendar's year", [SeasonAcrossYear], ("  yearBegins: 09-01\n", "")),
        Case("sense", "a peril that brings what strikes nothing", [PerilStrikesNothing], ("perYear: 1, events: [ rain ]", "perYear: 1, events: [ mud ]")),
        Case("sense", "a peril that brings nothing", [PerilStrikesNothing], ("perYear: 1, events: [ rain ]", "perYear: 1")),
        Case("sense", "a peril that brings a memory", [PerilFromMemory], ("perYear: 1, events: [ rain ]", "perYear: 1, events: [ heat ]")),
        Case("sense", "a peril that brings a memory, and another mistake", [PerilFromMemory, OutOfRange], ("perYear: 1, events: [ rain ]", "perYear: 2, events: [ heat ]")),
    ];

    private static BrokenPack Case(string theme, string name, ImmutableArray<FindingCode> codes, params (string Old, string New)[] changes) =>
        new(theme, name, codes, Samples.With(changes));

    private static BrokenPack Plus(string theme, string name, ImmutableArray<FindingCode> codes, string file, string content) =>
        new(theme, name, codes, Samples.Plus(file, content));
}
