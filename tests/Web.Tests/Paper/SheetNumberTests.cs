using CsCheck;
using TousRisques.Web.Pages.Paper;

namespace TousRisques.Web.Tests.Paper;

public sealed class SheetNumberTests
{
    private static readonly Gen<SheetNumber> Numbers =
        Gen.Select(Gen.Enum<SheetKind>(), Gen.Int[1, 12], Gen.Int[1, 350], Gen.Char['a', 't'], (kind, act, seat, table) =>
            SheetNumber.IsTables(kind) ? SheetNumber.Of(kind, act, table.ToString()) : SheetNumber.Of(kind, act, seat));

    [Fact]
    public void What_is_printed_on_a_sheet_is_read_back() =>
        Numbers.Sample(n => SheetNumber.Read(n.ToString()) == n && SheetNumber.Read(" " + n.ToString().ToLowerInvariant() + " ") == n);

    [Fact]
    public void Anything_may_be_typed_and_whatever_is_read_can_be_printed() =>
        Gen.String[Gen.Char["APTSDL0123456789- .abé\0"], 0, 12].Sample(typed => SheetNumber.Read(typed) is not { } n || SheetNumber.Read(n.ToString()) == n);

    [Theory]
    [InlineData("A107", "A1-07")]
    [InlineData("a1 7", "A1-07")]
    [InlineData("A1101", "A1-101")]
    [InlineData("t2b", "T2-B")]
    [InlineData("sb", "S-B")]
    [InlineData("D7", "D-07")]
    public void A_hyphen_and_capitals_do_not_matter(string typed, string sheet) => Assert.Equal(sheet, SheetNumber.Read(typed)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("A0-07")]
    [InlineData("A1-00")]
    [InlineData("A1-B")]
    [InlineData("T1-7")]
    [InlineData("D1-07")]
    [InlineData("X1-07")]
    [InlineData("A1-07<script>")]
    [InlineData("A99999999999-7")]
    public void What_is_no_number_is_not_read(string typed) => Assert.Null(SheetNumber.Read(typed));
}
