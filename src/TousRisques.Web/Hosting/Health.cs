using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TousRisques.Journal;

namespace TousRisques.Web.Hosting;

/// <summary>For those who watch over servers: <c>/health/live</c> says that the process answers, <c>/health/ready</c> that the journal does too.</summary>
public sealed class Health : IPage
{
    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("ok")).ExcludeFromDescription();
        routes.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(IJournal journal, CancellationToken cancel)
    {
        try
        {
            await journal.HeadAsync("health", cancel);
            return Results.Text("ok");
        }
        catch (JournalException e)
        {
            return Results.Text(e.Trouble.ToString(), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
