using CsCheck;
using TousRisques.Domain.Expeditions;
using Xunit;

namespace TousRisques.Domain.Tests.Expeditions;

public class WatchDuplicateTests
{
    private static readonly Gen<string> Part = Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789-_%é"].Array[1, 8].Select(c => new string(c));
    private static readonly Gen<(string Host, string Path, string Query)> Address = Gen.Select(Gen.OneOf(new[] { "example.org", "www.example.fr", "example.co.uk:8080", "été.example" }), Part.Array[0, 3], Gen.Select(Part, Part).Array[0, 3])
        .Select((host, path, query) => (host, string.Concat(path.Select(p => "/" + p)), string.Join("&", query.Select(q => "q" + q.Item1 + "=" + q.Item2))));

    [Fact]
    public void What_follows_readers_around_does_not_make_another_page() =>
        Gen.Select(Address, Gen.Bool.Array[6]).Sample((a, with) =>
        {
            var plain = $"https://{a.Host}{a.Path}{(a.Query.Length > 0 ? "?" + a.Query : "")}";
            var tracked = (a.Query.Length > 0 ? a.Query : null) is var q && with[0] ? string.Join("&", new[] { "utm_source=x", q, "fbclid=1" }.OfType<string>()) : q;
            var dressed = $"{(with[1] && !a.Host.Contains(':') ? "http" : "https")}://{(with[2] ? "www." : "")}{(with[3] ? a.Host.ToUpperInvariant() : a.Host)}{a.Path}{(with[4] ? "/" : "")}{(tracked is null ? "" : "?" + tracked)}{(with[5] ? "#top" : "")}";
            Assert.NotNull(WatchLink.Canonical(plain));
            Assert.Equal(WatchLink.Canonical(plain), WatchLink.Canonical(dressed));
        });

    [Fact]
    public void A_canonical_link_is_its_own_canonical_form() => Address.Sample(a =>
    {
        var canonical = WatchLink.Canonical($"http://{a.Host}{a.Path}?{a.Query}")!;
        Assert.Equal(canonical, WatchLink.Canonical("https://" + canonical));
    });

    [Theory]
    [InlineData("http://www.example.org/a/?utm_source=x&id=3#top", "example.org/a?id=3")]
    [InlineData("https://example.org/?b=2&a=1&b=1", "example.org?a=1&b=2&b=1")]
    [InlineData("https://www.fr/", "www.fr")]
    [InlineData("https://example.org/Page", "example.org/Page")]
    [InlineData("https://example.org:8443/x", "example.org:8443/x")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("/etc/passwd", null)]
    [InlineData("", null)]
    public void Links_take_their_canonical_form(string link, string? canonical) => Assert.Equal(canonical, WatchLink.Canonical(link));

    [Theory]
    [InlineData("Inondations : l’alerte par SMS n’a pas suffi", "INONDATIONS — l'alerte par SMS n'a pas suffi !", true)]
    [InlineData("Le préfet ferme les ponts de la Seine à Rouen ce soir", "Le préfet ferme les ponts de la Seine à Rouen", true)]
    [InlineData("Bulletin de vigilance crues numéro 12 du bassin", "Bulletin de vigilance crues numéro 13 du bassin", false)]
    [InlineData("La sirène sonne", "La sirène sonne faux", false)]
    [InlineData("Cyberattaque au centre hospitalier de la ville", "Une crue emporte le pont de la vallée", false)]
    [InlineData("…", "!", false)]
    public void Titles_are_near_when_people_would_say_so(string a, string b, bool near)
    {
        Assert.Equal(near, WatchTitle.AreNear(a, b));
        Assert.Equal(near, WatchTitle.AreNear(b, a));
    }

    [Fact]
    public void Nearness_goes_both_ways_and_forgives_case_and_punctuation() => Gen.Select(Gen.String, Gen.String).Sample((a, b) =>
    {
        Assert.Equal(WatchTitle.AreNear(a, b), WatchTitle.AreNear(b, a));
        Assert.Equal(!WatchTitle.Words(a).IsEmpty, WatchTitle.AreNear(a, " " + a + " !"));
    });
}
