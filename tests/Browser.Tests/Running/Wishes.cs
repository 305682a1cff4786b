using Microsoft.Playwright;
using Xunit;

namespace TousRisques.Browser.Tests.Running;

/// <summary>Sends forms as a person's pages do, without their pages: for what a story needs and is not about.</summary>
public static class Wishes
{
    /// <summary>Sends a form as who holds the device; it must be taken. Gives the address that it leads to, without its anchor.</summary>
    public static async Task<string> SendAsync(this IBrowserContext context, string address, params (string Name, string Value)[] fields)
    {
        var form = context.APIRequest.CreateFormData().Set("id", Guid.NewGuid().ToString("N"));
        foreach (var (field, value) in fields) form.Append(field, value);
        var answer = await context.APIRequest.PostAsync(address, new() { Form = form, Headers = new Dictionary<string, string> { ["Accept"] = "application/json" } });
        Assert.True(answer.Ok, $"{address}: {answer.Status} {await answer.TextAsync()}");
        return (await answer.JsonAsync())?.TryGetProperty("next", out var next) == true ? next.GetString()!.Split('#')[0] : "";
    }
}
