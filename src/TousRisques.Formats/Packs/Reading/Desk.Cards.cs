using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Packs.Reading;

/// <summary>What several kinds of card share.</summary>
internal sealed partial class Desk
{
    public ImmutableArray<SourceId> Sources(YamlNode? node, bool atLeastOne = false) =>
        Values(node, n => new SourceId(Name(n, Thing.Source)), atLeastOne);

    public ImmutableArray<string> Hazards(YamlNode? node) => Values(node, n => Name(n, Thing.Hazard));

    public PlaceId? Place(YamlNode? node) => NameOrNull(node, Thing.Place) is { } place ? new PlaceId(place) : null;

    public ImmutableArray<TrueFact> TrueFacts(YamlNode? node) => List(node, item =>
    {
        using var fields = Open(item, Shape.TrueFact);
        return new TrueFact(
            Date(fields.Required("when")), Text(fields.Required("what")), Sources(fields.Required("sources"), atLeastOne: true));
    });

    public ImmutableArray<Strike> Strikes(YamlNode? node) => List(node, Strike);

    /// <summary>What an event of an act and one of the territory's memory have in common; when it happens is the caller's.</summary>
    public ScenarioEvent Event(Fields fields)
    {
        var card = new ScenarioEvent
        {
            Id = new(Declare(fields.Required("id"), Thing.Event)),
            Title = Text(fields.Required("title")),
            Story = Text(fields.Required("story")),
            Place = Place(fields.Optional("place")),
            Hazards = Hazards(fields.Optional("hazards")),
            Reality = Enum<Reality>(fields.Required("reality")),
            Sources = Sources(fields.Optional("sources")),
            MadeFrom = TrueFacts(fields.Optional("madeFrom")),
        };
        CheckReality(fields, card.Id.Value, card.Reality, !card.Sources.IsEmpty, !card.MadeFrom.IsEmpty);
        return card;
    }

    /// <summary>A mapping whose keys are the words of a shape, all optional.</summary>
    public ImmutableSortedDictionary<string, T> ByKey<T>(YamlNode? node, Shape shape, Func<YamlNode, T> read)
    {
        using var fields = Open(node, shape);
        var values = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var key in shape.Keys)
            if (fields.Optional(key) is { } value) values[key] = read(value);
        return values.ToImmutable();
    }

    /// <summary>A card that claims facts must name them.</summary>
    public void CheckReality(Fields fields, string card, Reality reality, bool hasSources, bool hasFacts)
    {
        if (!fields.Has("reality")) return;
        if (reality == Reality.Real && !hasSources) Findings.Error(FindingCode.RealWithoutSource, fields.SpotOf("reality"), card);
        if (reality == Reality.Inspired && !hasFacts) Findings.Error(FindingCode.InspiredWithoutFact, fields.SpotOf("reality"), card);
    }
}
