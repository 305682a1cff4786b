using System.Collections.Frozen;
using System.Collections.Immutable;
using TousRisques.Formats.XlsForms;

namespace TousRisques.Formats.Odk;

/// <summary>What a column of an export holds.</summary>
internal enum OdkPart { Unknown, System, Instance, Number, SubmittedAt, Parent, Whole, Choice, Latitude, Longitude, Altitude, Accuracy }

/// <summary>What a column of an export holds, and of which question.</summary>
internal readonly record struct OdkColumn(OdkPart Part, FormLine? Question = null, string Choice = "", bool IsAmbiguous = false);

/// <summary>
/// Finds what the columns of an export stand for: by name, with the groups before it or without, with any of the separators in use, and by label in any language of the form.
/// </summary>
internal sealed class OdkColumns
{
    private static readonly string[] Separators = ["/", "-", ".", ":", " / ", " - "];

    /// <summary>Columns that servers add, in small letters.</summary>
    private static readonly FrozenDictionary<string, OdkPart> Added = new Dictionary<string, OdkPart>
    {
        ["meta/instanceid"] = OdkPart.Instance,
        ["meta-instanceid"] = OdkPart.Instance,
        ["meta.instanceid"] = OdkPart.Instance,
        ["instanceid"] = OdkPart.Instance,
        ["key"] = OdkPart.Instance,
        ["__id"] = OdkPart.Instance,
        ["_uuid"] = OdkPart.Instance,
        ["_id"] = OdkPart.Number,
        ["_submission_time"] = OdkPart.SubmittedAt,
        ["submissiondate"] = OdkPart.SubmittedAt,
        ["__system/submissiondate"] = OdkPart.SubmittedAt,
        ["__system.submissiondate"] = OdkPart.SubmittedAt,
        ["__system-submissiondate"] = OdkPart.SubmittedAt,
        ["parent_key"] = OdkPart.Parent,
        ["__submissions-id"] = OdkPart.Parent,
        ["_parent_index"] = OdkPart.Parent,
        ["_parent_table_name"] = OdkPart.Parent,
        ["_submission__id"] = OdkPart.Parent,
        ["_submission__uuid"] = OdkPart.Parent,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Systems = new[]
    {
        "_index", "_validation_status", "_notes", "_status", "_submitted_by", "__version__", "_version_", "_version", "_tags", "_attachments", "_geolocation", "_xform_id_string", "_xform_id",
        "_bamboo_dataset_id", "_duration", "_total_media", "_media_count", "_media_all_received", "submitterid", "submittername", "attachmentspresent", "attachmentsexpected", "status",
        "reviewstate", "deviceid", "edits", "formversion", "isvalidated", "formhub/uuid", "meta/instancename", "meta-instancename", "meta.instancename", "instancename", "meta/rootuuid",
        "meta/deprecatedid", "meta-deprecatedid", "meta/audit", "meta-audit", "meta",
    }.ToFrozenSet();

    private readonly Dictionary<string, OdkColumn> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OdkColumn> folded = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, OdkColumn> labels = new(StringComparer.OrdinalIgnoreCase);

    public OdkColumns(AskedForm form)
    {
        foreach (var (question, path) in form.Questions)
        {
            var names = path.Select(l => l.Name).Append(question.Name).ToArray();
            foreach (var separator in Separators)
                for (var from = 0; from < names.Length; from++) // with all groups, some, none
                {
                    var key = string.Join(separator, names[from..]);
                    Add(exact, key, new(OdkPart.Whole, question));
                    Add(folded, key, new(OdkPart.Whole, question));
                    Parts(form, question, key, separator, names[from..^1]);
                }
            foreach (var label in question.Texts("label").Select(t => Line(t.Value)).Distinct())
            {
                Label(form, question, label);
                foreach (var language in question.Texts("label").Select(t => t.Key))
                    foreach (var separator in Separators)
                        Label(form, question, string.Join(separator, path.Select(l => Line(form.Source.Text(l, "label", language)) is { Length: > 0 } named ? named : l.Name).Append(label)));
            }
        }
    }

    /// <summary>Names that columns may have, for suggestions.</summary>
    public IEnumerable<string> Names => exact.Values.Where(c => c.Question is not null).Select(c => c.Question!.Name).Distinct();

    public OdkColumn Find(string header)
    {
        header = Line(header);
        if (exact.TryGetValue(header, out var found)) return found;
        var small = header.ToLowerInvariant();
        if (Added.TryGetValue(small, out var part)) return new(part);
        if (labels.TryGetValue(header, out found)) return found;
        if (folded.TryGetValue(header, out found)) return found;
        return new(Systems.Contains(small) || small.StartsWith("set-of-", StringComparison.Ordinal) || small.StartsWith("__system", StringComparison.Ordinal) ? OdkPart.System : OdkPart.Unknown);
    }

    private void Parts(AskedForm form, FormLine question, string key, string separator, string[] groups)
    {
        var kind = question.Type.Kind;
        if (kind.HoldsSeveral())
            foreach (var choice in form.Choices(question))
                Both(key + separator + choice.Name, new(OdkPart.Choice, question, choice.Name));
        if (kind is not (FormKind.Geopoint or FormKind.StartGeopoint or FormKind.BackgroundGeopoint)) return;
        foreach (var (name, part) in ((string, OdkPart)[])[("Latitude", OdkPart.Latitude), ("Longitude", OdkPart.Longitude), ("Altitude", OdkPart.Altitude), ("Accuracy", OdkPart.Accuracy), ("Precision", OdkPart.Accuracy)])
        {
            Both(key + separator + name, new(part, question));
            Both(string.Join(separator, groups.Append($"_{question.Name}_{name.ToLowerInvariant()}")), new(part, question));
            Both($"_{key}_{name.ToLowerInvariant()}", new(part, question));
        }
    }

    private void Label(AskedForm form, FormLine question, string label)
    {
        if (label.Length == 0) return;
        Add(labels, label, new(OdkPart.Whole, question));
        if (question.Type.Kind.HoldsSeveral())
            foreach (var choice in form.Choices(question))
                foreach (var text in choice.Texts("label").Select(t => Line(t.Value)).Append(choice.Name).Distinct())
                    Add(labels, $"{label}/{text}", new(OdkPart.Choice, question, choice.Name));
        if (question.Type.Kind != FormKind.Geopoint) return;
        foreach (var (name, part) in ((string, OdkPart)[])[("latitude", OdkPart.Latitude), ("longitude", OdkPart.Longitude), ("altitude", OdkPart.Altitude), ("precision", OdkPart.Accuracy)])
            Add(labels, $"_{label}_{name}", new(part, question));
    }

    private void Both(string key, OdkColumn column)
    {
        Add(exact, key, column);
        Add(folded, key, column);
    }

    /// <summary>A whole answer wins over a part of one; two questions under one key are told, not guessed.</summary>
    private static void Add(Dictionary<string, OdkColumn> index, string key, OdkColumn column)
    {
        if (!index.TryAdd(key, column) && index[key] is var there && there.Question != column.Question)
            index[key] = (there.Part == OdkPart.Whole, column.Part == OdkPart.Whole) switch
            {
                (true, false) => there,
                (false, true) => column,
                _ => there with { IsAmbiguous = true },
            };
    }

    private static string Line(string text) => Intake.PlainText.Line(text);
}

/// <summary>A form, looked at for its answers.</summary>
internal sealed class AskedForm
{
    private readonly Dictionary<string, ImmutableArray<FormLine>> lists;

    public AskedForm(XlsForm source)
    {
        Source = source;
        lists = source.Choices.GroupBy(c => c["list_name"]).ToDictionary(g => g.Key, g => g.ToImmutableArray());
        var (questions, groups) = (ImmutableArray.CreateBuilder<(FormLine, ImmutableArray<FormLine>)>(), new Stack<FormLine>());
        foreach (var line in source.Survey.Where(l => l["disabled"].Length == 0))
        {
            var kind = line.Type.Kind;
            if (kind.Begins()) groups.Push(line);
            else if (kind.Ends()) groups.TryPop(out _);
            else if ((kind.Holds() || kind == FormKind.Unknown) && line.Name.Length > 0)
            {
                questions.Add((line, [.. groups.Reverse()]));
                if (line.Type.OrOther) questions.Add((FormLine.Of(new(FormKind.Text), line.Name + "_other"), [.. groups.Reverse()]));
            }
        }
        Questions = questions.ToImmutable();
    }

    public XlsForm Source { get; }

    /// <summary>Rows that carry answers, each with the groups and repeats around it, outermost first.</summary>
    public ImmutableArray<(FormLine Question, ImmutableArray<FormLine> Path)> Questions { get; }

    public ImmutableArray<FormLine> Choices(FormLine question) => question.Type.Kind.HasChoices() ? lists.GetValueOrDefault(question.Type.List, []) : [];
}
