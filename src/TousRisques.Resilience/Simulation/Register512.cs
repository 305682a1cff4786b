using System.Runtime.Intrinsics;

namespace TousRisques.Resilience.Simulation;

/// <summary>512 bits: 16 lanes.</summary>
internal readonly struct Register512 : IRegister<Register512>
{
    private static readonly Vector512<uint> LaneBits = Vector512.Create(1u, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
    private readonly Vector512<int> value;

    private Register512(Vector512<int> value) => this.value = value;

    public static int Lanes => 16;
    public static Register512 Load(ref readonly int first) => new(Vector512.LoadUnsafe(in first));
    public static void Store(Register512 value, ref int first) => value.value.StoreUnsafe(ref first);
    public static Register512 All(int value) => new(Vector512.Create(value));
    public static Register512 Choose(uint bits) => new(Vector512.Equals(Vector512.Create(bits) & LaneBits, LaneBits).AsInt32());
    public static uint Equal(Register512 a, Register512 b) => (uint)Vector512.Equals(a.value, b.value).ExtractMostSignificantBits();
    public static Register512 Min(Register512 a, Register512 b) => new(Vector512.Min(a.value, b.value));
    public static Register512 Add(Register512 a, Register512 b) => new(a.value + b.value);
    public static Register512 Subtract(Register512 a, Register512 b) => new(a.value - b.value);
    public static Register512 Select(Register512 choice, Register512 a, Register512 b)
        => new(Vector512.ConditionalSelect(choice.value, a.value, b.value));
}
