using System.Collections.Immutable;
using TousRisques.Formats.Sheets;

namespace TousRisques.Formats.Odk;

/// <summary>Answers to a form, as collected elsewhere and exported.</summary>
/// <param name="Submissions">Forms filled in, each once, in the order of the table.</param>
/// <param name="Apart">Sheets that are not the table of submissions: repeats, and what we do not know. Kept as they were.</param>
/// <param name="Findings">Everything there is to say.</param>
public sealed record OdkReading(ImmutableArray<OdkSubmission> Submissions, ImmutableArray<Sheet> Apart, ImmutableArray<SheetFinding> Findings);

/// <summary>A form filled in once.</summary>
/// <param name="Instance">Its identifier, without <c>uuid:</c> before it; made from the answers when the export gives none. The same for the same submission, whichever export it comes from.</param>
/// <param name="SubmittedAt">When the server received it; null when that is not told.</param>
/// <param name="Answers">What was answered, in the order of the form; questions without an answer are not there.</param>
/// <param name="Others">Cells of columns that answer no question of the form: header and text.</param>
/// <param name="At">Its row.</param>
public sealed record OdkSubmission(string Instance, DateTimeOffset? SubmittedAt, ImmutableArray<OdkAnswer> Answers, ImmutableArray<KeyValuePair<string, string>> Others, SheetSpot At)
{
    /// <summary>The answer to a question; empty when there is none.</summary>
    public string this[string question] => Answers.FirstOrDefault(a => a.Question == question)?.Value ?? "";
}

/// <summary>An answer.</summary>
/// <param name="Question">The question's name in the form.</param>
/// <param name="Value">
/// In ODK's own writing: names of choices separated by blanks, ranks best first; numbers with a point; days and hours in ISO 8601; places as latitude, longitude, altitude and
/// accuracy separated by blanks; names of files. As exported when it could not be understood, which a finding tells.
/// </param>
public sealed record OdkAnswer(string Question, string Value);
