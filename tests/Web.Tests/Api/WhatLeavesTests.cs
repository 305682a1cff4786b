using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using TousRisques.Domain.Reports;
using TousRisques.Domain.Workshops.Views;
using TousRisques.Journal.Json;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests.Api;

/// <summary>Nothing that leaves the API loses its names on the way: a tuple would be an empty object, a bare object whatever it happens to be.</summary>
public sealed class WhatLeavesTests(House house) : IClassFixture<House>
{
    private static readonly Type[] Answers = [typeof(ParticipantView), typeof(ConsoleView), typeof(ScreenView), typeof(Report)];

    [Fact]
    public void Every_type_in_an_answer_has_names_of_its_own()
    {
        var seen = new HashSet<Type>();
        var faults = new List<string>();
        foreach (var answer in Answers) Walk(answer, answer.Name);
        Assert.Empty(faults);
        Assert.True(seen.Count > 60, $"Only {seen.Count} types were looked at.");

        void Walk(Type type, string path)
        {
            if (!seen.Add(type)) return;
            if (type == typeof(object) || typeof(ITuple).IsAssignableFrom(type) || typeof(System.Collections.ArrayList).IsAssignableFrom(type)) faults.Add($"{path}: {type}");
            if (Nullable.GetUnderlyingType(type) is { } value) Walk(value, path);
            foreach (var argument in type.IsGenericType ? type.GetGenericArguments() : []) Walk(argument, path);
            if (type.Assembly.GetName().Name is not { } name || !name.StartsWith("TousRisques", StringComparison.Ordinal)) return;
            if (type is { IsAbstract: true, IsInterface: false } && WireJson.Stored.GetConverter(type).GetType().Namespace?.StartsWith("TousRisques", StringComparison.Ordinal) != true)
                faults.Add($"{path}: {type} is a union that nothing writes");
            foreach (var one in type.IsAbstract ? type.Assembly.GetTypes().Where(t => t.IsSubclassOf(type)) : [type])
                foreach (var property in one.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => IsWritten(one, p)))
                    Walk(property.PropertyType, $"{path}.{property.Name}");
        }

        // What the house writes of a record: what its constructor takes, and what can be set.
        static bool IsWritten(Type type, PropertyInfo property) => property.GetIndexParameters().Length == 0
            && (property.SetMethod is { IsPublic: true } || type.GetConstructors().Any(c => c.GetParameters().Any(p => p.Name == property.Name)));
    }

    [Fact]
    public void The_run_sheet_tells_which_act_a_step_belongs_to()
    {
        var lines = RunSheet.Of(Testing.Room.Open().State);
        var json = System.Text.Json.JsonSerializer.SerializeToNode(lines, WireJson.Stored)!.AsArray();
        Assert.Equal(("flood", 1), ((string)json.First(l => l!["act"] is not null)!["act"]!["id"]!, (int)json.First(l => l!["act"] is not null)!["act"]!["number"]!));
    }

    [Fact]
    public async Task The_openapi_document_has_no_empty_object_and_no_nameless_field()
    {
        var text = await house.Client.GetStringAsync("/openapi/v1.json");
        Assert.DoesNotContain("item1", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ValueTuple", text, StringComparison.Ordinal);
        var empty = new List<string>();
        Look(JsonNode.Parse(text)!, "");
        Assert.Empty(empty);

        void Look(JsonNode? node, string path)
        {
            if (node is JsonArray list)
                for (var i = 0; i < list.Count; i++) Look(list[i], $"{path}[{i}]");
            if (node is not JsonObject o) return;
            var types = o["type"] switch { JsonValue v when v.TryGetValue<string>(out var one) => [one], JsonArray many => many.Select(m => (string)m!).ToArray(), _ => [] };
            if (types.Contains("object") && o["properties"] is not JsonObject { Count: > 0 } && o["additionalProperties"] is not JsonObject && o["oneOf"] is null && o["allOf"] is null)
                empty.Add(path);
            foreach (var (key, value) in o) Look(value, $"{path}/{key}");
        }
    }
}
