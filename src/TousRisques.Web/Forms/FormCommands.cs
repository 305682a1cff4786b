using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal.Json;
using TousRisques.Web.Access;

namespace TousRisques.Web.Forms;

/// <summary>
/// Turns a form into a command (docs/forms.md): fields by the names of the command's properties. A form becomes the JSON that programs
/// send, and is read by the same strict reader, so that there is one way to understand a command.
/// </summary>
public static class FormCommands
{
    private static readonly FrozenDictionary<string, (string Name, Type Type)[]> Shapes = typeof(WorkshopCommand).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(WorkshopCommand)))
        .ToFrozenDictionary(
            t => JsonNamingPolicy.KebabCaseLower.ConvertName(t.Name),
            t => t.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters()
                .Where(p => p.ParameterType != t)
                .Select(p => (JsonNamingPolicy.CamelCase.ConvertName(p.Name!), Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType)).ToArray(),
            StringComparer.Ordinal);

    /// <summary>Wire names of all commands.</summary>
    public static IEnumerable<string> Names => Shapes.Keys;

    /// <summary>Commands that clients may give, with their fields by wire name.</summary>
    internal static IEnumerable<(string Name, (string Name, Type Type)[] Fields)> ForClients =>
        Shapes.Where(s => s.Key is not ("open-workshop" or "join-workshop" or "record-situation" or "record-consequences"))
            .OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value));

    /// <summary>Reads a form.</summary>
    /// <param name="form">Its fields.</param>
    /// <param name="by">Who sends it: a participant's own fields come from here, whatever the form says.</param>
    /// <param name="state">The workshop as it stands: for the current act and the sender's table.</param>
    /// <param name="command">The command, or null.</param>
    /// <param name="fault">What is wrong with it, or null.</param>
    public static bool TryRead(
        IFormCollection form, Actor by, Workshop state, [NotNullWhen(true)] out WorkshopCommand? command, [NotNullWhen(false)] out WireFault? fault)
    {
        command = null;
        var name = form["command"].ToString();
        if (!Shapes.TryGetValue(name, out var shape))
        {
            fault = new(WireProblem.UnknownValue, "command", name.Length > 40 ? name[..40] : name, "the name of a command");
            return false;
        }
        var json = new JsonObject { ["command"] = name };
        foreach (var (field, type) in shape)
            if (Forced(field, type, by) is { } forced) json[field] = forced;
            else if (Written(form, field, type, out fault) is { } written) json[field] = written;
            else if (fault is not null) return false;
            else if (Usual(field, type, name, by, state) is { } usual) json[field] = usual;
        return CommandCodec.TryRead(JsonSerializer.SerializeToUtf8Bytes(json), out command, out fault);
    }

    /// <summary>What a participant cannot choose: who they are.</summary>
    private static JsonNode? Forced(string field, Type type, Actor by) =>
        by is ParticipantActor p && type == typeof(ParticipantId) && field is ("participant" or "from") ? p.Participant.Value : null;

    /// <summary>What a form need not say.</summary>
    private static JsonNode? Usual(string field, Type type, string command, Actor by, Workshop state) =>
        type == typeof(ActId) ? state.Act?.Id.Value
        : type == typeof(TableId) && by is ParticipantActor p ? state.Find(p.Participant)?.Table.Value
        : type == typeof(MessageId) ? "m" + Draws.Name()
        : type == typeof(LeadId) && command == "propose-lead" ? "l" + Draws.Name()
        : type == typeof(ActionId) && command == "propose-action" ? "own-" + Draws.Name()
        : type == typeof(StakeholderId) && command == "add-stakeholder" ? "own-" + Draws.Name()
        : type == typeof(string) && field != "resumeKey" ? ""
        : type == typeof(bool) ? false
        : type == typeof(ImmutableArray<Priority>) ? new JsonArray()
        : null;

    private static JsonNode? Written(IFormCollection form, string field, Type type, out WireFault? fault)
    {
        fault = null;
        var values = form[field];
        if (type == typeof(ImmutableArray<Priority>))
        {
            if (values.Count == 0 && form["own"].Count == 0) return null;
            var own = form["own"].Where(o => !string.IsNullOrWhiteSpace(o)).Select(o => "=" + o);
            return new JsonArray([.. values.Concat(own).Where(v => !string.IsNullOrWhiteSpace(v)).Take(20).Select(v =>
                (JsonNode?)(v![0] == '=' ? new JsonObject { ["own"] = v[1..] } : new JsonObject { ["stake"] = v }))]);
        }
        var text = values.ToString();
        if (values.Count == 0 || (text.Length == 0 && type != typeof(string))) return null;
        if (type == typeof(string)) return text;
        if (type == typeof(bool)) return text is "true" or "on" or "1";
        if (type == typeof(int)) return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : text;
        if (type == typeof(TimeSpan))
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minutes) && Math.Abs(minutes) <= 10_000
                ? (minutes < 0 ? $"-PT{-minutes}M" : $"PT{minutes}M") : text;
        if (type != typeof(Audience)) return text;
        var parts = text.Split(':', 2);
        switch (parts)
        {
            case ["room" or "facilitators"]: return new JsonObject { ["kind"] = parts[0] };
            case ["table", var table]: return new JsonObject { ["kind"] = "table", ["table"] = table };
            case ["participant", var participant]: return new JsonObject { ["kind"] = "participant", ["participant"] = participant };
            default:
                fault = new(WireProblem.UnknownValue, field, text.Length > 40 ? text[..40] : text, "room, facilitators, table:… or participant:…");
                return null;
        }
    }
}
