using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Journal.Json;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests;

/// <summary>The promise of the house: what was confirmed is kept, whatever happens to the machine.</summary>
public sealed class KillTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("tousrisques-kill-").FullName;
    private readonly int port = ServerProcess.FreePort();

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public async Task Nothing_confirmed_is_lost_when_the_server_is_killed_in_the_middle_of_judging()
    {
        var server = await ServerProcess.StartAsync(data, port);
        using var http = new HttpClient { BaseAddress = new Uri(server.Address), Timeout = TimeSpan.FromSeconds(20) };
        try
        {
            var (code, leader) = await OpenAsync(http, await server.LinkAsync());
            var people = new List<(string Id, string Token)>();
            for (var i = 0; i < 8; i++)
            {
                var joined = await (await http.PostAsJsonAsync($"/api/v1/workshops/{code}/participants", new { name = $"P{i}", showName = false })).Content.ReadFromJsonAsync<JsonObject>();
                people.Add(((string)joined!["participant"]!, (string)joined["token"]!));
            }
            var (act, actions) = await ToAssessmentAsync(http, code, leader, people[0].Token);

            // Every pair of a person and an action is judged once, so every command that is taken leaves exactly one fact.
            var queues = people.ToDictionary(p => p.Id, _ => new ConcurrentQueue<string>(actions));
            var sent = new ConcurrentDictionary<string, (string Person, string Token, string Action)>();
            var confirmed = new ConcurrentDictionary<string, bool>();
            for (var round = 0; round < 2; round++)
            {
                using var stop = new CancellationTokenSource();
                var enough = confirmed.Count + 40;
                var flows = people.Select(p => FlowAsync(p, stop.Token)).ToArray();
                while (confirmed.Count < enough && flows.Any(f => !f.IsCompleted)) await Task.Delay(5);
                await server.KillAsync(); // commands are on their way
                await stop.CancelAsync();
                await Task.WhenAll(flows);
                await server.DisposeAsync();
                server = await ServerProcess.StartAsync(data, port);

                var facts = await FactsAsync(http, code, leader);
                foreach (var id in confirmed.Keys) Assert.Equal(1, facts.GetValueOrDefault(id));
            }
            Assert.InRange(confirmed.Count, 80, sent.Count);

            // Those who had no answer send again, and so does a confused phone that had one: each command has effect once.
            foreach (var (id, (person, token, action)) in sent) Assert.Equal(200, await JudgeAsync(http, code, id, person, token, act, action, CancellationToken.None));
            var final = await FactsAsync(http, code, leader);
            Assert.All(sent.Keys, id => Assert.Equal(1, final.GetValueOrDefault(id)));

            // The room goes on where it stood.
            Assert.Equal(200, await SendAsync(http, code, "go-on", leader, new RevealVerdicts(new ActId(act)), CancellationToken.None));

            async Task FlowAsync((string Id, string Token) person, CancellationToken cancel)
            {
                while (!cancel.IsCancellationRequested && queues[person.Id].TryDequeue(out var action))
                {
                    var id = $"judge-{person.Id}-{action}";
                    sent[id] = (person.Id, person.Token, action);
                    try
                    {
                        if (await JudgeAsync(http, code, id, person.Id, person.Token, act, action, cancel) == 200) confirmed[id] = true;
                    }
                    catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
                    {
                        return; // no answer: nothing is promised
                    }
                }
            }
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task<(string Code, string Token)> OpenAsync(HttpClient http, string secret)
    {
        using var cookies = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = http.BaseAddress };
        Assert.Equal(303, (int)(await cookies.PostAsync("/first", House.Form(("k", secret), ("name", "Ada"), ("password", "une phrase assez longue")))).StatusCode);
        var opened = await (await cookies.PostAsJsonAsync("/api/v1/workshops", new { tables = new[] { "A", "B" } })).Content.ReadFromJsonAsync<JsonObject>();
        return ((string)opened!["code"]!, (string)opened["token"]!);
    }

    private static async Task<(string Act, string[] Actions)> ToAssessmentAsync(HttpClient http, string code, string leader, string someone)
    {
        for (var i = 0; i < 12; i++)
        {
            using var read = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/workshops/{code}") { Headers = { Authorization = new("Bearer", someone) } };
            var view = JsonNode.Parse(await (await http.SendAsync(read)).Content.ReadAsStringAsync())!["view"]!;
            if ((string)view["step"]!["kind"]! == "assessment")
                return ((string)view["act"]!["id"]!, [.. view["deck"]!.AsArray().Select(c => (string)c!["action"]!["id"]!)]);
            Assert.Equal(200, await SendAsync(http, code, $"advance-{i}", leader, new Advance(), CancellationToken.None));
        }
        throw new InvalidOperationException("The run sheet has no assessment.");
    }

    private static Task<int> JudgeAsync(HttpClient http, string code, string id, string person, string token, string act, string action, CancellationToken cancel) =>
        SendAsync(http, code, id, token, new AssessAction(new ParticipantId(person), new ActId(act), new ActionId(action), Verdict.Degraded, "Pendant la panne"), cancel);

    private static async Task<int> SendAsync(HttpClient http, string code, string id, string token, WorkshopCommand command, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workshops/{code}/commands")
        {
            Content = new ByteArrayContent(CommandCodec.Write(command)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            Headers = { Authorization = new("Bearer", token) },
        };
        request.Headers.Add("Idempotency-Key", Key(id));
        return (int)(await http.SendAsync(request, cancel)).StatusCode;
    }

    /// <summary>How many facts each judging left in the journal.</summary>
    private static async Task<Dictionary<string, int>> FactsAsync(HttpClient http, string code, string leader)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/workshops/{code}/journal") { Headers = { Authorization = new("Bearer", leader) } };
        var lines = (await (await http.SendAsync(request)).Content.ReadAsStringAsync()).Split('\n');
        var counts = new Dictionary<string, int>();
        foreach (var line in lines.Where(l => l.Contains("action-assessed", StringComparison.Ordinal)))
        {
            var at = line.IndexOf("\"judge-", StringComparison.Ordinal) + 1;
            var id = line[at..line.IndexOf('"', at)];
            counts[id] = counts.GetValueOrDefault(id) + 1;
        }
        return counts;
    }

    private static string Key(string id)
    {
        Assert.True(id.Length <= Limits.Id);
        return id;
    }
}
