using System.Collections.Frozen;
using TousRisques.Domain.Expeditions.Inquiries;

namespace TousRisques.Formats.XlsForms;

/// <summary>Which type of question is which kind of row. Those that are not here are kept as they came.</summary>
internal static class GridTypes
{
    private static readonly FrozenDictionary<QuestionType, FormKind> Kinds = new Dictionary<QuestionType, FormKind>
    {
        [QuestionType.Text] = FormKind.Text,
        [QuestionType.LongText] = FormKind.Text,
        [QuestionType.WholeNumber] = FormKind.WholeNumber,
        [QuestionType.Number] = FormKind.Number,
        [QuestionType.Range] = FormKind.Range,
        [QuestionType.SelectOne] = FormKind.SelectOne,
        [QuestionType.SelectMultiple] = FormKind.SelectMultiple,
        [QuestionType.Rank] = FormKind.Rank,
        [QuestionType.Note] = FormKind.Note,
        [QuestionType.Date] = FormKind.Date,
        [QuestionType.Time] = FormKind.Time,
        [QuestionType.DateTime] = FormKind.DateTime,
        [QuestionType.Place] = FormKind.Geopoint,
        [QuestionType.Line] = FormKind.Geotrace,
        [QuestionType.Area] = FormKind.Geoshape,
        [QuestionType.Acknowledge] = FormKind.Acknowledge,
        [QuestionType.Barcode] = FormKind.Barcode,
        [QuestionType.Photo] = FormKind.Image,
        [QuestionType.Audio] = FormKind.Audio,
        [QuestionType.Video] = FormKind.Video,
        [QuestionType.File] = FormKind.File,
        [QuestionType.Calculate] = FormKind.Calculate,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<FormKind, QuestionType> Types =
        Kinds.Where(k => k.Key != QuestionType.LongText).ToFrozenDictionary(k => k.Value, k => k.Key);

    public static FormKind Kind(QuestionType type) => Kinds.GetValueOrDefault(type, FormKind.Unknown);

    public static QuestionType Type(FormKind kind) => Types.GetValueOrDefault(kind, QuestionType.Kept);
}
