using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Words;
using TousRisques.Sessions;

namespace TousRisques.Web.Access;

/// <summary>
/// The door of workshops: the one way from a code that somebody gives to a workshop, so that guessing codes is limited wherever it is tried.
/// </summary>
public sealed class Door(IWorkshopDesk desk, Tries tries)
{
    /// <summary>
    /// The workshop of a code; or how long this address must wait before it may try another code. Callers who hold a grant for that
    /// workshop do not guess and never wait.
    /// </summary>
    public async ValueTask<(LiveWorkshop? Live, TimeSpan Wait)> FindAsync(HttpContext http, Caller caller, WorkshopId workshop)
    {
        var known = caller.Account is not null || caller.Grants.Any(g => g.Workshop == workshop);
        var address = Guesses.AddressOf(http.Connection.RemoteIpAddress);
        if (!known && tries.Codes.Wait(address) is { Ticks: > 0 } wait) return (null, wait);
        var live = await desk.ReadAsync(workshop, http.RequestAborted);
        if (live is null && !known) tries.Codes.Wrong(address);
        return (live, TimeSpan.Zero);
    }
}
