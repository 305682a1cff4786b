using System.Globalization;

namespace TousRisques.Journal.Contract;

/// <summary>Records to append.</summary>
public static class Given
{
    public static readonly DateTimeOffset Noon = new(2018, 8, 30, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A record that tells its number, a minute after the one before.</summary>
    public static NewRecord Record(int number = 1) => new(
        "thing-noted/1", "facilitator:Ada", Noon.AddMinutes(number), $"c{number.ToString(CultureInfo.InvariantCulture)}",
        $$"""{"number":{{number.ToString(CultureInfo.InvariantCulture)}},"words":"Crue à Elbeuf"}""");

    /// <summary>Records numbered from <paramref name="first"/> on.</summary>
    public static NewRecord[] Records(int count, int first = 1) => [.. Enumerable.Range(first, count).Select(Record)];

    /// <summary>What a record says, without what the journal adds.</summary>
    public static NewRecord Said(StoredRecord r) => new(r.Type, r.Actor, r.At, r.CommandId, r.Json);
}
