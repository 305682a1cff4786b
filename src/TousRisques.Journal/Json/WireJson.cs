using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using TousRisques.Journal.Names;

namespace TousRisques.Journal.Json;

/// <summary>
/// How the house writes JSON, in the journal as over HTTP: fields in camelCase in the order of their declaration; identifiers as bare
/// strings; words of enumerations in kebab-case; texts as <c>{"fr":…,"en":…}</c>; durations as ISO 8601 (<c>PT1H30M</c>); cases of a union
/// with their name in <c>kind</c> (<c>command</c>, <c>event</c> and <c>refusal</c> for those three); null left out.
/// </summary>
/// <remarks>
/// Records are read by one converter for all (<see cref="RecordConverter{T}"/>), so that all options tell exactly where
/// something is wrong. An absent field takes null, the empty text or the empty list where its type has one; in stored facts also false and
/// zero. Anything else absent is an error: a field added to a stored fact later is of such a type, or comes with an upcaster.
/// </remarks>
public static class WireJson
{
    /// <summary>
    /// For the journal: fields that are not known are passed over. Written with as few escapes as JSON allows, for people who look into a
    /// file; so never put into a page.
    /// </summary>
    public static readonly JsonSerializerOptions Stored = Build(strict: false, maxDepth: 64, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    /// <summary>For answers: like <see cref="Stored"/>, but &lt; &gt; &amp; and quotes are escaped, so that it does no harm inside a page.</summary>
    public static readonly JsonSerializerOptions Answers = Build(strict: false, maxDepth: 64, JavaScriptEncoder.Create(UnicodeRanges.All));

    /// <summary>For requests: a field that is not known, or is there twice, is an error. Written like <see cref="Answers"/>.</summary>
    public static readonly JsonSerializerOptions Strict = Build(strict: true, maxDepth: 16, JavaScriptEncoder.Create(UnicodeRanges.All));

    private static JsonSerializerOptions Build(bool strict, int maxDepth, JavaScriptEncoder encoder)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = encoder,
            MaxDepth = maxDepth,
            AllowDuplicateProperties = !strict,
            TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
            Converters =
            {
                new TextConverter(),
                new LanguageConverter(),
                new DurationConverter(),
                new UnionConverter<Domain.Workshops.WorkshopEvent>("event", EventNames.Kinds),
                new UnionConverter<Domain.Workshops.WorkshopCommand>("command", CommandNames.Kinds),
                new UnionConverter<Domain.Rules.Refusal>("refusal", RefusalNames.Kinds),
                new UnionConverter<Domain.Expeditions.ExpeditionEvent>("event", ExpeditionEventNames.Kinds),
                new UnionConverter<Domain.Expeditions.ExpeditionCommand>("command", ExpeditionCommandNames.Kinds),
                new UnionConverter<Domain.Expeditions.ExpeditionActor>("kind", CaseNames.ExpeditionActors),
                new UnionConverter<Domain.Expeditions.Evidences.Evidence>("kind", CaseNames.Evidences),
                new UnionConverter<Domain.Expeditions.Kits.KitContent>("kind", CaseNames.KitContents),
                new UnionConverter<Domain.Workshops.Actor>("kind", CaseNames.Actors),
                new UnionConverter<Domain.Workshops.Audience>("kind", CaseNames.Audiences),
                new UnionConverter<Domain.Workshops.Facts.Cause>("kind", CaseNames.Causes),
                new UnionConverter<Domain.Territories.Need>("kind", CaseNames.Needs),
                new UnionConverter<Domain.Workshops.Views.OnScreen>("kind", CaseNames.Screens),
                new UnionConverter<Domain.Workshops.Views.NextMove>("kind", CaseNames.Moves),
                new WireConverterFactory(strict),
            },
        };
        options.MakeReadOnly();
        return options;
    }
}
