using System.Collections.Frozen;

namespace TousRisques.Formats.XlsForms;

/// <summary>A column of a form.</summary>
/// <param name="Name">Its name as the specification spells it; as written when it is none of the specification's.</param>
/// <param name="Language">The language of its texts, such as <c>Français (fr)</c>; empty when none is said.</param>
/// <param name="Turn">0; more for a column whose name was there already.</param>
public readonly record struct FormColumn(string Name, string Language = "", int Turn = 0)
{
    /// <summary>The header to write.</summary>
    public string Header => Language.Length == 0 ? Name : $"{Name}::{Language}";
}

/// <summary>A sheet of a form that the specification describes.</summary>
internal enum FormSheet { Survey, Choices, Settings }

/// <summary>The columns that the specification describes [XLSFORM, reference table], and other spellings of their names.</summary>
internal static class FormColumns
{
    private static readonly string[] Media = ["media::image", "media::big-image", "media::audio", "media::video"];

    /// <summary>In the order in which we write them.</summary>
    private static readonly string[] Survey =
    [
        "type", "name", "label", "hint", "guidance_hint", "required", "required_message", "relevant", "constraint", "constraint_message", "appearance", "parameters", "default",
        "read_only", "calculation", "trigger", "choice_filter", "repeat_count", .. Media, "save_to", "disabled",
    ];

    private static readonly string[] Choices = ["list_name", "name", "label", .. Media];

    private static readonly string[] Settings =
    [
        "form_title", "form_id", "version", "default_language", "style", "instance_name", "name", "allow_choice_duplicates", "public_key", "submission_url", "auto_send", "auto_delete",
        "namespaces", "clean_text_values", "omit_instanceid", "instance_xmlns",
        "prefix", "delimiter", "sms_keyword", "sms_separator", "sms_allow_media", "sms_date_format", "sms_datetime_format",
    ];

    private static readonly FrozenSet<string> Translated = new[] { "label", "hint", "guidance_hint", "constraint_message", "required_message" }.Concat(Media).ToFrozenSet();

    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["caption"] = "label",
        ["command"] = "type",
        ["tag"] = "name",
        ["value"] = "name",
        ["relevance"] = "relevant",
        ["bind::relevant"] = "relevant",
        ["bind::required"] = "required",
        ["bind::constraint"] = "constraint",
        ["bind::calculate"] = "calculation",
        ["bind::readonly"] = "read_only",
        ["bind::jr:constraintmsg"] = "constraint_message",
        ["bind::jr:requiredmsg"] = "required_message",
        ["calculate"] = "calculation",
        ["readonly"] = "read_only",
        ["constraining_message"] = "constraint_message",
        ["constraint-msg"] = "constraint_message",
        ["requiredmsg"] = "required_message",
        ["count"] = "repeat_count",
        ["repeat-count"] = "repeat_count",
        ["jr:count"] = "repeat_count",
        ["control::appearance"] = "appearance",
        ["body::appearance"] = "appearance",
        ["image"] = "media::image",
        ["big-image"] = "media::big-image",
        ["audio"] = "media::audio",
        ["video"] = "media::video",
        ["title"] = "form_title",
        ["set_form_title"] = "form_title",
        ["id_string"] = "form_id",
        ["set_form_id"] = "form_id",
    }.ToFrozenDictionary();

    /// <summary>Whether its texts may come in several languages.</summary>
    public static bool IsTranslated(string name) => Translated.Contains(name);

    /// <summary>The columns of a sheet, in the order in which we write them.</summary>
    public static string[] Of(FormSheet sheet) => sheet switch { FormSheet.Survey => Survey, FormSheet.Choices => Choices, _ => Settings };

    /// <summary>Whether a column means something: named by the specification, or of its open families.</summary>
    public static bool IsKnown(FormSheet sheet, string name) => Of(sheet).Contains(name)
        || (sheet == FormSheet.Survey && (name.StartsWith("bind::", StringComparison.Ordinal) || name.StartsWith("body::", StringComparison.Ordinal) || name.StartsWith("instance::", StringComparison.Ordinal) || name.StartsWith("control::", StringComparison.Ordinal)));

    /// <summary>A header as a column, its turn apart.</summary>
    public static FormColumn Parse(FormSheet sheet, string header)
    {
        header = header.Trim();
        if (Known(sheet, header) is { } whole) return new(whole);
        foreach (var separator in (string[])["::", ":"])
        {
            var cut = header.LastIndexOf(separator, StringComparison.Ordinal);
            if (separator == "::" && header.IndexOf("::", StringComparison.Ordinal) is var first && first != cut && !header.StartsWith("media", StringComparison.OrdinalIgnoreCase) && !header.StartsWith("bind", StringComparison.OrdinalIgnoreCase)) cut = first;
            if (cut > 0 && Known(sheet, header[..cut]) is { } name && IsTranslated(name) && header[(cut + separator.Length)..].Trim() is { Length: > 0 } language && !language.Contains(':', StringComparison.Ordinal))
                return new(name, language);
        }
        return new(header);
    }

    private static string? Known(FormSheet sheet, string header)
    {
        var folded = string.Join('_', header.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (Of(sheet).Contains(folded)) return folded;
        return Aliases.GetValueOrDefault(folded) is { } name && Of(sheet).Contains(name) ? name : null;
    }
}
