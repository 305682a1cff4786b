using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>What can be asked of the inquiry: grids, interviews, codes.</summary>
public abstract record InquiryCommand : ExpeditionCommand
{
    private protected InquiryCommand() { }

    internal override Standing Least => Standing.Member;
}

/// <summary>Begins a grid.</summary>
public sealed record DraftGrid(GridId Grid, string Title, string Introduction) : InquiryCommand;
/// <summary>Takes a grid from a file: begins it, or replaces its draft; a new draft is begun where the last version is released.</summary>
public sealed record ImportGrid(GridId Grid, GridForm Form) : InquiryCommand;
/// <summary>Changes a draft's title and introduction.</summary>
public sealed record TitleGrid(GridId Grid, string Title, string Introduction) : InquiryCommand;
/// <summary>Puts a section into a draft.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="At">Its place, from 0; null is the end.</param>
/// <param name="Head">The section.</param>
public sealed record AddSection(GridId Grid, int? At, SectionHead Head) : InquiryCommand;
/// <summary>Changes what a section says of itself.</summary>
public sealed record ReviseSection(GridId Grid, string Section, SectionHead Head) : InquiryCommand;
/// <summary>Gives a section another place.</summary>
public sealed record MoveSection(GridId Grid, string Section, int At) : InquiryCommand;
/// <summary>Takes a section out, with its questions.</summary>
public sealed record RemoveSection(GridId Grid, string Section) : InquiryCommand;
/// <summary>Puts a question into a section.</summary>
public sealed record AddQuestion(GridId Grid, string Section, int? At, Question Question) : InquiryCommand;
/// <summary>Rewrites a question. Expressions that name it follow when its name changes.</summary>
public sealed record ReviseQuestion(GridId Grid, string Name, Question Question) : InquiryCommand;
/// <summary>Gives a question another place.</summary>
public sealed record MoveQuestion(GridId Grid, string Name, string Section, int At) : InquiryCommand;
/// <summary>Takes a question out.</summary>
public sealed record RemoveQuestion(GridId Grid, string Name) : InquiryCommand;
/// <summary>Puts back what was last taken out.</summary>
public sealed record RestoreRemovedPart(GridId Grid) : InquiryCommand;
/// <summary>Has people asked from the draft.</summary>
public sealed record ReleaseGrid(GridId Grid) : InquiryCommand;
/// <summary>Begins a new version.</summary>
public sealed record ReviseGrid(GridId Grid) : InquiryCommand;
/// <summary>Has nobody asked from the grid any more.</summary>
public sealed record RetireGrid(GridId Grid) : InquiryCommand;
/// <summary>Has people asked from the grid again.</summary>
public sealed record ReinstateGrid(GridId Grid) : InquiryCommand;

/// <summary>
/// Opens an interview, or takes one that was held elsewhere (without network, on paper, in another tool). One that is already there takes what is new: so whatever is sent again, or goes on
/// elsewhere, is never doubled.
/// </summary>
/// <param name="Interview">Its name, made where it was held.</param>
/// <param name="Grid">The grid asked from.</param>
/// <param name="Version">The version asked from: a released one.</param>
/// <param name="Code">What people call it; empty: the next one of <c>E-01</c>, <c>E-02</c>…</param>
/// <param name="Profile">Who was asked.</param>
/// <param name="Consent">What they agreed to, or null when that is not known yet.</param>
/// <param name="Answers">What was answered.</param>
/// <param name="Excerpts">What was noted and said.</param>
/// <param name="Finished">Whether it is finished.</param>
public sealed record RecordInterview(
    InterviewId Interview, GridId Grid, int Version, string Code, Profile Profile, Consent? Consent, ImmutableArray<Answer> Answers, ImmutableArray<Excerpt> Excerpts, bool Finished) : InquiryCommand;
/// <summary>Tells anew who was asked.</summary>
public sealed record ReviseProfile(InterviewId Interview, string Code, Profile Profile) : InquiryCommand;
/// <summary>Writes down what was agreed to.</summary>
public sealed record RecordConsent(InterviewId Interview, Consent Consent) : InquiryCommand;
/// <summary>Writes down answers; those to other questions stay.</summary>
public sealed record KeepAnswers(InterviewId Interview, ImmutableArray<Answer> Answers) : InquiryCommand;
/// <summary>Finishes an interview.</summary>
public sealed record FinishInterview(InterviewId Interview) : InquiryCommand;
/// <summary>Goes on with an interview.</summary>
public sealed record ReopenInterview(InterviewId Interview) : InquiryCommand;
/// <summary>Withdraws an interview with all that is in it. It does not come back.</summary>
public sealed record WithdrawInterview(InterviewId Interview, WithdrawalCause Cause) : InquiryCommand;

/// <summary>Writes down a note or quotation.</summary>
public sealed record WriteExcerpt(InterviewId Interview, Excerpt Excerpt) : InquiryCommand;
/// <summary>Rewrites a note or quotation.</summary>
public sealed record RewordExcerpt(InterviewId Interview, ExcerptId Excerpt, ExcerptKind Kind, string Text) : InquiryCommand;
/// <summary>Gives a note or quotation a code.</summary>
public sealed record CodeExcerpt(InterviewId Interview, ExcerptId Excerpt, Code Code) : InquiryCommand;
/// <summary>Takes a code from a note or quotation.</summary>
public sealed record UncodeExcerpt(InterviewId Interview, ExcerptId Excerpt, Code Code) : InquiryCommand;
/// <summary>Lists the free tags of a note or quotation anew.</summary>
public sealed record TagExcerpt(InterviewId Interview, ExcerptId Excerpt, ImmutableArray<string> Tags) : InquiryCommand;
/// <summary>Takes a note or quotation out.</summary>
public sealed record RemoveExcerpt(InterviewId Interview, ExcerptId Excerpt) : InquiryCommand;

/// <summary>Writes what the synthesis says first.</summary>
public sealed record WriteSynthesis(string Words) : InquiryCommand;
/// <summary>Lets everybody read the synthesis.</summary>
public sealed record PublishSynthesis : InquiryCommand;
/// <summary>Keeps the synthesis for the expedition's people.</summary>
public sealed record UnpublishSynthesis : InquiryCommand;
