using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using TousRisques.Domain.Workshops;
using TousRisques.Journal.Names;

namespace TousRisques.Journal.Json;

/// <summary>Commands as JSON, such as <c>{"command":"assess-action","participant":"p7",…}</c>: what requests and outboxes carry. Read strictly.</summary>
public static class CommandCodec
{
    /// <summary>Bytes of a command from outside: far more than the longest text the rules take.</summary>
    public const int Limit = 64 * 1024;

    /// <summary>Writes a command.</summary>
    public static byte[] Write(WorkshopCommand command) => JsonSerializer.SerializeToUtf8Bytes(command, WireJson.Strict);

    /// <summary>
    /// Reads a command that a client sent. Never throws on bad input. Commands that the house gives itself (opening, answers of the model)
    /// are refused.
    /// </summary>
    /// <param name="utf8">The request, at most <see cref="Limit"/> bytes.</param>
    /// <param name="command">The command, or null.</param>
    /// <param name="fault">What is wrong with it, or null.</param>
    public static bool TryRead(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out WorkshopCommand? command, [NotNullWhen(false)] out WireFault? fault)
    {
        command = null;
        if (utf8.Length > Limit)
        {
            fault = new(WireProblem.TooLarge, "", $"{utf8.Length} bytes", $"at most {Limit} bytes");
            return false;
        }
        if (!TryParse(utf8, out command, out fault)) return false;
        if (!CommandNames.House.Contains(command.GetType())) return true;
        fault = new(WireProblem.NotForClients, "command", CommandNames.Kinds.NameOf(command), "");
        command = null;
        return false;
    }

    /// <summary>Reads any value of the house from JSON from outside, strictly. Never throws on bad input; the caller limits the size.</summary>
    public static bool TryParse<T>(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out WireFault? fault) where T : class
    {
        (value, fault) = (null, null);
        try
        {
            value = JsonSerializer.Deserialize<T>(utf8, WireJson.Strict);
            if (value is null) fault = new(WireProblem.WrongType, "", "null", "an object");
        }
        catch (WireException e) { fault = e.Fault; }
        catch (JsonException e) { fault = new(WireProblem.NotJson, "", e.Path ?? "", ""); }
        catch (InvalidOperationException) { fault = new(WireProblem.NotJson, "", "text that is no valid Unicode", ""); }
        return fault is null;
    }
}
