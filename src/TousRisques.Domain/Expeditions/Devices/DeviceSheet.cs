using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Devices;

/// <summary>Somewhere a device is.</summary>
/// <param name="Name">A commune, or what the place is called.</param>
/// <param name="Latitude">Degrees north, -90 to 90; null when not given.</param>
/// <param name="Longitude">Degrees east, -180 to 180; null exactly when the latitude is.</param>
public sealed record DevicePlace(string Name, double? Latitude, double? Longitude);

/// <summary>What is said of a device. Texts may be empty but for name and purpose; lists may be empty and choices null where nothing was said.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Does">What it does.</param>
/// <param name="For">Families of stakeholders that it serves.</param>
/// <param name="Themes">Themes that it touches.</param>
/// <param name="Times">Times of the crisis at which it serves.</param>
/// <param name="Hazards">Hazards that it is for.</param>
/// <param name="Scale">The scale at which it works.</param>
/// <param name="Maturity">How far it has come.</param>
/// <param name="CostOrder">Its cost, by order of magnitude.</param>
/// <param name="Cost">Its cost in words.</param>
/// <param name="Places">Where it is.</param>
/// <param name="Link">Its page on the web.</param>
/// <param name="DependsOn">What it depends on.</param>
/// <param name="DependsOnMore">What else it depends on.</param>
/// <param name="WithoutPower">What remains of it when power fails.</param>
/// <param name="WithoutNetwork">What remains of it when networks fail.</param>
/// <param name="WithoutStaff">What remains of it when staff are missing.</param>
/// <param name="Source">Where this is said, or who observed it.</param>
public sealed partial record DeviceSheet(
    string Name, string Does, ImmutableArray<StakeholderFamily> For, ImmutableArray<Theme> Themes, ImmutableArray<CrisisTime> Times, ImmutableArray<HazardTag> Hazards,
    Scale? Scale, Maturity? Maturity, CostOrder? CostOrder, string Cost, ImmutableArray<DevicePlace> Places, string Link, ImmutableArray<Dependence> DependsOn, string DependsOnMore,
    string WithoutPower, string WithoutNetwork, string WithoutStaff, string Source)
{
    /// <summary>A sheet that says what a device is called and does, and nothing more.</summary>
    public static DeviceSheet Of(string name, string does) => new(name, does, [], [], [], [], null, null, null, "", [], "", [], "", "", "", "", "");

    /// <summary>
    /// Whether it works without something, as far as what it depends on tells: what nobody said is not counted as working. Networks and data centres rest on electricity, so
    /// that what needs them does not work without it.
    /// </summary>
    public bool WorksWithout(Lack lack) => !DependsOn.IsEmpty && !DependsOn.Any(d => lack switch
    {
        Lack.Power => d is Dependence.Electricity or Dependence.MobileNetwork or Dependence.Internet or Dependence.DataCentre,
        Lack.Network => d is Dependence.MobileNetwork or Dependence.Internet or Dependence.DataCentre or Dependence.Satellite,
        _ => d is Dependence.Staff,
    });

    /// <inheritdoc/>
    public bool Equals(DeviceSheet? other) => other is not null
        && (Name, Does, Scale, Maturity, CostOrder, Cost, Link) == (other.Name, other.Does, other.Scale, other.Maturity, other.CostOrder, other.Cost, other.Link)
        && (DependsOnMore, WithoutPower, WithoutNetwork, WithoutStaff, Source) == (other.DependsOnMore, other.WithoutPower, other.WithoutNetwork, other.WithoutStaff, other.Source)
        && For.SequenceEqual(other.For) && Themes.SequenceEqual(other.Themes) && Times.SequenceEqual(other.Times) && Hazards.SequenceEqual(other.Hazards)
        && Places.SequenceEqual(other.Places) && DependsOn.SequenceEqual(other.DependsOn);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Does, Link, Source, Places.Length, DependsOn.Length);
}
