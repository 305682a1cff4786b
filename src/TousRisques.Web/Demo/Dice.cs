using System.Security.Cryptography;
using System.Text;

namespace TousRisques.Web.Demo;

/// <summary>
/// Chance that can be replayed: every choice of a simulated person is drawn from the seed, the person and what the choice is about, and
/// from nothing else. So the order in which things happen to arrive changes no choice.
/// </summary>
internal readonly record struct Dice(int Seed, string Person)
{
    /// <summary>A number from 0 up to but not including 1.</summary>
    public double Roll(string about)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed}\n{Person}\n{about}"));
        return (BitConverter.ToUInt64(hash) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A number from 0 up to but not including a bound.</summary>
    public int Roll(string about, int below) => (int)(Roll(about) * below);

    /// <summary>One of several.</summary>
    public T Pick<T>(string about, IReadOnlyList<T> of) => of[Roll(about, of.Count)];

    /// <summary>Several in an order of chance.</summary>
    public IEnumerable<T> Shuffle<T>(string about, IEnumerable<T> of, Func<T, string> name)
    {
        var self = this;
        return of.OrderBy(item => self.Roll(about + "\n" + name(item)));
    }
}
