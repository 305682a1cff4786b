namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>Has expressions follow a question that gets another name.</summary>
internal static class Renaming
{
    /// <summary>Facts for all that names the question; none when its name stays.</summary>
    public static IEnumerable<ExpeditionEvent> Follow(GridId grid, GridForm form, string name, Question renamed)
    {
        if (renamed.Name == name) yield break;
        foreach (var section in form.Sections)
        {
            if (Names(section.Head.Relevant, name)) yield return new SectionRevised(grid, section.Head.Name, section.Head with { Relevant = Rename(section.Head.Relevant, name, renamed.Name) });
            foreach (var q in section.Questions.Select(q => q.Name == name ? renamed : q))
                if (Expressions(q).Any(e => Names(e, name)))
                    yield return new QuestionRevised(grid, q.Name, q with
                    {
                        Label = Rename(q.Label, name, renamed.Name),
                        Hint = Rename(q.Hint, name, renamed.Name),
                        Relevant = Rename(q.Relevant, name, renamed.Name),
                        Constraint = Rename(q.Constraint, name, renamed.Name),
                        Default = Rename(q.Default, name, renamed.Name),
                        Calculation = Rename(q.Calculation, name, renamed.Name),
                        ChoiceFilter = Rename(q.ChoiceFilter, name, renamed.Name),
                    });
        }
    }

    private static IEnumerable<string> Expressions(Question q) => [q.Label, q.Hint, q.Relevant, q.Constraint, q.Default, q.Calculation, q.ChoiceFilter];

    private static bool Names(string expression, string name) => expression.Contains($"${{{name}}}", StringComparison.Ordinal);

    private static string Rename(string expression, string from, string to) => expression.Replace($"${{{from}}}", $"${{{to}}}", StringComparison.Ordinal);
}
