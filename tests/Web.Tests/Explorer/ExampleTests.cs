using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TousRisques.Domain.Expeditions;
using TousRisques.Formats.Expeditions;
using TousRisques.Formats.Findings;
using TousRisques.Host.Wiring;
using TousRisques.Journal;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Expeditions.Example;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests.Explorer;

/// <summary>The example expedition that is shipped: its files, and how an installation takes it in.</summary>
public sealed class ExampleTests(House house) : IClassFixture<House>
{
    private static readonly ExpeditionId Id = new("numerique-tous-risques");

    [Fact]
    public void Its_files_have_nothing_wrong() => Assert.Equal([], ExpeditionReader.Read(DataFolder.Example!).Findings.Select(f => FindingText.Line(f, Domain.Words.Language.English)));

    [Fact]
    public async Task It_is_taken_in_whole_once_and_shown_when_it_is_whole()
    {
        var desk = house.Services.GetRequiredService<IExpeditionDesk>();
        var steps = ExampleSteps.Of(ExpeditionReader.Read(DataFolder.Example!).Folder!, DateTimeOffset.UtcNow);
        Assert.Equal(steps.Length, steps.Select(s => s.Id).Distinct().Count());

        // Cut short after a few commands, it is not shown yet.
        foreach (var step in steps.Take(3)) Assert.Null((await desk.SubmitAsync(Id, new(step.Id, new TheHouse(), DateTimeOffset.UtcNow, step.Command))).Refusal);
        Assert.Equal(404, await house.Client.StatusAsync("/explorer/" + Id));

        // It goes on where it stood: each command has had effect exactly once, none was refused.
        Assert.Equal(steps.Length, await Example().RunAsync());
        var live = (await desk.ReadAsync(Id))!;
        Assert.Equal([], steps.Select(s => s.Id).Where(id => !live.State.Applied.Contains(id)));
        Assert.True(live.State.Charter is { Example: true, Outline.Public: true });
        Assert.NotEmpty(live.State.Charter.Partners);
        Assert.Contains("Numérique tous risques", await house.Client.ReadAsync("/explorer"), StringComparison.Ordinal);

        // A second start does nothing.
        Assert.Equal(0, await Example().RunAsync());
        Assert.Equal(live.Version, (await desk.ReadAsync(Id))!.Version);

        // Nobody leads it until somebody asks to; then nobody else can.
        using var ada = await house.FacilitatorAsync("Ada mène");
        using var zoe = await house.FacilitatorAsync("Zoé aussi");
        Assert.Equal("403", (await house.Client.SendAsync($"/explorer/{Id}/people/lead")).To);
        Assert.Equal($"/explorer/{Id}/settings", (await ada.SendAsync($"/explorer/{Id}/people/lead")).To);
        Assert.Equal("403", (await zoe.SendAsync($"/explorer/{Id}/people/lead")).To);
    }

    [Theory]
    [InlineData("2027-01-01", "2027-01-04")] // New Year's Day is a Friday, and the weekend follows
    [InlineData("2026-12-18", "2026-12-18")]
    [InlineData("2026-11-11", "2026-11-12")]
    public void No_workshop_is_announced_for_a_weekend_or_a_holiday(string from, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", null), ExampleSteps.WorkingDay(DateOnly.ParseExact(from, "yyyy-MM-dd", null)));

    [Fact]
    public async Task Whoever_first_asks_for_expeditions_finds_it_there()
    {
        await using var fresh = new House { Example = true };
        await fresh.InitializeAsync();
        Assert.Null(await fresh.Services.GetRequiredService<IExpeditionDesk>().ReadAsync(Id)); // nobody asked yet
        Assert.Equal(200, await fresh.Client.StatusAsync("/"));
        Assert.Null(await fresh.Services.GetRequiredService<IExpeditionDesk>().ReadAsync(Id));
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => fresh.Client.ReadAsync(i % 2 == 0 ? "/explorer" : $"/explorer/{Id}")));
        Assert.All(pages, html => Assert.Contains("Numérique tous risques", html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_folder_nothing_is_taken_in() => Assert.Equal(0, await Example(null).RunAsync());

    private ShippedExample Example() => Example(DataFolder.Example);

    private ShippedExample Example(string? folder) => new(
        new ExampleFolder(folder), house.Services.GetRequiredService<IJournal>(), house.Services.GetRequiredService<IExpeditionDesk>(), TimeProvider.System,
        house.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>(), NullLogger<ShippedExample>.Instance);
}
