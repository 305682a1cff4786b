using CsCheck;
using TousRisques.Testing.Journals;
using Xunit;

namespace TousRisques.Journal.Contract;

public abstract partial class JournalContract
{
    private static readonly Gen<(string Stream, int Expected, int Count)> Appends =
        Gen.Select(Gen.OneOf(Gen.Const("a"), Gen.Const("b"), Gen.Const("c:1")), Gen.Int[0, 4], Gen.Int[0, 3]);

    [Fact] // the model is a list in memory
    public async Task Any_appends_leave_the_journal_as_they_leave_the_plain_model() =>
        await Appends.Array[0, 30].SampleAsync(async appends =>
        {
            await using var journal = await OpenAsync();
            await using var model = new MemoryJournal();
            foreach (var (stream, expected, count) in appends)
                Assert.Equal(await TryAsync(model, stream, expected, count), await TryAsync(journal, stream, expected, count));
            Assert.Equal(await model.ListAsync().ToListAsync(), await journal.ListAsync().ToListAsync());
            Assert.Equal(await model.ReadAllAsync().ToListAsync(), await journal.ReadAllAsync().ToListAsync());
        }, iter: 30);

    private static async Task<(long Version, long Conflict)> TryAsync(IJournal journal, string stream, int expected, int count)
    {
        try { return ((await journal.AppendAsync(stream, expected, Given.Records(count, first: expected + 1))).Version, -1); }
        catch (AppendConflictException e) { return (-1, e.Actual); }
    }
}
