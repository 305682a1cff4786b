using System.Text.RegularExpressions;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Sessions;
using TousRisques.Testing;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Pages.Home;
using TousRisques.Web.Pages.Join;
using TousRisques.Web.Pages.Open;
using TousRisques.Web.Pages.SignIn;

namespace TousRisques.Web.Tests.Pages;

public partial class VisitorPageTests
{
    /// <summary>Addresses that exist; `docs/forms.md` names them.</summary>
    private static readonly string[] Known =
        ["/", "/join", "/resume", "/sign-in", "/sign-out", "/first", "/animate", "/open", "/demo", "/solo", "/language", "/stress", "/explorer", "/agir", "/s/", "/w/", "#"];

    [Fact]
    public void No_page_leads_nowhere_misses_a_word_or_carries_a_script()
    {
        foreach (var language in Drawing.Languages)
            foreach (var (name, html) in Pages(Caller.Nobody with { Account = HostileWords.All[0], Language = new Language(language) }))
            {
                HostileWords.AssertHarmless(html);
                Assert.False(Missing().IsMatch(html), $"{name}: {Missing().Match(html).Value}");
                Assert.Contains($"<html lang=\"{language}\"", html, StringComparison.Ordinal);
                foreach (Match link in Links().Matches(html))
                {
                    var to = link.Groups[1].Value;
                    if (to.StartsWith("data:image/svg+xml,", StringComparison.Ordinal)) continue; // the icon, which costs no request
                    Assert.True(Known.Any(k => k is "/s/" or "/w/" or "#" ? to.StartsWith(k, StringComparison.Ordinal) : to.Split('?', '#')[0] == k), $"{name} leads to {to}");
                }
            }
    }

    [Fact]
    public void What_was_typed_comes_back_with_the_refusal()
    {
        var flash = new Flash("/join", "text-missing", "Il manque un texte.", System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("name", "\"Zoé\""));
        var html = Drawing.Draw<JoinPage>((nameof(JoinPage.Caller), Caller.Nobody), (nameof(JoinPage.Live), Live()), (nameof(JoinPage.Flash), flash));
        Assert.Contains("value=\"&quot;Zoé&quot;\"", html, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
    }

    private static LiveWorkshop Live()
    {
        var room = new Room();
        room.Facilitate(new OpenWorkshop(Room.Code, SmallPack.Script(), HostileWords.All[1], HostileWords.All[2], ["A", HostileWords.All[4]], "ana", false));
        return new LiveWorkshop(room.State, SmallPack.Pack, 1);
    }

    private static IEnumerable<(string Name, string Html)> Pages(Caller caller)
    {
        var flash = new Flash("x", "code", HostileWords.All[0], System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("name", HostileWords.All[1]).Add("words", HostileWords.All[1]));
        var (own, packs) = (
            new List<OwnWorkshop> { new(Room.Code, Text.Same(HostileWords.All[0]), HostileWords.All[1], Room.Noon, null, StepKind.Plan, 3) },
            new List<PackChoice> { new("valmaree", SmallPack.Pack, ""), new("broken", null, HostileWords.All[0]) });
        yield return ("home", Drawing.Draw<HomePage>((nameof(HomePage.Caller), caller), (nameof(HomePage.Flash), flash)));
        yield return ("join", Drawing.Draw<JoinPage>((nameof(JoinPage.Caller), caller), (nameof(JoinPage.Live), Live()), (nameof(JoinPage.Flash), flash)));
        yield return ("code", Drawing.Draw<JoinPage>((nameof(JoinPage.Caller), caller), (nameof(JoinPage.Typed), HostileWords.All[0])));
        yield return ("resume", Drawing.Draw<JoinPage>((nameof(JoinPage.Caller), caller), (nameof(JoinPage.Resume), true), (nameof(JoinPage.Flash), flash)));
        yield return ("signed in", Drawing.Draw<SignInPage>((nameof(SignInPage.Caller), caller), (nameof(SignInPage.Back), "/w/ABCDEF/animate")));
        yield return ("sign in", Drawing.Draw<SignInPage>((nameof(SignInPage.Caller), caller with { Account = null }), (nameof(SignInPage.Nobody), true), (nameof(SignInPage.Flash), flash)));
        yield return ("first", Drawing.Draw<FirstPage>((nameof(FirstPage.Caller), caller), (nameof(FirstPage.Key), "0123"), (nameof(FirstPage.Flash), flash)));
        yield return ("open", Drawing.Draw<OpenPage>((nameof(OpenPage.Caller), caller), (nameof(OpenPage.Own), own), (nameof(OpenPage.Packs), packs), (nameof(OpenPage.Flash), flash)));
        yield return ("trouble", Drawing.Draw<TroublePage>((nameof(TroublePage.Words), caller.Words), (nameof(TroublePage.Code), "no-such-workshop")));
    }

    [GeneratedRegex("(?:href|action|formaction)=\"([^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex(@"\[[a-z-]+\.[A-Za-z0-9.-]+\]")]
    private static partial Regex Missing();
}
