using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Statements;
using TousRisques.Formats.Expeditions;
using TousRisques.Formats.Findings;
using TousRisques.Host.Wiring;
using TousRisques.Journal;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Expeditions.Example;
using TousRisques.Web.Tests.Agir;
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

    [Fact]
    public async Task What_a_later_version_has_besides_comes_to_an_installation_where_nobody_leads_it_and_nothing_comes_back()
    {
        await using var fresh = new House();
        await fresh.InitializeAsync();
        var desk = fresh.Services.GetRequiredService<IExpeditionDesk>();
        await EarlierAsync(fresh);
        Assert.Equal(200, await fresh.Client.StatusAsync("/explorer/" + Id));
        Assert.Empty((await desk.ReadAsync(Id))!.State.Boxes.All);
        var statement = (await desk.ReadAsync(Id))!.State.Statements.All[0].Id;
        await fresh.AskAsync("/agir/" + Id, new WithdrawStatement(statement));
        await fresh.AskAsync("/agir/" + Id, new ReviseOutline((await desk.ReadAsync(Id))!.State.Charter.Outline! with { Question = "Autrement ?" }));

        Assert.InRange(await Example(DataFolder.Example, fresh).RunAsync(), 10, 60);
        var now = (await desk.ReadAsync(Id))!.State;
        Assert.Equal(3, Assert.Single(now.Boxes.All).Judges);
        Assert.Equal((2, 13), (now.Kit.Versions.Length, now.Kit.Published!.Leaves.Length));
        Assert.False(now.Kit.HasChanges);
        Assert.True(now.Statements.Find(statement)!.Withdrawn);
        Assert.Equal("Autrement ?", now.Charter.Outline!.Question);
        Assert.Equal(0, await Example(DataFolder.Example, fresh).RunAsync());
    }

    [Fact]
    public async Task Where_people_lead_it_the_example_is_theirs_and_nothing_is_added()
    {
        await using var fresh = new House();
        await fresh.InitializeAsync();
        await EarlierAsync(fresh);
        using var ada = await fresh.FacilitatorAsync("Ada mène");
        await ada.SendAsync($"/explorer/{Id}/people/lead");
        var before = (await fresh.Services.GetRequiredService<IExpeditionDesk>().ReadAsync(Id))!.Version;
        Assert.Equal(0, await Example(DataFolder.Example, fresh).RunAsync());
        Assert.Equal(before, (await fresh.Services.GetRequiredService<IExpeditionDesk>().ReadAsync(Id))!.Version);
    }

    /// <summary>The example as an earlier version had it: without its box, a sheet of the kit fewer.</summary>
    private static async Task EarlierAsync(House fresh)
    {
        var read = ExpeditionReader.Read(DataFolder.Example!).Folder!;
        var earlier = read with { Boxes = [], Kit = read.Kit! with { Sheets = read.Kit.Sheets.RemoveAll(s => s.Id == "alerte-par-sms") } };
        foreach (var step in ExampleSteps.Of(earlier, DateTimeOffset.UtcNow))
            Assert.Null((await fresh.Services.GetRequiredService<IExpeditionDesk>().SubmitAsync(Id, new(step.Id, new TheHouse(), DateTimeOffset.UtcNow, step.Command))).Refusal);
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

    private ShippedExample Example(string? folder, House? of = null) => new(
        new ExampleFolder(folder), (of ?? house).Services.GetRequiredService<IJournal>(), (of ?? house).Services.GetRequiredService<IExpeditionDesk>(), TimeProvider.System,
        (of ?? house).Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>(), NullLogger<ShippedExample>.Instance);
}
