using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Devices;

namespace TousRisques.Web.Devices.Exchange;

/// <summary>Something to say of a file, in the reader's language.</summary>
/// <param name="Line">Line, from 1; 0 for the whole file.</param>
/// <param name="Column">Column, from 1; 0 for the whole line.</param>
/// <param name="IsError">Whether the file cannot be taken in before it is mended.</param>
/// <param name="Text">What is the matter.</param>
public sealed record FileTrouble(int Line, int Column, bool IsError, string Text);

/// <summary>A device of a file.</summary>
/// <param name="Id">Its name; null when the file gives none.</param>
/// <param name="Sheet">What the file says of it, checked.</param>
/// <param name="Line">Where it begins.</param>
public sealed record FiledDevice(DeviceId? Id, DeviceSheet Sheet, int Line);

/// <summary>What a file holds.</summary>
/// <param name="Devices">Devices without errors, in the file's order.</param>
/// <param name="Troubles">Everything there is to say, in the order of lines.</param>
public sealed record DeviceReading(ImmutableArray<FiledDevice> Devices, ImmutableArray<FileTrouble> Troubles)
{
    /// <summary>Troubles told; what comes after is counted.</summary>
    public const int Most = 300;

    /// <summary>Bytes of a file.</summary>
    public const int MostBytes = Formats.Csv.CsvLimits.Bytes;

    /// <summary>Whether nothing stands in the way of taking it in.</summary>
    public bool IsClean => !Devices.IsEmpty && !Troubles.Any(t => t.IsError);

    /// <summary>Reads a file: JSON when it begins like JSON, else a table.</summary>
    public static DeviceReading Read(ReadOnlySpan<byte> bytes, Words words)
    {
        var start = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        while (start < bytes.Length && bytes[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') start++;
        var rows = new DeviceRows(words);
        if (start < bytes.Length && bytes[start] is (byte)'{' or (byte)'[') DeviceJson.Read(bytes, rows);
        else DeviceCsv.Read(bytes, rows);
        return rows.Reading();
    }
}
