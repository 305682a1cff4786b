using System.Globalization;
using System.Text.Json;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Expeditions.Futures;
using TousRisques.Domain.Expeditions.Recommendations;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Workshops;
using TousRisques.Web.Look;
using TousRisques.Web.Telling;

namespace TousRisques.Web.Forms;

/// <summary>The one place where refusals become words (<c>Words/…/refusal.json</c>).</summary>
public static class Refusals
{
    /// <summary>A refusal's code: its name in kebab-case, such as <c>no-slot-left</c>.</summary>
    public static string CodeOf(Refusal refusal) => JsonNamingPolicy.KebabCaseLower.ConvertName(refusal.GetType().Name);

    /// <summary>What to say to a person.</summary>
    /// <param name="words">Words in their language.</param>
    /// <param name="refusal">The refusal.</param>
    /// <param name="pack">The pack, for names of things; null when it is not known.</param>
    public static string Say(Words words, Refusal refusal, Pack? pack = null)
    {
        var key = "refusal." + CodeOf(refusal);
        return refusal switch
        {
            AlreadyClosed r => words[key, (pack is null ? r.ClosedAt : LocalTime.In(pack, r.ClosedAt)).ToString("g", words.Culture)],
            RoomFull r => words[key, r.Limit],
            Unknown r => words[key, words.Has("refusal.kind." + r.Kind) ? words["refusal.kind." + r.Kind] : r.Kind, r.Name],
            TextMissing r => words[key, NameOf(words, r.Field)],
            TextTooLong r => words[key, NameOf(words, r.Field), r.Limit],
            OutOfRange r => words[key, NameOf(words, r.Field), r.Least, r.Most],
            CharacterTaken r => words[key, pack?.Scenario.Characters.FirstOrDefault(c => c.Id == r.Character)?.Name.In(words.Language) ?? r.Character.Value],
            NotYet r => words[key, words.Has("refusal.step." + Kebab(r.Needed)) ? words["refusal.step." + Kebab(r.Needed)] : Kebab(r.Needed)],
            BadRanking r => words[key, r.Most],
            ActionImpossible r => words[key, pack?.Scenario.Actions.FirstOrDefault(a => a.Id == r.Action)?.Title.In(words.Language) ?? r.Action.Value],
            NoSlotLeft r => words[key, r.Slots],
            NotEnoughEffort r => words[key, r.Left, r.Wanted],
            TooMany r => words[key, words.Has("refusal.kind." + r.Kind) ? words["refusal.kind." + r.Kind] : r.Kind, r.Limit],
            NameTaken r => words[key, r.Name],
            StandingNeeded r => words[key, words.Of(r.Least)],
            EndsBeforeItBegins r => words[key, r.Name],
            NoWebLink r => words[key, r.Link],
            WatchedAlready r => words[key, r.Title],
            FollowedAlready r => words[key, r.Name],
            PointIncomplete r => words[key, r.Place],
            ExpeditionIsOver r => words[key, r.EndedAt.ToString("d", words.Culture)],
            NoFormName r => words[key, r.Name],
            FormNameTaken r => words[key, r.Name],
            GridIsReleased r => words[key, r.Version],
            ChoicesMissing r => words[key, r.Question],
            NoScale r => words[key, r.Question],
            AnswerUnfit r => words[key, r.Question, r.Value, words.Of(r.Type)],
            ConstraintUnmet r => words[key, r.Question, r.Message],
            InterviewCodeTaken r => words[key, r.Code],
            TextMovedOn r => words[key, r.Draft],
            QueueFull r => words[key, r.Limit],
            NothingTurns r => words[key, r.Driver],
            LabelTwice r => words[key, r.Label],
            DayToCome r => words[key, r.Day.ToString("d", words.Culture)],
            TooFewPlaces r => words[key, r.Taken],
            _ => words[key],
        };
    }

    /// <summary>What a field is called in the reader's language; the field itself when it has no name.</summary>
    public static string NameOf(Words words, string field)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(field);
        var key = "refusal.field." + field.ToLower(CultureInfo.InvariantCulture);
        return words.Has(key) ? words[key] : field;
    }

    private static string Kebab(StepKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
