using TousRisques.Journal.Facts;
using TousRisques.Journal.Tests.Golden;
using Xunit;

namespace TousRisques.Journal.Tests;

public class KitSheetTests
{
    [Fact]
    public void A_sheet_of_any_kind_comes_back_from_the_journal_as_it_was() => Assert.All(ExpeditionExamples.KitSheets, fact =>
    {
        var written = ExpeditionCodec.Write(fact);
        Assert.Equal(fact, ExpeditionCodec.Current.Read(new("golden", 1, 1, written.At, written.Actor, written.Type, written.CommandId, written.Json, default, default)));
    });
}
