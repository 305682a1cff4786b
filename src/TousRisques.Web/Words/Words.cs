using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using TousRisques.Domain.Words;

namespace TousRisques.Web;

/// <summary>
/// Words of the interface in one language. They live in <c>Words/{language}/{area}.json</c>, flat objects of key to text; the key used in
/// code is <c>area.key</c>. A test checks that all languages have the same keys and that every key used in code exists.
/// </summary>
public sealed class Words
{
    private static readonly FrozenDictionary<string, Words> All = Load();

    private readonly FrozenDictionary<string, string> texts;

    private Words(Language language, FrozenDictionary<string, string> texts)
    {
        Language = language;
        this.texts = texts;
        Culture = CultureInfo.GetCultureInfo(language.Code);
    }

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>Its culture, for numbers and dates.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Every key.</summary>
    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>Languages of the interface, French first.</summary>
    public static IReadOnlyList<Language> Languages { get; } =
        [Language.French, .. All.Keys.Where(code => code != Language.French.Code).Order(StringComparer.Ordinal).Select(code => new Language(code))];

    /// <summary>The words of a language; French for a language that the interface does not speak.</summary>
    public static Words In(Language language) => All.GetValueOrDefault(language.Code) ?? All[Language.French.Code];

    /// <summary>The text of a key; <c>{0}</c>, <c>{1}</c>… stand for arguments. An unknown key gives itself between brackets, which shows in tests.</summary>
    public string this[string key, params ReadOnlySpan<object?> arguments] =>
        !texts.TryGetValue(key, out var text) ? $"[{key}]"
        : arguments.IsEmpty ? text
        : string.Format(Culture, text, arguments);

    /// <summary>Whether there is a text for a key.</summary>
    public bool Has(string key) => texts.ContainsKey(key);

    /// <summary>
    /// The text of <c>key.one</c> or <c>key.other</c> as the language counts; <c>{0}</c> is the number. French says one for 0 and 1, English for 1.
    /// </summary>
    public string Plural(string key, int count, params ReadOnlySpan<object?> more)
    {
        var one = Language.Code == "fr" ? count is 0 or 1 : count is 1;
        return this[one ? key + ".one" : key + ".other", [count, .. more]];
    }

    private static FrozenDictionary<string, Words> Load()
    {
        var assembly = typeof(Words).Assembly;
        var byLanguage = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.Replace('\\', '/').Split('/') is not ["Words", var language, var file]) continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            if (!byLanguage.TryGetValue(language, out var texts)) byLanguage[language] = texts = new(StringComparer.Ordinal);
            var area = Path.GetFileNameWithoutExtension(file);
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                texts.Add($"{area}.{key}", text);
        }
        return byLanguage.ToFrozenDictionary(
            pair => pair.Key, pair => new Words(new Language(pair.Key), pair.Value.ToFrozenDictionary(StringComparer.Ordinal)), StringComparer.Ordinal);
    }
}
