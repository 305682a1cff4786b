using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Domain.Expeditions.Searching;
using TousRisques.Formats;
using TousRisques.Web.Access;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Expeditions.Searching;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages.Explorer.Search;

/// <summary>Search over all rooms of an expedition, <c>/explorer/{id}/search?q=…&amp;kind=…&amp;page=…</c>.</summary>
public sealed class SearchPages : IPage
{
    /// <summary>Results on a page.</summary>
    internal const int PageSize = 12;

    /// <summary>Last page that can be asked for.</summary>
    private const int LastPage = 1_000;

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/explorer/{id}/search", (HttpContext http, string id, Caller caller, ExpeditionDoor door) => door.ShowAsync(http, id, caller, visit =>
        {
            var typed = http.Request.Query["q"].ToString();
            if (typed.Length > SearchQuery.LongestText) typed = typed[..SearchQuery.LongestText];
            var kind = EnumWords<FindableKind>.Find(http.Request.Query["kind"].ToString());
            var page = int.TryParse(http.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, LastPage) : 1;
            var query = SearchQuery.Of(typed);
            return Draw.Page<SearchPage>(new Dictionary<string, object?>
            {
                [nameof(SearchPage.Visit)] = visit,
                [nameof(SearchPage.Typed)] = typed,
                [nameof(SearchPage.Kind)] = kind,
                [nameof(SearchPage.Number)] = page,
                [nameof(SearchPage.Found)] = query.IsEmpty ? null : Searcher.Find(Findables.For(visit), query, kind, (page - 1) * PageSize, PageSize),
            });
        })).ExcludeFromDescription();
}
