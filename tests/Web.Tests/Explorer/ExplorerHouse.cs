using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TousRisques.Domain.Expeditions;
using TousRisques.Sessions.Expeditions;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests.Explorer;

/// <summary>Short ways to send forms and read pages of expeditions in tests.</summary>
internal static class ExplorerHouse
{
    /// <summary>Sends a form and gives the page that it leads to, with its address.</summary>
    public static async Task<(string To, string Html)> SendAsync(this HttpClient client, string path, params (string Key, string Value)[] fields)
    {
        var answer = await client.PostAsync(path, House.Form(fields));
        if (answer.StatusCode != HttpStatusCode.SeeOther) return ($"{(int)answer.StatusCode}", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        var to = answer.Headers.Location!.ToString();
        return (to, await client.ReadAsync(to));
    }

    /// <summary>A page that must be there, its entities decoded.</summary>
    public static async Task<string> ReadAsync(this HttpClient client, string path)
    {
        var answer = await client.GetAsync(path);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode} {answer.Headers.Location}\n{html}");
        return html;
    }

    /// <summary>The status of a page.</summary>
    public static async Task<int> StatusAsync(this HttpClient client, string path) => (int)(await client.GetAsync(path)).StatusCode;

    /// <summary>Opens an expedition by the form and gives its address.</summary>
    public static async Task<string> OpenExpeditionAsync(this HttpClient client, string name, bool isPublic = true)
    {
        var (to, html) = await client.SendAsync("/explorer", ("name", name), ("question", "Que reste-t-il ?"), ("language", "fr"), ("public", isPublic ? "true" : "false"));
        Assert.True(to.EndsWith("/settings", StringComparison.Ordinal), html);
        return to[..^"/settings".Length];
    }

    /// <summary>An expedition as the server holds it.</summary>
    public static async Task<Expedition> ExpeditionAsync(this House house, string address) =>
        (await house.Services.GetRequiredService<IExpeditionDesk>().ReadAsync(new ExpeditionId(address.Split('/')[2])))!.State;
}
