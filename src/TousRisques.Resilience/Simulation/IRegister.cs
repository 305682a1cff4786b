namespace TousRisques.Resilience.Simulation;

/// <summary>A register of 32-bit seconds, one draw a lane. Whole numbers only, so that every width gives the same bits.</summary>
internal interface IRegister<TSelf> where TSelf : struct, IRegister<TSelf>
{
    /// <summary>How many lanes; divides 64.</summary>
    static abstract int Lanes { get; }
    /// <summary>Reads lanes.</summary>
    static abstract TSelf Load(ref readonly int first);
    /// <summary>Writes lanes.</summary>
    static abstract void Store(TSelf value, ref int first);
    /// <summary>The same number in each lane.</summary>
    static abstract TSelf All(int value);
    /// <summary>All ones in the lanes whose bit is set, the first lane at the lowest bit.</summary>
    static abstract TSelf Choose(uint bits);
    /// <summary>One bit a lane where they are equal.</summary>
    static abstract uint Equal(TSelf a, TSelf b);
    /// <summary>The lesser of each lane.</summary>
    static abstract TSelf Min(TSelf a, TSelf b);
    /// <summary>The sum of each lane, round the corner.</summary>
    static abstract TSelf Add(TSelf a, TSelf b);
    /// <summary>The difference of each lane, round the corner.</summary>
    static abstract TSelf Subtract(TSelf a, TSelf b);
    /// <summary>Where the choice is all ones the first, elsewhere the second.</summary>
    static abstract TSelf Select(TSelf choice, TSelf a, TSelf b);
}
