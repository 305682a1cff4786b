using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TousRisques.Resilience.Diagrams;

/// <summary>A node of a diagram: a level (small is near the root), what follows when the event happens, what follows when it does not.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DiagramNode
{
    public int Level;
    public int High;
    public int Low;
    public int Next; // in the same bucket
}

/// <summary>
/// The nodes of a diagram, each once: a hash table whose buckets are chains through the nodes themselves, so that a node costs 16 bytes
/// and its bucket 4 to 8. Nodes keep their number for ever and come after their children.
/// </summary>
/// <remarks>
/// A diagram is built depth first: most nodes have a child that has just been made, and are looked for where that child was. Their buckets are near each other too, which
/// keeps them in the processor's caches: measured on the largest of the Aralia trees, a third of the time of buckets strewn over the whole table.
/// </remarks>
internal sealed class NodeTable : IDisposable
{
    private const int NodeBytes = 16;
    private const int NodesBetweenQuestions = (1 << 18) - 1;
    private const int Nearby = (1 << 10) - 1; // buckets that the parents of one node share
    private const int Popular = 1 << 16; // nodes near the constants have parents by the thousand, all over the table
    private const int SmallestCapacity = 1 << 4; // a large tree has thousands of modules of a few nodes

    private readonly Budget budget;
    private readonly int mostNodes;
    private DiagramNode[] nodes;
    private int[] buckets;
    private int mask;

    /// <param name="budget">Where memory comes from.</param>
    /// <param name="terminals">How many nodes at the beginning stand for constants; their level is after every other.</param>
    /// <param name="mostNodes">More nodes than this are refused, whatever the memory.</param>
    public NodeTable(Budget budget, int terminals, int mostNodes)
    {
        this.budget = budget;
        this.mostNodes = mostNodes;
        budget.Take(SmallestCapacity * (NodeBytes + sizeof(int)));
        nodes = new DiagramNode[SmallestCapacity];
        buckets = new int[SmallestCapacity];
        mask = SmallestCapacity - 1;
        for (var i = 0; i < terminals; i++) nodes[i].Level = int.MaxValue;
        Count = terminals;
    }

    /// <summary>How many nodes there are, constants included.</summary>
    public int Count { get; private set; }

    /// <summary>Nodes by number.</summary>
    public ref DiagramNode this[int node]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(nodes), (nint)(uint)node);
    }

    /// <summary>The node with that level and those children: found, or made.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(int level, int high, int low)
    {
        ref var bucket = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buckets), (nint)(uint)(Hash(level, high, low) & mask));
        for (var n = bucket; n != 0;)
        {
            ref var node = ref this[n];
            if (node.High == high && node.Low == low && node.Level == level) return n;
            n = node.Next;
        }
        return Add(level, high, low);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private int Add(int level, int high, int low)
    {
        if (Count >= mostNodes) throw new DiagramLimitException();
        if ((Count & NodesBetweenQuestions) == 0) budget.GoOn();
        if (Count == nodes.Length) Grow();
        ref var bucket = ref buckets[Hash(level, high, low) & mask];
        nodes[Count] = new DiagramNode { Level = level, High = high, Low = low, Next = bucket };
        bucket = Count;
        return Count++;
    }

    private void Grow()
    {
        var before = nodes.Length;
        var after = before < 1 << 22 ? before * 2 : (int)Math.Min(before + (before / 2L), Array.MaxLength);
        var bucketCount = buckets.Length;
        while (bucketCount < after && bucketCount < 1 << 30) bucketCount <<= 1;
        var moreBuckets = bucketCount > buckets.Length ? (long)bucketCount * sizeof(int) : 0;
        budget.Take(((long)after * NodeBytes) + moreBuckets);
        Array.Resize(ref nodes, after);
        budget.Free((long)before * NodeBytes);
        if (moreBuckets == 0) return;
        budget.Free((long)buckets.Length * sizeof(int));
        buckets = new int[bucketCount];
        mask = bucketCount - 1;
        for (var n = 1; n < Count; n++)
        {
            ref var node = ref nodes[n];
            if (node.Level == int.MaxValue) continue;
            ref var bucket = ref buckets[Hash(node.Level, node.High, node.Low) & mask];
            node.Next = bucket;
            bucket = n;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(int level, int high, int low)
    {
        unchecked
        {
            var h = ((uint)high * 0x9E3779B1u) ^ ((uint)low * 0x85EBCA77u) ^ ((uint)level * 0xC2B2AE3Du);
            h ^= h >> 15;
            h *= 0x2C1B3C6Du;
            h ^= h >> 13;
            var latest = Math.Max(high, low);
            return (int)(latest < Popular ? h : (uint)latest + (h & Nearby)) & int.MaxValue;
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        budget.Free(((long)nodes.Length * NodeBytes) + ((long)buckets.Length * sizeof(int)));
        nodes = [];
        buckets = [];
    }
}
