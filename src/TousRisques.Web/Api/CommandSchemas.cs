using System.Collections.Immutable;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TousRisques.Domain.Workshops;
using TousRisques.Web.Forms;

namespace TousRisques.Web.Api;

/// <summary>Marks an address whose body is a command of the workshop.</summary>
internal sealed record TakesCommand;

/// <summary>Describes every command in the OpenAPI document, drawn from the commands themselves so that it cannot fall behind.</summary>
internal sealed class CommandSchemas : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    private const string Any = "Command";

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new() { Title = "Tous Risques", Version = "v1", Description = "Workshops that rehearse crises: open, join, play, read, report." };
        document.Components ??= new();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" };
        document.Security = [new() { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
        var all = new List<IOpenApiSchema>();
        foreach (var (name, fields) in FormCommands.ForClients)
        {
            var id = "command-" + name;
            document.Components.Schemas[id] = Describe(name, fields);
            all.Add(new OpenApiSchemaReference(id, document));
        }
        document.Components.Schemas[Any] = new OpenApiSchema { OneOf = all };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<TakesCommand>().Any())
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/json"] = new() { Schema = new OpenApiSchemaReference(Any, context.Document) },
                },
            };
        return Task.CompletedTask;
    }

    private static OpenApiSchema Describe(string name, (string Name, Type Type)[] fields)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema> { ["command"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [name] } },
            Required = new HashSet<string> { "command" },
            AdditionalPropertiesAllowed = false,
        };
        foreach (var (field, type) in fields) schema.Properties[field] = Describe(type);
        return schema;
    }

    private static OpenApiSchema Describe(Type type)
    {
        if (type == typeof(bool)) return new() { Type = JsonSchemaType.Boolean };
        if (type == typeof(int)) return new() { Type = JsonSchemaType.Integer };
        if (type == typeof(TimeSpan)) return new() { Type = JsonSchemaType.String, Format = "duration" };
        if (type.IsEnum)
            return new() { Type = JsonSchemaType.String, Enum = [.. Enum.GetNames(type).Select(n => (System.Text.Json.Nodes.JsonNode)System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(n))] };
        if (type == typeof(Audience))
            return new()
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["kind"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["room", "table", "participant", "facilitators"] },
                    ["table"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    ["participant"] = new OpenApiSchema { Type = JsonSchemaType.String },
                },
                Required = new HashSet<string> { "kind" },
            };
        if (type == typeof(ImmutableArray<Priority>))
            return new()
            {
                Type = JsonSchemaType.Array,
                MaxItems = Limits.Priorities,
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["stake"] = new OpenApiSchema { Type = JsonSchemaType.String },
                        ["own"] = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = Limits.Priority },
                    },
                },
            };
        return new() { Type = JsonSchemaType.String };
    }
}
