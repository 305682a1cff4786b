using System.Collections.Immutable;
using System.Globalization;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Words;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;

namespace TousRisques.Web.Pages.Explorer.Settings;

/// <summary>A partner as a row of the form: texts as typed. A row without a name is none.</summary>
internal sealed record PartnerRow(string Name, string Kind, string Family, string Link, string Role, string Order)
{
    /// <summary>Blank rows after the others.</summary>
    public const int Blank = 3;

    /// <summary>Rows of the form: those typed, or those of the partners; then blank ones, to add more without scripts.</summary>
    public static ImmutableArray<PartnerRow> Of(ImmutableArray<Partner> partners, Flash? typed)
    {
        var rows = typed is not null
            ? Enumerable.Range(0, Count(typed["rows"])).Select(i => new PartnerRow(Typed(i, "name"), Typed(i, "kind"), Typed(i, "family"), Typed(i, "link"), Typed(i, "role"), Typed(i, "order")))
            : partners.Select((p, i) => new PartnerRow(p.Name, Wire.Of(p.Kind), p.Family is { } f ? Wire.Of(f) : "", p.Link, p.Role, Number(10 * (i + 1))));
        var all = rows.Where(r => typed is not null || r.Name.Length > 0).ToImmutableArray();
        return typed is not null ? all : [.. all, .. Enumerable.Range(0, Blank).Select(i => new PartnerRow("", "", "", "", "", Number(10 * (all.Length + i + 1))))];

        string Typed(int row, string field) => typed[$"{field}{row}"] ?? "";
    }

    /// <summary>Partners as typed, in the order asked for.</summary>
    public static ImmutableArray<Partner> Read(FormFields f) =>
    [
        .. Enumerable.Range(0, Count(f["rows"])).Where(i => !string.IsNullOrWhiteSpace(f[$"name{i}"])).OrderBy(i => f.Number($"order{i}") ?? int.MaxValue)
            .Select(i => new Partner(f[$"name{i}"], f.Choice<PartnerKind>($"kind{i}") ?? PartnerKind.Explorer, f.Choice<StakeholderFamily>($"family{i}"), f[$"link{i}"], f[$"role{i}"])),
    ];

    /// <summary>How many rows a form says that it has, within reason.</summary>
    public static int Count(string? rows) => int.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, 250) : 0;

    /// <summary>A number as forms write it.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
