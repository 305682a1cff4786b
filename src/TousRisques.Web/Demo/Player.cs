using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TousRisques.Journal.Json;

namespace TousRisques.Web.Demo;

/// <summary>A simulated person at a device of their own: joins and plays through the HTTP API, like any program would.</summary>
internal sealed class Player(Person person, string code, int seed, int index, HttpClient http, double speed, TimeProvider time)
{
    private readonly HashSet<string> done = new(StringComparer.Ordinal);
    private string token = "";

    /// <summary>Plays until cancelled, or until the workshop is closed. A line that breaks is tried again, as a phone would.</summary>
    public async Task PlayAsync(CancellationToken cancel)
    {
        await PauseAsync(0.4 * index, cancel);
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                if (token.Length > 0 || await JoinAsync(cancel)) await TakePartAsync(cancel);
                return;
            }
            catch (HttpRequestException) when (!cancel.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromSeconds(2), time, cancel);
            }
        }
    }

    private async Task TakePartAsync(CancellationToken cancel)
    {
        var version = -1L;
        while (!cancel.IsCancellationRequested)
        {
            if (await ReadAsync(version, cancel) is not { } read) continue;
            version = (long)read["version"]!;
            var view = read["view"]!;
            if ((bool)view["closed"]!) return;
            var wish = person.Wishes(view).FirstOrDefault(w => !done.Contains(w.Key));
            if (wish is null)
            {
                await PauseAsync(1.5, cancel);
                continue;
            }
            var step = (string?)view["step"]!["id"];
            await PauseAsync(wish.Think, cancel);
            // The room may have gone on while they thought.
            if (wish.Think > 1 && await ReadAsync(-1, cancel) is { } now && (string?)now["view"]!["step"]!["id"] != step) continue;
            done.Add(wish.Key);
            await SendAsync(wish, cancel);
            version = -1; // whatever came of it, look again
        }
    }

    private Task PauseAsync(double seconds, CancellationToken cancel) => Task.Delay(TimeSpan.FromSeconds(Math.Max(0.005, seconds / speed)), time, cancel);

    private async Task<bool> JoinAsync(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workshops/{code}/participants");
        request.Headers.Add("Idempotency-Key", $"simulated-participant-{seed}-{index}");
        request.Content = JsonContent.Create(new { name = person.Name, showName = false });
        using var answer = await http.SendAsync(request, cancel);
        if (!answer.IsSuccessStatusCode) return false;
        token = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(cancel))!["token"]!;
        return true;
    }

    private async Task<JsonNode?> ReadAsync(long after, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/workshops/{code}{(after < 0 ? "" : $"?after={after}&wait=20")}");
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await http.SendAsync(request, cancel);
        if (answer.StatusCode == HttpStatusCode.OK) return JsonNode.Parse(await answer.Content.ReadAsStreamAsync(cancel));
        if (answer.StatusCode != HttpStatusCode.NoContent) await PauseAsync(5, cancel);
        return null;
    }

    private async Task SendAsync(Wish wish, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workshops/{code}/commands");
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Add("Idempotency-Key", KeyOf(wish));
        request.Content = new ByteArrayContent(CommandCodec.Write(wish.Command)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await http.SendAsync(request, cancel); // a refusal is life: they look again and want something else
    }

    private string KeyOf(Wish wish) =>
        $"d{index}-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(wish.Key)).AsSpan(0, 12))}";
}
