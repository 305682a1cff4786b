using Microsoft.AspNetCore.Routing;
using TousRisques.Web.Live;

namespace TousRisques.Web;

/// <summary>A page, or a family of pages: it registers its own addresses, and names the parts of it that change while people look at it.</summary>
public interface IPage
{
    /// <summary>Registers its addresses.</summary>
    static abstract void Map(IEndpointRouteBuilder routes);

    /// <summary>Its living parts; none for a page that stays as it was served.</summary>
    static virtual IReadOnlyList<LivePart> Parts => [];
}
