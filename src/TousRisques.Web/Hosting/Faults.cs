using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TousRisques.Sessions;
using TousRisques.Web.Access;

namespace TousRisques.Web.Hosting;

/// <summary>Turns what goes wrong while answering into clear words with the right status. A bug is logged and said to be one.</summary>
public static class Faults
{
    /// <summary>Passes a request on and answers for what it throws.</summary>
    public static async Task CatchAsync(HttpContext http, RequestDelegate next, ILogger log)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested) { }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            var (status, code, arguments) = e switch
            {
                BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (StatusCodes.Status413PayloadTooLarge, "too-large", new object?[] { BodyLimits.Kilobytes }),
                BadHttpRequestException bad => (bad.StatusCode, "bad-request", []),
                InvalidDataException => (StatusCodes.Status413PayloadTooLarge, "too-large", [BodyLimits.Kilobytes]), // a form past its limits
                DeskUnavailableException => (StatusCodes.Status503ServiceUnavailable, "unavailable", []),
                _ => (StatusCodes.Status500InternalServerError, "failed", Array.Empty<object?>()),
            };
            if (status == StatusCodes.Status500InternalServerError) log.LogError(e, "A request failed: {Method} {Path}.", http.Request.Method, http.Request.Path);
            if (status == StatusCodes.Status503ServiceUnavailable) Trouble.SetRetry(http, TimeSpan.FromSeconds(2));
            await Trouble.Say(http, CallerBinding.Read(http), status, code, arguments).ExecuteAsync(http);
        }
    }
}
