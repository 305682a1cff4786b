using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Devices;

/// <summary>A device of the catalogue; its name is drawn by the edge and stands in addresses.</summary>
public readonly record struct DeviceId(string Value) : IId<DeviceId>
{
    /// <inheritdoc/>
    public static DeviceId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Whether a text can be a device's name: 8 to 64 lower-case letters, digits and hyphens. Shorter ones are kept for the catalogue's own pages.</summary>
    public static bool IsValid(string? value) =>
        value is { Length: >= 8 and <= ExpeditionLimits.Id } && value.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}

/// <summary>How far a device has come.</summary>
public enum Maturity
{
    /// <summary>Somebody thought of it.</summary>
    Idea,
    /// <summary>It works on a bench.</summary>
    Prototype,
    /// <summary>It was tried where it is meant to serve.</summary>
    Tried,
    /// <summary>Somebody counts on it.</summary>
    InUse,
    /// <summary>Many count on it.</summary>
    Widespread,
}

/// <summary>What a device costs to put in place, by order of magnitude, in euros.</summary>
public enum CostOrder
{
    /// <summary>Nothing, or nearly.</summary>
    Free,
    /// <summary>Up to a thousand.</summary>
    Hundreds,
    /// <summary>Up to ten thousand.</summary>
    Thousands,
    /// <summary>Up to a hundred thousand.</summary>
    TensOfThousands,
    /// <summary>Up to a million.</summary>
    HundredsOfThousands,
    /// <summary>More.</summary>
    Millions,
}

/// <summary>What a device depends on in order to work.</summary>
public enum Dependence
{
    /// <summary>None of these. Stands alone: to have said nothing is something else.</summary>
    Nothing,
    /// <summary>Mains electricity.</summary>
    Electricity,
    /// <summary>The mobile telephone network.</summary>
    MobileNetwork,
    /// <summary>The Internet.</summary>
    Internet,
    /// <summary>A data centre, somebody's server.</summary>
    DataCentre,
    /// <summary>A satellite: positioning, telephone, broadcast.</summary>
    Satellite,
    /// <summary>Radio: relays, broadcast, radio amateurs.</summary>
    Radio,
    /// <summary>Staff who are paid for it.</summary>
    Staff,
    /// <summary>Volunteers.</summary>
    Volunteers,
    /// <summary>Paper: forms, maps, registers.</summary>
    Paper,
    /// <summary>Roads that can be driven on.</summary>
    Roads,
    /// <summary>Fuel.</summary>
    Fuel,
    /// <summary>A building that can be used.</summary>
    Building,
}

/// <summary>What may be lacking on the day.</summary>
public enum Lack
{
    /// <summary>Electricity, and what rests on it.</summary>
    Power,
    /// <summary>Networks and what is behind them.</summary>
    Network,
    /// <summary>Staff.</summary>
    Staff,
}

/// <summary>Where a device stands in the catalogue.</summary>
public enum DeviceStatus
{
    /// <summary>A visitor declared it; a moderator has not decided yet.</summary>
    Pending,
    /// <summary>Everybody may read it.</summary>
    Accepted,
    /// <summary>Not taken, or taken out.</summary>
    Refused,
}
