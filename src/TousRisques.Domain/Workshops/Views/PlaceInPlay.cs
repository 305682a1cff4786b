using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>Where the room stands in the run sheet.</summary>
/// <param name="Id">The step's name.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Number">Counted from 1.</param>
/// <param name="Count">How many steps there are.</param>
public sealed record StepView(StepId Id, StepKind Kind, int Number, int Count);

/// <summary>The clock of a step.</summary>
/// <param name="EndsAt">When the planned time is over, if nobody stops the clock.</param>
/// <param name="Left">How much was left when this was drawn; negative past the end.</param>
/// <param name="Paused">Whether the clock stands.</param>
public sealed record ClockView(DateTimeOffset EndsAt, TimeSpan Left, bool Paused);

/// <summary>The act being played.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Kind">Which turn it is.</param>
/// <param name="Number">Counted from 1.</param>
/// <param name="Title">Its title.</param>
/// <param name="Intro">What was read aloud to open it.</param>
/// <param name="Accent">Accent of the screens.</param>
/// <param name="At">The hour of its situation, from the scenario's origin.</param>
public sealed record ActView(ActId Id, ActKind Kind, int Number, Text Title, Text Intro, string Accent, TimeSpan At);

/// <summary>How many actions were possible in an act, makeshifts and a table's own verdicts included.</summary>
public sealed record ActCount(ActId Act, Text Title, string Accent, int Possible);
