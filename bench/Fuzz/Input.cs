using System.Collections.Immutable;
using System.Text;

namespace TousRisques.Fuzz;

/// <summary>A file of a case.</summary>
internal sealed record InputFile(string Name, byte[] Bytes)
{
    public static InputFile Of(string name, string text) => new(name, Lenient.GetBytes(text));

    /// <summary>Decoded as leniently as can be, for mutations that work on text.</summary>
    public string Text => Lenient.GetString(Bytes);

    private static readonly UTF8Encoding Lenient = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);
}

/// <summary>What one case gives a reader: a few files.</summary>
internal sealed record Input(ImmutableArray<InputFile> Files)
{
    public Input(params IEnumerable<InputFile> files) : this(files.ToImmutableArray()) { }

    public long Size => Files.Sum(f => (long)f.Bytes.Length);

    /// <summary>A number made of the content, so that whatever varies from case to case is the same when one is tried again.</summary>
    public ulong Hash()
    {
        var hash = 14695981039346656037UL;
        foreach (var file in Files)
            foreach (var b in file.Bytes) hash = unchecked((hash ^ b) * 1099511628211);
        return hash;
    }

    public byte[] Pack()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Files.Length);
        foreach (var file in Files)
        {
            writer.Write(file.Name);
            writer.Write(file.Bytes.Length);
            writer.Write(file.Bytes);
        }
        writer.Flush();
        return stream.ToArray();
    }

    public static Input Unpack(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var files = new List<InputFile>();
        for (var n = reader.ReadInt32(); n > 0; n--) files.Add(new(reader.ReadString(), reader.ReadBytes(reader.ReadInt32())));
        return new(files);
    }

    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Files) File.WriteAllBytes(Path.Combine(folder, file.Name), file.Bytes);
    }

    /// <summary>The files of a folder, in the ordinal order of their names.</summary>
    public static Input Load(string folder, string pattern) =>
        new(Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal).Select(f => new InputFile(Path.GetFileName(f), File.ReadAllBytes(f))));
}
