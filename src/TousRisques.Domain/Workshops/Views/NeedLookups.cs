using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>Reads needs as lists of components, for checks and diagrams.</summary>
public static class NeedLookups
{
    extension(Need need)
    {
        /// <summary>Every component that an expression names, in its order, possibly more than once.</summary>
        public IEnumerable<ComponentId> Components => need switch
        {
            Need.On on => [on.Component],
            Need.All all => all.Parts.SelectMany(p => p.Components),
            Need.Any any => any.Parts.SelectMany(p => p.Components),
            Need.AtLeast some => some.Parts.SelectMany(p => p.Components),
            Need.Degraded makeshift => makeshift.Makeshift.Components,
            _ => [],
        };
    }
}
