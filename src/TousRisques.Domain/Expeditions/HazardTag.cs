namespace TousRisques.Domain.Expeditions;

/// <summary>Hazards as people look for them: fewer and plainer than the UNDRR profiles, which packs use. What is contributed to an expedition is tagged with these.</summary>
public enum HazardTag
{
    /// <summary>Rivers, run-off, groundwater.</summary>
    Flood,
    /// <summary>Wind, thunderstorm, hail.</summary>
    Storm,
    /// <summary>Heat wave.</summary>
    Heat,
    /// <summary>Cold, snow, ice.</summary>
    Cold,
    /// <summary>Drought, want of water.</summary>
    Drought,
    /// <summary>Fires of forests and fields.</summary>
    Wildfire,
    /// <summary>Landslide, rockfall, cavity, cliff.</summary>
    Landslide,
    /// <summary>Earthquake, volcano.</summary>
    Earthquake,
    /// <summary>Submersion, tsunami, erosion of the coast.</summary>
    Coastal,
    /// <summary>Accident of industry.</summary>
    Industrial,
    /// <summary>Nuclear accident.</summary>
    Nuclear,
    /// <summary>Transport of dangerous goods.</summary>
    Transport,
    /// <summary>Epidemic, pandemic.</summary>
    Pandemic,
    /// <summary>Cyberattack.</summary>
    Cyber,
    /// <summary>Want of electricity.</summary>
    Blackout,
    /// <summary>Networks and telephones down.</summary>
    Telecom,
    /// <summary>Attack, unrest, mass movement.</summary>
    Social,
    /// <summary>Any other.</summary>
    Other,
}
