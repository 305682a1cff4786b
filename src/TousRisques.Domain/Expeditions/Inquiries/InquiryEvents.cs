using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>What happened in the inquiry: grids, interviews, codes.</summary>
public abstract record InquiryEvent : ExpeditionEvent
{
    private protected InquiryEvent() { }
}

/// <summary>A grid was begun, with its first version as a draft.</summary>
public sealed record GridDrafted(GridId Grid, string Title, string Introduction) : InquiryEvent;
/// <summary>A grid was read from a file: begun with it, or its draft replaced.</summary>
public sealed record GridImported(GridId Grid, GridForm Form) : InquiryEvent;
/// <summary>A draft has another title and introduction.</summary>
public sealed record GridTitled(GridId Grid, string Title, string Introduction) : InquiryEvent;
/// <summary>A section was put into a draft.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="At">Its place, from 0.</param>
/// <param name="Head">The section, without questions yet.</param>
public sealed record SectionAdded(GridId Grid, int At, SectionHead Head) : InquiryEvent;
/// <summary>A section of a draft says something else of itself; its questions stay.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Section">Its name until now.</param>
/// <param name="Head">What it says now.</param>
public sealed record SectionRevised(GridId Grid, string Section, SectionHead Head) : InquiryEvent;
/// <summary>A section of a draft has another place.</summary>
public sealed record SectionMoved(GridId Grid, string Section, int At) : InquiryEvent;
/// <summary>A section was taken out of a draft, with its questions.</summary>
public sealed record SectionRemoved(GridId Grid, string Section) : InquiryEvent;
/// <summary>A question was put into a section of a draft.</summary>
public sealed record QuestionAdded(GridId Grid, string Section, int At, Question Question) : InquiryEvent;
/// <summary>A question of a draft was rewritten.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Name">Its name until now.</param>
/// <param name="Question">The question as it is now.</param>
public sealed record QuestionRevised(GridId Grid, string Name, Question Question) : InquiryEvent;
/// <summary>A question of a draft has another place, perhaps in another section.</summary>
public sealed record QuestionMoved(GridId Grid, string Name, string Section, int At) : InquiryEvent;
/// <summary>A question was taken out of a draft.</summary>
public sealed record QuestionRemoved(GridId Grid, string Name) : InquiryEvent;
/// <summary>What was last taken out of a draft was put back.</summary>
public sealed record RemovedPartRestored(GridId Grid) : InquiryEvent;
/// <summary>People are asked from this version from now on.</summary>
public sealed record GridReleased(GridId Grid, int Version) : InquiryEvent;
/// <summary>A new version was begun as a copy of the last.</summary>
public sealed record GridRevised(GridId Grid, int Version) : InquiryEvent;
/// <summary>Nobody is asked from the grid any more.</summary>
public sealed record GridRetired(GridId Grid) : InquiryEvent;
/// <summary>People are asked from the grid again.</summary>
public sealed record GridReinstated(GridId Grid) : InquiryEvent;

/// <summary>An interview was opened, or arrived.</summary>
/// <param name="Interview">Its name.</param>
/// <param name="Code">What people call it.</param>
/// <param name="Grid">The grid asked from.</param>
/// <param name="Version">The version of the grid.</param>
/// <param name="Profile">Who was asked.</param>
public sealed record InterviewOpened(InterviewId Interview, string Code, GridId Grid, int Version, Profile Profile) : InquiryEvent;
/// <summary>Who was asked is told anew.</summary>
public sealed record ProfileRevised(InterviewId Interview, string Code, Profile Profile) : InquiryEvent;
/// <summary>What was agreed to.</summary>
public sealed record ConsentRecorded(InterviewId Interview, Consent Consent) : InquiryEvent;
/// <summary>Answers were written down; those to other questions stay.</summary>
public sealed record AnswersKept(InterviewId Interview, ImmutableArray<Answer> Answers) : InquiryEvent;
/// <summary>The interview is finished.</summary>
public sealed record InterviewFinished(InterviewId Interview) : InquiryEvent;
/// <summary>The interview goes on.</summary>
public sealed record InterviewReopened(InterviewId Interview) : InquiryEvent;
/// <summary>The interview was withdrawn: nothing of it is shown or exported from now on.</summary>
public sealed record InterviewWithdrawn(InterviewId Interview, WithdrawalCause Cause) : InquiryEvent;

/// <summary>A note or quotation was written down.</summary>
public sealed record ExcerptWritten(InterviewId Interview, Excerpt Excerpt) : InquiryEvent;
/// <summary>A note or quotation was rewritten; its codes stay.</summary>
public sealed record ExcerptReworded(InterviewId Interview, ExcerptId Excerpt, ExcerptKind Kind, string Text) : InquiryEvent;
/// <summary>A note or quotation was given a code.</summary>
public sealed record ExcerptCoded(InterviewId Interview, ExcerptId Excerpt, Code Code) : InquiryEvent;
/// <summary>A code was taken from a note or quotation.</summary>
public sealed record ExcerptUncoded(InterviewId Interview, ExcerptId Excerpt, Code Code) : InquiryEvent;
/// <summary>The free tags of a note or quotation were listed anew.</summary>
public sealed record ExcerptTagged(InterviewId Interview, ExcerptId Excerpt, ImmutableArray<string> Tags) : InquiryEvent;
/// <summary>A note or quotation was taken out.</summary>
public sealed record ExcerptRemoved(InterviewId Interview, ExcerptId Excerpt) : InquiryEvent;

/// <summary>The members wrote what the synthesis says first.</summary>
public sealed record SynthesisWritten(string Words) : InquiryEvent;
/// <summary>Everybody may read the synthesis: of quotations, those alone whose consent allows it.</summary>
public sealed record SynthesisPublished : InquiryEvent;
/// <summary>The synthesis is for the expedition's people alone again.</summary>
public sealed record SynthesisUnpublished : InquiryEvent;
