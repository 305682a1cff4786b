using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Analysis.Tests;

/// <summary>The example of the design: masts on batteries, a register on a server and on paper, a hospital on its generator.</summary>
internal static class SmallPack
{
    public static readonly ActId Flood = new("flood"), Pandemic = new("pandemic");
    public static readonly EventId River = new("river");
    public static readonly ConstraintId Absent = new("absent");

    public static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);

    public static Need On(string component) => new Need.On(new(component));

    public static Component Part(string id, Need? needs = null, double autonomyHours = 0, double restartHours = 0, Nature nature = Nature.Digital, double weight = 0) => new()
    {
        Id = new(id),
        Name = Text.Same(id),
        Nature = nature,
        Weight = weight,
        Needs = needs ?? Need.Nothing,
        Autonomy = new(Hours(autonomyHours)),
        Restart = new(Hours(restartHours)),
    };

    public static ActionCard Card(string id, Need needs, Crew? staff = null, Crew? gathering = null, params Effect[] effects) => new()
    {
        Id = new(id),
        Title = Text.Same(id),
        Story = Text.Empty,
        Theme = Theme.Capacity,
        Time = CrisisTime.During,
        Effort = 1,
        Needs = needs,
        Staff = staff,
        Gathering = gathering,
        Effects = [.. effects],
    };

    public static ModelInputs Asked(ActId act, params InForce[] plans) => new(act, new("a"), [River], [Absent], [.. plans]);

    public static Pack Build()
    {
        Effect generator = new Effect.AddAlternative(new Selector(new ComponentId("masts")), On("generator"));
        return new Pack
        {
            Id = "small",
            Version = "1",
            Title = Text.Same("Small"),
            Territory = new Territory
            {
                Id = "small",
                Name = Text.Same("Small"),
                Components =
                [
                    Part("power", restartHours: 1),
                    Part("masts", On("power"), autonomyHours: 1 / 3.0),
                    Part("server", On("power"), autonomyHours: 0.5),
                    Part("paper", nature: Nature.LowTech),
                    Part("generator", nature: Nature.Infrastructure),
                    Part("alert", On("masts"), nature: Nature.Function, weight: 5),
                    Part("find", new Need.Any([On("server"), new Need.Degraded(On("paper"))]), nature: Nature.Function, weight: 3),
                ],
            },
            Scenario = new Scenario
            {
                Id = "small",
                Title = Text.Same("Small"),
                Summary = Text.Empty,
                Origin = new(2018, 8, 27, 0, 0, 0, TimeSpan.FromHours(2)),
                Acts =
                [
                    new Act
                    {
                        Id = Flood, Kind = ActKind.Crisis, Title = Text.Same("Flood"), Intro = Text.Empty, At = Hours(3), Until = Hours(10), Slots = 3, Effort = 5,
                        Events =
                        [
                            new ScenarioEvent
                            {
                                Id = River, Title = Text.Same("River"), Story = Text.Empty, At = Hours(2), Reality = Reality.Fictional,
                                Strikes = [new Strike(new Selector(new ComponentId("power")), TimeSpan.Zero, new Spell(Hours(8), Hours(12)))],
                            },
                        ],
                    },
                    new Act
                    {
                        Id = Pandemic, Kind = ActKind.MultiCrisis, Title = Text.Same("Pandemic"), Intro = Text.Empty, At = Hours(20), Until = Hours(30), Slots = 2, Effort = 4,
                        Constraints =
                        [
                            new Constraint
                            {
                                Id = Absent, Title = Text.Same("Absent"), Story = Text.Empty, At = Hours(15), Reality = Reality.Fictional,
                                Strikes = [new Strike(new Selector(new ComponentId("server")), TimeSpan.Zero, null)],
                                Caps = [new Cap(Resource.Staff, Share: 0.7), new Cap(Resource.Gatherings, AtMost: 6)],
                            },
                        ],
                    },
                ],
                Actions =
                [
                    Card("text", On("masts"), null, null, []),
                    Card("call", new Need.Any([On("server"), new Need.Degraded(On("paper"))])),
                    Card("door-to-door", Need.Nothing, new Crew(10, 8)),
                    Card("patrol", Need.Nothing, new Crew(10, 4)),
                    Card("shelter", Need.Nothing, null, new Crew(100, 50)),
                    Card("plug-in", On("generator"), null, null, generator),
                    Card("free-server", Need.Nothing, null, null, new Effect.CancelConstraint(Absent, new Selector(new ComponentId("server")))),
                    Card("repair", Need.Nothing, null, null, new Effect.ShortenStrike(new Selector(new ComponentId("power")), 0.5)),
                    Card("batteries", Need.Nothing, null, null, new Effect.LengthenAutonomy(new Selector(new ComponentId("masts")), Hours(48))),
                ],
            },
        };
    }

    public static ActionFact Of(this SituationFacts facts, string action) => facts.Actions.Single(a => a.Action == new ActionId(action));

    public static ComponentFact? Component(this SituationFacts facts, string component) => facts.Components.SingleOrDefault(c => c.Component == new ComponentId(component));

    public static FunctionOutcome Function(this ConsequenceFacts facts, string function) => facts.Functions.Single(f => f.Function == new ComponentId(function));
}
