using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Workshops;
using TousRisques.Journal.Json;
using TousRisques.Web.Access;
using TousRisques.Web.Forms;

namespace TousRisques.Web.Api;

/// <summary>Errors for programs, as problem+json (RFC 9457): a code that never changes, and a text for people in the language asked for.</summary>
internal static class Problems
{
    /// <summary>The rules said no: 422, with the refusal and its data.</summary>
    public static IResult Of(Caller caller, Refusal refusal, Pack? pack)
    {
        var code = Refusals.CodeOf(refusal);
        return Of(StatusCodes.Status422UnprocessableEntity, code, Refusals.Say(caller.Words, refusal, pack),
            new Dictionary<string, object?> { ["refusal"] = System.Text.Json.JsonSerializer.SerializeToNode(refusal, WireJson.Stored) });
    }

    /// <summary>The request itself is wrong: 400, saying where.</summary>
    public static IResult Of(Caller caller, WireFault fault) => Of(
        fault.Problem == WireProblem.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest,
        fault.Problem == WireProblem.TooLarge ? "too-large" : "bad-request",
        caller.Words[fault.Problem == WireProblem.TooLarge ? "trouble.too-large" : "trouble.bad-request", Hosting.BodyLimits.Kilobytes],
        new Dictionary<string, object?> { ["path"] = fault.Path, ["found"] = fault.Found, ["expected"] = fault.Expected }, fault.ToString());

    /// <summary>The house says no.</summary>
    public static IResult Of(Caller caller, int status, string trouble, params object?[] arguments) =>
        Of(status, trouble, caller.Words["trouble." + trouble, arguments], null);

    private static IResult Of(int status, string code, string title, IDictionary<string, object?>? data, string? detail = null)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code };
        foreach (var (key, value) in data ?? new Dictionary<string, object?>()) extensions[key] = value;
        return Results.Problem(detail: detail, statusCode: status, title: title, type: "urn:tousrisques:" + code, extensions: extensions);
    }
}
