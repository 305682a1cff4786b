using TousRisques.Analysis.Stress;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Formats.Packs;
using static TousRisques.Analysis.Tests.SmallPack;

namespace TousRisques.Analysis.Tests.Stress;

/// <summary>Packs for the bench: the shipped one, and the example of the design with three perils.</summary>
internal static class StressPacks
{
    public static readonly Pack Shipped = PackReader.Read(Path.Combine(Root(), "scenarios", "seine-maritime")).Pack!;

    public static readonly PerilId River = new("river"), Absence = new("absence"), Mould = new("mould");

    /// <summary>The river takes power for 8 to 12 hours; absence stops the server for two days, a constraint that an action can lift; mould takes paper for a day.</summary>
    public static Pack Small(params ActionCard[] more)
    {
        var pack = Build();
        return pack with
        {
            Scenario = pack.Scenario with { Actions = [.. pack.Scenario.Actions, .. more] },
            Stress = new StressTest
            {
                Window = Hours(240),
                Perils =
                [
                    new Peril { Id = River, Name = Text.Same("River"), PerYear = new(0.5), Parts = [new(SmallPack.River, null)], Season = new(new(3, 1), new(3, 31)) },
                    new Peril { Id = Absence, Name = Text.Same("Absence"), PerYear = new(0.25), Parts = [new(null, Absent)] },
                    new Peril { Id = Mould, Name = Text.Same("Mould"), PerYear = new(0.1), Strikes = [Strike("paper", 24, 24)] },
                ],
            },
        };
    }

    public static Strike Strike(string on, double least, double most, double probability = 1) =>
        new(new Selector(new ComponentId(on)), TimeSpan.Zero, new Spell(Hours(least), Hours(most)), probability);

    public static StressModel Model(params ActionCard[] more) => new(Small(more));

    public static TimeSpan LostBy(this ExposureRow row, StressModel model, string function) => row.Lost[model.Functions.IndexOf(new ComponentId(function))];

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "TousRisques.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("TousRisques.slnx");
    }
}
