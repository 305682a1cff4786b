using TousRisques.Fuzz.Running;
using TousRisques.Fuzz.Xml;
using TousRisques.Fuzz.Yaml;
using Xunit;

namespace TousRisques.Fuzz.Tests;

/// <summary>A few seconds of what bench/Fuzz does for hours: the same cases every time. The long run notices hangs and dead processes too.</summary>
public class ShortRunTests
{
    [Fact]
    public void Open_PSA_files_of_strangers_break_no_promise() => Run(new XmlTarget(), 1_500);

    [Fact]
    public void Packs_of_strangers_break_no_promise() => Run(new YamlTarget(), 400);

    private static void Run(ITarget target, int cases)
    {
        var (corpus, accepted, refused, kinds) = (new Corpus(target.Seeds()), 0, 0, new HashSet<string>());
        for (var number = 0; number < cases; number++)
        {
            var input = target.Next(Dice.For(1, number), corpus);
            if (input.Size > 60_000) continue; // the long run takes them
            var kind = Worker.Try(target, input, out var outcome, out var thrown);
            Assert.True(kind is null, $"Case {number}: {kind}\n{thrown}");
            corpus.Learn(input, outcome!);
            kinds.UnionWith(outcome!.Kinds);
            if (outcome.Accepted) accepted++;
            else refused++;
        }
        Assert.True(accepted > cases / 100, $"Only {accepted} were accepted.");
        Assert.True(refused > cases / 10, $"Only {refused} were refused.");
        Assert.True(kinds.Count > 20, $"Only {kinds.Count} kinds were seen.");
    }
}
