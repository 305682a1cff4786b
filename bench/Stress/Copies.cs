using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;

/// <summary>Larger territories: the towns of a territory copied beside each other, all on the same regional networks.</summary>
internal static class Copies
{
    /// <summary>What all copies share.</summary>
    private static readonly HashSet<string> Regional =
    [
        "power-transmission", "power-control", "power-plateau", "fibre-backbone", "exchange-plateau", "masts-plateau", "emergency-numbers", "datacentre", "dept-network", "directory",
        "enedis-crews", "telecom-technicians", "prefecture", "fire-radio", "roads-plateau", "fuel",
    ];

    public static Pack Of(Pack pack, int copies) => pack with
    {
        Territory = pack.Territory with
        {
            Components = [.. Enumerable.Range(0, copies).SelectMany(i => pack.Territory.Components.Where(c => i == 0 || !Regional.Contains(c.Id.Value)).Select(c => c with { Id = Named(c.Id, i), Needs = Needs(c.Needs, i) }))],
        },
        Stress = pack.Stress with { Perils = [.. pack.Stress.Perils.Select(p => Everywhere(pack, p, copies))] },
    };

    /// <summary>A peril that strikes every copy: tags do so already, names are repeated.</summary>
    private static Peril Everywhere(Pack pack, Peril peril, int copies)
    {
        var parts = pack.Scenario.Acts.SelectMany(a => a.Events).Where(e => peril.Parts.Any(p => p.Event == e.Id)).Select(e => (e.At, e.Strikes)).ToList();
        var begins = parts.Count == 0 ? TimeSpan.Zero : parts.Min(p => p.At);
        var own = parts.SelectMany(p => p.Strikes.Select(s => s with { From = p.At - begins + s.From })).Concat(peril.Strikes).Where(s => s.On.Component is { } c && !Regional.Contains(c.Value));
        return peril with { Strikes = [.. peril.Strikes, .. own.SelectMany(s => Enumerable.Range(1, copies - 1).Select(i => s with { On = new Selector(Named(s.On.Component!.Value, i)) }))] };
    }

    private static ComponentId Named(ComponentId id, int copy) => copy == 0 || Regional.Contains(id.Value) ? id : new($"{id.Value}-{copy}");

    private static Need Needs(Need need, int copy) => need switch
    {
        Need.On on => new Need.On(Named(on.Component, copy)),
        Need.All all => new Need.All([.. all.Parts.Select(p => Needs(p, copy))]),
        Need.Any any => new Need.Any([.. any.Parts.Select(p => Needs(p, copy))]),
        Need.AtLeast some => new Need.AtLeast(some.Count, [.. some.Parts.Select(p => Needs(p, copy))]),
        Need.Degraded degraded => new Need.Degraded(Needs(degraded.Makeshift, copy)),
        _ => need,
    };
}
