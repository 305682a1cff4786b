using System.Collections.Immutable;
using System.Text;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Web.Telling;

public sealed partial class Teller
{
    /// <summary>
    /// A causal chain as one sentence, from the thing asked about back to the event:
    /// "Réseau mobile à l'arrêt depuis 02:20, réserve épuisée (autonomie 20 min), faute d'électricité depuis 02:00 (Crue de la Seine)."
    /// </summary>
    /// <param name="explanation">The chain, the nearest link first.</param>
    /// <param name="at">The hour spoken of; hours of the same day are told without the day. Null tells every day.</param>
    /// <param name="about">
    /// What the sentence stands under, with its name and its status as a title: neither is said again, and the sentence begins with
    /// "Depuis 02:20, faute d'électricité…". Null says them.
    /// </param>
    public string Sentence(Explanation explanation, TimeSpan? at = null, ComponentId? about = null)
    {
        var sentence = new StringBuilder();
        ImmutableArray<ComponentId> named = [];
        if (!explanation.Chain.IsDefaultOrEmpty)
        {
            for (var i = 0; i < explanation.Chain.Length; i++)
            {
                var bare = i == 0 && about is not null && SubjectOf(explanation.Chain[0]) == about;
                named = Add(sentence, explanation.Chain[i], named, at, bare ? "-bare" : "");
            }
        }
        if (sentence.Length == 0) return "";
        sentence[0] = char.ToUpper(sentence[0], words.Culture);
        return sentence.Append('.').ToString();
    }

    /// <summary>Adds a link; gives the components that it named last, which the next link may go on about without naming them again.</summary>
    private ImmutableArray<ComponentId> Add(StringBuilder sentence, Cause cause, ImmutableArray<ComponentId> named, TimeSpan? at, string bare)
    {
        // "… faute d'électricité depuis 02:00 (Crue de la Seine)": the strike of what was just named needs no clause of its own.
        if (cause is StruckBy struck && named is [var only] && only == struck.Component)
        {
            if (By(struck) is { Length: > 0 } by) sentence.Append(" (").Append(by).Append(')');
            return [];
        }
        if (sentence.Length > 0) sentence.Append(words["telling.then"]);
        switch (cause)
        {
            case StruckBy hit:
                sentence.Append(words["telling.struck" + bare, Inside(hit.Component), Hour(hit.Since, at)]);
                if (By(hit) is { Length: > 0 } by) sentence.Append(" (").Append(by).Append(')');
                return [];
            case StarvedOf starved:
                sentence.Append(words["telling.stopped" + bare, Inside(starved.Component), Hour(starved.Since, at)]);
                if (starved.Autonomy > TimeSpan.Zero) sentence.Append(words["telling.reserve-empty", Spell(starved.Autonomy)]);
                sentence.Append(starved.UnmetSince == starved.Since
                    ? words["telling.for-want-of-then", Of(List(starved.For))]
                    : words["telling.for-want-of", Of(List(starved.For)), Hour(starved.UnmetSince, at)]);
                return starved.For.IsDefault ? [] : starved.For;
            case RunningOnReserve reserve:
                sentence.Append(words["telling.on-reserve" + bare, Inside(reserve.Component), Hour(reserve.Until, at)]);
                sentence.Append(words["telling.for-want-of", Of(List(reserve.For)), Hour(reserve.UnmetSince, at)]);
                return reserve.For.IsDefault ? [] : reserve.For;
            case StillRestarting restarting:
                sentence.Append(words["telling.restarting" + bare, Inside(restarting.Component), Hour(restarting.Until, at)]);
                return [];
            case InDeadlock deadlock:
                sentence.Append(words["telling.deadlock" + bare, Inside(deadlock.Component), Hour(deadlock.Since, at), List(deadlock.Waiting), List(deadlock.Helps)]);
                return [];
            case CappedBy capped:
                var key = capped.Resource == Resource.Gatherings ? "telling.too-many-together" : "telling.too-few";
                sentence.Append(words[key, capped.Granted, capped.Wanted]);
                if (Titles(capped.Constraints) is { Length: > 0 } titles) sentence.Append(" (").Append(titles).Append(')');
                return [];
            case ThroughMakeshift makeshift:
                sentence.Append(words["telling.makeshift", List(makeshift.Makeshift), Of(List(makeshift.For))]);
                return makeshift.For.IsDefault ? [] : makeshift.For;
            default:
                return [];
        }
    }

    private static ComponentId? SubjectOf(Cause cause) => cause switch
    {
        StruckBy c => c.Component,
        StarvedOf c => c.Component,
        RunningOnReserve c => c.Component,
        StillRestarting c => c.Component,
        InDeadlock c => c.Component,
        _ => null,
    };

    private string By(StruckBy struck) =>
        struck.Event is { } e ? Name(e) : struck.Constraint is { } c ? Name(c) : "";

    /// <summary>"de" before a name, or "d'" before a vowel or a mute h; other languages need nothing.</summary>
    private string Of(string name)
    {
        if (words.Language != Language.French) return name;
        var vowel = name.Length > 0 && "aàâäeéèêëiîïoôöuùûüyAÀÂEÉÈÊËIÎÏOÔUÙÛYœŒ".Contains(name[0], StringComparison.Ordinal);
        var muteH = name.Length > 0 && name[0] is 'h' or 'H' && !Aspirated.Any(a => name.StartsWith(a, StringComparison.OrdinalIgnoreCase));
        return vowel || muteH ? "d’" + name : "de " + name;
    }

    private static readonly string[] Aspirated = ["haut", "hall", "hangar", "hub", "hors", "halte", "havre", "huit"];
}
