using Microsoft.Extensions.DependencyInjection;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Words;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Tests.Explorer;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests.Agir;

/// <summary>Short ways behind the door « Agir » in tests.</summary>
internal static class AgirHouse
{
    /// <summary>An expedition of a new account; gives the account's client and name, and the expedition's address behind the door.</summary>
    public static async Task<(HttpClient Ada, string Name, string At)> CampAsync(this House house, bool isPublic = true)
    {
        var name = "Ada " + Guid.NewGuid().ToString("n")[..8];
        var ada = await house.FacilitatorAsync(name);
        var explorer = await ada.OpenExpeditionAsync("Agir " + Guid.NewGuid().ToString("n")[..8], isPublic);
        return (ada, name, explorer.Replace("/explorer/", "/agir/", StringComparison.Ordinal));
    }

    /// <summary>Gives a command as somebody, or as the house; it must be taken.</summary>
    public static async Task AskAsync(this House house, string at, ExpeditionCommand command, string? account = null)
    {
        var envelope = new ExpeditionEnvelope(new CommandId(Guid.NewGuid().ToString("n")), account is null ? new TheHouse() : new AccountHolder(account), house.Services.GetRequiredService<TimeProvider>().GetUtcNow(), command);
        var submission = await house.Services.GetRequiredService<IExpeditionDesk>().SubmitAsync(new ExpeditionId(at.Split('/')[2]), envelope);
        Assert.Null(submission.Refusal);
    }

    /// <summary>Elements of a page.</summary>
    public static int Elements(string html) => System.Text.RegularExpressions.Regex.Count(html, "<[a-zA-Z]");
}
