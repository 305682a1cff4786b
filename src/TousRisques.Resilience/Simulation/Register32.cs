namespace TousRisques.Resilience.Simulation;

/// <summary>Plain numbers, one lane: what every machine has.</summary>
internal readonly struct Register32 : IRegister<Register32>
{
    private readonly int value;

    private Register32(int value) => this.value = value;

    public static int Lanes => 1;
    public static Register32 Load(ref readonly int first) => new(first);
    public static void Store(Register32 value, ref int first) => first = value.value;
    public static Register32 All(int value) => new(value);
    public static Register32 Choose(uint bits) => new((bits & 1) == 0 ? 0 : -1);
    public static uint Equal(Register32 a, Register32 b) => a.value == b.value ? 1u : 0u;
    public static Register32 Min(Register32 a, Register32 b) => new(Math.Min(a.value, b.value));
    public static Register32 Add(Register32 a, Register32 b) => new(unchecked(a.value + b.value));
    public static Register32 Subtract(Register32 a, Register32 b) => new(unchecked(a.value - b.value));
    public static Register32 Select(Register32 choice, Register32 a, Register32 b) => choice.value == 0 ? b : a;
}
