using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Formats.Feeds;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages.Explorer.Spread;

/// <summary>Partners, and what helps to spread the word: a feed of news, a text to copy, a card that other sites may frame.</summary>
public sealed class SpreadPages : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/explorer/{id}/partners", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<PartnersPage>(nameof(PartnersPage.Visit), v))).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/spread", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Draw.Page<SpreadPage>(new Dictionary<string, object?> { [nameof(SpreadPage.Visit)] = v, [nameof(SpreadPage.Root)] = Root(http) }))).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/news.atom", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => Feed(http, v))).ExcludeFromDescription();
        routes.MapGet("/explorer/{id}/card", (HttpContext http, string id, Caller caller, ExpeditionDoor door) =>
            door.ShowAsync(http, id, caller, v => v.Outline.Public ? EmbeddedCard.Answer(v, Root(http)) : ExpeditionDoor.NotThere(http, caller))).ExcludeFromDescription();
    }

    private static string Root(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";

    private static IResult Feed(HttpContext http, Visit visit)
    {
        var (root, news) = (Root(http), ExpeditionNews.Of(visit.State, 50));
        var feed = new Feed
        {
            Id = root + visit.At("news.atom"),
            Title = visit.Outline.Name,
            Link = root + visit.At(),
            Self = root + visit.At("news.atom"),
            Author = visit.Outline.Name,
            Language = visit.Outline.Language.Code,
            Updated = news.Count > 0 ? news[0].At : visit.State.Charter.OpenedAt,
            Entries =
            [
                .. news.Select(n => new FeedEntry
                {
                    Id = $"{root}{visit.At(n.Path)}#{Forms.Wire.Of(n.Kind)}-{n.Key}",
                    Title = n.Title,
                    Link = root + visit.At(n.Path),
                    Summary = n.Summary,
                    Updated = n.At,
                    Categories = [new FeedCategory(visit.W["explorer-spread.news-" + Forms.Wire.Of(n.Kind)])],
                }),
            ],
        };
        http.Response.Headers.CacheControl = visit.Outline.Public ? "public, max-age=300" : "no-store";
        return Results.Bytes(AtomWriter.Write(feed), "application/atom+xml; charset=utf-8");
    }
}
