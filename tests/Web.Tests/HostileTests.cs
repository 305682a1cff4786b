using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests;

/// <summary>What strangers send, tried over HTTP on a whole house: refused in clear words, and nothing breaks.</summary>
public sealed class HostileTests(House house) : IClassFixture<House>
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task A_form_from_another_site_is_refused(string header, string value)
    {
        var room = await house.OpenAsync();
        using var facilitator = await house.FacilitatorAsync("C" + Guid.NewGuid().ToString("n")[..6]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/open") { Content = House.Form(("pack", "seine-maritime")) };
        request.Headers.Add(header, value);
        Assert.Equal(HttpStatusCode.Forbidden, (await facilitator.SendAsync(request)).StatusCode);
        using var own = new HttpRequestMessage(HttpMethod.Post, "/open") { Content = House.Form(("pack", "seine-maritime")) };
        own.Headers.Add("Origin", house.Address);
        Assert.Equal(303, (int)(await facilitator.SendAsync(own)).StatusCode);
        Assert.NotNull(room);
    }

    [Theory]
    [InlineData("text/html", "<h1>")]
    [InlineData("application/json", "\"too-large\"")]
    public async Task A_text_of_a_megabyte_is_refused_in_clear_words(string accept, string expected)
    {
        var room = await house.OpenAsync();
        using var phone = house.NewClient(cookies: true);
        await phone.PostAsync("/join", House.Form(("code", room.Code), ("name", "Moi")));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/w/{room.Code}/do")
        {
            Content = House.Form(("command", "introduce-self"), ("words", new string('é', 1_000_000 / 6))),
            Headers = { Accept = { new MediaTypeWithQualityHeaderValue(accept) } },
        };
        var answer = await phone.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var (status, body) = await TooLongAsync(room);
        Assert.Equal((413, "too-large"), (status, (string?)body!["code"]));
        // The house still answers, and nothing was stored.
        Assert.Equal("", (await room.LiveAsync()).State.Participants.Single().Introduction);
    }

    [Fact]
    public async Task A_text_beyond_the_rules_comes_back_with_what_was_typed()
    {
        var room = await house.OpenAsync();
        using var phone = house.NewClient(cookies: true);
        await phone.PostAsync("/join", House.Form(("code", room.Code), ("name", "Moi")));
        await room.DoAsync(new Advance()); // the round table
        var words = "Il était une fois " + new string('z', 600);
        var answer = await phone.PostAsync($"/w/{room.Code}/do", House.Form(("command", "introduce-self"), ("words", words), ("back", $"/w/{room.Code}")));
        Assert.Equal((303, $"/w/{room.Code}"), ((int)answer.StatusCode, answer.Headers.Location!.ToString()));
        var page = WebUtility.HtmlDecode(await phone.GetStringAsync($"/w/{room.Code}"));
        Assert.Contains("500 caractères au plus", page, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Seul l’animateur")]
    [InlineData("en-GB,en;q=0.9", "Only the facilitator")]
    public async Task Programs_are_refused_with_a_code_and_words_in_their_language(string language, string words)
    {
        var room = await house.OpenAsync();
        var (_, token, _) = await room.JoinAsync("Zoé");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workshops/{room.Code}/commands")
        {
            Content = new StringContent("{\"command\":\"advance\"}", Encoding.UTF8, "application/json"),
            Headers = { Authorization = new("Bearer", token) },
        };
        request.Headers.Add("Accept-Language", language);
        var answer = await house.Client.SendAsync(request);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("facilitators-only", (string)problem["code"]!);
        Assert.Contains(words, (string)problem["title"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"command\":\"advance\",\"extra\":1}")]
    [InlineData("{\"command\":\"open-workshop\"}")]
    [InlineData("{\"command\":\"record-situation\"}")]
    [InlineData("{\"command\":\"no-such\"}")]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public async Task Malformed_commands_are_refused_politely(string body)
    {
        var room = await house.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workshops/{room.Code}/commands")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { Authorization = new("Bearer", room.Token) },
        };
        Assert.Equal(HttpStatusCode.BadRequest, (await house.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Script_in_a_name_a_message_or_a_reason_is_shown_as_text()
    {
        const string evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        var room = await house.OpenAsync();
        using var phone = house.NewClient(cookies: true);
        await phone.PostAsync("/join", House.Form(("code", room.Code), ("name", "<b>x</b><script>a()</script>")));
        var channel = (await room.LiveAsync()).State.Script!.Channels[^1].Id.Value;
        await phone.PostAsync($"/w/{room.Code}/do", House.Form(("command", "send-message"), ("channel", channel), ("to", "room"), ("body", evil)));
        await room.DoAsync(new InjectMessage(new MessageId("m2"), evil[..40], null, new ToRoom(), evil, false));
        var page = await phone.GetStringAsync($"/w/{room.Code}");
        Assert.DoesNotContain("<script>a", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        var policy = (await phone.GetAsync($"/w/{room.Code}")).Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sends_nobody_to_another_site()
    {
        var room = await house.OpenAsync();
        using var phone = house.NewClient(cookies: true);
        await phone.PostAsync("/join", House.Form(("code", room.Code), ("name", "Moi")));
        foreach (var back in new[] { "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nSet-Cookie: x=1" })
        {
            var answer = await phone.PostAsync($"/w/{room.Code}/do", House.Form(("command", "leave-nothing"), ("back", back)));
            Assert.Equal($"/w/{room.Code}", answer.Headers.Location!.ToString());
        }
    }

    private static async Task<(int, JsonNode?)> TooLongAsync(Room room)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workshops/{room.Code}/commands")
        {
            Content = new StringContent("{\"command\":\"note-observation\",\"words\":\"" + new string('a', 1_000_000) + "\"}", Encoding.UTF8, "application/json"),
            Headers = { Authorization = new("Bearer", room.Token) },
        };
        var answer = await room.House.Client.SendAsync(request);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync()));
    }
}
