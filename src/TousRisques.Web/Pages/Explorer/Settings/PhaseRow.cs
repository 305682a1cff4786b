using System.Collections.Immutable;
using System.Globalization;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Web.Expeditions;
using TousRisques.Web.Forms;

namespace TousRisques.Web.Pages.Explorer.Settings;

/// <summary>A deliverable as a row of the form: texts as typed. A row without a name is none.</summary>
internal sealed record DeliverableRow(string Name, string Due, bool Done, string Link);

/// <summary>A phase as a part of the form: texts as typed. One without a name is none.</summary>
internal sealed record PhaseRow(string Name, string From, string To, string Purpose, string Source, string Order, ImmutableArray<DeliverableRow> Deliverables)
{
    /// <summary>Blank deliverables of a phase that is there, and of a new one.</summary>
    private const int Blank = 2;

    /// <summary>Phases of the form: those typed, or those of the expedition; then a blank one, to add more without scripts.</summary>
    public static ImmutableArray<PhaseRow> Of(ImmutableArray<Phase> phases, Flash? typed)
    {
        if (typed is not null)
            return [.. Enumerable.Range(0, PartnerRow.Count(typed["rows"])).Select(i => Row(i, field => typed[field] ?? ""))];
        var rows = phases.Select((p, i) => new PhaseRow(
            p.Name, Day(p.From), Day(p.To), p.Purpose, p.Source, PartnerRow.Number(10 * (i + 1)),
            [.. p.Deliverables.Select(d => new DeliverableRow(d.Name, Day(d.Due), d.Done, d.Link)), .. Enumerable.Repeat(new DeliverableRow("", "", false, ""), Blank)])).ToImmutableArray();
        return [.. rows, new PhaseRow("", "", "", "", "", PartnerRow.Number(10 * (rows.Length + 1)), [.. Enumerable.Repeat(new DeliverableRow("", "", false, ""), Blank)])];
    }

    /// <summary>Phases as typed, in the order asked for.</summary>
    public static ImmutableArray<Phase> Read(FormFields f) =>
    [
        .. Enumerable.Range(0, PartnerRow.Count(f["rows"])).Select(i => (At: i, Row: Row(i, field => f[field]))).Where(p => !string.IsNullOrWhiteSpace(p.Row.Name))
            .OrderBy(p => f.Number($"order{p.At}") ?? int.MaxValue)
            .Select(p => new Phase(
                p.Row.Name, f.Day($"from{p.At}"), f.Day($"to{p.At}"), p.Row.Purpose,
                [.. p.Row.Deliverables.Index().Where(d => !string.IsNullOrWhiteSpace(d.Item.Name)).Select(d => new Deliverable(d.Item.Name, f.Day($"due{p.At}-{d.Index}"), d.Item.Done, d.Item.Link))],
                p.Row.Source)),
    ];

    private static PhaseRow Row(int i, Func<string, string> field) => new(
        field($"name{i}"), field($"from{i}"), field($"to{i}"), field($"purpose{i}"), field($"source{i}"), field($"order{i}"),
        [
            .. Enumerable.Range(0, Math.Min(PartnerRow.Count(field($"deliverables{i}")), ExpeditionLimits.Phases + Blank))
                .Select(d => new DeliverableRow(field($"what{i}-{d}"), field($"due{i}-{d}"), FormAnswer.IsYes(field($"done{i}-{d}")), field($"where{i}-{d}"))),
        ]);

    private static string Day(DateTimeOffset? day) => day?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
