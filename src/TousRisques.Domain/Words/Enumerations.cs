namespace TousRisques.Domain.Words;

/// <summary>The four themes (axes de travail) that run through everything.</summary>
public enum Theme
{
    /// <summary>How data are made, their formats, sources, sharing, responsibilities.</summary>
    Data,
    /// <summary>Capacitation: civil society's role, how actors fit together, tools and uses.</summary>
    Capacity,
    /// <summary>Métiers: scope, direct and indirect impacts, organisation, adaptation.</summary>
    Jobs,
    /// <summary>Decision circuits, information systems, consultation, arrangements.</summary>
    Governance,
}

/// <summary>The three times of a crisis.</summary>
public enum CrisisTime
{
    /// <summary>Prevention and preparedness.</summary>
    Before,
    /// <summary>Response.</summary>
    During,
    /// <summary>Recovery.</summary>
    After,
}

/// <summary>The three scales of a scenario.</summary>
public enum Scale
{
    /// <summary>A town, an intercommunal body, a département, a region.</summary>
    Territorial,
    /// <summary>A country.</summary>
    National,
    /// <summary>Across borders.</summary>
    International,
}

/// <summary>Families of stakeholders (parties prenantes).</summary>
public enum StakeholderFamily
{
    /// <summary>People whose trade is rescue, care or risk.</summary>
    Professionals,
    /// <summary>Public authorities and elected officials.</summary>
    Authorities,
    /// <summary>Network operators.</summary>
    Operators,
    /// <summary>Businesses.</summary>
    Businesses,
    /// <summary>Associations and organised volunteers.</summary>
    CivilSociety,
    /// <summary>People who live there.</summary>
    Residents,
    /// <summary>Research and education.</summary>
    Research,
    /// <summary>Press, radio, television.</summary>
    Media,
}

/// <summary>Where a stakeholder stands on the board.</summary>
public enum StakeholderRole
{
    /// <summary>Decides.</summary>
    Decides,
    /// <summary>Acts.</summary>
    Acts,
    /// <summary>Informs.</summary>
    Informs,
    /// <summary>Is affected.</summary>
    Affected,
}

/// <summary>Whether a card tells what happened or what was invented.</summary>
public enum Reality
{
    /// <summary>It happened as told, at the date told; sources are given.</summary>
    Real,
    /// <summary>Invented from real facts, which the card names with their dates and sources.</summary>
    Inspired,
    /// <summary>Invented.</summary>
    Fictional,
}
