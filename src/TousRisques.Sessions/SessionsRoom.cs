using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TousRisques.Journal;
using TousRisques.Journal.Packs;
using TousRisques.Sessions.Expeditions;
using TousRisques.Sessions.Packs;

namespace TousRisques.Sessions;

/// <summary>The room of live workshops and expeditions: what it needs. Host adds the silo, the journal (<see cref="IJournal"/>), the model and <see cref="PackRead"/>.</summary>
public static class SessionsRoom
{
    /// <summary>Adds the desks and what grains need.</summary>
    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PackShelf>();
        services.AddSingleton<PackLibrary>();
        services.AddSingleton<WorkshopDesk>();
        services.AddSingleton<IWorkshopDesk>(s => s.GetRequiredService<WorkshopDesk>());
        services.AddHostedService(s => s.GetRequiredService<WorkshopDesk>());
        services.AddSingleton<ExpeditionDesk>();
        services.AddSingleton<IExpeditionDesk>(s => s.GetRequiredService<ExpeditionDesk>());
        services.AddHostedService(s => s.GetRequiredService<ExpeditionDesk>());
        return services;
    }
}
