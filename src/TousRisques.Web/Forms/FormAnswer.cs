using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Web.Access;
using TousRisques.Web.Hosting;

namespace TousRisques.Web.Forms;

/// <summary>Answers a form: to a browser with the next page, or the same one with a flash; to live.js with JSON.</summary>
/// <param name="http">The request.</param>
/// <param name="caller">Who sent it.</param>
/// <param name="flashes">Where refusals wait for the next page.</param>
/// <param name="form">Its fields.</param>
/// <param name="name">The form: its command's wire name, or its address.</param>
/// <param name="back">The page it was on.</param>
public sealed class FormAnswer(HttpContext http, Caller caller, Flashes flashes, IFormCollection form, string name, string back)
{
    /// <summary>The id that the client gave its request, or null when it gave none that can be one.</summary>
    public CommandId? Request => ReadId(form["id"]);

    /// <summary>It was done.</summary>
    public IResult Yes(string next, long version) => Trouble.WantsJson(http.Request) ? Results.Json(new { ok = true, version, next }) : SeeOther(next);

    /// <summary>The rules said no.</summary>
    public IResult No(Refusal refusal, Pack? pack) => Refuse(StatusCodes.Status422UnprocessableEntity, Refusals.CodeOf(refusal), Refusals.Say(caller.Words, refusal, pack));

    /// <summary>The house said no, with the code of a trouble.</summary>
    public IResult No(string trouble, int status = StatusCodes.Status422UnprocessableEntity, params object?[] arguments) =>
        Refuse(status, trouble, caller.Words["trouble." + trouble, arguments]);

    /// <summary>Nothing was wrong: the form is wanted on another page, with what was typed so far.</summary>
    public IResult GoOn(string page)
    {
        Keep("go-on", "");
        return SeeOther(page);
    }

    /// <summary>303: go and look at that page.</summary>
    public static IResult SeeOther(string path) => new SeeOtherResult(path);

    /// <summary>A page of this house as a form names it, or another when it names none of ours: nobody is sent elsewhere.</summary>
    public static string Local(string? path, string otherwise) =>
        path is ['/', ..] && path.Length < 600 && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal) && !path.Any(char.IsControl)
            ? path : otherwise;

    /// <summary>Whether a checkbox is ticked.</summary>
    public static bool IsYes(StringValues value) => value.ToString() is "true" or "on" or "1";

    /// <summary>A command id from outside: letters, digits, hyphens and underscores; null for anything else.</summary>
    public static CommandId? ReadId(string? id) =>
        id is { Length: > 0 and <= Limits.Id } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? new CommandId(id) : null;

    private IResult Refuse(int status, string code, string text)
    {
        if (Trouble.WantsJson(http.Request)) return Results.Json(new { ok = false, refusal = new { code, text } }, statusCode: status);
        Keep(code, text);
        return SeeOther(back);
    }

    // Passwords are not typed back: they would lie in memory and in a page.
    private void Keep(string code, string text) => flashes.Keep(http, new Flash(name, code, text, form.Where(f => f.Key is not ("password" or "k" or "id") && f.Value.Count > 0)
        .ToImmutableDictionary(f => f.Key, f => string.Join('\n', f.Value.ToArray()), StringComparer.Ordinal)));

    private sealed class SeeOtherResult(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
