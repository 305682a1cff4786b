using System.Diagnostics;
using System.Globalization;
using TousRisques.Browser.Tests.Running;

// Measures what docs/performance.md promises, on the real server in a process of its own, and prints one line for each figure.
//   dotnet run -c Release --project bench/Measure [-- start | idle | restart | first-load]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var asked = args.Length > 0 ? args : ["start", "idle", "restart", "first-load"];
Console.WriteLine($"{Environment.ProcessorCount} processors, {Environment.OSVersion}, .NET {Environment.Version}, {Folders.Configuration}, load {Load()} before");
if (asked.Contains("start")) await Measures.StartAsync();
if (asked.Contains("idle")) await Measures.IdleAsync();
if (asked.Contains("restart")) await Measures.RestartAsync();
if (asked.Contains("first-load")) await Measures.FirstLoadAsync();
await Chrome.CloseAsync();
return;

static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

/// <summary>The figures, one by one.</summary>
internal static class Measures
{
    private const int Times = 5;

    /// <summary>From the start of the process to the first page served, on an empty data folder.</summary>
    public static async Task StartAsync()
    {
        var (walls, cpus) = (new List<double>(), new List<double>());
        for (var i = 0; i < Times; i++)
        {
            await using var server = new Server();
            var clock = Stopwatch.StartNew();
            await server.StartAsync();
            walls.Add(clock.Elapsed.TotalSeconds);
            cpus.Add(server.Process.TotalProcessorTime.TotalSeconds);
        }
        Say("start to first page served", $"{Median(walls):0.00} s (median of {Times}: {string.Join(", ", walls.Select(w => $"{w:0.00}"))}), {Median(cpus):0.00} s of processor time");
    }

    /// <summary>The whole process, half a minute after its first page.</summary>
    public static async Task IdleAsync()
    {
        await using var server = new Server();
        await server.StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(30));
        server.Process.Refresh();
        Say("idle memory", $"{server.Process.WorkingSet64 / 1e6:0.0} MB resident");
    }

    /// <summary>Killed with a workshop under way: from the new start until a participant's page is served again.</summary>
    public static async Task RestartAsync()
    {
        if (Chrome.Installed is null) { Say("restart", Chrome.Missing); return; }
        await using var server = new Server();
        await server.StartAsync();
        var (facilitator, people) = await WorkshopAsync(server);
        await facilitator.JumpAsync("act-1.assessment");
        foreach (var p in people)
        {
            await p.AtAsync("Encore possible ?");
            await p.JudgeAllAsync(p.Name.Length);
        }
        var walls = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            await server.KillAsync();
            var clock = Stopwatch.StartNew();
            await server.StartAsync();
            var page = await people[0].Context.APIRequest.GetAsync(people[0].Home);
            if (!page.Ok) throw new InvalidOperationException($"The page came back as {page.Status}.");
            walls.Add(clock.Elapsed.TotalSeconds);
        }
        Say("restart after kill -9", $"{Median(walls):0.00} s (median of {Times}: {string.Join(", ", walls.Select(w => $"{w:0.00}"))})");
    }

    /// <summary>A participant's page with a cold cache, where it is lightest and where it is heaviest.</summary>
    public static async Task FirstLoadAsync()
    {
        if (Chrome.Installed is null) { Say("first load", Chrome.Missing); return; }
        await using var server = new Server();
        await server.StartAsync();
        var (facilitator, people) = await WorkshopAsync(server);
        foreach (var step in new[] { "welcome", "round-table", "stakeholders", "act-1.events", "act-1.situation", "act-1.assessment", "act-3.assessment", "act-1.priorities" })
        {
            await facilitator.JumpAsync(step);
            Say($"first load, {step}", (await FirstLoad.MeasureAsync(people[0].Context, people[0].Home)).ToString());
        }
    }

    private static async Task<(Facilitator, List<Participant>)> WorkshopAsync(Server server)
    {
        var facilitator = await Facilitator.EnterAsync(server);
        await facilitator.OpenAsync("Mesure", "Mairie", "Préfecture");
        var people = new List<Participant>();
        foreach (var name in new[] { "Awa", "Bruno", "Chloé" }) people.Add(await Participant.JoinAsync(server, facilitator.Code, name));
        await facilitator.JumpAsync("round-table");
        foreach (var p in people)
        {
            await p.AtAsync("Qui êtes-vous ?");
            await p.DrawCharacterAsync();
        }
        return (facilitator, people);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Say(string what, string figure) => Console.WriteLine($"{what}: {figure}");
}
