namespace TousRisques.Resilience.FaultTrees;

/// <summary>What a gate may have as an input: a constant, a basic event or a gate.</summary>
public readonly record struct Signal
{
    private readonly int code; // constants 0 and 1, events from 2 upwards, gates from -1 downwards

    private Signal(int code) => this.code = code;

    /// <summary>What never happens; also the default.</summary>
    public static readonly Signal False = new(0);

    /// <summary>What always happens.</summary>
    public static readonly Signal True = new(1);

    /// <summary>A basic event.</summary>
    /// <param name="index">Its number, from zero.</param>
    public static Signal Event(int index) => new(checked(index + 2));

    /// <summary>A gate.</summary>
    /// <param name="index">Its number, from zero.</param>
    public static Signal Gate(int index) => new(~index);

    /// <summary>A constant, which is what a house event comes to.</summary>
    public static Signal Constant(bool value) => value ? True : False;

    /// <summary>Whether it is a constant.</summary>
    public bool IsConstant => code is 0 or 1;

    /// <summary>Whether it is a basic event.</summary>
    public bool IsEvent => code >= 2;

    /// <summary>Whether it is a gate.</summary>
    public bool IsGate => code < 0;

    /// <summary>Number of the event or gate; 0 or 1 for a constant.</summary>
    public int Index => code switch { < 0 => ~code, < 2 => code, _ => code - 2 };

    /// <summary>"e3", "g5", "true" or "false".</summary>
    public override string ToString() => code switch { 0 => "false", 1 => "true", < 0 => $"g{~code}", _ => $"e{code - 2}" };
}
