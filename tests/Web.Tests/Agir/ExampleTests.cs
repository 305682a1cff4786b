using System.Text.RegularExpressions;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Host.Wiring;
using TousRisques.Resilience.CrossImpacts;
using TousRisques.Web.Expeditions.Example;
using TousRisques.Web.Futures;
using TousRisques.Web.Packs;
using TousRisques.Web.Tests.Explorer;
using TousRisques.Web.Tests.Hosting;
using Xunit;

namespace TousRisques.Web.Tests.Agir;

/// <summary>What the shipped example shows behind the door « Agir »: nothing without what says so, and a box that holds together.</summary>
public sealed partial class ExampleTests
{
    private const string At = "/agir/numerique-tous-risques";

    private static Expedition State => FolderExpedition.Read(DataFolder.Example!, DateTimeOffset.UtcNow)!;

    [Fact]
    public void Everything_it_says_rests_on_evidence_that_everybody_sees_or_bears_the_mark()
    {
        var state = State;
        Assert.NotEmpty(state.Statements.InForce);
        Assert.All(state.Statements.InForce, s => Assert.NotEmpty(s.Sheet.Evidence));
        Assert.All(state.Recommendations.All, r => Assert.True(!r.Sheet.Evidence.IsEmpty || !r.Sheet.Leads.IsEmpty, r.Sheet.Title));
        Assert.All(state.Kit.Published!.Leaves, l => Assert.True(l.Sheet.Estimate || !l.Sheet.Evidence.IsEmpty || l.Sheet.Content is Domain.Expeditions.Kits.DeviceContent, l.Sheet.Title));
        var all = state.Statements.InForce.SelectMany(s => s.Sheet.Evidence).Concat(state.Leads.InOrder.SelectMany(l => l.Sheet.Evidence)).Concat(state.Recommendations.All.SelectMany(r => r.Sheet.Evidence))
            .Concat(state.Kit.Published.Leaves.SelectMany(l => l.Sheet.Evidence)).Distinct().Select(e => EvidenceReader.Look(state, e, Standing.Anyone));
        Assert.All(all, sight => Assert.True(sight is { State: EvidenceState.There, Path.Length: > 0 }, sight.Evidence.Name));
    }

    [Fact]
    public async Task Every_statement_leads_to_pages_that_say_so_and_the_scenario_is_read_by_everybody()
    {
        await using var fresh = new House { Example = true };
        await fresh.InitializeAsync();
        var html = await fresh.Client.ReadAsync(At + "/synthesis");
        var statements = html.Split("<article class=\"ag-statement\"")[1..];
        Assert.Equal(State.Statements.InForce.Count(), statements.Length);
        foreach (var statement in statements)
        {
            var links = Link().Matches(statement.Split("</article>")[0]).Select(m => System.Net.WebUtility.HtmlDecode(m.Groups[1].Value)).ToList();
            Assert.NotEmpty(links);
            foreach (var link in links.Where(l => !l.StartsWith("https://", StringComparison.Ordinal)))
            {
                var page = await fresh.Client.ReadAsync(link.Split('#')[0]);
                if (link.Contains('#', StringComparison.Ordinal)) Assert.Contains($"id=\"{link.Split('#')[1]}\"", page, StringComparison.Ordinal);
            }
        }

        Assert.Contains("Dix jours entre l’eau et le vent", await fresh.Client.ReadAsync(At), StringComparison.Ordinal);
        var story = await fresh.Client.ReadAsync(At + "/scenarios/la-vallee-en-hiver/futures/l-eau-et-le-vent");
        foreach (var told in new[] { "tempête, des jours sans courant", "https://www.nextinpact.com/", "draft.zip", "estimation" }) Assert.Contains(told, story, StringComparison.Ordinal);
        Assert.Contains("Une permanence de préfecture (inventée)", await fresh.Client.ReadAsync(At + "/scenarios/la-vallee-en-hiver"), StringComparison.Ordinal);
        Assert.Contains("l-eau-et-le-vent", await fresh.Client.ReadAsync("/explorer/numerique-tous-risques/search?q=debordent+tempete"), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_box_has_a_handful_of_futures_that_hold_together_and_the_one_told_is_among_them()
    {
        var box = Assert.Single(State.Boxes.All);
        Assert.Equal((5, 3), (box.Sheet.Drivers.Length, box.Judges));
        Assert.All(box.Sheet.Drivers, d => Assert.Equal(3, d.States.Length));
        var pack = new InstalledPacks(new DataFolder(new DirectoryInfo(Path.GetTempPath())).Packs).Find(box.Sheet.Territory)!.Pack!;
        var found = BoxFindings.Of(box, pack, TestContext.Current.CancellationToken);
        Assert.Equal((SearchKind.Exact, 0), (found.Kind, found.Unplayed));
        Assert.Empty(found.Unknown);
        Assert.InRange(found.Futures.Length, 5, 9);
        Assert.Equal(3, found.Futures.Count(f => f.Perils.Length > 1));
        var told = Assert.Single(box.Futures);
        Assert.Contains(found.Futures, f => f.States.SequenceEqual(told.States) && f.Perils.Length == 2);
    }

    [GeneratedRegex("<a [^>]*href=\"([^\"]*)\"")]
    private static partial Regex Link();
}
