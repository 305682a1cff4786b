using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Territories;
using TousRisques.Web.Hosting;
using TousRisques.Web.Look;

namespace TousRisques.Web.Kits;

/// <summary>Pages of a kit that are documents of their own.</summary>
public enum KitPart
{
    /// <summary>The front.</summary>
    Index,
    /// <summary>A sheet.</summary>
    Sheet,
    /// <summary>Sources, estimates, licence, version.</summary>
    Sources,
    /// <summary>The map of its territory.</summary>
    Map,
    /// <summary>To print: a booklet.</summary>
    Booklet,
    /// <summary>To print: a poster.</summary>
    Poster,
    /// <summary>To print: cards for the wallet.</summary>
    Card,
}

/// <summary>A file of the website in a folder.</summary>
/// <param name="Name">Its name: the folder has no folders.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SiteFile(string Name, ImmutableArray<byte> Content);

/// <summary>
/// The kit as a website in one folder: plain pages, one style sheet, links from file to file, no script, nothing fetched from anywhere. It opens from a USB key as from any web server, when no house answers any more.
/// </summary>
public static class KitSite
{
    /// <summary>The style sheet's file.</summary>
    public const string Css = "kit.css";

    /// <summary>Draws every file.</summary>
    /// <param name="renderer">Draws components.</param>
    /// <param name="state">The expedition.</param>
    /// <param name="edition">The version; or the draft, which says so on every page.</param>
    /// <param name="land">The territory that its map draws; null for no map.</param>
    public static async Task<ImmutableArray<SiteFile>> DrawAsync(HtmlRenderer renderer, Expedition state, KitEdition edition, Territory? land)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentNullException.ThrowIfNull(edition);
        var reading = KitReading.Apart(state, edition) with { Land = land };
        var files = ImmutableArray.CreateBuilder<SiteFile>();
        await AddAsync("index.html", KitPart.Index, null);
        foreach (var leaf in edition.Leaves) await AddAsync(FolderPlaces.FileOf(leaf.Id), KitPart.Sheet, leaf);
        if (land is not null) await AddAsync("map.html", KitPart.Map, null);
        await AddAsync("sources.html", KitPart.Sources, null);
        await AddAsync("booklet.html", KitPart.Booklet, null);
        await AddAsync("poster.html", KitPart.Poster, null);
        await AddAsync("card.html", KitPart.Card, null);
        files.Add(new(Css, [.. SheetStore.Of(Sheet.Kit).Plain]));
        files.Add(new("LISEZ-MOI.txt", [.. Encoding.UTF8.GetBytes(reading.W["kit.read-me", reading.Cover.Title, reading.Stamp].ReplaceLineEndings("\r\n"))]));
        return files.ToImmutable();

        async Task AddAsync(string name, KitPart page, KitLeaf? leaf) => files.Add(new(name, [.. Encoding.UTF8.GetBytes(await Draw.PartAsync(renderer, typeof(KitPage), new Dictionary<string, object?>
        {
            [nameof(KitPage.R)] = reading,
            [nameof(KitPage.Page)] = page,
            [nameof(KitPage.Leaf)] = leaf,
        }))]));
    }

    /// <summary>The folder's name: the same for the same version.</summary>
    public static string NameOf(Expedition state, KitEdition edition)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(edition);
        return $"kit-{state.Id}-{(edition.IsDraft ? "draft" : $"v{edition.Number}")}";
    }

    /// <summary>Writes the files into a folder, without a house around. Files of the same names are written over; others are left alone.</summary>
    public static async Task<int> WriteAsync(Expedition state, KitEdition edition, string folder, Territory? land = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        await using (services)
        await using (var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>()))
        {
            var files = await DrawAsync(renderer, state, edition, land);
            Directory.CreateDirectory(folder);
            foreach (var file in files) await File.WriteAllBytesAsync(Path.Combine(folder, file.Name), [.. file.Content]);
            return files.Length;
        }
    }
}
