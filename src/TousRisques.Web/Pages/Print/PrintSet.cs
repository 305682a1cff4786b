using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Workshops;
using TousRisques.Web.Hosting;
using TousRisques.Web.Look;
using TousRisques.Web.Pages.Paper;
using TousRisques.Web.Telling;

namespace TousRisques.Web.Pages.Print;

/// <summary>Somebody's place on paper: a number, and who sits there when that is known.</summary>
/// <param name="Number">The number on their sheets.</param>
/// <param name="Who">Who sits there, or null.</param>
/// <param name="Table">Their table, or null.</param>
public sealed record PrintSeat(int Number, Domain.Workshops.Participant? Who, Table? Table);

/// <summary>An act as printed.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Act">The pack's act.</param>
public sealed record PrintAct(int Number, Act Act);

/// <summary>
/// Everything that is printed to play a scenario on paper: of a workshop, with its code and QR codes, or of a pack before any workshop is open.
/// </summary>
public sealed class PrintSet
{
    /// <summary>Seats printed for a table when nobody says how many.</summary>
    public const int UsualSeats = 8;

    private readonly string? address;

    private PrintSet(Pack pack, Script script, Workshop? workshop, string? address, Words words, PrintChoice choice)
    {
        (Pack, Script, Workshop, this.address, Words, Choice) = (pack, script, workshop, address?.TrimEnd('/'), words, choice);
        Tell = new(pack, words);
        Tables = [.. (workshop?.Tables ?? [new(new("a"), "")]).Where(t => choice.HasTable(t.Id.Value))];
        Acts = [.. AllActs.Where(a => choice.HasAct(a.Number))];
        Seats = [.. People()];
    }

    /// <summary>The set of a workshop.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="pack">Its pack.</param>
    /// <param name="address">Where phones reach this server, such as <c>http://192.168.1.20:5080</c>; null leaves QR codes out.</param>
    /// <param name="words">Words of the readers.</param>
    /// <param name="choice">What is wanted.</param>
    public static PrintSet Of(Workshop workshop, Pack pack, string? address, Words words, PrintChoice choice) =>
        new(pack, workshop.Script!, workshop, address, words, choice);

    /// <summary>The set of a pack, to print the week before: its sheets have their numbers, and any workshop takes them.</summary>
    public static PrintSet Of(Pack pack, PlayMode mode, Words words, PrintChoice choice) =>
        new(pack, ScriptCompiler.Compile(pack, "", mode), null, null, words, choice);

    /// <summary>The pack.</summary>
    public Pack Pack { get; }
    /// <summary>The compiled scenario.</summary>
    public Script Script { get; }
    /// <summary>The workshop, or null.</summary>
    public Workshop? Workshop { get; }
    /// <summary>Words of the readers.</summary>
    public Words Words { get; }
    /// <summary>Tells hours and causes.</summary>
    public Teller Tell { get; }
    /// <summary>What is wanted.</summary>
    public PrintChoice Choice { get; }
    /// <summary>Tables to print for.</summary>
    public ImmutableArray<Table> Tables { get; }
    /// <summary>Acts to print.</summary>
    public ImmutableArray<PrintAct> Acts { get; }
    /// <summary>Seats to print for.</summary>
    public ImmutableArray<PrintSeat> Seats { get; }

    /// <summary>Title of the workshop, or of its scenario.</summary>
    public string Title => Workshop is { Title.Length: > 0 } named ? named.Title : Pack.Scenario.Title.In(Words.Language);

    /// <summary>Every act that is played.</summary>
    public IEnumerable<PrintAct> AllActs =>
        Script.Acts.Select((a, i) => (Number: i + 1, Act: Pack.Scenario.Acts.FirstOrDefault(p => p.Id == a.Id))).Where(a => a.Act is not null).Select(a => new PrintAct(a.Number, a.Act!));

    /// <summary>Actions with the numbers of their cards.</summary>
    public IEnumerable<(int Number, Domain.Scenarios.ActionCard Card)> Actions =>
        Script.Actions.Select((a, i) => (i + 1, Pack.Scenario.Actions.FirstOrDefault(c => c.Id == a.Id))).Where(a => a.Item2 is not null)!;

    /// <summary>The address of a sheet's entry form; null without workshop or address.</summary>
    public string? EntryOf(SheetNumber sheet) => Workshop is { } w && address is { } a ? $"{a}/w/{w.Id}/paper/{sheet}" : null;

    /// <summary>Where the workshop is joined; null without workshop or address.</summary>
    public string? JoinUrl => Workshop is { } w && address is { } a ? $"{a}/join?code={w.Id}" : null;

    /// <summary>The server's address as people type it; null when it is not known.</summary>
    public string? Typed => address is { } a ? a[(a.IndexOf("://", StringComparison.Ordinal) + 3)..] : null;

    /// <summary>
    /// Writes the printable page as one file that needs nothing else: styles inside, no script, so that it can be sent to whoever has a printer.
    /// </summary>
    public async Task WriteAsync(TextWriter output)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        await using (services)
        await using (var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>()))
        {
            var html = await Draw.PartAsync(renderer, typeof(PrintDocument), new Dictionary<string, object?> { ["Set"] = this, ["Alone"] = true });
            var style = SheetStore.Of(Sheet.Print);
            var (start, end) = LinkTo(style.Url, html);
            await output.WriteAsync(html.AsMemory(0, start));
            await output.WriteAsync($"<style>{Encoding.UTF8.GetString(style.Plain)}</style>");
            await output.WriteAsync(html.AsMemory(end));
        }
    }

    /// <summary>Where the tag stands that links a style sheet.</summary>
    private static (int Start, int End) LinkTo(string url, string html)
    {
        var at = html.IndexOf(url, StringComparison.Ordinal);
        var start = at < 0 ? -1 : html.LastIndexOf("<link", at, StringComparison.Ordinal);
        return start < 0 ? throw new UnreachableException("The printed page does not link its style sheet.") : (start, html.IndexOf('>', at) + 1);
    }

    private IEnumerable<PrintSeat> People()
    {
        var known = Workshop is not { } w ? [] : w.Present.Where(p => p.OnPaper || Choice.Everybody)
            .Select(p => new PrintSeat(Paper.Seats.Of(w, p), p, w.Tables.First(t => t.Id == p.Table))).ToList();
        var wanted = Choice.Seats ?? Math.Min(Paper.Seats.Last, Math.Max(Tables.Length * UsualSeats, known.Select(k => k.Number).Where(n => n <= Paper.Seats.Last).DefaultIfEmpty().Max()));
        var taken = known.Select(k => k.Number).ToHashSet();
        var free = Enumerable.Range(1, wanted).Where(n => !taken.Contains(n) && (Workshop is null || Paper.Seats.Find(Workshop, n) is null)).Select(n => new PrintSeat(n, null, null));
        return known.Where(k => Choice.HasTable(k.Table!.Id.Value)).Concat(free).OrderBy(s => s.Number);
    }
}
