using System.Runtime.CompilerServices;

namespace TousRisques.Resilience.Simulation;

/// <summary>
/// The counter-based generator Philox4x32-10 [Sal11]: four random words are a function of a counter and a key, so that a draw depends on its
/// number only, never on the threads or registers that made it, and two runs that differ in one thing share all other dice.
/// </summary>
internal static class Philox
{
    private const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>The words for a counter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (uint A, uint B, uint C, uint D) Words(uint c0, uint c1, uint c2, uint c3, ulong key)
    {
        unchecked
        {
            var (k0, k1) = ((uint)key, (uint)(key >> 32));
            for (var round = 0; round < Rounds; round++)
            {
                var p0 = (ulong)Multiplier0 * c0;
                var p1 = (ulong)Multiplier1 * c2;
                (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
                k0 += Weyl0;
                k1 += Weyl1;
            }
            return (c0, c1, c2, c3);
        }
    }
}
