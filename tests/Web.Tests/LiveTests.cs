using System.Net;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests;

/// <summary>Pages stay alive: parts are sent when they change, to those who may see them, and to nobody else.</summary>
public sealed class LiveTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task A_phone_that_has_the_page_gets_only_what_changes()
    {
        var room = await house.OpenAsync();
        using var phone = await JoinAsync(room, "Zoé");
        var version = (await room.LiveAsync()).Version;
        await using var line = await Line.OpenAsync(phone, $"/w/{room.Code}/live?view=play&v={version}");
        await room.DoAsync(new InjectMessage(new MessageId("m1"), "Préfecture", null, new ToRoom(), "La Seine monte encore.", false));
        var parts = await line.UntilAsync(p => p.Html.Contains("La Seine monte encore.", StringComparison.Ordinal));
        // Nothing of the page as it was served came again.
        Assert.DoesNotContain(parts.SkipLast(1), p => p.Name == parts[^1].Name);
        Assert.All(parts, p => Assert.NotEqual("", p.Name));
        Assert.DoesNotContain("&#x", string.Concat(parts.Select(p => p.Html)), StringComparison.Ordinal); // letters as they are
    }

    [Fact]
    public async Task A_phone_that_comes_back_gets_the_whole_page_as_it_is_now()
    {
        var room = await house.OpenAsync();
        using var phone = await JoinAsync(room, "Zoé");
        await using var line = await Line.OpenAsync(phone, $"/w/{room.Code}/live?view=play&v=0");
        var names = WebRoom.Parts.Where(p => p.View == "play").Select(p => p.Name).ToHashSet();
        var got = new HashSet<string>();
        await line.UntilAsync(p => { got.Add(p.Name); return got.SetEquals(names); });
    }

    [Fact]
    public async Task A_message_for_one_person_reaches_that_person_alone()
    {
        var room = await house.OpenAsync();
        var (her, token, _) = await room.JoinAsync("Elle");
        Assert.NotEqual("", token);
        using var other = await JoinAsync(room, "Autre");
        await using var line = await Line.OpenAsync(other, $"/w/{room.Code}/live?view=play&v=0");
        await room.DoAsync(new InjectMessage(new MessageId("secret"), "Voisine", null, new ToParticipant(new ParticipantId(her)), "Ton chat est chez moi.", false));
        await room.DoAsync(new InjectMessage(new MessageId("open"), "Radio", null, new ToRoom(), "Fin du premier bulletin.", false));
        var parts = await line.UntilAsync(p => p.Html.Contains("Fin du premier bulletin.", StringComparison.Ordinal));
        Assert.DoesNotContain(parts, p => p.Html.Contains("Ton chat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_leaves_is_told_that_there_is_nothing_more_to_see()
    {
        var room = await house.OpenAsync();
        using var phone = await JoinAsync(room, "Zoé");
        await using var line = await Line.OpenAsync(phone, $"/w/{room.Code}/live?view=play&v=0");
        await line.UntilAsync(_ => true);
        await phone.PostAsync($"/w/{room.Code}/leave", House.Form(("x", "y")));
        Assert.Equal("gone", await line.LastEventAsync());
    }

    [Fact]
    public async Task Nobody_looks_through_a_view_that_is_not_theirs()
    {
        var room = await house.OpenAsync();
        using var phone = await JoinAsync(room, "Zoé");
        foreach (var view in new[] { "console", "screen" })
            Assert.Equal(HttpStatusCode.NoContent, (await phone.GetAsync($"/w/{room.Code}/live?view={view}&v=0")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await phone.GetAsync($"/w/{room.Code}/live?view=nothing&v=0")).StatusCode);
    }

    private async Task<HttpClient> JoinAsync(Room room, string name)
    {
        var phone = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All })
        {
            BaseAddress = new Uri(house.Address),
            Timeout = TimeSpan.FromSeconds(60),
        };
        Assert.Equal(303, (int)(await phone.PostAsync("/join", House.Form(("code", room.Code), ("name", name)))).StatusCode);
        return phone;
    }

    /// <summary>A browser's end of a line.</summary>
    private sealed class Line : IAsyncDisposable
    {
        private readonly HttpResponseMessage response;
        private readonly StreamReader reader;

        private Line(HttpResponseMessage response, Stream stream) => (this.response, reader) = (response, new StreamReader(stream));

        public static async Task<Line> OpenAsync(HttpClient client, string path)
        {
            var response = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
            return new Line(response, await response.Content.ReadAsStreamAsync());
        }

        /// <summary>Reads parts until one is as wanted.</summary>
        public async Task<List<(string Name, string Html)>> UntilAsync(Func<(string Name, string Html), bool> wanted)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(40));
            var parts = new List<(string, string)>();
            while (true)
            {
                var (kind, data) = await NextAsync(patience.Token);
                if (kind != "part") continue;
                parts.Add((data[0], string.Join('\n', data.Skip(1))));
                if (wanted(parts[^1])) return parts;
            }
        }

        /// <summary>The last event before the line ends.</summary>
        public async Task<string> LastEventAsync()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(40));
            var last = "";
            while (true)
            {
                try
                {
                    if ((await NextAsync(patience.Token)).Kind is { Length: > 0 } kind) last = kind;
                }
                catch (EndOfStreamException)
                {
                    return last;
                }
            }
        }

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            response.Dispose();
            return ValueTask.CompletedTask;
        }

        private async Task<(string Kind, List<string> Data)> NextAsync(CancellationToken cancel)
        {
            var (kind, data) = ("", new List<string>());
            while (await reader.ReadLineAsync(cancel) is { } row)
            {
                if (row.Length == 0) return (kind, data);
                if (row.StartsWith("event: ", StringComparison.Ordinal)) kind = row[7..];
                else if (row.StartsWith("data:", StringComparison.Ordinal)) data.Add(row.Length > 6 ? row[6..] : "");
            }
            throw new EndOfStreamException();
        }
    }
}
