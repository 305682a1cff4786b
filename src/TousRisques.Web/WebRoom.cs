using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TousRisques.Sessions;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;
using TousRisques.Web.Hosting;
using TousRisques.Web.Live;
using TousRisques.Web.Lobby;
using TousRisques.Web.Packs;

namespace TousRisques.Web;

/// <summary>The room of pages and programs' doors: what it needs, and where its addresses lead.</summary>
public static class WebRoom
{
    /// <summary>Every page: how it maps its addresses and which living parts it has. A new page is one line here.</summary>
    private static readonly List<(Action<IEndpointRouteBuilder> Map, IReadOnlyList<LivePart> Parts)> Pages =
    [
        Page<Look.Sheets>(),
        Page<Pages.Report.ReportPages>(),
        Page<SignInForms>(),
        Page<LobbyForms>(),
        Page<DoForm>(),
        Page<Pages.Home.Home>(),
        Page<Pages.Join.Join>(),
        Page<Pages.SignIn.SignIn>(),
        Page<Pages.Open.Open>(),
        Page<Pages.Participant.Play>(),
        Page<LiveLine>(),
        Page<Health>(),
        Page<Demo.DemoForms>(),
        Page<Api.ApiPages>(),
        Page<Pages.Screen.ScreenPage>(),
        Page<Pages.Console.ConsolePage>(),
        Page<Pages.Paper.PaperPages>(),
        Page<Pages.Print.PrintPages>(),
        Page<Pages.Stress.Bench>(),
        Page<Pages.Explorer.ExplorerPages>(),
        Page<Pages.Explorer.Search.SearchPages>(),
        Page<Pages.Explorer.Notices.NoticePages>(),
        Page<Pages.Explorer.Moderation.ModerationPages>(),
        Page<Pages.Explorer.Settings.SettingsPages>(),
        Page<Pages.Explorer.People.PeoplePages>(),
        Page<Pages.Explorer.People.JoinPages>(),
        Page<Pages.Explorer.Spread.SpreadPages>(),
        Page<Pages.Explorer.Messages.MessagesPages>(),

        // Watch
        Page<Pages.Explorer.Watching.WatchPages>(),
        Page<Pages.Explorer.Watching.FeedPages>(),

        // Inquiry
        Page<Pages.Explorer.Inquiries.InquiryPages>(),
        Page<Pages.Explorer.Inquiries.GridPages>(),
        Page<Pages.Explorer.Inquiries.InterviewPages>(),
        Page<Pages.Explorer.Inquiries.OfflinePages>(),
        Page<Pages.Explorer.Inquiries.ExchangePages>(),

        // Encounters
        Page<Pages.Explorer.Meetings.MeetingsPages>(),

        // Notebook
        Page<Pages.Explorer.Notebooks.NotebookPages>(),
        Page<Pages.Explorer.Notebooks.WritingPages>(),
        Page<Pages.Explorer.Notebooks.FigurePages>(),
        Page<Pages.Explorer.Notebooks.ReactionPages>(),

        // Catalogue
        Page<Pages.Explorer.Devices.DevicePages>(),
        Page<Pages.Explorer.Devices.DeviceForms>(),
        Page<Pages.Explorer.Devices.ImportPages>(),

        // Agenda
        Page<Pages.Explorer.Agendas.AgendaPages>(),
        Page<Pages.Explorer.Agendas.AgendaForms>(),
        Page<Pages.Explorer.Agendas.PersonalPages>(),
        Page<Pages.Explorer.Agendas.ErasurePages>(),

        // Agir
        Page<Pages.Agir.Front.AgirPages>(),
        Page<Pages.Agir.Statements.StatementPages>(),
        Page<Pages.Agir.Leads.LeadPages>(),
        Page<Pages.Agir.Scenarios.BoxPages>(),
        Page<Pages.Agir.Scenarios.FuturePages>(),
        Page<Pages.Agir.Recommendations.RecommendationPages>(),
        Page<Pages.Agir.Kits.KitPages>(),
    ];

    /// <summary>Living parts of all pages.</summary>
    internal static IReadOnlyList<LivePart> Parts { get; } = [.. Pages.SelectMany(p => p.Parts)];

    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddScoped<HtmlRenderer>();
        services.AddDataProtection();
        services.AddSingleton<Seals>().AddSingleton<Facilitators>().AddSingleton<ResumeCodes>();
        services.TryAddSingleton(new TryLimits());
        services.AddSingleton<Tries>().AddSingleton<Door>();
        services.AddSingleton<Flashes>().AddSingleton<Stage>().AddSingleton<WorkshopFacts>();
        services.AddSingleton<Pages.Open.OwnWorkshops>();
        services.AddSingleton<InstalledPacks>().AddSingleton<Openings>().AddSingleton<Joinings>();
        services.TryAddSingleton(new Analysis.Stress.StressSettings());
        services.AddSingleton<Stress.StressReports>().AddSingleton<Stress.StressAsks>();
        services.AddSingleton<Expeditions.ExpeditionDoor>().AddSingleton<Expeditions.ExpeditionForms>();
        services.TryAddSingleton(new Expeditions.Example.ExampleFolder(null));
        services.AddSingleton<Expeditions.Example.ShippedExample>().AddSingleton<Expeditions.PublicNews>();

        // Watch
        services.TryAddSingleton(new Watching.WatchSettings());
        services.AddSingleton<Watching.FeedFetcher>().AddSingleton<Watching.FeedRounds>().AddSingleton<Watching.WatchUploads>().AddHostedService<Watching.FeedClock>();

        // Inquiry

        // Encounters

        // Notebook
        services.AddSingleton<Notebooks.SenderKeys>();

        // Catalogue
        services.AddSingleton<Devices.Exchange.ImportDrafts>();

        // Agenda
        services.AddSingleton<Agendas.PersonalLinks>().AddSingleton<Agendas.AgendaMail>().AddSingleton<Agendas.SignUps>();
        services.AddSingleton<Agendas.AgendaClock>().AddHostedService(s => s.GetRequiredService<Agendas.AgendaClock>());

        // Agir
        services.AddSingleton<Futures.BoxDesk>().AddSingleton<Evidences.EvidenceDesk>().AddSingleton<Pages.Agir.Evidences.EvidenceForms>().AddSingleton<Pages.Agir.Front.OverdueDesk>();

        services.AddSingleton<LiveRooms>().AddSingleton<Demo.Demonstrations>();
        services.AddOpenApi("v1", o =>
        {
            o.AddDocumentTransformer<Api.CommandSchemas>();
            o.AddOperationTransformer<Api.CommandSchemas>();
            o.ShouldInclude = d => d.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        });
        services.Configure<FormOptions>(BodyLimits.Apply);
        services.Configure<KestrelServerOptions>(BodyLimits.Apply);
        services.AddSingleton<RoomAddress>();
        services.AddHttpContextAccessor();
        // French letters travel as they are: an entity would cost four times the bytes.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true; // pages hold no secret that a page's own form input could be mixed with (docs/adr)
            o.Providers.Add<TightBrotli>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        return services;
    }

    /// <summary>Maps every address of the room.</summary>
    public static WebApplication MapWeb(this WebApplication app)
    {
        app.Use(next => http => SecurityHeaders.AddAsync(http, next));
        app.UseResponseCompression();
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("TousRisques.Web");
        app.Use(next => http => Faults.CatchAsync(http, next, log));
        app.Use(next => http => SameOrigin.GuardAsync(http, next));
        app.Use(next => http => Oversize.GuardAsync(http, next));
        app.Use(next => http =>
        {
            if (HttpMethods.IsGet(http.Request.Method) && CallerBinding.Known(http.Request.Query["lang"]) is { } language) Cookies.Remember(http, language);
            return next(http);
        });
        foreach (var page in Pages) page.Map(app);
        app.MapOpenApi();
        var demos = app.Services.GetRequiredService<Demo.Demonstrations>();
        app.Lifetime.ApplicationStarted.Register(() => _ = demos.ResumeAsync(app.Lifetime.ApplicationStopping));
        app.MapFallback((HttpContext http, Caller caller) => Trouble.Say(http, caller, StatusCodes.Status404NotFound, "no-such-page"));
        return app;
    }

    private static (Action<IEndpointRouteBuilder>, IReadOnlyList<LivePart>) Page<T>() where T : IPage => (T.Map, T.Parts);
}
