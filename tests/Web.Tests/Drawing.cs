using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Sessions;
using TousRisques.Testing;
using TousRisques.Web.Access;

using TousRisques.Web.Live;

namespace TousRisques.Web.Tests;

/// <summary>Draws components as the house does.</summary>
internal static class Drawing
{
    private static readonly IServiceProvider Services = Build();

    private static IServiceProvider Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddWeb();
        return builder.Build().Services;
    }

    public static readonly string[] Languages = ["fr", "en"];

    public static string Draw<T>(params (string Name, object? Value)[] parameters) where T : IComponent => Draw(typeof(T), parameters);

    public static string Draw(Type component, params (string Name, object? Value)[] parameters)
    {
        using var scope = Services.CreateScope();
        using var renderer = ActivatorUtilities.CreateInstance<HtmlRenderer>(scope.ServiceProvider);
        return TousRisques.Web.Hosting.Draw.PartAsync(renderer, component, parameters.ToDictionary(p => p.Name, p => p.Value)).GetAwaiter().GetResult();
    }

    public static Scene Scene(Room room, Pack pack, string participant, string language = "fr", PartAudience audience = PartAudience.Person, bool page = true)
    {
        var me = room.State.Find(Room.P(participant))!;
        var viewer = new Viewer(Role.Participant, new Language(language), me.Table, me.Id).As(audience);
        return new Scene(new LiveWorkshop(room.State, pack, room.Facts.Count), viewer, room.Now) { IsPage = page, Resume = page ? "sapin-cube-lundi-nacre" : null };
    }
}
