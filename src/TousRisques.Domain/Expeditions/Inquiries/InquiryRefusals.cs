namespace TousRisques.Domain.Expeditions.Inquiries;

// Why an inquiry says no, beside what any expedition may answer.

/// <summary>Forms cannot call a section, question or choice so: letters, digits, hyphens, points and underscores, a letter or underscore first; a choice has no spaces.</summary>
public sealed record NoFormName(string Name) : Refusal;
/// <summary>The grid has something else of that name.</summary>
public sealed record FormNameTaken(string Name) : Refusal;
/// <summary>People are asked from this version: it stays as it is, and is revised by a new one.</summary>
public sealed record GridIsReleased(int Version) : Refusal;
/// <summary>This version is still being written: nobody is asked from it yet.</summary>
public sealed record GridIsDraft : Refusal;
/// <summary>There is nothing to ask in the grid.</summary>
public sealed record GridIsEmpty : Refusal;
/// <summary>The question wants choices, and has none.</summary>
public sealed record ChoicesMissing(string Question) : Refusal;
/// <summary>The ends and the step of a range make no scale.</summary>
public sealed record NoScale(string Question) : Refusal;
/// <summary>The question cannot be answered so.</summary>
/// <param name="Question">Its label, or its name when it has none.</param>
/// <param name="Value">What was answered, cut short.</param>
/// <param name="Type">What it wants.</param>
public sealed record AnswerUnfit(string Question, string Value, QuestionType Type) : Refusal;
/// <summary>The answer does not fulfil what the question asks of it.</summary>
/// <param name="Question">Its label, or its name when it has none.</param>
/// <param name="Message">What the grid says then; or empty.</param>
public sealed record ConstraintUnmet(string Question, string Message) : Refusal;
/// <summary>Another interview has this code.</summary>
public sealed record InterviewCodeTaken(string Code) : Refusal;
/// <summary>The interview was withdrawn: nothing of it is kept in view, and nothing more is taken.</summary>
public sealed record InterviewIsWithdrawn : Refusal;
