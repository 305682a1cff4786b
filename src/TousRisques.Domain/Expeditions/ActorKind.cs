namespace TousRisques.Domain.Expeditions;

/// <summary>Kinds of actors whom leads need and recommendations address. Finer than families of stakeholders where public authorities are meant: who may decide differs.</summary>
public enum ActorKind
{
    /// <summary>The State and its services: ministries, prefectures.</summary>
    State,
    /// <summary>A region.</summary>
    Region,
    /// <summary>A département.</summary>
    Departement,
    /// <summary>A commune or an intercommunal body.</summary>
    Commune,
    /// <summary>Rescue and care: fire and rescue service, hospital, samu.</summary>
    Rescue,
    /// <summary>An operator of networks: energy, water, telecommunications, transport.</summary>
    Operator,
    /// <summary>A business.</summary>
    Business,
    /// <summary>An association, organised volunteers.</summary>
    Association,
    /// <summary>People who live there.</summary>
    Residents,
    /// <summary>Research and education.</summary>
    Research,
    /// <summary>Press, radio, television.</summary>
    Media,
}
