using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using TousRisques.Web.Access;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Pages;

/// <summary>Holds the house's address until the home page moves in.</summary>
public sealed class Placeholder : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/", (Caller caller) => Draw.Page<PlaceholderPage>(nameof(PlaceholderPage.Words), caller.Words));
}
