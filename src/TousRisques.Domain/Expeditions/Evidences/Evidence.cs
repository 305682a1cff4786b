using System.Text;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Expeditions.Watching;

namespace TousRisques.Domain.Expeditions.Evidences;

/// <summary>
/// What says something: where a statement, a lead or a recommendation has it from. A reference, closed: what may be withdrawn (what people said in interviews, reactions) is pointed at and never copied, so that it is gone
/// from everywhere once it is withdrawn. <see cref="EvidenceReader"/> says its words, or that it is gone.
/// </summary>
public abstract record Evidence
{
    private protected Evidence() { }

    /// <summary>A short name that tells it from any other, the same for the same evidence for ever: 16 hexadecimal digits, for addresses.</summary>
    public string Name
    {
        get
        {
            // FNV-1a, 64 bits: a name, not a proof.
            var hash = 14695981039346656037UL;
            foreach (var b in Encoding.UTF8.GetBytes($"{GetType().Name}\n{Key}"))
                hash = unchecked((hash ^ b) * 1099511628211UL);
            return hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>What tells it from others of its kind.</summary>
    private protected abstract string Key { get; }
}

/// <summary>What a workshop's report tells.</summary>
public enum WorkshopFinding
{
    /// <summary>The room counts on something that has fallen.</summary>
    BlindSpot,
    /// <summary>The room knows a fallback that the model does not.</summary>
    HiddenCapacity,
    /// <summary>The room holds for less possible something that the model says it can do.</summary>
    UnusedCapacity,
    /// <summary>Something that surprised, or that was said in the debrief.</summary>
    Debrief,
    /// <summary>What the room put first.</summary>
    Priority,
    /// <summary>Anything else that the report tells.</summary>
    Other,
}

/// <summary>A workshop's finding, in the words of its report: names of people do not stand in reports.</summary>
/// <param name="Finding">What kind of finding.</param>
/// <param name="Workshop">The code of a workshop of this installation; empty for a report from elsewhere.</param>
/// <param name="Title">Which workshop: its title, place, day.</param>
/// <param name="Words">What it found.</param>
public sealed record WorkshopEvidence(WorkshopFinding Finding, string Workshop, string Title, string Words) : Evidence
{
    private protected override string Key => $"{Finding}\n{Workshop}\n{Title}\n{Words}";
}

/// <summary>What was said or noted in an interview. Gone when the interview is withdrawn; not shown to everybody unless that was agreed to.</summary>
public sealed record VerbatimEvidence(InterviewId Interview, ExcerptId Excerpt) : Evidence
{
    private protected override string Key => $"{Interview}\n{Excerpt}";
}

/// <summary>An accepted reaction to the notebook. Gone when it is refused after all.</summary>
public sealed record ReactionEvidence(ReactionId Reaction) : Evidence
{
    private protected override string Key => Reaction.Value;
}

/// <summary>An item of the watch.</summary>
public sealed record WatchEvidence(WatchItemId Item) : Evidence
{
    private protected override string Key => Item.Value;
}

/// <summary>A device of the catalogue.</summary>
public sealed record DeviceEvidence(DeviceId Device) : Evidence
{
    private protected override string Key => Device.Value;
}

/// <summary>Something learned in a meeting, by its words: when the meeting is told otherwise, it is gone.</summary>
public sealed record LessonEvidence(MeetingId Meeting, string Words) : Evidence
{
    private protected override string Key => $"{Meeting}\n{Words}";
}

/// <summary>A passage of the notebook, as it was.</summary>
/// <param name="Chapter">The chapter.</param>
/// <param name="Passage">The passage in the version that was read.</param>
public sealed record PassageEvidence(ChapterId Chapter, Passage Passage) : Evidence
{
    private protected override string Key => $"{Chapter}\n{Passage.Anchor}\n{Passage.Text}";
}

/// <summary>What the stress bench says of a territory.</summary>
/// <param name="Territory">The territory's pack, as in <c>/stress/{territory}</c>.</param>
/// <param name="Finding">Where on its pages, such as <c>together?…</c> or <c>what-if?…</c>; empty for the front of the bench.</param>
/// <param name="Words">The sentence.</param>
public sealed record StressEvidence(string Territory, string Finding, string Words) : Evidence
{
    private protected override string Key => $"{Territory}\n{Finding}\n{Words}";
}

/// <summary>A source outside the house.</summary>
/// <param name="Title">What it is: author, title, year.</param>
/// <param name="Link">Its address.</param>
/// <param name="Words">What it says, in a few words; may be empty.</param>
public sealed record SourceEvidence(string Title, string Link, string Words) : Evidence
{
    private protected override string Key => $"{Title}\n{Link}\n{Words}";
}
