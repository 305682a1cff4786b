using System.Globalization;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Formats.Csv;
using TousRisques.Web.Forms;

namespace TousRisques.Web.Notebooks;

/// <summary>Reactions for spreadsheets and programs. State, reason and sender are for moderators.</summary>
internal static class ReactionTables
{
    private static readonly string[] Columns =
        ["reaction", "at", "chapter", "version", "passage", "kind", "words", "place", "hazard", "theme", "time", "as", "link", "signature", "answer", "changed_version"];

    /// <summary>As CSV; columns are named in English, as in JSON, so that programs find them whatever the reader's language.</summary>
    public static string Csv(IEnumerable<Reaction> reactions, bool moderates)
    {
        var csv = new CsvWriter();
        csv.Row(moderates ? [.. Columns, "state", "reason", "sender"] : Columns);
        foreach (var r in reactions)
        {
            string[] cells =
            [
                r.Id.Value, r.At.ToString("O", CultureInfo.InvariantCulture), r.Chapter.Value, Text(r.Version), r.Passage.Text, Wire.Of(r.Remark.Kind), r.Remark.Words, r.Remark.Place, Text(r.Remark.Hazard),
                Text(r.Remark.Theme), Text(r.Remark.Time), Text(r.Remark.As), r.Remark.Link, r.Remark.Signature, r.Answer, Text(r.TakenUpIn),
            ];
            csv.Row(moderates ? [.. cells, Wire.Of(r.State), r.Reason, r.Sender] : cells);
        }
        return csv.Text;
    }

    /// <summary>As objects to be written as JSON.</summary>
    public static IEnumerable<Dictionary<string, object?>> Json(IEnumerable<Reaction> reactions, bool moderates) => reactions.Select(r =>
    {
        var o = new Dictionary<string, object?>
        {
            ["reaction"] = r.Id.Value,
            ["at"] = r.At,
            ["chapter"] = r.Chapter.Value,
            ["version"] = r.Version,
            ["passage"] = new { anchor = r.Passage.Anchor, text = r.Passage.Text },
            ["kind"] = Wire.Of(r.Remark.Kind),
            ["words"] = r.Remark.Words,
            ["place"] = r.Remark.Place,
            ["hazard"] = Name(r.Remark.Hazard),
            ["theme"] = Name(r.Remark.Theme),
            ["time"] = Name(r.Remark.Time),
            ["as"] = Name(r.Remark.As),
            ["link"] = r.Remark.Link,
            ["signature"] = r.Remark.Signature,
            ["answer"] = r.Answer,
            ["changedVersion"] = r.TakenUpIn,
        };
        if (moderates) (o["state"], o["reason"], o["sender"]) = (Wire.Of(r.State), r.Reason, r.Sender);
        return o;
    });

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text<T>(T? value) where T : struct, Enum => Name(value) ?? "";

    private static string? Name<T>(T? value) where T : struct, Enum => value is { } v ? Wire.Of(v) : null;
}
