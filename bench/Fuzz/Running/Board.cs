using System.IO.MemoryMappedFiles;

namespace TousRisques.Fuzz.Running;

/// <summary>A file in memory through which a worker shows the case it is at: what is written there outlives the worker.</summary>
internal sealed class Board : IDisposable
{
    private const long Capacity = 96L << 20;
    private const int Head = 12;

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;

    public Board(string path)
    {
        file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, Capacity);
        view = file.CreateViewAccessor();
    }

    /// <summary>Number of the case; -1 between cases.</summary>
    public long Number
    {
        get => view.ReadInt64(0);
        set => view.Write(0, value);
    }

    public void Show(long number, Input input)
    {
        var bytes = input.Pack();
        if (bytes.Length <= Capacity - Head)
        {
            view.Write(8, bytes.Length);
            view.WriteArray(Head, bytes, 0, bytes.Length);
        }
        Number = number;
    }

    public Input Seen()
    {
        var bytes = new byte[view.ReadInt32(8)];
        view.ReadArray(Head, bytes, 0, bytes.Length);
        return Input.Unpack(bytes);
    }

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }
}
