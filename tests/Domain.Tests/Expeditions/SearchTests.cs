using CsCheck;
using TousRisques.Domain.Expeditions.Searching;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Domain.Tests.Expeditions;

public class SearchTests
{
    [Theory]
    [InlineData("aléas", "Un aléa naturel")]
    [InlineData("alea", "Les ALÉAS")]
    [InlineData("réseau", "des reseaux mobiles")]
    [InlineData("hôpital", "les hôpitaux de Rouen")]
    [InlineData("hopitaux", "l’hôpital")]
    [InlineData("coeur", "au cœur de la crise")]
    [InlineData("cœurs", "un coeur")]
    [InlineData("pluie", "fortes pluies")]
    [InlineData("city", "the cities")]
    [InlineData("journaux", "un journal local")]
    [InlineData("crise num", "Le numérique dans les crises")]
    [InlineData("l'eau", "L’eau monte")]
    [InlineData("jeux", "un jeu de rôle")]
    [InlineData("FR-Alert", "message FR Alert")]
    [InlineData("2018", "crue de 2018")]
    public void Accents_case_and_plurals_are_forgiven(string question, string text) => Assert.True(SearchQuery.Of(question).IsIn(SearchQuery.Prepare(text)));

    [Theory]
    [InlineData("crue", "recrue")]
    [InlineData("2018", "crue de 2019")]
    [InlineData("pandémie crue", "une crue")]
    public void Words_must_begin_a_word_and_all_be_there(string question, string text) => Assert.False(SearchQuery.Of(question).IsIn(SearchQuery.Prepare(text)));

    [Fact]
    public void A_word_in_the_title_comes_first()
    {
        var query = SearchQuery.Of("siren");
        var (title, text, begun) = (query.Score(" sirene de rouen", ""), query.Score(" alerte", " une siren"), query.Score(" alerte", " une sirene"));
        Assert.True(title > text && text > begun && begun > 0);
        Assert.Equal(0, query.Score(" crue", " seine"));
    }

    [Fact]
    public void A_text_is_found_by_each_of_its_own_words() => FactGenerators.Words.Sample(text =>
    {
        var prepared = SearchQuery.Prepare(text);
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) Assert.True(SearchQuery.Of(word).IsIn(prepared), word);
    }, iter: 300);

    [Fact]
    public void Stems_are_their_own_stems_for_what_is_found_by_a_plural() =>
        Gen.String[Gen.Char["abcdeéèinorstuxy"], 1, 10].Sample(word => Assert.True(SearchQuery.Of(word).IsIn(SearchQuery.Prepare(word + " et " + word.ToUpperInvariant()))), iter: 500);

    [Fact]
    public void A_question_has_its_limits()
    {
        Assert.True(SearchQuery.Of(null).IsEmpty);
        Assert.True(SearchQuery.Of(" ?! ").IsEmpty);
        Assert.False(SearchQuery.Of(new string('a', 100_000)).IsEmpty);
    }
}
