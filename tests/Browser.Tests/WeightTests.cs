using TousRisques.Browser.Tests.Running;
using Xunit;

namespace TousRisques.Browser.Tests;

/// <summary>What a participant's page weighs on the wire. These are counts, not times, so they may be held to their budget anywhere.</summary>
public class WeightTests(ServerOfTheClass served) : BrowserTest(served)
{
    private const int Budget = 14_600, Requests = 4;

    [Theory]
    [InlineData("welcome")]
    [InlineData("round-table")]
    [InlineData("stakeholders")]
    [InlineData("act-1.events")]
    [InlineData("act-1.assessment")]
    [InlineData("act-3.assessment")]
    [InlineData("act-1.priorities")]
    [InlineData("act-1.plan")]
    [InlineData("act-3.plan")]
    public async Task A_first_load_fits_in_the_first_window_of_a_connection(string step)
    {
        var facilitator = await FacilitatorAsync();
        await facilitator.OpenAsync("Poids", "Mairie", "Préfecture");
        var people = new List<Participant>();
        foreach (var name in new[] { "Awa", "Bruno", "Chloé" }) people.Add(await JoinAsync(facilitator, name));
        await facilitator.JumpAsync("round-table");
        foreach (var p in people) { await p.AtAsync("Qui êtes-vous ?"); await p.DrawCharacterAsync(); }
        await facilitator.JumpAsync(step);

        var load = await FirstLoad.MeasureAsync(people[0].Context, people[0].Home);
        TestContext.Current.TestOutputHelper?.WriteLine($"{step}: {load}");
        Assert.InRange(load.Bytes, 1_000, Budget);
        Assert.InRange(load.Requests, 3, Requests);
    }
}
