namespace TousRisques.Domain.Workshops;

/// <summary>
/// How large things may grow in a workshop, so that nobody can fill the disk or the screens of a room. Lengths of text are counted in
/// UTF-16 characters, once cleaned.
/// </summary>
public static class Limits
{
    /// <summary>Length of the name of a person or a table.</summary>
    public const int Name = 40;
    /// <summary>Length of a title: workshop, card, stakeholder, lead, who an inject speaks as.</summary>
    public const int Title = 80;
    /// <summary>Length of a priority in one's own words.</summary>
    public const int Priority = 80;
    /// <summary>Length of the place where a workshop is held.</summary>
    public const int Place = 120;
    /// <summary>Length of a reason, and of what people say of themselves.</summary>
    public const int Reason = 500;
    /// <summary>Length of a message.</summary>
    public const int Message = 1000;
    /// <summary>Length of an observation, an answer of the debrief, the words of a lead.</summary>
    public const int Words = 2000;
    /// <summary>Length of a name drawn by the edge.</summary>
    public const int Id = 64;

    /// <summary>Tables of a workshop.</summary>
    public const int Tables = 20;
    /// <summary>People who ever joined a workshop.</summary>
    public const int Participants = 250;
    /// <summary>Priorities of a ranking.</summary>
    public const int Priorities = 5;
    /// <summary>Messages and injects of a workshop.</summary>
    public const int Messages = 5000;
    /// <summary>Cards that a table may propose.</summary>
    public const int OwnActions = 20;
    /// <summary>Stakeholders that a table may add.</summary>
    public const int OwnStakeholders = 40;
    /// <summary>Observations of a workshop.</summary>
    public const int Observations = 2000;
    /// <summary>Answers of the debrief in a workshop.</summary>
    public const int DebriefAnswers = 2000;
    /// <summary>Leads of a workshop.</summary>
    public const int Leads = 500;
    /// <summary>Commands that can be undone.</summary>
    public const int Undo = 50;
    /// <summary>Minutes that a step may be planned to last.</summary>
    public const int StepMinutes = 600;
    /// <summary>Effort of an action, at most.</summary>
    public const int ActionEffort = 3;
}
