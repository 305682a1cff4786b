using CsCheck;
using TousRisques.Web.Charts;

namespace TousRisques.Web.Tests.Charts;

/// <summary>Marks and names find room on a crowded sheet: nothing over an edge, nothing over anything else while there is room.</summary>
public class PlacingTests
{
    private static readonly Box Sheet = new(2, 2, 398, 298);

    private static readonly Gen<Box> Mark = Gen.Select(Gen.Double[-20, 420], Gen.Double[-20, 320], Gen.Double[6, 22], Gen.Double[6, 22])
        .Select((x, y, w, h) => Box.Around(x, y, w, h, w, h));

    [Fact]
    public void Marks_never_leave_the_sheet_however_many_there_are() => Mark.Array[0, 40].Sample(marks =>
        Assert.All(Placing.Apart(marks, Sheet), b => Assert.True(Sheet.Holds(b with { Left = b.Left + 1e-6, Right = b.Right - 1e-6, Top = b.Top + 1e-6, Bottom = b.Bottom - 1e-6 }))));

    [Fact]
    public void A_handful_of_marks_end_apart_wherever_they_begin() => Mark.Array[0, 7].Sample(marks =>
    {
        var apart = Placing.Apart(marks, Sheet);
        for (var i = 0; i < apart.Length; i++)
            for (var j = i + 1; j < apart.Length; j++)
                Assert.False(apart[i].Meets(apart[j]), $"{apart[i]} and {apart[j]}");
    });

    [Fact]
    public void Marks_at_the_very_same_place_part_too()
    {
        var apart = Placing.Apart([.. Enumerable.Repeat(Box.Around(200, 150, 15, 15, 15, 15), 6)], Sheet);
        Assert.Equal(6, apart.Distinct().Count());
        Assert.DoesNotContain(apart.SelectMany((a, i) => apart.Skip(i + 1).Select(b => a.Meets(b))), meets => meets);
    }

    [Fact]
    public void Marks_that_have_room_stay_where_they_belong() => Mark.Sample(mark =>
        Assert.Equal(mark.Within(Sheet), Assert.Single(Placing.Apart([mark], Sheet))));

    [Fact]
    public void A_name_is_never_cut_by_an_edge_nor_laid_over_what_is_taken() =>
        Gen.Select(Mark, Gen.Double[10, 180], Mark.Array[0, 12]).Sample((mark, length, others) =>
        {
            var named = mark.Within(Sheet);
            if (Placing.Name(named, length, 13, others, Sheet, must: false) is not { } name) return;
            Assert.True(Sheet.Holds(name.Box));
            Assert.DoesNotContain(others, name.Box.Meets);
            Assert.False(name.Box.Meets(named));
            var left = name.Anchor switch { Anchor.Start => name.X, Anchor.End => name.X - length, _ => name.X - length / 2 };
            Assert.Equal(name.Box.Left, left, 1e-6); // the text is drawn where the room was found
        });

    [Fact]
    public void A_name_that_must_be_shown_is_shown_whole_even_on_a_full_sheet()
    {
        // Caudebec-en-Caux, hard by the left edge, with everything around it taken.
        var mark = Box.Around(20, 150, 15, 15, 15, 15);
        var name = Placing.Name(mark, 140, 13, [new(0, 0, 400, 300)], Sheet, must: true);
        Assert.True(Sheet.Holds(Assert.NotNull(name).Box));
        Assert.Null(Placing.Name(mark, 140, 13, [new(0, 0, 400, 300)], Sheet, must: false));
    }

    [Theory] // as a browser measures them at 13 px in DejaVu Sans, the widest of the common screen fonts: bold, then plain
    [InlineData("Caudebec-en-Caux", 136.3, 123.5)]
    [InlineData("Saint-Aubin-lès-Elbeuf", 164.0, 143.5)]
    [InlineData("Le Grand-Quevilly", 130.9, 116.9)]
    [InlineData("Tourville-la-Rivière", 137.9, 119.8)]
    [InlineData("Montivilliers", 91.1, 78.4)]
    public void Names_are_reckoned_no_shorter_than_a_browser_draws_them(string name, double bold, double plain)
    {
        Assert.InRange(Lettering.Length(name, 13, bold: true), bold, bold * 1.2);
        Assert.InRange(Lettering.Length(name, 13), plain, plain * 1.2);
    }
}
